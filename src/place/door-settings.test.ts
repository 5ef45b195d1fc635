import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { DESK_CONFIG, readDeskSettings } from './door-settings.ts';

const inside = await mkdtemp(join(tmpdir(), 'mimamori-desk-'));
after(() => rm(inside, { recursive: true, force: true }));
const read = async (said: object) => {
  await writeFile(join(inside, DESK_CONFIG), JSON.stringify(said));
  return readDeskSettings({ inside });
};

test('a desk of which nothing is said is for this machine alone [SEC-15-1]', async () => {
  const { networks, host, proxied, tls } = await readDeskSettings({ inside });
  assert.deepEqual(
    [host, proxied, tls, networks.map(({ ranges }) => ranges)],
    ['127.0.0.1', false, undefined, [['127.0.0.0/8', '::1/128']]],
  );
});

test('from other machines the desk is reached by TLS only, and a word that is not understood stops it [SEC-15-1]', async () => {
  const office = { name: 'office', ranges: ['192.0.2.0/24'] };
  const own = await read({
    proxied: true,
    host: '10.0.0.4',
    origin: 'https://desk.example',
    networks: [office],
  });
  assert.deepEqual([own.proxied, own.origin, own.networks], [true, 'https://desk.example', [office]]);
  await assert.rejects(read({ host: '10.0.0.4', origin: 'http://desk.example' }), /by TLS only/);
  await assert.rejects(read({ proxied: true, origin: 'http://desk.example' }), /https/);
  await assert.rejects(read({ networks: [] }), /networks/);
  await assert.rejects(read({ network: [office] }), /desk\.json/);
  await assert.rejects(read({ listedPasswords: 'list.txt' }), /listedPasswords/);
});
