import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId, FactId } from '../basics/ids.ts';
import type { CaseOpening, DesignatedScope, MailWay } from '../facts/case.ts';
import type { RecordedFact } from '../facts.ts';

/** Something that happened to her on a day, with the fact that says so (a stop is lifted by naming that fact). */
export type Happening = { readonly fact: FactId; readonly on: CivilDate };

/**
 * Where a woman stands: what the ward and she herself have told, from the opening of the case to its end.
 * Nothing is decided here. What follows from it is asked of `what-stops-what.ts` and `eligibility/`.
 */
export type Standing = {
  /** Absent until the case is opened. */
  readonly opened?: CaseOpening & { readonly case: CaseId; readonly on: CivilDate };
  /** The latest due date; earlier ones stay in `dueDates`, newest last (domain.md 1.1: keep the history). */
  readonly due?: CivilDate;
  readonly dueDates: readonly { readonly due: CivilDate; readonly source: string; readonly on: CivilDate }[];
  /** As accepted by the ward (CHI-5-7, AMB-46); `proposed` waits for its word. */
  readonly followUp: boolean;
  readonly followUpSince?: CivilDate;
  readonly followUpProposed?: boolean;
  /** The day of the proposal, from which the ward's days to answer count. */
  readonly followUpProposedOn?: CivilDate;
  /** What the ward allowed beside the ordinary conditions (CHI-4.4-1). */
  readonly designation?: { readonly scope: readonly DesignatedScope[]; readonly ref: string };
  readonly mailWay: MailWay;
  readonly protected?: Happening;
  readonly movedOut?: Happening;
  /** A place in Japan for her package other than the registered address is known (CHI-8.4-9). */
  readonly deliveryKnown?: true;
  /** Days on which she had moved out and was not yet back; `until` is the day she came back. */
  readonly away: readonly { readonly from: CivilDate; readonly until: CivilDate }[];
  readonly movedWithin?: Happening;
  readonly loss?: Happening;
  readonly birth?: Happening;
  readonly womanDied?: Happening;
  readonly childDied?: Happening;
  readonly paused?: Happening & { readonly until: CivilDate; readonly by: 'herself' | 'ward' | 'staff' };
  readonly withdrawn?: Happening & { readonly package: 'send' | 'keep' | 'decline' };
  /** 発送停止: the ward's own stop, undone only by its recorded word and two people. */
  readonly wardStop?: Happening;
  /** Reasons for which all outgoing of the case is held until a person has looked. */
  readonly holds: readonly string[];
  /** The day on which something that stopped her mail, calls or parcels last ended: nobody is late before it. */
  readonly freedOn?: CivilDate;
  /** The same for a package alone, which a pause, a birth and a move do not keep back. */
  readonly parcelsFreedOn?: CivilDate;
  readonly unreachable?: CivilDate;
  readonly closed?: string;
  readonly closedOn?: CivilDate;
  readonly carriedTo?: number;
  /** The last day of what runs on under the next contract. */
  readonly carriedUntil?: CivilDate;
};

export const noStanding: Standing = {
  dueDates: [],
  followUp: false,
  mailWay: 'undecided',
  away: [],
  holds: [],
};

export function evolveStanding(state: Standing, fact: RecordedFact): Standing {
  const day = fact.at.slice(0, 10) as CivilDate;
  switch (fact.type) {
    case 'case.opened':
      return {
        ...state,
        opened: { ...fact, on: day },
        ...(fact.due === undefined
          ? {}
          : {
              due: fact.due,
              dueDates: [{ due: fact.due, source: fact.origin, on: day }],
              followUp: fact.followUp,
            }),
        ...(fact.followUp ? { followUpSince: day } : {}),
        ...(fact.designation ? { designation: fact.designation } : {}),
        mailWay: fact.protected ? wayUnderProtection(fact.mailWay) : fact.mailWay,
        ...(fact.protected ? { protected: { fact: fact.id, on: day } } : {}),
      };
    case 'case.due-date-changed':
      return {
        ...state,
        due: fact.to,
        dueDates: [...state.dueDates, { due: fact.to, source: fact.source, on: day }],
      };
    case 'case.follow-up-proposed':
      return { ...state, followUpProposed: fact.to, followUpProposedOn: day };
    case 'case.follow-up-decided':
      return { ...without(state, 'followUpProposed'), followUp: fact.to, followUpSince: fact.on };
    case 'case.mail-way-named':
      return { ...state, mailWay: fact.way, freedOn: day, parcelsFreedOn: day };
    case 'case.moved':
      if (fact.back) return { ...cameBack(state, fact.on), freedOn: day };
      return fact.within
        ? { ...state, movedWithin: { fact: fact.id, on: fact.on } }
        : {
            ...state,
            movedOut: { fact: fact.id, on: fact.on },
            ...(fact.newAddress ? { deliveryKnown: true } : {}),
          };
    case 'case.contact-changed':
      return fact.what === 'delivery-address' ? { ...state, deliveryKnown: true } : state;
    case 'case.protection-changed':
      return fact.to
        ? { ...state, protected: { fact: fact.id, on: day }, mailWay: wayUnderProtection(state.mailWay) }
        : { ...without(state, 'protected'), freedOn: day, parcelsFreedOn: day };
    case 'case.loss-reported':
      return { ...state, loss: { fact: fact.id, on: fact.on } };
    case 'case.birth-reported':
      return { ...state, birth: { fact: fact.id, on: fact.on } };
    case 'case.died':
      return fact.who === 'woman'
        ? { ...state, womanDied: { fact: fact.id, on: fact.on } }
        : { ...state, childDied: { fact: fact.id, on: fact.on } };
    case 'case.paused':
      return { ...state, paused: { fact: fact.id, on: day, until: fact.until, by: fact.by } };
    case 'case.resumed':
      return { ...without(state, 'paused'), freedOn: day };
    case 'case.withdrawn':
      return { ...state, withdrawn: { fact: fact.id, on: day, package: fact.package } };
    case 'case.held':
      if (fact.reason === WARD_STOP) return { ...state, wardStop: { fact: fact.id, on: day } };
      return state.holds.includes(fact.reason) ? state : { ...state, holds: [...state.holds, fact.reason] };
    case 'case.hold-ended':
      return {
        ...state,
        holds: state.holds.filter((reason) => reason !== fact.reason),
        freedOn: day,
        parcelsFreedOn: day,
      };
    case 'case.stop-lifted':
      return { ...lift(state, fact.of), freedOn: day, parcelsFreedOn: day };
    case 'case.designated':
      return { ...state, designation: { scope: fact.scope, ref: fact.ref } };
    case 'case.unreachable':
      return { ...state, unreachable: fact.on };
    case 'case.closed':
      return { ...state, closed: fact.outcome, closedOn: day };
    case 'case.carried-over':
      return { ...state, carriedTo: fact.toYear, ...lastRight(fact.rights) };
    default:
      return state;
  }
}

const STOPS = [
  'loss',
  'childDied',
  'womanDied',
  'birth',
  'protected',
  'paused',
  'withdrawn',
  'movedOut',
  'wardStop',
] as const;

/** The reason code of the ward's own stop among the reasons of `case.held`. */
export const WARD_STOP = 'ward-stop';

/**
 * Under protection the registered address no longer counts as a way: nobody knows whether it is safe until the ward
 * has named it again (AMB-56). A way that the ward had named already stays.
 */
function wayUnderProtection(way: MailWay): MailWay {
  return way === 'registered' ? 'undecided' : way;
}

function lastRight(rights: readonly { readonly last: CivilDate }[]): Pick<Standing, 'carriedUntil'> {
  const last = rights
    .map((right) => right.last)
    .toSorted()
    .at(-1);
  return last ? { carriedUntil: last } : {};
}

/** Takes back the one stop that the named fact set. Another fact of the same kind that came later stays. */
function lift(state: Standing, fact: FactId): Standing {
  const stop = STOPS.find((name) => state[name]?.fact === fact);
  return stop ? without(state, stop) : state;
}

/** Back before the day of the move means that she never left: the ward took the move back. */
function cameBack(state: Standing, on: CivilDate): Standing {
  const from = state.movedOut?.on;
  const away = from && from < on ? [...state.away, { from, until: on }] : state.away;
  return { ...without(state, 'movedOut'), away };
}

function without(state: Standing, key: keyof Standing): Standing {
  const { [key]: _gone, ...rest } = state;
  return rest as Standing;
}
