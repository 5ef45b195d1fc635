import assert from 'node:assert/strict';
import { performance } from 'node:perf_hooks';
import { test } from 'node:test';
import type { ListId } from '../../src/domain/basics/ids.ts';
import type { EffectTable } from '../../src/domain/effect/effect-table.ts';
import { groupOf } from '../../src/domain/members/next-card.ts';
import { subjectOf } from '../../src/domain/rules-of.ts';
import { planCards } from '../../src/exchange/cards/plan-cards.ts';
import { jobKinds } from '../../src/gate/inside/job-kinds.ts';
import { runJob } from '../../src/gate/job.ts';
import { screening } from '../../src/programmes/screening/programme.ts';
import { attended, insured } from '../support/insured.ts';
import { screeningPlace } from '../support/screening-place.ts';

const PERSONS = 50_000;
const MOST_IN_A_BATCH = screening.rules.mailing.maxPieces;

test('fifty thousand persons are taken in, grouped, carded and compared [SCR-A-5, SCR-A-10, SCR-A-11]', async (t) => {
  const house = await screeningPlace('2026-06-01');
  const { place, done, asked, takeIn, setNow } = house;
  const manager = await house.person('responsible-manager');
  let last = performance.now();
  const took = (what: string) => {
    const now = performance.now();
    t.diagnostic(`${what}: ${((now - last) / 1000).toFixed(1)} s`);
    last = now;
  };
  const numbers = Array.from({ length: PERSONS }, (_none, at) => at + 1);
  const rows = numbers.map((number) => insured(number));
  took('list written');
  const taken = await takeIn(manager, rows);
  assert.equal(taken.accepted, PERSONS);
  const list: ListId = taken.list;
  took('list taken in and committed');

  const receipt = await done(manager, 'groups.draw', { list });
  const [job] = receipt.facts.flatMap((fact) => (fact.type === 'groups.drawn' ? [fact.job] : []));
  assert.ok(job);
  const drawn = await runJob(place.parts, jobKinds, job);
  assert.ok(drawn.ok && drawn.value.state === 'finished');
  took('groups drawn');
  const shown = await asked<{ agrees: boolean; sizes: { group: string; persons: number }[] }>(
    manager,
    'groups.show',
    { list },
  );
  assert.equal(shown.agrees, true);
  took('groups drawn again and compared');

  const members = subjectOf(screening.rules, 'members');
  const withCard = shown.sizes
    .filter(({ group }) => groupOf(group, members)?.card !== undefined)
    .reduce((sum, { persons }) => sum + persons, 0);
  const planned = await planCards(place, { reason: 'agreed-with-ward' }, { actor: manager });
  assert.ok(planned.ok);
  took('cards planned, fixed and numbered');
  assert.equal(planned.value.length, Math.ceil(withCard / MOST_IN_A_BATCH));
  assert.ok(planned.value.every(({ pieces }) => pieces <= MOST_IN_A_BATCH));
  assert.equal(
    planned.value.reduce((sum, { printed }) => sum + printed, 0),
    withCard,
  );

  setNow('2026-07-01');
  await takeIn(
    manager,
    numbers.filter((number) => number % 4 === 0).map((number) => attended(number, '2026-06-20')),
    { kind: 'attendance' },
  );
  took('attendance of a quarter taken in');
  const table = await asked<EffectTable>(manager, 'effect.table', {});
  took('effect table');
  assert.equal(table.total.persons, PERSONS);
  assert.equal(table.total.attended, PERSONS / 4);
  assert.ok(table.groups.every(({ control, difference }) => control === (difference === null)));
});
