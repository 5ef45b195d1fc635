import assert from 'node:assert/strict';
import { BlockList } from 'node:net';
import { test } from 'node:test';
import fc from 'fast-check';
import { isRange, mayUseAll, networkOf } from './network-rule.ts';

const classes = [
  { name: 'office', ranges: ['192.0.2.0/24', '2001:db8:1::/48'] },
  { name: 'visits', ranges: ['198.51.100.64/26'], roles: ['visitor'] },
] as const;

test('an address lies in the first class of the allow-list that fits, or in none [SEC-15-1]', () => {
  const name = (address: string) => networkOf(address, classes)?.name;
  assert.equal(name('192.0.2.255'), 'office');
  assert.equal(name('192.0.3.0'), undefined);
  assert.equal(name('::ffff:192.0.2.7'), 'office');
  assert.equal(name('2001:0DB8:1:ffff::1'), 'office');
  assert.equal(name('2001:db8:2::1'), undefined);
  assert.equal(name('198.51.100.127'), 'visits');
  assert.equal(name('198.51.100.128'), undefined);
  for (const none of ['', 'office', '192.0.2', '192.0.2.256', '1:2', ':::', '2001:db8:1::1::2']) {
    assert.equal(name(none), undefined);
  }
});

test('whoever has several roles signs in where all of them may be used [SEC-15-1]', () => {
  assert.equal(mayUseAll(classes[1], ['visitor']), true);
  assert.equal(mayUseAll(classes[1], ['visitor', 'operator']), false);
  assert.equal(mayUseAll(classes[0], ['operator']), true);
});

test('a line of the allow-list that is no range is seen', () => {
  assert.deepEqual(
    ['192.0.2.0/24', '::/0', '192.0.2.0', '192.0.2.0/33', '2001:db8::/129', 'x/8'].map(isRange),
    [true, true, false, false, false, false],
  );
});

test('which address lies in which range is what the platform says too [SEC-15-1]', () => {
  const sides = [
    { address: fc.ipV4(), most: 32, family: 'ipv4' },
    { address: fc.ipV6(), most: 128, family: 'ipv6' },
  ] as const;
  for (const { address, most, family } of sides) {
    fc.assert(
      fc.property(address, address, fc.integer({ min: 0, max: most }), (one, base, length) => {
        fc.pre(!one.includes('.') || family === 'ipv4');
        fc.pre(!base.includes('.') || family === 'ipv4');
        const list = new BlockList();
        list.addSubnet(base, length, family);
        const found = networkOf(one, [{ name: 'x', ranges: [`${base}/${length}`] }]);
        assert.equal(found !== undefined, list.check(one, family));
      }),
    );
  }
});
