import { parseCivilDate } from '../domain/basics/civil-date.ts';
import {
  eraAnswer,
  holidayAnswer,
  oneYearAnswer,
  pregnancyAnswer,
  programmeDayAnswer,
  type CalendarError,
} from '../domain/calendar/answers.ts';
import { STANDARD_WEEKS } from '../domain/calendar/pregnancy.ts';
import { OFFICE_CALENDAR, PROGRAMME_CALENDAR } from '../domain/calendar/programme-days.ts';
import { isAnnounced } from '../domain/calendar/holidays.ts';
import type { Result } from '../domain/basics/result.ts';
import { calendarSentence } from '../programmes/words/calendar-errors.ts';
import type { CliCommand, ExitCode, Words } from './command-line.ts';
import type { Output } from './output.ts';

/** `mimamori calendar …`: dates as the rules of the programme count them. Answers are always JSON. */
export const calendarCommand: CliCommand = {
  name: 'calendar',
  says: '妊娠月数、営業日、祝日、1年以内の期限、和暦を計算します',
  usage:
    'calendar pregnancy --due DATE [--on DATE] | programme-day --after DATE --days N [--week mon-sat|mon-fri] | holiday DATE | one-year --from DATE | era TEXT',
  examples: [
    'mimamori calendar pregnancy --due 2026-08-01 --on 2026-05-09',
    'mimamori calendar programme-day --after 2026-05-01 --days 10',
    'mimamori calendar holiday 2026-09-22',
    'mimamori calendar one-year --from 2027-02-28',
    'mimamori calendar era 令和8年9月1日',
  ],
  options: {
    due: { type: 'string' },
    on: { type: 'string' },
    after: { type: 'string' },
    days: { type: 'string' },
    week: { type: 'string' },
    from: { type: 'string' },
  },
  run: (words, _doors, out) => Promise.resolve(answer(words, out)),
};

function answer(words: Words, out: Output): ExitCode {
  const [what, text] = words.positionals;
  const day = (option: string) => {
    const given = words.text(option);
    const parsed = given === undefined ? undefined : parseCivilDate(given);
    if (parsed?.ok) return parsed.value;
    if (given !== undefined) out.problem(`日付は 2026-09-01 の形で書いてください(--${option})。`);
    return undefined;
  };
  const week = words.text('week') ?? 'mon-sat';
  if (week !== 'mon-sat' && week !== 'mon-fri') return wrong(out, '--week は mon-sat か mon-fri です。');
  const calendar = week === 'mon-sat' ? PROGRAMME_CALENDAR : OFFICE_CALENDAR;
  switch (what) {
    case 'pregnancy': {
      const due = day('due');
      const on = day('on');
      if (!due || (words.text('on') !== undefined && !on)) return wrong(out, '--due DATE が要ります。');
      return print(pregnancyAnswer({ due, on }, STANDARD_WEEKS), out);
    }
    case 'programme-day': {
      const after = day('after');
      const days = Number(words.text('days'));
      if (!after || words.text('days') === undefined)
        return wrong(out, '--after DATE と --days N が要ります。');
      return print(programmeDayAnswer({ after, days }, calendar), out);
    }
    case 'holiday': {
      const parsed = text === undefined ? undefined : parseCivilDate(text);
      if (!parsed?.ok) return wrong(out, '日付は 2026-09-01 の形で書いてください。');
      const on = parsed.value;
      if (!isAnnounced(on, calendar.holidays))
        out.problem('この年の祝日はまだ官報で公表されていません(法律の規則による見込みです)。');
      return print(holidayAnswer(on, calendar), out);
    }
    case 'one-year': {
      const from = day('from');
      return from ? print(oneYearAnswer(from, 'anniversary'), out) : wrong(out, '--from DATE が要ります。');
    }
    case 'era':
      return text ? print(eraAnswer(text), out) : wrong(out, '日付の文字が要ります。');
    default:
      return wrong(out, `使い方: mimamori ${calendarCommand.usage}`);
  }
}

function print(result: Result<object, CalendarError>, out: Output): ExitCode {
  if (result.ok) {
    out.json(result.value);
    return 0;
  }
  out.problem(calendarSentence(result.error));
  return 1;
}

function wrong(out: Output, sentence: string): ExitCode {
  out.problem(sentence);
  return 2;
}
