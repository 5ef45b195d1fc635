import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { OutsideGate } from '../../gate/outside/outside-gate.ts';
import { chiyodaVisit } from '../../programmes/chiyoda-visit/programme.ts';
import { openPortal } from './open-portal.ts';

const settings = {
  // Nobody asks it anything before a request comes.
  gate: {} as OutsideGate,
  programme: chiyodaVisit,
  origin: 'https://portal.example',
  chance: (bytes: number) => new Uint8Array(bytes),
  clock: () => 0,
  log: () => undefined,
};

test('with real data no page opens while a text waits for the ward, in a try-out it does [CHI-8.16-4]', () => {
  assert.throws(
    () => openPortal({ ...settings, tryout: false }),
    /No ward has approved words\.ja\.site\.block/,
  );
  assert.equal(typeof openPortal({ ...settings, tryout: true }), 'function');
});
