import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays, date, type CivilDate } from '../domain/basics/civil-date.ts';
import { STANDARD_WEEKS } from '../domain/calendar/pregnancy.ts';
import { changeKindByWord } from '../domain/intake/change-kinds.ts';
import { LIST_COLUMNS } from '../exchange/intake/list-columns.ts';
import { readList, type ReadList } from '../exchange/intake/read-list.ts';
import { chiyodaVisit } from '../programmes/chiyoda-visit/programme.ts';
import { FEWEST_PEOPLE, livesOf } from './lives.ts';
import { listsOfTheYear, wordOfTheWard, type Town, type WardPost } from './ward-post.ts';

const town = (people: number, seed: number): Town => ({ seed, lives: livesOf({ people, seed }) });

async function reading(post: WardPost): Promise<ReadList> {
  const read = await readList(post.bytes, {
    kind: post.kind,
    password: post.password,
    months: post.months,
    settings: { municipality: chiyodaVisit.municipality.name, weeks: STANDARD_WEEKS },
  });
  assert.ok(read.ok, post.fileName);
  return read.value;
}

/** Every weekly word of the ward in the year, Tuesdays. */
function* wordsOfTheYear(of: Town): Generator<WardPost> {
  for (let on = date('2026-04-14'); on < '2027-04-01'; on = addDays(on, 7)) {
    const word = wordOfTheWard(of, addDays(on, -7), on);
    if (word.kind !== 'no-change') yield word;
  }
}

/** What each fault of a row is read as; all other rows of a list are without refusal and question. */
const READ_AS: Readonly<Record<string, string>> = {
  'wrong-era': 'asks birth-date-implausible',
  'protection-blank': 'refuses protection-blank',
  'columns-swapped': 'refuses kana-not-kana',
  'postcode-short': 'refuses leading-zero-lost',
  'due-outside-month': 'refuses month8-outside-list-months',
  gaiji: 'asks gaiji',
  'character-lost': 'asks character-lost',
};

for (const [people, seed] of [
  [FEWEST_PEOPLE, 1],
  [730, 2],
] as const) {
  test(`every list of a town of ${people} is read, and only the planted faults are found [CHI-8.1-1, CHI-8.1-3]`, async () => {
    const found: string[] = [];
    for (const post of listsOfTheYear(town(people, seed))) {
      const read = await reading(post);
      assert.equal(read.rowCount, post.lives.length);
      const at = (line: number) => post.lives[line - 2];
      for (const { line, problems } of read.refused) {
        const fault = at(line)?.listing.fault;
        found.push(`${post.fileName} ${fault ?? ''}: refuses ${problems.map(({ code }) => code).join(' ')}`);
      }
      for (const { line, questions } of read.rows) {
        for (const { code } of questions) {
          const life = at(line);
          const undecided = code === 'protected-way-undecided' && life?.woman.protected;
          if (!undecided) found.push(`${post.fileName} ${life?.listing.fault ?? ''}: asks ${code}`);
        }
      }
    }
    const planted = livesOf({ people, seed }).flatMap(({ listing }) => listing.fault ?? []);
    const expected = planted.map((fault) => `${fault}: ${READ_AS[fault]}`);
    const once = found.filter((text, index) => found.indexOf(text) === index);
    assert.deepEqual(once.map((text) => text.replace(/^\S+ /, '')).toSorted(), expected.toSorted());
  });
}

test('a row that was refused or left out comes again, set right, in a file that adds to the list [CHI-8.1-3]', async () => {
  const posts = listsOfTheYear(town(FEWEST_PEOPLE, 5));
  const additions = posts.filter(({ addition }) => addition);
  assert.equal(additions.flatMap(({ lives }) => lives).length, 5);
  for (const post of additions) {
    const read = await reading(post);
    assert.deepEqual(read.refused, []);
    assert.ok(read.rows.every(({ questions }) => questions.length === 0));
    const first = posts.find(({ kind, months }) => kind === 'targets' && months[0] === post.months[0]);
    assert.ok(first && first.on < post.on);
  }
});

test('one list comes twice to the byte, and one as an age file in UTF-8 [CHI-8.1-1]', async () => {
  const posts = listsOfTheYear(town(FEWEST_PEOPLE, 3));
  const twice = posts.filter(({ again }) => again);
  assert.equal(twice.length, 1);
  const before = posts.find(({ fileName, again }) => !again && fileName === twice[0]?.fileName);
  assert.deepEqual(twice[0]?.bytes, before?.bytes);
  const forms = await Promise.all(posts.map(reading));
  const kinds = new Set(forms.map(({ container, encoding }) => `${container} ${encoding}`));
  assert.deepEqual([...kinds].toSorted(), ['age utf-8', 'zip-aes256 cp932']);
});

test('in one month the follow-up flags come apart, in a list of their own [CHI-8.3-8]', async () => {
  const posts = listsOfTheYear(town(730, 4));
  const blank: string[] = [];
  for (const post of posts.filter(({ kind }) => kind === 'targets')) {
    const read = await reading(post);
    assert.ok(read.kind === 'targets');
    if (read.rows.every(({ row }) => row.followUp === undefined)) blank.push(post.fileName);
  }
  assert.deepEqual(blank, ['taisho-2026-09.zip']);
  assert.ok(posts.some(({ kind, months }) => kind === 'follow-up' && months[0] === '2026-09'));
});

test('every changes list of the year is read; only a lifted protection is asked about [AMB-56]', async () => {
  const kinds = new Set<string>();
  for (const post of wordsOfTheYear(town(FEWEST_PEOPLE, 6))) {
    const read = await reading(post);
    assert.ok(read.kind === 'changes');
    assert.deepEqual(read.refused, []);
    for (const { line, row, questions } of read.rows) {
      const told = post.told[line - 2];
      assert.equal(row.kind, told?.change.kind);
      assert.equal(row.on, told?.change.on);
      kinds.add(row.kind);
      const expected = row.kind === 'protection-ended' ? ['protection-end-needs-ward'] : [];
      assert.deepEqual(
        questions.map(({ code }) => code),
        expected,
      );
    }
  }
  assert.deepEqual([...kinds].toSorted(), [...new Set(changeKindByWord.values())].toSorted());
});

test('a change under another reading comes again under hers a week later [AMB-38]', () => {
  const all = town(FEWEST_PEOPLE, 8);
  const kanaAt = LIST_COLUMNS.changes.required.indexOf('氏名カナ');
  const rows = [...wordsOfTheYear(all)].flatMap(({ told }) =>
    told.filter(({ change }) => change.mistaken === 'kana').map(({ again }) => again),
  );
  assert.equal(kanaAt, 1);
  assert.deepEqual(rows, [false, true]);
});

test('the ward states that nothing changed when nothing did, and no change is told twice or never', () => {
  const all = town(200, 9);
  const end = '2027-03-30' as CivilDate;
  const whole = wordOfTheWard(all, date('2026-04-07'), end);
  assert.ok(whole.kind === 'changes');
  const weekly = [...wordsOfTheYear(all)].flatMap(({ told }) => told);
  assert.deepEqual(weekly, whole.told);
  assert.equal(wordOfTheWard(all, date('2026-04-01'), date('2026-04-02')).kind, 'no-change');
});

test('the same seed writes the same bytes', () => {
  const bytes = (seed: number) => listsOfTheYear(town(FEWEST_PEOPLE, seed)).map((post) => post.bytes);
  assert.deepEqual(bytes(11), bytes(11));
  assert.notDeepEqual(bytes(11), bytes(12));
});
