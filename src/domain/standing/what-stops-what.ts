import type { CivilDate } from '../basics/civil-date.ts';
import type { PieceKind } from '../facts/mailing.ts';
import type { Standing } from './standing.ts';

/**
 * What may leave the house towards her. `print` and `post` are the two moments of any letter; `parcels` is a package
 * from picking to post; `mail` is e-mail and SMS; `invitations` and `recalls` say what a letter or mail is about.
 */
export type Outgoing =
  | 'print'
  | 'post'
  | 'calls'
  | 'mail'
  | 'parcels'
  | 'surveys'
  | 'invitations'
  | 'recalls'
  | 'bookings'
  | 'link';

export type StopWord =
  | 'not-opened'
  | 'woman-died'
  | 'loss'
  | 'protection'
  | 'ward-stop'
  | 'hold'
  | 'withdrawal'
  | 'birth'
  | 'moved-out'
  | 'pause'
  | 'mail-way-undecided'
  | 'unreachable'
  | 'carried-over'
  | 'closed';

/** What a stop does to one way out. */
type Cell =
  | 'stopped'
  | 'goes-on'
  /** An earned package waits for a human decision with the ward and leaves only on her wish (AMB-05). */
  | 'waits'
  /** Card and link change to words of condolence with a telephone number (CHI-8.14-5). */
  | 'grief-words'
  /** Goes on with the wording for after a birth. */
  | 'birth-words'
  /** Goes on to the new address, if it is in Japan (AMB-47). */
  | 'new-address'
  /** Goes on to the place that the ward has named, and stops until it has (AMB-56). */
  | 'as-named'
  /** As she answered when she withdrew: send, keep, decline. */
  | 'as-she-said';

const all = (cell: Cell): Readonly<Record<Outgoing, Cell>> => ({
  print: cell,
  post: cell,
  calls: cell,
  mail: cell,
  parcels: cell,
  surveys: cell,
  invitations: cell,
  recalls: cell,
  bookings: cell,
  link: cell,
});

/**
 * What stops what (design.md section 4): the one table that every queue and batch obeys. The order is the order in
 * which the reasons are named. A birth leaves bookings to `eligibility/visit-target.ts`, which decides them again; a
 * move inside the ward stops nothing, but the letters that carry the old address may not leave (`mailings/mail.ts`).
 */
export const WHAT_STOPS_WHAT: Readonly<Record<StopWord, Readonly<Record<Outgoing, Cell>>>> = {
  'not-opened': all('stopped'),
  'woman-died': all('stopped'),
  loss: { ...all('stopped'), parcels: 'waits', link: 'grief-words' },
  protection: {
    ...all('stopped'),
    print: 'as-named',
    post: 'as-named',
    parcels: 'as-named',
    invitations: 'as-named',
    bookings: 'as-named',
  },
  'ward-stop': { ...all('stopped'), bookings: 'goes-on', link: 'goes-on' },
  hold: { ...all('stopped'), bookings: 'goes-on', link: 'goes-on' },
  withdrawal: { ...all('stopped'), parcels: 'as-she-said' },
  birth: {
    ...all('goes-on'),
    mail: 'birth-words',
    calls: 'birth-words',
    link: 'birth-words',
    invitations: 'stopped',
    recalls: 'stopped',
  },
  'moved-out': {
    ...all('goes-on'),
    parcels: 'new-address',
    invitations: 'stopped',
    recalls: 'stopped',
    bookings: 'stopped',
  },
  pause: {
    ...all('goes-on'),
    calls: 'stopped',
    mail: 'stopped',
    surveys: 'stopped',
    invitations: 'stopped',
    recalls: 'stopped',
  },
  'mail-way-undecided': { ...all('goes-on'), print: 'stopped', post: 'stopped', parcels: 'stopped' },
  unreachable: { ...all('goes-on'), print: 'stopped', post: 'stopped' },
  'carried-over': { ...all('goes-on'), invitations: 'stopped', recalls: 'stopped', bookings: 'stopped' },
  closed: {
    ...all('goes-on'),
    calls: 'stopped',
    invitations: 'stopped',
    recalls: 'stopped',
    bookings: 'stopped',
  },
};

/** What of her standing the cells `as-named` and `as-she-said` look at. */
export type Named = Pick<Standing, 'mailWay'> & { readonly package?: 'send' | 'keep' | 'decline' };

export type GoesOut = {
  readonly goes: true;
  readonly onlyTo?: 'designated-place' | 'new-address-in-japan';
  readonly words?: 'after-birth';
};

export type StaysIn = {
  readonly goes: false;
  /** The first reason in the order of the table. Not for eyes that may not know it: a clerk sees 停止 and no more. */
  readonly stoppedBy: StopWord;
  /** Other reasons that would stop it too, so that lifting one is no promise. */
  readonly alsoBy: readonly StopWord[];
  readonly how: 'stopped' | 'waits' | 'grief-words';
  /** A pause ends by itself: on this day it goes out again. */
  readonly until?: CivilDate;
};

/**
 * Whether something may go out to her on a day. Asked when it is planned **and again when it is sent**, with the case
 * locked. `on` is the day on which it goes out (for a booking the day of the visit); several ways at once (`['print',
 * 'invitations']`) go only if each of them does.
 */
export function mayGoOut(
  standing: Standing,
  what: Outgoing | readonly Outgoing[],
  on: CivilDate,
): GoesOut | StaysIn {
  const ways = typeof what === 'string' ? [what] : what;
  const named = namedBy(standing);
  const verdicts = stopsOn(standing, on).flatMap((stop) =>
    ways.map((way) => ({ stop, verdict: verdictOf(stop, way, named) })),
  );
  const stopped = verdicts.flatMap(({ stop, verdict }) =>
    typeof verdict === 'string' ? [{ stop, how: verdict }] : [],
  );
  const [first] = stopped;
  if (first) {
    const words = [...new Set(stopped.map(({ stop }) => stop))];
    return {
      goes: false,
      stoppedBy: first.stop,
      alsoBy: words.slice(1),
      how: hardest(stopped.map(({ how }) => how)),
      ...(first.stop === 'pause' && standing.paused ? { until: standing.paused.until } : {}),
    };
  }
  return verdicts.reduce<GoesOut>(
    (yes, { verdict }) => (typeof verdict === 'string' ? yes : { ...verdict, ...yes }),
    { goes: true },
  );
}

/** The ways a letter, card or package takes at the moment of printing (packing) or of posting. */
export function waysOfPiece(kind: PieceKind, moment: 'print' | 'post'): readonly Outgoing[] {
  switch (kind) {
    case 'notice':
    case 'resend':
    case 'reissue':
      return [moment, 'invitations'];
    case 'recall':
      return [moment, 'recalls'];
    case 'package':
    case 'package-resend':
    case 'package-request':
      return ['parcels'];
  }
}

/** Every stop in force on a day, in the order of the table. A pause ends on its last day, a move begins on its own. */
export function stopsOn(standing: Standing, on: CivilDate): readonly StopWord[] {
  const { opened, paused, movedOut, holds } = standing;
  const inForce: Readonly<Record<StopWord, boolean>> = {
    'not-opened': opened === undefined,
    'woman-died': standing.womanDied !== undefined,
    loss: standing.loss !== undefined || standing.childDied !== undefined,
    protection: standing.protected !== undefined,
    'ward-stop': standing.wardStop !== undefined,
    hold: holds.length > 0,
    withdrawal: standing.withdrawn !== undefined,
    birth: standing.birth !== undefined,
    'moved-out': movedOut !== undefined && movedOut.on <= on,
    pause: paused !== undefined && on < paused.until,
    'mail-way-undecided': opened !== undefined && standing.mailWay === 'undecided',
    unreachable: standing.unreachable !== undefined,
    'carried-over': standing.carriedTo !== undefined,
    closed: standing.closed !== undefined,
  };
  return (Object.keys(WHAT_STOPS_WHAT) as StopWord[]).filter((stop) => inForce[stop]);
}

/** What one stop says to one way out: how it stays in, or how it goes. */
export function verdictOf(stop: StopWord, way: Outgoing, named: Named): StaysIn['how'] | GoesOut {
  const cell = WHAT_STOPS_WHAT[stop][way];
  switch (cell) {
    case 'stopped':
    case 'waits':
    case 'grief-words':
      return cell;
    case 'goes-on':
      return { goes: true };
    case 'birth-words':
      return { goes: true, words: 'after-birth' };
    case 'new-address':
      return { goes: true, onlyTo: 'new-address-in-japan' };
    case 'as-named':
      return named.mailWay === 'undecided' ? 'stopped' : { goes: true, onlyTo: 'designated-place' };
    case 'as-she-said':
      if (named.package === 'send') return { goes: true };
      return named.package === 'keep' ? 'waits' : 'stopped';
  }
}

export function namedBy(standing: Standing): Named {
  return {
    mailWay: standing.mailWay,
    ...(standing.withdrawn ? { package: standing.withdrawn.package } : {}),
  };
}

/** Of several stops on one way the hardest counts: words of condolence do not outlive a withdrawal. */
function hardest(ways: readonly StaysIn['how'][]): StaysIn['how'] {
  if (ways.includes('stopped')) return 'stopped';
  return ways.includes('waits') ? 'waits' : 'grief-words';
}
