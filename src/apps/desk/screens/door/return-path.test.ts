import assert from 'node:assert/strict';
import { test } from 'node:test';
import { returnPath, withReturn } from './return-path.ts';

test('after signing in one comes back to a page of the desk and never elsewhere [SEC-4-6]', () => {
  for (const own of ['/', '/cases/case_a', '/own', '/lists?state=open&page=2', '/own/app?to=/own']) {
    assert.equal(returnPath(own), own);
  }
  const elsewhere = [
    null,
    '',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil.example',
    '/a\\..\\..\\b',
    '/a/..//evil.example',
    '/./%2e%2e//evil.example',
    ' /cases',
    '/ca\nses',
    'javascript:alert(1)',
    '/sign-in',
    '/sign-in/password?to=/',
    '/sign-out',
    '/lock',
    '/do/list.commit',
    '/x/../do/list.commit',
    '/api/do/case.pause',
    '/cases#main',
    `/${'a'.repeat(600)}`,
  ];
  for (const to of elsewhere) assert.equal(returnPath(to), '/', `${to}`);
});

test('a way back stands behind an address in one piece', () => {
  assert.equal(withReturn('/sign-in', '/'), '/sign-in');
  assert.equal(withReturn('/sign-in', '/lists?a=1&b=2'), '/sign-in?to=%2Flists%3Fa%3D1%26b%3D2');
});
