import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { date } from '../domain/basics/civil-date.ts';
import type { Paper } from '../programmes/paper.ts';
import { programmes } from '../programmes/all.ts';
import type { Letter } from './letter.ts';
import { openPress } from './press.ts';
import { renderLetters } from './render-letters.ts';
import { renderPaper } from './render-paper.ts';

const [chiyoda] = programmes;
assert.ok(chiyoda);
const templates = chiyoda.letters;
const press = openPress(templates, 2);
after(() => press.end());

const DAYS = ['2026-05-20', '2026-06-22'] as const;

function letter(nth: number, name = '見本　花子'): Letter {
  return {
    template: 'notice-1',
    postcode: '102-0074',
    lines: [`東京都千代田区九段南一丁目${nth}番`],
    name,
    date: '令和8年5月20日',
    code: null,
    token: `TOKEN${nth}`,
    barcode: null,
    until: null,
  };
}

const paper = (nth: number): Paper => ({
  template: 'test-1',
  title: `見本の書類 ${nth}`,
  date: date('2026-05-20'),
  about: [['数', `${nth}点`]],
  blocks: [{ kind: 'text', text: 'ほんぶん' }],
});

test('whatever a press has set before, its bytes are those of one who sets only this [B-07]', async () => {
  const runs = DAYS.map((day) => ({ templates, day: date(day), sample: true }));
  const letters = [1, 2, 3].map((nth) => letter(nth));
  const made = await Promise.all(
    runs.flatMap((run) => [press.letters(run, letters), press.letters(run, letters.slice(1))]),
  );
  const alone = await Promise.all(
    runs.flatMap((run) => [
      renderLetters(run, letters, { workers: 0 }),
      renderLetters(run, letters.slice(1), { workers: 0 }),
    ]),
  );
  for (const [at, one] of made.entries()) {
    const other = alone[at];
    assert.ok(one.ok && other?.ok);
    assert.deepEqual(
      one.value.map(({ first, letters: count, pdf }) => [first, count, Buffer.from(pdf).toString('base64')]),
      other.value.map(({ first, letters: count, pdf }) => [
        first,
        count,
        Buffer.from(pdf).toString('base64'),
      ]),
    );
  }
});

test('papers come out in the order of asking, with the bytes of one who sets them here [B-07]', async () => {
  const numbers = [1, 2, 3, 4, 5];
  const made = await Promise.all(numbers.map((nth) => press.paper(paper(nth), true)));
  for (const [at, nth] of numbers.entries()) {
    const [one, other] = [made[at], renderPaper(paper(nth), true)];
    assert.ok(one?.ok && other.ok);
    assert.ok(Buffer.from(one.value).equals(other.value));
  }
});

test('a letter that cannot be set is named by its place, and the press goes on [AMB-45]', async () => {
  const run = { templates, day: date(DAYS[0]), sample: true };
  const letters = Array.from({ length: 130 }, (_, nth) => letter(nth, nth === 127 ? '\u{f8000}' : undefined));
  assert.deepEqual(await press.letters(run, letters), {
    ok: false,
    error: { type: 'missing-glyph', letters: [127] },
  });
  assert.ok((await press.paper(paper(1), true)).ok);
});
