import type { RecordedFact } from '../../src/domain/facts.ts';

export type Day = string;

/** A stop as it stands in the ledger: what it is called, since when, and which fact a word of the ward would lift. */
type Stop = { readonly word: StopWord; readonly fact: string; readonly from: Day; readonly until?: Day };
export type StopWord =
  | 'loss'
  | 'death'
  | 'birth'
  | 'moved-out'
  | 'pause'
  | 'withdrawal'
  | 'protection'
  | 'hold'
  | 'unreachable'
  | 'carried-over'
  | 'closed';

type Post = {
  readonly kind: string;
  readonly on: Day;
  end?: string;
  endedOn?: Day;
  askedBack?: true;
  /** The day on which a stop was recorded while the post had it. */
  overtakenOn?: Day;
};

/** What is known of one woman when the auditor has read the journal up to a place. */
export type Seen = {
  stops: Stop[];
  mailWay: string;
  withdrawnPackage?: string;
  placeKnown: boolean;
  designated: boolean;
  agreedAfterLoss: boolean;
  granted: boolean;
  heldFor?: string;
  expired: boolean;
  talkOn?: Day;
  /** The ten programme days count from here. */
  clockFrom?: Day;
  dates: Map<string, Day>;
  missed: number;
  capRaised: number;
  posted: Map<string, Post>;
  kinds: Map<string, number>;
  reissues: number;
  requests: number;
};

export function unseen(): Seen {
  return {
    stops: [],
    mailWay: 'undecided',
    placeKnown: false,
    designated: false,
    agreedAfterLoss: false,
    granted: false,
    expired: false,
    dates: new Map(),
    missed: 0,
    capRaised: 0,
    posted: new Map(),
    kinds: new Map(),
    reissues: 0,
    requests: 0,
  };
}

/** The table of design.md section 4: what each word stops outright. What it lets through on a condition is asked apart. */
export const STOPPED: Readonly<Record<StopWord, readonly Way[]>> = {
  loss: ['letter', 'recall', 'mail', 'call', 'survey', 'date', 'link'],
  death: ['letter', 'recall', 'mail', 'call', 'survey', 'date', 'link', 'package'],
  birth: ['letter', 'recall'],
  'moved-out': ['letter', 'recall', 'date'],
  pause: ['letter', 'recall', 'mail', 'call', 'survey'],
  withdrawal: ['letter', 'recall', 'mail', 'call', 'survey', 'date', 'link'],
  protection: ['recall', 'mail', 'call', 'survey', 'link'],
  hold: ['letter', 'recall', 'mail', 'call', 'survey', 'package'],
  unreachable: ['letter', 'recall'],
  // Her earned package and the calls about it go over into the next contract (CHI-4.4-2).
  'carried-over': ['letter', 'recall', 'date'],
  closed: ['letter', 'recall', 'call', 'date'],
};

/** Words after which the post office is asked to give back what it carries. */
const ASKED_BACK: readonly StopWord[] = [
  'loss',
  'death',
  'withdrawal',
  'protection',
  'hold',
  'pause',
  'moved-out',
];

export type Way = 'letter' | 'recall' | 'package' | 'mail' | 'call' | 'survey' | 'date' | 'link';

const LETTERS: readonly string[] = ['notice', 'resend', 'reissue'];

/** Takes one fact into what is known of her. */
export function note(seen: Seen, fact: RecordedFact): void {
  const day = fact.at.slice(0, 10);
  const stop = (word: StopWord, from: Day = '', until?: Day, name: string = fact.id) => {
    seen.stops.push({ word, fact: name, from, ...(until ? { until } : {}) });
    // What the post carries is asked back; a birth and the end of a case let it go.
    if (!ASKED_BACK.includes(word) || from > day) return;
    for (const piece of seen.posted.values()) {
      if (!piece.end && !piece.askedBack && STOPPED[word].includes(wayOf(piece.kind)))
        piece.overtakenOn ??= day;
    }
  };
  const end = (word: StopWord) => {
    seen.stops = seen.stops.filter((one) => one.word !== word);
  };
  switch (fact.type) {
    case 'case.opened':
      seen.mailWay = fact.mailWay;
      seen.designated = fact.designation !== undefined;
      if (fact.protected) protect();
      return;
    case 'case.mail-way-named':
      seen.mailWay = fact.way;
      freed();
      return;
    case 'case.protection-changed':
      if (fact.to) protect();
      else end('protection');
      return;
    case 'case.designated':
      seen.designated = true;
      return;
    case 'case.loss-reported':
      return stop('loss');
    case 'case.died':
      return stop(fact.who === 'woman' ? 'death' : 'loss');
    case 'case.birth-reported':
      return stop('birth');
    case 'case.moved':
      if (fact.within) return;
      end('moved-out');
      if (!fact.back) stop('moved-out', fact.on);
      if (fact.newAddress) seen.placeKnown = true;
      return;
    case 'case.contact-changed':
      if (fact.what === 'delivery-address') seen.placeKnown = true;
      return;
    case 'case.paused':
      end('pause');
      return stop('pause', day, fact.until);
    case 'case.resumed':
      return end('pause');
    case 'case.withdrawn':
      end('withdrawal');
      stop('withdrawal');
      seen.withdrawnPackage = fact.package;
      return;
    case 'case.held':
      return stop('hold', '', undefined, fact.reason === 'ward-stop' ? fact.id : fact.reason);
    case 'case.hold-ended':
      seen.stops = seen.stops.filter((one) => one.fact !== fact.reason);
      freed();
      return;
    case 'case.stop-lifted':
      seen.stops = seen.stops.filter((one) => one.fact !== fact.of);
      freed();
      return;
    case 'case.unreachable':
      return stop('unreachable');
    case 'case.closed':
      return stop('closed');
    case 'case.carried-over':
      return stop('carried-over');
    case 'booking.made':
    case 'booking.moved':
      seen.dates.set(fact.booking, fact.date);
      return;
    case 'booking.cancelled':
      seen.dates.delete(fact.booking);
      return;
    case 'visit.missed':
      seen.dates.delete(fact.booking);
      if (fact.reason === 'absent' || fact.reason === 'others-only') seen.missed += 1;
      return;
    case 'visit.cap-raised':
      seen.capRaised += 1;
      return;
    case 'visit.completed':
      seen.dates.delete(fact.booking);
      seen.talkOn = fact.date;
      return;
    case 'benefit.granted':
      // A package that waited for the ward's word has its days from that word on.
      seen.clockFrom = seen.heldFor ? day : (seen.talkOn ?? day);
      seen.granted = true;
      delete seen.heldFor;
      return;
    case 'benefit.held':
      seen.heldFor = fact.reason;
      return;
    case 'benefit.released':
      seen.agreedAfterLoss ||= seen.heldFor === 'loss';
      delete seen.heldFor;
      seen.clockFrom = day;
      return;
    case 'benefit.expired':
      seen.expired = true;
      return;
    case 'redispatch.requested':
      if (fact.accepted) seen.requests += 1;
      return;
    case 'piece.reissue-granted':
      seen.reissues += 1;
      return;
    case 'piece.posted':
      seen.kinds.set(fact.kind, (seen.kinds.get(fact.kind) ?? 0) + 1);
      seen.posted.set(fact.piece, { kind: fact.kind, on: day });
      return;
    case 'piece.asked-back': {
      const piece = seen.posted.get(fact.piece);
      if (piece) piece.askedBack = true;
      return;
    }
    case 'piece.delivered':
    case 'piece.returned':
    case 'piece.lost':
    case 'piece.withdrawn': {
      const piece = seen.posted.get(fact.piece);
      if (piece) Object.assign(piece, { end: fact.type.slice('piece.'.length), endedOn: fact.on });
      return;
    }
    default:
  }

  /** What a stop kept back has its ten programme days from the end of the stop. */
  function freed(): void {
    if (seen.clockFrom) seen.clockFrom = day;
  }

  function protect(): void {
    stop('protection');
    // The registered place is no way any more until the ward has named one (AMB-56).
    if (seen.mailWay === 'registered') seen.mailWay = 'undecided';
  }
}

export function wayOf(kind: string): Way {
  if (kind.startsWith('package')) return 'package';
  return LETTERS.includes(kind) ? 'letter' : 'recall';
}
