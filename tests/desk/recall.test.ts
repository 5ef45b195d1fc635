import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { CaseId } from '../../src/domain/basics/ids.ts';
import { planCards } from '../../src/exchange/cards/plan-cards.ts';
import { jobKinds } from '../../src/gate/inside/job-kinds.ts';
import { runJob } from '../../src/gate/job.ts';
import { deskRoom } from '../support/desk-room.ts';
import { insured } from '../support/insured.ts';
import { screeningPlace } from '../support/screening-place.ts';
import { factsIn } from '../support/take-in.ts';

const home = await screeningPlace('2026-06-01');
const { place, done, takeIn } = home;
const room = await deskRoom({ on: home });
const manager = await room.sitting('responsible-manager');
const clerk = await room.sitting('mailing-clerk');
const operator = await room.sitting('operator');
const PERSONS = 30;

/** Everybody of a small list has the card of the own group in hand, as far as the group gets one. */
async function cardsPosted(): Promise<void> {
  const { list } = await takeIn(
    manager.account,
    Array.from({ length: PERSONS }, (_none, at) => insured(at + 1)),
  );
  const { facts } = await done(manager.account, 'groups.draw', { list });
  const [job] = facts.flatMap((fact) => (fact.type === 'groups.drawn' ? [fact.job] : []));
  assert.ok(job);
  assert.ok((await runJob(place.parts, jobKinds, job)).ok);
  const planned = await planCards(place, { reason: 'agreed-with-ward' }, { actor: manager.account });
  const [batch] = planned.ok ? planned.value : [];
  assert.ok(batch);
  const { batch: id, printed } = batch;
  await done(clerk.account, 'batch.sample', { batch: id, sampled: printed, differing: 0 }, manager.account);
  await done(manager.account, 'batch.release', { batch: id }, clerk.account);
  const counts = { printed, spoiled: 0, pulled: 0, enclosed: printed, posted: 0 };
  await done(clerk.account, 'batch.count', { batch: id, stage: 'enclosed', ...counts });
  for (const { case: who, piece } of await factsIn(place, 'piece.printed'))
    await done(clerk.account, 'piece.post', { batch: id, case: who, piece, service: 'postcard' });
}

test('those with a card and no attendance are called from the list; who wants to be left alone is called no more [SCR-A-8]', async () => {
  assert.match((await operator.get('/calls/recall')).text, /かける方はいません/);
  await cardsPosted();
  const list = await operator.get('/calls/recall');
  assert.match(list.text, /かける方\(20名ずつ\)/);
  const cases = [...list.text.matchAll(/href="\/do\/case\.record-call\?case=(case_[a-z0-9]+)"/g)].map(
    ([, id]) => id as CaseId,
  );
  const carded = new Set((await factsIn(place, 'piece.posted')).map((fact) => fact.case));
  assert.ok(cases.length >= 3 && cases.every((id) => carded.has(id)), 'the control group is not called');
  const [gone, busy, later] = cases;
  const record = (id: CaseId | undefined, fields: Readonly<Record<string, string>>) =>
    operator.act(`/do/case.record-call?case=${id ?? ''}`, fields);
  assert.match(
    (await operator.get(`/do/case.record-call?case=${gone}`)).text,
    /その場ですべての連絡を止めます/,
  );
  assert.equal((await record(gone, {})).status, 422);
  assert.equal((await record(gone, { result: 'stop' })).to?.split('?')[0], '/calls/recall');
  assert.equal((await record(busy, { result: 'will-attend', reason: 'busy' })).status, 303);
  assert.equal((await record(later, { result: 'no-answer' })).status, 303);
  const { text } = await operator.get('/calls/recall');
  assert.deepEqual(
    [gone, busy, later].map((id) => text.includes(`case=${id}`)),
    [false, false, true],
  );
  assert.equal((await clerk.get('/calls/recall')).status, 403);
});
