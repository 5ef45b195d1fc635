import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import type { PieceKind } from '../facts/mailing.ts';
import type { RecordedFact } from '../facts.ts';
import { CASE, given, on, opened, today } from '../../../tests/support/given.ts';
import { templateFor } from './template-for.ts';

const { rules } = today('2026-07-01');
const words = (kind: PieceKind, ...facts: readonly RecordedFact[]) =>
  templateFor(given(opened(), ...facts).case, kind, `${kind}-1`, rules.mailing);
const day = date('2026-06-20');
const born = on('2026-06-20', { type: 'case.birth-reported', case: CASE, on: day, source: 'phone' });
const lost = on('2026-06-21', { type: 'case.loss-reported', case: CASE, on: day, source: 'phone' });
const childDied = on('2026-06-22', { type: 'case.died', case: CASE, who: 'child', on: day, source: 'list' });

test('the letter in a package has other words after a birth [CHI-8.4-1]', () => {
  assert.equal(words('package'), 'package-1');
  assert.equal(words('package', born), 'package-b-1');
});

test('after a loss, or the death of a child that was born, no letter in a package speaks of a baby [CHI-8.14-5]', () => {
  assert.equal(words('package', lost), 'package-c-1');
  assert.equal(words('package-request', born, childDied), 'package-c-1');
});

test('an invitation has one wording: it stops at a birth and at a loss instead [CHI-4.3-1]', () => {
  assert.equal(words('notice', born), 'notice-1');
});
