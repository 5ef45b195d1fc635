import { parseWardDate } from '../../domain/calendar/ward-date.ts';
import { dayOf, monthOf, parseCivilDate, yearOf, type CivilDate } from '../../domain/basics/civil-date.ts';
import { cutWords, plainWords } from '../../domain/text/plain-words.ts';
import type { Session } from '../../gate/outside/outside-gate.ts';
import type { PortalWords } from '../../programmes/portal-words.ts';
import type { Ask } from './ask.ts';
import { maskedToken } from '../kit/server/csrf.ts';

/** Fields without a face: the token of the session, and the mark under which a double click sends once. */
export function hidden(
  ask: Ask<Session>,
  more: Readonly<Record<string, string>> = {},
): Readonly<Record<string, string>> {
  const { portal, session } = ask;
  const mask = portal.chance(Buffer.byteLength(session.csrf));
  return { token: maskedToken(session.csrf, mask), ...more };
}

/** A new mark for one sending. */
export function onceMark({ portal }: Ask): string {
  return Buffer.from(portal.chance(12)).toString('base64url');
}

/** The mark that came back, if it looks like one of ours; else one that is like no other. */
export function onceOf(ask: Ask): string {
  const given = ask.form.get('once') ?? '';
  return /^[\w:-]{1,40}$/.test(given) ? given : onceMark(ask);
}

/** What she typed into a field of one line: without blanks around it and without signs that nobody sees; at most so many. */
export function typed(form: URLSearchParams, name: string, most = 200): string {
  return typedLines(form, name, most).replaceAll('\n', ' ');
}

/** The same of a field with several lines. */
export function typedLines(form: URLSearchParams, name: string, most: number): string {
  return cutWords(plainWords(form.get(name) ?? '').trim(), most);
}

/** A date as three fields: what was typed, and the day if it is one. Years of an era (平成7, H7) are read too. */
export type TypedDate = {
  readonly typed: { readonly year: string; readonly month: string; readonly day: string };
  readonly blank: boolean;
  readonly date?: CivilDate | undefined;
};

export function typedDate(form: URLSearchParams, name: string): TypedDate {
  const part = (which: string) => typed(form, `${name}-${which}`, 8).normalize('NFKC');
  const parts = { year: part('year'), month: part('month'), day: part('day') };
  const { year, month, day } = parts;
  const read = parseWardDate(
    `${year.replace(/年$/, '')}.${month.replace(/月$/, '')}.${day.replace(/日$/, '')}`,
  );
  return { typed: parts, blank: year + month + day === '', date: read.ok ? read.value : undefined };
}

/** The three fields of a date that is known; of a draft that is no date what was typed. */
export function dateParts(value: string | undefined): TypedDate['typed'] | undefined {
  if (!value) return undefined;
  const day = parseCivilDate(value);
  if (day.ok)
    return { year: `${yearOf(day.value)}`, month: `${monthOf(day.value)}`, day: `${dayOf(day.value)}` };
  const [year = '', month = '', rest = ''] = value.split('/');
  return { year, month, day: rest };
}

export function partWords({ site }: PortalWords) {
  return { year: site.yearLabel, month: site.monthLabel, day: site.dayLabel };
}
