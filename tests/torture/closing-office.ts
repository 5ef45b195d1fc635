import { readFileSync } from 'node:fs';
import { addMonths, type YearMonth } from '../../src/domain/basics/year-month.ts';
import type { Place } from '../../src/place/place.ts';
import { visitRecord } from '../support/booked.ts';

/** Who works in the office: her accounts. */
export type OfficePeople = { readonly manager: string; readonly second: string; readonly ward: string };

/** A date that was kept and is still to be entered. */
export type KeptDate = {
  readonly case: string;
  readonly booking: string;
  readonly day: string;
  readonly start: string;
  readonly remote: boolean;
};

/** What both processes are told: the months that can be closed, how often each is closed, who works, what was kept. */
export type OfficePlan = {
  readonly first: YearMonth;
  readonly last: YearMonth;
  /** Closings of each month: the ward sends all but the last of them back. */
  readonly editions: number;
  readonly people: OfficePeople;
  readonly kept: readonly KeptDate[];
};

type Say = (line: string) => void;

export function readPlan(file: string): OfficePlan {
  return JSON.parse(readFileSync(file, 'utf8')) as OfficePlan;
}

/**
 * An office that can be killed at any moment and goes on where the facts say it stands: closes a month, hands the report
 * over, has it sent back some times and then accepted, issues the invoice, goes on to the next month. Says `billed` at
 * the end.
 */
export async function billMonths(place: Place, plan: OfficePlan, say: Say): Promise<void> {
  const { manager, ward } = plan.people;
  for (let month = plan.first; month <= plan.last; month = addMonths(month, 1)) {
    for (let step = await next(place, plan, month); step; step = await next(place, plan, month)) {
      const { row, input } = step;
      const actor = row === 'report.accept' || row === 'report.return' ? ward : manager;
      const done = await place.execute([{ row, input }], { actor });
      say(done.ok ? `did ${row}` : `error ${row} ${done.error.refused}`);
      if (!done.ok) return;
    }
  }
  say('billed');
}

async function next(
  place: Place,
  { people, editions }: OfficePlan,
  month: YearMonth,
): Promise<{ readonly row: string; readonly input: object } | undefined> {
  const by = { actor: people.manager };
  const invoice = await place.ask('invoice.show', { month }, by);
  if (invoice.ok && invoice.value !== null) return undefined;
  const shown = await place.ask('report.months', {}, by);
  if (!shown.ok) throw new Error(`The months are not shown: ${shown.error.refused}`);
  const rows = shown.value as readonly { period: string; edition: number; report: string | null }[];
  const last = rows.filter(({ period }) => period === month).at(-1);
  const ref = `w-${month}-${last?.edition ?? 0}`;
  switch (last?.report) {
    case undefined:
    case 'returned':
      return { row: 'month.close', input: { month } };
    case null:
      return { row: 'report.issue', input: { month } };
    case 'issued':
      return last && last.edition < editions
        ? { row: 'report.return', input: { month, reason: 'look-again', ref } }
        : { row: 'report.accept', input: { month, ref } };
    default:
      return { row: 'invoice.issue', input: { month } };
  }
}

const FROM_AFAR = {
  identity: { name: true, birthDate: true, address: true },
  privatePlace: true,
  stamped: false,
};

/** How many corrections lie between two visits that are entered. */
const BETWEEN = 8;

/**
 * Visitors who enter late what they did, one date after the other, and put records right without end: a talk from afar
 * was by telephone, no, by video. Says `begin` and `done` of each entry, `entered` when all dates are in.
 */
export async function enterVisits(place: Place, { people, kept }: OfficePlan, say: Say): Promise<void> {
  const { manager, second } = people;
  const remote: KeptDate[] = [];
  for (let round = 0; ; round += 1) {
    const date = kept[round];
    if (round === kept.length) say('entered');
    if (date) {
      say(`begin ${date.booking}`);
      const record = visitRecord(date.day, {
        from: date.start,
        to: date.start.replace(':00', ':13'),
        ...(date.remote ? FROM_AFAR : {}),
      });
      const input = { ...record, case: date.case, booking: date.booking };
      const done = await place.execute([{ row: 'visit.complete', input }], {
        actor: manager,
        key: date.booking,
      });
      say(done.ok ? `done ${date.booking}` : `error ${done.error.refused}`);
      if (!done.ok) return;
      if (date.remote) remote.push(date);
      if (done.value.replayed) continue;
    }
    for (let step = 0; step < BETWEEN; step += 1) {
      const one = remote[(round + step) % Math.max(1, remote.length)];
      if (!one) break;
      for (const to of ['phone', 'online']) {
        const input = { case: one.case, booking: one.booking, reason: 'entered-wrongly', field: 'mode', to };
        const done = await place.execute([{ row: 'visit.correct', input }], { actor: manager, second });
        if (!done.ok && done.error.refused !== 'correct-already') return say(`error ${done.error.refused}`);
        if (done.ok && Math.random() < 0.5) break;
      }
    }
  }
}
