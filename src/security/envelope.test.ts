import { Aes256Gcm, CipherSuite, DhkemX25519HkdfSha256, HkdfSha256 } from '@hpke/core';
import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import { date } from '../domain/basics/civil-date.ts';
import { capsuleKey, envelopePsk, locatorOf, openCapsule, sealCapsule } from './capsule.ts';
import { secretsFrom } from './draw-secrets.ts';
import {
  envelopeId,
  newRecipientKey,
  openEnvelope,
  openOpenEnvelope,
  sealEnvelope,
  sealOpenEnvelope,
} from './envelope.ts';
import { SealBroken } from './sealing.ts';

const pepper = Buffer.alloc(32, 7);
const born = date('1995-05-05');
const drawSecrets = secretsFrom(randomBytes, pepper);

test('a capsule opens with the code and the date of birth and with nothing else [AMB-44]', () => {
  const { code, link } = drawSecrets();
  const locator = locatorOf(pepper, code);
  const key = capsuleKey(code, born, locator);
  assert.deepEqual(link(born), { locator, key: key.toString('base64') });
  const sealed = sealCapsule(key, locator, 'inside', Buffer.from('予定'));
  assert.equal(openCapsule(key, locator, 'inside', sealed).toString(), '予定');
  const wrongDate = capsuleKey(code, date('1995-05-06'), locator);
  assert.throws(() => openCapsule(wrongDate, locator, 'inside', sealed), SealBroken);
  assert.throws(() => openCapsule(key, locator, 'own', sealed), SealBroken);
  assert.notEqual(locatorOf(Buffer.alloc(32, 8), code), locator);
});

test('an envelope opens inside only for her locator, her counter and somebody who had opened her capsule', async () => {
  const { code } = drawSecrets();
  const locator = locatorOf(pepper, code);
  const psk = envelopePsk(capsuleKey(code, born, locator), locator);
  const inside = await newRecipientKey();
  const label = { locator, counter: 1, form: 'register/1' };
  const envelope = sealEnvelope(inside.publicKey, psk, label, Buffer.from('{"phone":"0300000000"}'));
  assert.equal(envelope.bytes.length, 32 + 4096 + 16);
  assert.equal(envelope.id, envelopeId(envelope.bytes));
  const opened = await openEnvelope(inside.privateKey, psk, label, envelope.bytes);
  assert.ok(opened.ok && opened.value.toString() === '{"phone":"0300000000"}');

  const stranger = envelopePsk(capsuleKey(code, date('1990-01-01'), locator), locator);
  const replayed = { ...label, counter: 2 };
  const changed = Buffer.from(envelope.bytes);
  changed[100] = (changed[100] ?? 0) ^ 1;
  for (const attempt of [
    openEnvelope(inside.privateKey, stranger, label, envelope.bytes),
    openEnvelope(inside.privateKey, psk, replayed, envelope.bytes),
    openEnvelope(inside.privateKey, psk, label, changed),
    openEnvelope((await newRecipientKey()).privateKey, psk, label, envelope.bytes),
    openEnvelope(inside.privateKey, psk, label, Buffer.alloc(10)),
  ]) {
    assert.deepEqual(await attempt, { ok: false, error: { type: 'envelope-does-not-open' } });
  }
});

test('what is sealed by the functions of the platform opens by the library of RFC 9180 in both modes [oracle]', async () => {
  const suite = new CipherSuite({
    kem: new DhkemX25519HkdfSha256(),
    kdf: new HkdfSha256(),
    aead: new Aes256Gcm(),
  });
  const inside = await newRecipientKey();
  const locator = locatorOf(pepper, drawSecrets().code);
  const key = randomBytes(32);
  const whole = (bytes: Uint8Array) => new Uint8Array(bytes).buffer;
  const recipientKey = await suite.kem.deserializePrivateKey(whole(inside.privateKey));
  const opened = async (bytes: Uint8Array, label: readonly unknown[], psk?: object) => {
    const enc = whole(bytes.subarray(0, 32));
    const recipient = await suite.createRecipientContext({ recipientKey, enc, ...psk });
    const aad = whole(Buffer.from(JSON.stringify(label)));
    return Buffer.from(await recipient.open(whole(bytes.subarray(32)), aad)).toString();
  };
  const message = Buffer.from('{"kind":"stop"}');
  const hers = sealEnvelope(inside.publicKey, key, { locator, counter: 1, form: 'portal/1' }, message);
  const psk = { psk: { id: whole(Buffer.from(locator, 'hex')), key: whole(key) } };
  assert.match(await opened(hers.bytes, [locator, 1, 'portal/1'], psk), /\{"kind":"stop"\}/);
  const open = sealOpenEnvelope(inside.publicKey, 'open/1', message);
  assert.match(await opened(open.bytes, ['', 0, 'open/1']), /\{"kind":"stop"\}/);
});

test('nothing is sealed to a key with which everybody shares the same secret, or to none', () => {
  for (const bad of [Buffer.alloc(32), Buffer.alloc(31, 1), Buffer.alloc(0)])
    assert.throws(() => sealOpenEnvelope(bad, 'open/1', Buffer.from('{}')));
});

test('an open message opens for us alone, and can never pass for one of hers', async () => {
  const inside = await newRecipientKey();
  const form = 'enquiry/1';
  const open = sealOpenEnvelope(inside.publicKey, form, Buffer.from('{"kind":"enquiry"}'));
  assert.equal(open.bytes.length, 32 + 4096 + 16);
  const read = await openOpenEnvelope(inside.privateKey, form, open.bytes);
  assert.ok(read.ok && read.value.toString() === '{"kind":"enquiry"}');
  const other = await openOpenEnvelope(inside.privateKey, 'enquiry/2', open.bytes);
  assert.ok(!other.ok);
  const locator = locatorOf(pepper, drawSecrets().code);
  const asHers = await openEnvelope(
    inside.privateKey,
    Buffer.alloc(32),
    { locator, counter: 0, form },
    open.bytes,
  );
  assert.ok(!asHers.ok);
});
