import assert from 'node:assert/strict';
import { test } from 'node:test';
import { zoneEnvironment } from './zone-environment.ts';

const all = {
  PATH: '/bin',
  LANG: 'ja_JP.UTF-8',
  PGPASSWORD: 'inside',
  MIMAMORI_KEYS: '/mnt/keys',
  MIMAMORI_OUTSIDE_CA: '/etc/ca.pem',
  NODE_OPTIONS: '--require=/inside.js',
};

test('the outside process gets nothing of the environment of the inside [SEC-14-3]', () => {
  assert.deepEqual(zoneEnvironment('outside', all), {
    PATH: '/bin',
    LANG: 'ja_JP.UTF-8',
    MIMAMORI_OUTSIDE_CA: '/etc/ca.pem',
    NODE_ENV: 'production',
  });
});

test('the inside process gets nothing that was meant for the outside [SEC-14-3]', () => {
  const { MIMAMORI_OUTSIDE_CA: outsides, ...rest } = all;
  assert.ok(outsides);
  assert.deepEqual(zoneEnvironment('inside', all), { ...rest, NODE_ENV: 'production' });
});
