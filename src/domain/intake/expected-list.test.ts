import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { parseYearMonth } from '../basics/year-month.ts';
import { chiyodaVisit } from '../../programmes/chiyoda-visit/programme.ts';
import { expectedList } from './expected-list.ts';

const { intake } = chiyodaVisit.rules;
const month = (text: string) => {
  const read = parseYearMonth(text);
  assert.ok(read.ok);
  return read.value;
};

test('the list of the next month is needed three programme days before the dispatch that it feeds [CHI-8.1-1]', () => {
  assert.deepEqual(expectedList([month('2026-09'), month('2026-10')], date('2026-09-20'), intake), {
    month: '2026-11',
    by: '2026-10-10',
    dispatch: '2026-10-15',
  });
});

test('before the first list, the women of the month after this one are expected [CHI-8.1-1]', () => {
  assert.equal(expectedList([], date('2026-05-01'), intake).month, '2026-06');
});
