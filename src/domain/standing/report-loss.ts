import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId } from '../basics/ids.ts';
import { holdAfterLoss } from '../benefits/hold-after-loss.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { Channel } from '../facts/case.ts';
import type { NewFact } from '../facts.ts';
import { carryOutStop, freeBooking, joined } from './carry-out-stop.ts';
import { KNOWN_ALREADY, notOpen, type CaseSeen, type NotOpen } from './case-open.ts';
import { dayNotYet, type DayNotYet } from './day-not-yet.ts';

export type ReportLoss = {
  readonly case: CaseId;
  /** 死産等, or the death of the child after the birth: both stop the same (domain.md 1.1, design.md section 4). */
  readonly what: 'loss' | 'child-death';
  /** The day it happened, or the day on which we were told if nobody should be asked. */
  readonly on: CivilDate;
  readonly source: Channel;
};

export type ReportLossRefusal = NotOpen | DayNotYet;

/** Where the urgent case begins, by the channel on which we heard. */
const SOURCES = {
  web: 'inquiry',
  phone: 'inquiry',
  mail: 'inquiry',
  'in-person': 'inquiry',
  ward: 'staff',
  post: 'staff',
  list: 'staff',
  visit: 'visit',
} as const satisfies Readonly<Record<Channel, string>>;

/**
 * A loss (CHI-8.14-5): from this moment nothing goes out, her date is free, her links change to words of condolence,
 * paper under way is pulled, and the ward's urgent case of class `loss` is open, all in one transaction. Anybody on the
 * staff may tell it. Told again it is known already; another date corrects the date and nothing more.
 */
export function reportLoss(
  seen: CaseSeen,
  command: ReportLoss,
  context: Context,
): Decision | ReportLossRefusal {
  const { case: id, what, on, source } = command;
  const refused = notOpen(seen, id) ?? dayNotYet(on, context);
  if (refused) return refused;
  const { loss, childDied } = seen.case.standing;
  const known = what === 'loss' ? loss : childDied;
  if (known?.on === on) return KNOWN_ALREADY;
  const fact: NewFact =
    what === 'loss'
      ? { type: 'case.loss-reported', case: id, on, source }
      : { type: 'case.died', case: id, who: 'child', on, source };
  if (loss || childDied) return { facts: [fact] };
  const urgent = context.ids.fresh('urgent');
  return joined(
    {
      facts: [
        fact,
        {
          type: 'urgent.raised',
          urgent,
          case: id,
          class: 'loss',
          channel: source,
          source: SOURCES[source],
          reason: what,
        },
      ],
      send: [{ queue: 'ward-notice', ref: urgent, case: id }],
    },
    freeBooking(seen, 'loss', id, context),
    carryOutStop(seen, 'loss', id),
    { facts: holdAfterLoss(seen.case, id) },
  );
}
