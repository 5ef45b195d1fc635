import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../basics/civil-date.ts';
import { eraAnswer, holidayAnswer, oneYearAnswer, pregnancyAnswer, programmeDayAnswer } from './answers.ts';
import { STANDARD_WEEKS } from './pregnancy.ts';
import { OFFICE_CALENDAR, PROGRAMME_CALENDAR } from './programme-days.ts';

test('`calendar pregnancy` answers with the windows, and with her week on a day if asked [B-01, AMB-02]', () => {
  const windows = {
    due: '2026-08-01',
    lmp: '2025-10-25',
    month7: { from: '2026-04-11', to: '2026-05-08' },
    month8: { from: '2026-05-09', to: '2026-06-05' },
    term: { from: '2026-07-11', to: '2026-08-14' },
  };
  const due = date('2026-08-01');
  assert.deepEqual(pregnancyAnswer({ due }, STANDARD_WEEKS), { ok: true, value: windows });
  assert.deepEqual(pregnancyAnswer({ due, on: date('2026-05-08') }, STANDARD_WEEKS), {
    ok: true,
    value: { ...windows, on: { date: '2026-05-08', weeks: 27, days: 6, month: 7 } },
  });
});

test('`calendar pregnancy` refuses a day before the pregnancy and due dates at the ends of the calendar [B-01]', () => {
  assert.deepEqual(pregnancyAnswer({ due: date('2026-08-01'), on: date('2025-10-24') }, STANDARD_WEEKS), {
    ok: false,
    error: { type: 'before-pregnancy', lmp: '2025-10-25' },
  });
  for (const due of ['1868-02-01', '2199-12-31']) {
    const answer = pregnancyAnswer({ due: date(due) }, STANDARD_WEEKS);
    assert.deepEqual(answer, { ok: false, error: { type: 'outside-calendar' } });
  }
});

test('`calendar programme-day` answers for both weeks [CHI-8.4-3, AMB-14]', () => {
  const asked = { after: date('2026-12-28'), days: 10 };
  assert.deepEqual(programmeDayAnswer(asked, PROGRAMME_CALENDAR), {
    ok: true,
    value: { date: '2027-01-15' },
  });
  assert.deepEqual(programmeDayAnswer(asked, OFFICE_CALENDAR), { ok: true, value: { date: '2027-01-18' } });
  const eve = { after: date('2019-12-31'), days: 1 };
  assert.deepEqual(programmeDayAnswer(eve, PROGRAMME_CALENDAR), { ok: true, value: { date: '2020-01-04' } });
});

test('`calendar programme-day` refuses counts and years it cannot answer for [B-01]', () => {
  for (const days of [0, -1, 1.5, 3001, Number.NaN]) {
    const answer = programmeDayAnswer({ after: date('2026-12-28'), days }, PROGRAMME_CALENDAR);
    assert.deepEqual(answer, { ok: false, error: { type: 'days-out-of-range', most: 3000 } });
  }
  for (const [after, days] of [
    ['2019-12-30', 1],
    ['2099-12-30', 5],
    ['2098-01-01', 3000],
  ] as const) {
    const answer = programmeDayAnswer({ after: date(after), days }, PROGRAMME_CALENDAR);
    assert.deepEqual(answer, { ok: false, error: { type: 'no-holiday-law', from: 2020, to: 2099 } });
  }
});

test('the longest count that is answered stays within the years of the law [B-01]', () => {
  const asked = { after: date('2083-06-01'), days: 3000 };
  for (const calendar of [PROGRAMME_CALENDAR, OFFICE_CALENDAR]) {
    const answer = programmeDayAnswer(asked, calendar);
    assert.ok(answer.ok && answer.value.date < '2099-01-01');
  }
});

test('`calendar holiday` names a holiday and says whether the day is worked [CHI-8.6-2]', () => {
  const table = [
    ['2026-05-06', '振替休日', false],
    ['2026-09-22', '国民の休日', false],
    ['2026-05-02', null, true],
    ['2026-05-10', null, false],
    ['2026-12-29', null, false],
  ] as const;
  for (const [day, holiday, programmeDay] of table) {
    assert.deepEqual(holidayAnswer(date(day), PROGRAMME_CALENDAR), {
      ok: true,
      value: { date: day, holiday, programmeDay },
    });
  }
  assert.deepEqual(holidayAnswer(date('2100-01-01'), PROGRAMME_CALENDAR), {
    ok: false,
    error: { type: 'no-holiday-law', from: 2020, to: 2099 },
  });
});

test('`calendar one-year` answers with the last day under either reading [CHI-8.4-8, AMB-15]', () => {
  const from = date('2027-02-28');
  assert.deepEqual(oneYearAnswer(from, 'anniversary'), { ok: true, value: { last: '2028-02-29' } });
  assert.deepEqual(oneYearAnswer(from, 'day-before'), { ok: true, value: { last: '2028-02-27' } });
  for (const end of ['2198-12-31', '2199-06-01', '2199-12-31']) {
    assert.deepEqual(oneYearAnswer(date(end), 'anniversary'), {
      ok: false,
      error: { type: 'outside-calendar' },
    });
  }
});

test('`calendar era` reads any form and writes both calendars, or says why not [B-01]', () => {
  for (const text of ['R8.9.1', '2026-09-01', '5080901']) {
    assert.deepEqual(eraAnswer(text), { ok: true, value: { date: '2026-09-01', era: '令和8年9月1日' } });
  }
  assert.deepEqual(eraAnswer('2019-05-01'), {
    ok: true,
    value: { date: '2019-05-01', era: '令和元年5月1日' },
  });
  assert.deepEqual(eraAnswer('1872-12-31'), {
    ok: false,
    error: { type: 'before-eras', date: '1872-12-31' },
  });
  const ended = eraAnswer('平成31年5月1日');
  assert.ok(!ended.ok && ended.error.type === 'ward-date' && ended.error.code === 'outside-era');
});
