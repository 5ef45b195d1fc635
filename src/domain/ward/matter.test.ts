import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RecordedFact } from '../facts.ts';
import { CASE, factsOf, on, refusalOf, today } from '../../../tests/support/given.ts';
import { evolveMatter, isOpen, noMatter } from './matter.ts';
import { recordWardAnswer } from './record-ward-answer.ts';
import { tellWard, type TellWard } from './tell-ward.ts';

const context = today('2026-06-10');
const ask: TellWard = {
  matter: 'matter_1',
  case: CASE,
  asks: true,
  about: 'residence',
  channel: 'phone',
  by: 'health-centre',
  ref: 'call-1',
};
const answer = {
  matter: 'matter_1',
  answer: 'yes',
  channel: 'phone',
  by: 'health-centre',
  ref: 'call-2',
} as const;
const state = (...facts: readonly RecordedFact[]) => ({ matter: facts.reduce(evolveMatter, noMatter) });
const said = (day: string, ...facts: Parameters<typeof factsOf>) =>
  factsOf(...facts).map((fact) => on(day, fact));

test('a question to the ward is open until its word is recorded, and open again when asked anew [CHI-15.2-1]', () => {
  const asked = said('2026-06-10', tellWard(state(), ask, context));
  assert.ok(isOpen(state(...asked).matter));
  const answered = [...asked, ...said('2026-06-11', recordWardAnswer(state(...asked), answer, context))];
  assert.equal(isOpen(state(...answered).matter), false);
  const again = said('2026-06-12', tellWard(state(...answered), { ...ask, ref: 'call-3' }, context));
  assert.ok(isOpen(state(...answered, ...again).matter));
});

test('what was only told waits for nothing, and told twice it is known [CHI-15.2-1]', () => {
  const told = said('2026-06-10', tellWard(state(), { ...ask, asks: false }, context));
  assert.equal(isOpen(state(...told).matter), false);
  assert.deepEqual(factsOf(tellWard(state(...told), { ...ask, asks: false }, context)), []);
});

test('words stay with the woman, and a matter stays with its case [CHI-15.2-1]', () => {
  const decided = tellWard(state(), { ...ask, words: '見本' }, context);
  assert.ok('keep' in decided && decided.keep?.[0]?.section === 'inquiry');
  const { case: _none, ...open } = ask;
  assert.equal(refusalOf(tellWard(state(), { ...open, words: '見本' }, context)), 'words-need-case');
  const asked = said('2026-06-10', tellWard(state(), ask, context));
  const other = { ...ask, case: 'case_other' } as const;
  assert.equal(refusalOf(tellWard(state(...asked), other, context)), 'matter-of-another-case');
  assert.equal(refusalOf(recordWardAnswer(state(), answer, context)), 'matter-unknown');
});
