import { ok, type Result } from '../../domain/basics/result.ts';
import type { CaseId } from '../../domain/basics/ids.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { SeatWord } from '../../domain/portal/bundle.ts';
import type { CapsulesOfCase } from '../../domain/portal/to-send.ts';
import type { CourierGate } from './ask-courier.ts';
import type { CourierStopped } from './courier-parts.ts';

/** How far a pass over the changed cases is. It begins where the last whole pass ended. */
export type Pass = {
  readonly since?: number | undefined;
  readonly day?: CivilDate | undefined;
  readonly upTo?: number | undefined;
  readonly after?: CaseId | undefined;
  readonly over: boolean;
};

/** What goes into one bundle, and how far the pass is then. */
export type Outgoing = {
  readonly words: readonly SeatWord[];
  readonly closed: readonly CivilDate[];
  readonly cases: readonly CapsulesOfCase[];
  readonly pass: Pass;
  /** The last page of the pass: with this bundle everything that had changed is sent. */
  readonly seen?: { readonly upTo: number; readonly day: CivilDate };
  /** More seats wait for the next bundle. */
  readonly moreSeats: boolean;
};

const CAPSULES = 500;
const SEATS = 2000;

/** Asks what the outside must be told next: at most 500 capsules and 2000 words on seats. */
export async function gatherOutward(
  gate: CourierGate,
  pass: Pass,
): Promise<Result<Outgoing, CourierStopped>> {
  const seats = await gate.seats({ most: SEATS });
  if (!seats.ok) return seats;
  const { words, closed } = seats.value;
  const told = { words, closed, moreSeats: words.length === SEATS };
  if (pass.over) return ok({ ...told, cases: [], pass });
  const { since, day, upTo, after } = pass;
  const page = await gate.changed({ since, day, upTo, after, limit: CAPSULES });
  if (!page.ok) return page;
  const found = page.value;
  const asked = found.cases.map((one) => one.case);
  const made = asked.length > 0 ? await gate.parts(asked) : ok([]);
  if (!made.ok) return made;
  const fitting = fits(made.value);
  const cut = fitting.length < made.value.length ? fitting.at(-1)?.case : undefined;
  const next = cut ?? found.next;
  const going = { ...pass, upTo: found.upTo, after: next, over: next === undefined };
  return ok({
    ...told,
    cases: fitting,
    pass: going,
    ...(next === undefined ? { seen: { upTo: found.upTo, day: found.day } } : {}),
  });
}

/** A woman whose letter was printed again may have more than one code; at least one case always goes. */
function fits(cases: readonly CapsulesOfCase[]): readonly CapsulesOfCase[] {
  let capsules = 0;
  const end = cases.findIndex(({ living }) => {
    capsules += living.length;
    return capsules > CAPSULES;
  });
  return end < 0 ? cases : cases.slice(0, Math.max(1, end));
}
