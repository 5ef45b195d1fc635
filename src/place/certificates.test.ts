import assert from 'node:assert/strict';
import { X509Certificate } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { fingerprintOf } from '../security/self-signed.ts';
import { isSignedBy, signText } from '../security/signature.ts';
import { makeCertificates, pairZones } from './certificates.ts';
import { keyFolder } from './key-folder.ts';

test('each end gets a certificate of its own, signed by its own key, that another program reads [SEC-14-3]', () => {
  const made = makeCertificates({ outsideName: 'portal.example' });
  const outside = new X509Certificate(made.outsideCert);
  assert.equal(outside.verify(outside.publicKey), true);
  assert.equal(outside.checkHost('portal.example'), 'portal.example');
  assert.equal(new X509Certificate(made.insideCert).verify(outside.publicKey), false);
  assert.notEqual(fingerprintOf(made.insideCert), fingerprintOf(made.outsideCert));
});

test('two zones are made known to each other once: what one signs the other knows, and again changes nothing [SEC-14-3]', async (t) => {
  const dir = await mkdtemp(join(tmpdir(), 'mimamori-pair-'));
  t.after(() => rm(dir, { recursive: true, force: true }));
  const [inside, outside] = [await keyFolder(join(dir, 'in')), await keyFolder(join(dir, 'out'))];
  await pairZones(inside, outside, { outsideName: 'localhost' });
  const read = async (folder: typeof inside, name: string) => String(await folder.read(name));
  const signature = signText(await read(inside, 'courier-key'), 'bundle');
  assert.equal(isSignedBy(await read(outside, 'inside-courier-public'), 'bundle', signature), true);
  assert.equal(isSignedBy(await read(inside, 'outside-courier-public'), 'bundle', signature), false);
  assert.equal(await read(inside, 'portal-pepper'), await read(outside, 'pepper'));
  const before = await Promise.all((await inside.names()).map((name) => read(inside, name)));
  await pairZones(inside, outside, { outsideName: 'localhost' });
  assert.deepEqual(await Promise.all((await inside.names()).map((name) => read(inside, name))), before);
});
