import assert from 'node:assert/strict';
import { test } from 'node:test';
import { networkMarks } from './network-mark.ts';
import { newCookie, secretsOfCookie } from './session-cookie.ts';

const SECRET = Buffer.alloc(32, 7);
const of = (from: string) => networkMarks(SECRET, from);

test('an address is counted as itself and as its surroundings, and cannot be read back [SEC-14-3]', () => {
  assert.equal(of('192.0.2.1').network, of('192.0.2.200').network);
  assert.notEqual(of('192.0.2.1').address, of('192.0.2.2').address);
  assert.notEqual(of('192.0.2.1').network, of('192.0.3.1').network);
  assert.deepEqual(of('::ffff:192.0.2.1'), of('192.0.2.1'));
  assert.equal(JSON.stringify(of('192.0.2.1')).includes('192'), false);
  assert.notDeepEqual(networkMarks(Buffer.alloc(32, 8), '192.0.2.1'), of('192.0.2.1'));
});

test('an IPv6 address is counted by its /64 and /48, in whatever form it is written [SEC-14-3]', () => {
  assert.deepEqual(of('2001:db8:1:2::1'), of('2001:0DB8:0001:0002:ffff:ffff:ffff:ffff'));
  assert.notEqual(of('2001:db8:1:2::1').address, of('2001:db8:1:3::1').address);
  assert.equal(of('2001:db8:1:2::1').network, of('2001:db8:1:3::1').network);
  assert.deepEqual(of('fe80::1%eth0'), of('fe80::2'));
  assert.deepEqual(of('::1'), of('::2'));
  assert.notEqual(of('64:ff9b::192.0.2.1').address, of('::1').address);
  assert.notEqual(of('no address').address, of('another text').address);
});

test('a cookie is 32 random bytes; what it opens hangs on it and on the key folder [SEC-14-3]', () => {
  const cookie = newCookie();
  const one = secretsOfCookie(SECRET, cookie);
  assert.ok(one);
  assert.deepEqual(secretsOfCookie(SECRET, cookie), one);
  const elsewhere = secretsOfCookie(Buffer.alloc(32, 8), cookie);
  assert.notDeepEqual(elsewhere?.key, one.key);
  assert.notEqual(elsewhere?.csrf, one.csrf);
  assert.notEqual(newCookie(), cookie);
  for (const wrong of ['', 'a', `${cookie}a`, `${cookie.slice(1)}=`, `${cookie.slice(1)}\n`]) {
    assert.equal(secretsOfCookie(SECRET, wrong), undefined);
  }
});
