import { addDays, type CivilDate } from '../basics/civil-date.ts';
import type { BatchId, BookingId, PieceId } from '../basics/ids.ts';
import { isRefusal } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { PieceKind } from '../facts/mailing.ts';
import { decideFollowUp } from '../follow-up/decide-follow-up.ts';
import { proposeFollowUp } from '../follow-up/propose-follow-up.ts';
import type { PieceStatus } from '../mailings/mail.ts';
import type { Refusal } from '../refusals.ts';
import { hasSubject } from '../rules-of.ts';
import type { CaseSeen } from './case-open.ts';
import { changeContact } from './change-contact.ts';
import { changeDueDate } from './change-due-date.ts';
import { changeProtection } from './change-protection.ts';
import { closeCase } from './close-case.ts';
import { designate } from './designate.ts';
import { holdCase } from './hold-case.ts';
import { move } from './move.ts';
import { nameMailWay } from './name-mail-way.ts';
import { pause } from './pause.ts';
import { reportBirth } from './report-birth.ts';
import { reportDeath } from './report-death.ts';
import { reportLoss } from './report-loss.ts';
import { resume } from './resume.ts';
import { WARD_STOP } from './standing.ts';
import {
  namedBy,
  verdictOf,
  WHAT_STOPS_WHAT,
  waysOfPiece,
  type Named,
  type Outgoing,
  type StopWord,
} from './what-stops-what.ts';
import { withdraw } from './withdraw.ts';

/** What a person may tell of a case from its page, one name for each way of telling it. */
export type CaseAct =
  | 'loss'
  | 'child-death'
  | 'death'
  | 'birth'
  | 'move-out'
  | 'move-within'
  | 'move-back'
  | 'pause'
  | 'resume'
  | 'withdraw'
  | 'start-protection'
  | 'end-protection'
  | 'hold'
  | 'ward-stop'
  | 'change-due-date'
  | 'change-contact'
  | 'name-delivery'
  | 'name-mail-way'
  | 'designate'
  | 'propose-follow-up'
  | 'decide-follow-up'
  | 'close';

/** Paper that the act reaches. `planned` is not made, `printed` is pulled by a named person, `posted` is asked back. */
export type ReachedPaper = {
  readonly piece: PieceId;
  readonly batch: BatchId;
  readonly kind: PieceKind;
  readonly status: Extract<PieceStatus, 'planned' | 'printed' | 'posted'>;
};

/** What would happen at once, told by the decision itself. */
export type ForeseenEffects = {
  /** The line of the table that the act brings into force, way by way. */
  readonly ways?: readonly { readonly way: Outgoing; readonly verdict: ReturnType<typeof verdictOf> }[];
  readonly papers: readonly ReachedPaper[];
  readonly booking?: { readonly booking: BookingId; readonly date: CivilDate };
  readonly link: boolean;
  readonly callBacks: number;
  readonly package: boolean;
  readonly tellsWard: boolean;
};

export type ForeseenAct = {
  readonly act: CaseAct;
  readonly stop?: StopWord;
} & (
  | { readonly can: 'done'; readonly effects: ForeseenEffects }
  /** It is so already: doing it would change nothing. */
  | { readonly can: 'known' }
  | { readonly can: 'refused'; readonly refusal: Refusal }
);

/** The word of the table that each act brings into force; the others stop nothing. */
const STOPS: Readonly<Partial<Record<CaseAct, StopWord>>> = {
  loss: 'loss',
  'child-death': 'loss',
  death: 'woman-died',
  birth: 'birth',
  'move-out': 'moved-out',
  pause: 'pause',
  withdraw: 'withdrawal',
  'start-protection': 'protection',
  hold: 'hold',
  'ward-stop': 'ward-stop',
};

type Attempt = (seen: CaseSeen, id: `case_${string}`, context: Context) => Decision | Refusal;

/** A word that the decisions do not look into: the reference or reason that is still to be typed. */
const TO_COME = 'to-come';
const BY_PHONE = 'phone' as const;
/** Stands for the postcode that is still to be typed: any that Japan's post would take. */
const SOME_POSTCODE = '1000000';

/** Each act as it is told today on the telephone, decided by the decision that will decide it. */
const ATTEMPTS: Readonly<Record<CaseAct, Attempt>> = {
  loss: (seen, id, context) =>
    reportLoss(seen, { case: id, what: 'loss', on: context.today, source: BY_PHONE }, context),
  'child-death': (seen, id, context) =>
    reportLoss(seen, { case: id, what: 'child-death', on: context.today, source: BY_PHONE }, context),
  death: (seen, id, context) => reportDeath(seen, { case: id, on: context.today, source: BY_PHONE }, context),
  birth: (seen, id, context) => reportBirth(seen, { case: id, on: context.today, source: BY_PHONE }, context),
  'move-out': (seen, id, context) =>
    move(seen, { case: id, kind: 'out', on: context.today, source: BY_PHONE }, context),
  'move-within': (seen, id, context) =>
    move(
      seen,
      { case: id, kind: 'within', on: context.today, source: BY_PHONE, address: placeInWard(context) },
      context,
    ),
  'move-back': (seen, id, context) =>
    move(seen, { case: id, kind: 'back', on: context.today, source: BY_PHONE }, context),
  pause: (seen, id, context) =>
    pause(
      seen,
      { case: id, reason: TO_COME, until: addDays(context.today, 1), by: 'herself', channel: BY_PHONE },
      context,
    ),
  resume: (seen, id, context) =>
    resume(seen, { case: id, by: 'herself', identity: 'three-points', channel: BY_PHONE }, context),
  withdraw: (seen, id, context) =>
    withdraw(
      seen,
      { case: id, channel: BY_PHONE, ...(seen.case.visits.completed ? { package: 'keep' as const } : {}) },
      context,
    ),
  'start-protection': (seen, id, context) =>
    changeProtection(seen, { case: id, to: true, ref: TO_COME }, context),
  'end-protection': (seen, id, context) =>
    changeProtection(seen, { case: id, to: false, ref: TO_COME }, context),
  hold: (seen, id, context) => holdCase(seen, { case: id, reason: TO_COME }, context),
  'ward-stop': (seen, id, context) => holdCase(seen, { case: id, reason: WARD_STOP, ref: TO_COME }, context),
  'change-due-date': (seen, id, context) =>
    changeDueDate(
      seen,
      { case: id, to: addDays(seen.case.standing.due ?? context.today, 1), source: 'phone' },
      context,
    ),
  'change-contact': (seen, id, context) =>
    changeContact(seen, { case: id, what: 'phone', source: BY_PHONE, values: {} }, context),
  'name-delivery': (seen, id, context) =>
    changeContact(
      seen,
      { case: id, what: 'delivery-address', source: BY_PHONE, values: { postcode: SOME_POSTCODE } },
      context,
    ),
  'name-mail-way': (seen, id, context) =>
    nameMailWay(
      seen,
      {
        case: id,
        way: seen.case.standing.mailWay === 'ward' ? 'registered' : 'ward',
        ref: TO_COME,
      },
      context,
    ),
  designate: (seen, id, context) =>
    designate(seen, { case: id, scope: ['notice', 'visit', 'resend', 'package'], ref: TO_COME }, context),
  'propose-follow-up': (seen, id, context) =>
    proposeFollowUp(seen, { case: id, to: !seen.case.standing.followUp, source: 'visit' }, context),
  'decide-follow-up': (seen, id, context) =>
    decideFollowUp(
      seen,
      { case: id, to: !seen.case.standing.followUp, ref: TO_COME, on: context.today },
      context,
    ),
  close: (seen, id, context) =>
    closeCase(seen, { case: id, outcome: seen.case.visits.completed ? 'visited' : 'no-answer' }, context),
};

export const CASE_ACTS = Object.keys(ATTEMPTS) as readonly CaseAct[];

const OF_PREGNANCY: readonly CaseAct[] = ['loss', 'child-death', 'birth', 'change-due-date', 'designate'];
const OF_FOLLOW_UP: readonly CaseAct[] = ['propose-follow-up', 'decide-follow-up'];

/** The acts that a programme has. */
export function actsOf({ rules }: Pick<Context, 'rules'>): readonly CaseAct[] {
  return CASE_ACTS.filter(
    (act) =>
      (hasSubject(rules, 'eligibility') || !OF_PREGNANCY.includes(act)) &&
      (hasSubject(rules, 'followUp') || !OF_FOLLOW_UP.includes(act)) &&
      (hasSubject(rules, 'benefits') || act !== 'name-delivery'),
  );
}

/**
 * What an act would do to a case if it were told today, or why it is refused: the same decision is asked as when it is
 * done, so that the page and the gate never differ (design.md section 4, CHI-4.2-1). Nothing is written. What depends on
 * words still to be typed (a date, an address) is decided when they are there.
 */
export function foreseeAct(
  seen: CaseSeen,
  id: `case_${string}`,
  act: CaseAct,
  context: Omit<Context, 'ids' | 'known'>,
): ForeseenAct {
  const stop = STOPS[act];
  const head = { act, ...(stop ? { stop } : {}) };
  const decided = ATTEMPTS[act](seen, id, {
    ...context,
    second: 'account_to-come',
    ids: { fresh: (kind) => `${kind}_to-come` },
    known: {},
  });
  if (isRefusal(decided)) return { ...head, can: 'refused', refusal: decided };
  const changes = decided.facts.length > 0 || (decided.send ?? []).length > 0;
  return changes
    ? { ...head, can: 'done', effects: effectsOf(seen.case, act, decided) }
    : { ...head, can: 'known' };
}

function effectsOf(state: CaseState, act: CaseAct, { facts, send = [] }: Decision): ForeseenEffects {
  const named = namedAfter(state, act);
  const pulled = new Set(send.filter(({ queue }) => queue === 'pull-piece').map(({ ref }) => ref));
  const stop = STOPS[act];
  const cancelled = facts.find((fact) => fact.type === 'booking.cancelled');
  const { active } = state.bookings;
  return {
    ...(stop
      ? {
          ways: (Object.keys(WHAT_STOPS_WHAT[stop]) as Outgoing[]).map((way) => ({
            way,
            verdict: verdictOf(stop, way, named),
          })),
        }
      : {}),
    papers: state.mail.pieces.flatMap(({ piece, batch, kind, status }): readonly ReachedPaper[] => {
      if (status !== 'planned' && status !== 'printed' && status !== 'posted') return [];
      const isReached =
        pulled.has(piece) ||
        (status === 'planned' &&
          stop !== undefined &&
          waysOfPiece(kind, 'print').some((way) => typeof verdictOf(stop, way, named) === 'string'));
      return isReached ? [{ piece, batch, kind, status }] : [];
    }),
    ...(cancelled && active ? { booking: { booking: active.booking, date: active.date } } : {}),
    link: facts.some(({ type }) => type === 'invite.revoked'),
    callBacks: facts.filter(({ type }) => type === 'call-back.closed').length,
    package: facts.some(({ type }) => type === 'benefit.held' || type === 'benefit.withheld'),
    tellsWard: send.some(({ queue }) => queue === 'ward-notice'),
  };
}

/** How the way of mail and the package stand after the act. */
function namedAfter({ standing, visits }: CaseState, act: CaseAct): Named {
  const named = namedBy(standing);
  if (act === 'start-protection')
    return { ...named, mailWay: named.mailWay === 'registered' ? 'undecided' : named.mailWay };
  if (act === 'withdraw') return { ...named, package: visits.completed ? 'keep' : 'decline' };
  return named;
}

function placeInWard({ rules }: Context): { readonly postcode: string; readonly address: string } {
  if (!hasSubject(rules, 'eligibility')) return { postcode: '', address: TO_COME };
  const { pref, name } = rules.eligibility.ward;
  return { postcode: '', address: `${pref}${name}` };
}
