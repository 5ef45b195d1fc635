import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../src/domain/basics/civil-date.ts';
import { typedDay, typedMonth } from '../../src/apps/desk/typed-day.ts';
import { deskRoom } from '../support/desk-room.ts';

const room = await deskRoom();
const manager = await room.sitting('responsible-manager');

test('a day above a list is understood as wards write it, and without a year as the nearest [B-18]', () => {
  const today = date('2026-12-20');
  const day = (text: string) =>
    typedDay({ query: new URLSearchParams({ day: text }), today }, 'day', '日付', today);
  assert.deepEqual(
    ['2026-09-01', '2026/9/1', 'R8.9.1', '令和8年9月1日', '2026-9-1', '9/1', '9月1日', '1/5', ''].map(
      (text) => day(text).value,
    ),
    [...Array(7).fill('2026-09-01'), '2027-01-05', today],
  );
  assert.equal(day('13/45').value, today);
  assert.match(day('8.9.1').problem?.text ?? '', /日付として読めません/);
});

test('a month above a list is understood with its year or its era, and never guessed [B-18]', () => {
  const month = (text: string) => typedMonth({ query: new URLSearchParams({ month: text }) }, 'month', '月');
  assert.deepEqual(
    ['2026-09', '2026/9', '2026年9月', 'R8.9', '令和8年9月', ''].map((text) => month(text).value),
    [...Array(5).fill('2026-09'), undefined],
  );
  assert.ok(month('9').problem && month('8.9').problem && month('R8').problem && month('R8.9.1').problem);
});

test('no list asks for a day in the way of a foreign browser; what is not understood is said beside the field and kept [B-18]', async () => {
  for (const [path, field] of [
    ['/cases', 'month'],
    ['/calls/book', 'day'],
    ['/bookings/lengths', 'from'],
    ['/bookings/assign', 'from'],
  ] as const) {
    const typed = encodeURIComponent(field === 'month' ? '令和8年5月' : '令和8年5月3日');
    const fine = await manager.get(`${path}?${field}=${typed}`);
    assert.equal(fine.status, 200, path);
    assert.doesNotMatch(fine.text, /type="(date|month)"/, path);
    const wrong = await manager.get(`${path}?${field}=abc`);
    assert.equal(wrong.status, 422, path);
    assert.match(wrong.text, new RegExp(`href="#${field}"[^>]*>[^<]*読めません`), path);
  }
  const book = await manager.get('/calls/book?day=4/30');
  assert.match(book.text, /受付簿 2026年4月30日[\s\S]*value="2026-04-30"/);
  const lengths = await manager.get('/bookings/lengths?to=abc');
  assert.match(lengths.text, /id="to"[^>]*aria-describedby="to-error" aria-invalid="true"[^>]*value="abc"/);
});
