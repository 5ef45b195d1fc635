import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, date } from '../../src/domain/basics/civil-date.ts';
import type { ListQuestionCode } from '../../src/domain/intake/questions.ts';
import { FEWEST_PEOPLE, livesOf } from '../../src/simulation/lives.ts';
import { wardAnswer } from '../../src/simulation/ward-answers.ts';
import { listsOfTheYear, wordOfTheWard, type WardPost } from '../../src/simulation/ward-post.ts';
import { testPlace } from '../support/place.ts';
import { factsIn, takeInFile, value } from '../support/take-in.ts';

const { place, setNow, person } = await testPlace('2026-04-01');
const clerk = await person('mailing-clerk');
const town = { seed: 21, lives: livesOf({ people: FEWEST_PEOPLE, seed: 21 }) };

type Asked = { readonly line: number; readonly code: ListQuestionCode; readonly column?: string };

/** Codes of what was asked about each file, with the story of whom it was about. */
const asked: string[] = [];

async function send(post: WardPost): Promise<number> {
  setNow(post.on);
  const { kind, months, password, handOver, addition } = post;
  const wish = { kind, months, password, handOver, addition };
  const staged = value(await takeInFile(place, clerk, post.bytes, wish));
  const questions = post.again
    ? []
    : (
        (await place.ask('list.questions', { list: staged.list }, { actor: clerk })) as {
          value: readonly Asked[];
        }
      ).value;
  for (const { line, code, column } of questions) {
    const life = line > 1 ? post.lives[line - 2] : undefined;
    asked.push(`${life?.story ?? post.fileName}: ${code}`);
    const input = { list: staged.list, line, code, ...(column ? { column } : {}), ...wardAnswer(code, life) };
    const said = await place.execute([{ row: 'list.answer-question', input }], { actor: clerk });
    assert.ok(said.ok, code);
  }
  const taken = value(await takeInFile(place, clerk, post.bytes, { ...wish, commit: true }));
  assert.ok(taken.committed, post.fileName);
  return staged.again ? 0 : taken.accepted;
}

test('all that the ward sends in a year is taken in, answered and let into the ledger [CHI-8.1-1 to CHI-8.1-3]', async () => {
  const lists = [...listsOfTheYear(town)];
  let before = date('2026-04-05');
  for (let on = date('2026-04-06'); on < '2027-04-01'; on = addDays(on, 1)) {
    for (let [next] = lists; next && next.on <= on; [next] = lists) {
      lists.shift();
      await send(next);
    }
    if (new Date(on).getUTCDay() !== 2) continue;
    const word = wordOfTheWard(town, before, on);
    before = on;
    if (word.kind !== 'no-change') await send(word);
  }
  assert.equal(lists.length, 0);
  const opened = await factsIn(place, 'case.opened');
  assert.equal(opened.length, FEWEST_PEOPLE);
});

test('the ward is asked about what was planted, and about nothing else', () => {
  const planted = [
    'move-out-taken-back: birth-date-implausible',
    'moved-by-the-recall-card: gaiji',
    'applies-without-code: character-lost',
    'second-pregnancy: number-differs',
    'second-pregnancy: new-pregnancy',
    'change-under-another-reading: change-identity-differs',
    'protected-through-the-ward: protection-end-needs-ward',
    'stopped-by-the-ward: change-by-ward-only',
    'protected-and-undecided: protected-way-undecided',
    'taken-off-the-list: protected-way-undecided',
    'taisho-2026-09.zip: follow-up-list-missing',
    ...['withdraws-before-any-visit', 'only-others-at-home', 'pauses-and-comes-back', 'notice-only'].map(
      (story) => `${story}: row-refused`,
    ),
  ];
  assert.deepEqual([...new Set(asked)].toSorted(), planted.toSorted());
});

test('a second pregnancy of the year is another case of the same woman [CHI-8.1-3]', async () => {
  const operator = await person('operator');
  const again = town.lives.find(({ story }) => story === 'second-pregnancy');
  const found = await place.ask('person.search', { words: again?.woman.number }, { actor: operator });
  assert.ok(found.ok);
  const { persons } = found.value as { persons: readonly { readonly cases: readonly unknown[] }[] };
  assert.deepEqual(
    persons.map(({ cases }) => cases.length),
    [2],
  );
});

test('what the ward told of them stands in the ledger: births, losses, moves, a death, protection', async () => {
  const told = (kind: string) =>
    town.lives.filter(({ changes }) =>
      changes.some((change) => change.kind === kind && change.known < '2027-03-30'),
    ).length;
  assert.equal((await factsIn(place, 'case.birth-reported')).length, told('birth'));
  const losses = await factsIn(place, 'case.loss-reported');
  assert.equal(losses.length, told('loss'));
  assert.equal((await factsIn(place, 'case.died')).length, told('woman-death') + told('child-death'));
  assert.ok((await factsIn(place, 'case.moved')).length >= 8);
  assert.ok((await factsIn(place, 'case.protection-changed')).length >= 1);
});
