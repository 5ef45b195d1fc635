import { isTime, minutesOf } from '../booking/slot.ts';
import type { BookingId, CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { MissedReason } from '../facts/visit.ts';
import { followUpOn } from './follow-up-on.ts';
import type { CompletedVisit, CorrectableField, MissedVisit } from './visits.ts';

/** What was wrong in the record of one date, and how it really was. `reason` is a code: how the mistake came about. */
export type CorrectVisit = {
  readonly case: CaseId;
  readonly booking: BookingId;
  readonly reason: string;
} & Correction;

export type Correction =
  /** HH:MM at which the talk began or ended (CHI-8.3-6). */
  | { readonly field: 'from' | 'to'; readonly to: string }
  /** How a talk from afar was held: the picture failed, and they spoke on the telephone. */
  | { readonly field: 'mode'; readonly to: 'online' | 'phone' }
  /** Needing follow-up as the ward had accepted it when the talk began (AMB-46). */
  | { readonly field: 'followUp'; readonly to: 'true' | 'false' }
  /** Why a visit did not take place. */
  | { readonly field: 'reason'; readonly to: MissedReason };

export type CorrectVisitRefusal =
  | RefusalOf<'no-visit-record', { booking: BookingId }>
  | RefusalOf<'not-correctable', { field: CorrectableField }>
  | RefusalOf<'correct-already', { field: CorrectableField }>
  | RefusalOf<'times-wrong'>
  | RefusalOf<'ward-decided-otherwise', { followUp: boolean }>;

/**
 * Puts a record right that somebody wrote down wrongly. The fact stays as it is; `fact.corrected` beside it says which
 * part of it is read otherwise from now on, and reports tell it as a dated correction of the month of the visit
 * (CHI-9.1-2). Nothing that decides what she is owed is put right this way: whom we met, on which day, still pregnant
 * or not is settled with the ward, and a visit at home does not become one from afar.
 */
export function correctVisit(
  { case: { visits, standing } }: { readonly case: CaseState },
  command: CorrectVisit,
  _context: Context,
): Decision | CorrectVisitRefusal {
  const { case: id, booking, field, to, reason } = command;
  const done = visits.completed?.booking === booking ? visits.completed : undefined;
  const missed = visits.missed.find((one) => one.booking === booking);
  const record = done ?? missed;
  if (!record) return { refused: 'no-visit-record', booking };
  const now = valueOf(done, missed, field);
  if (now === undefined) return { refused: 'not-correctable', field };
  if (now === to) return { refused: 'correct-already', field };
  if (done && field === 'mode' && done.mode === 'visit') return { refused: 'not-correctable', field };
  if (done && !isLength({ ...done, [field]: to })) return { refused: 'times-wrong' };
  if (done && field === 'followUp') {
    const decided = followUpOn(standing, done.date);
    if (decided !== (to === 'true')) return { refused: 'ward-decided-otherwise', followUp: decided };
  }
  return { facts: [{ type: 'fact.corrected', of: record.fact, case: id, field, to, reason }] };
}

/** How the part reads now, as text; nothing where the record has no such part. */
function valueOf(
  done: CompletedVisit | undefined,
  missed: MissedVisit | undefined,
  field: CorrectableField,
): string | undefined {
  if (field === 'reason') return missed?.reason;
  return done && String(done[field]);
}

function isLength({ from, to }: CompletedVisit): boolean {
  return isTime(from) && isTime(to) && minutesOf(from) < minutesOf(to);
}
