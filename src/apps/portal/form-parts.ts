import { parseWardDate } from '../../domain/calendar/ward-date.ts';
import { dayOf, monthOf, parseCivilDate, yearOf, type CivilDate } from '../../domain/basics/civil-date.ts';
import type { Session } from '../../gate/outside/outside-gate.ts';
import type { PortalWords } from '../../programmes/portal-words.ts';
import type { Ask } from './ask.ts';
import { maskedToken } from './csrf.ts';

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

/** What she typed, without blanks around it and without signs that no text has; at most so many characters. */
export function typed(form: URLSearchParams, name: string, most = 200): string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is taken out
  return (form.get(name) ?? '')
    .replaceAll(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/g, '')
    .trim()
    .slice(0, most);
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
