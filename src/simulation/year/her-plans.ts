import { addDays, type CivilDate } from '../../domain/basics/civil-date.ts';
import { NOTICE_KINDS } from '../../domain/mailings/caps.ts';
import type { RecordedFact } from '../../domain/facts.ts';
import type { Contact, RedispatchWish } from '../life.ts';
import { calls } from '../special-life.ts';
import { dayBook, type DayBook } from './day-book.ts';
import type { Hands } from './hands.ts';
import { once, type People, type Person } from './people.ts';

/** What a woman sets out to do on a day. */
export type Errand = { readonly person: Person } & (
  | { readonly kind: 'register' }
  | { readonly kind: 'book' }
  | { readonly kind: 'move' }
  | { readonly kind: 'cancel' }
  | { readonly kind: 'contact'; readonly contact: Contact }
  | { readonly kind: 'redispatch'; readonly wish: RedispatchWish }
  | { readonly kind: 'survey'; readonly survey: string }
);

/** The errands by web, which she does in the evening, and those by telephone, when somebody answers. */
export type Errands = {
  readonly web: DayBook<Errand>;
  readonly phone: DayBook<Errand>;
  /** Who sent an application without a code; nobody we know when it was a stranger. */
  readonly applicants: Map<string, Person>;
};

const CARD_ARRIVES_AFTER = 2;

/**
 * What each woman sets out to do when something reaches her, by her dispositions: it plans, it does nothing. Whether
 * it is possible on that day the gate says.
 */
export function herPlans(
  hands: Hands,
  people: People,
): Errands & { readonly hear: (fact: RecordedFact) => void } {
  const errands: Errands = { web: dayBook(), phone: dayBook(), applicants: new Map() };
  for (const person of people.all) {
    for (const contact of person.life.contacts) {
      errands[contact.channel].put(contact.on, { person, kind: 'contact', contact });
    }
  }
  return {
    ...errands,
    hear: (fact) => {
      const person = 'case' in fact ? people.of(fact.case) : undefined;
      if (person) follow(hands, errands, person, fact);
    },
  };
}

function follow(hands: Hands, errands: Errands, person: Person, fact: RecordedFact): void {
  const today = hands.clock.today();
  const { life } = person;
  const { registers, books } = life;
  const after = (from: CivilDate, days: number): CivilDate => {
    const day = addDays(from, days);
    return day < today ? today : day;
  };
  switch (fact.type) {
    case 'piece.delivered': {
      const kind = hands.book.caseOf(fact.case).mail.pieces.find(({ piece }) => piece === fact.piece)?.kind;
      if (!kind || !NOTICE_KINDS.includes(kind) || registers?.movedBy !== 'letter') return;
      if (once(person, 'register')) {
        errands[registers.channel].put(after(fact.on, registers.afterDays), { person, kind: 'register' });
      }
      return;
    }
    case 'piece.posted':
      if (fact.kind !== 'recall' || registers?.movedBy !== 'recall-card') return;
      if (life.recallCard === 'arrives' && once(person, 'register')) {
        const day = after(today, CARD_ARRIVES_AFTER + registers.afterDays);
        errands[registers.channel].put(day, { person, kind: 'register' });
      }
      return;
    case 'questionnaire.answered':
      if (books.when === 'at-once' && once(person, 'book')) {
        errands[registers?.channel ?? 'phone'].put(after(today, books.afterDays), { person, kind: 'book' });
      }
      return;
    case 'recall.sent':
      if (books.when === 'after-recall-mail' && once(person, 'book')) {
        errands[registers?.channel ?? 'phone'].put(after(today, books.afterDays), { person, kind: 'book' });
      }
      return;
    case 'call.made':
      if (fact.about !== 'no-booking' || fact.result !== 'reached') return;
      if (books.when === 'after-call' && once(person, 'book')) {
        errands.phone.put(after(today, books.afterDays), { person, kind: 'book' });
      }
      return;
    case 'booking.made': {
      const { moves, cancels } = books;
      if (moves && once(person, 'move')) {
        errands[moves.channel].put(after(today, moves.afterDays), { person, kind: 'move' });
      }
      if (cancels && once(person, 'cancel')) {
        errands[cancels.channel].put(after(today, cancels.afterDays), { person, kind: 'cancel' });
      }
      return;
    }
    case 'visit.missed': {
      const ours = fact.reason === 'visitor-side' || fact.reason === 'closure';
      const { againAfterDays = ours ? 2 : undefined } = life.visit;
      if (againAfterDays !== undefined && fact.reason !== 'moved' && fact.reason !== 'born') {
        errands.phone.put(after(today, againAfterDays), { person, kind: 'book' });
      }
      return;
    }
    case 'booking.cancelled':
      // She was called because her day fell out, and takes another one in the same talk or soon after.
      if (fact.reason === 'closure') errands.phone.put(after(today, 1), { person, kind: 'book' });
      return;
    case 'visit.cap-raised':
      errands.phone.put(after(today, 1), { person, kind: 'book' });
      return;
    case 'visit.completed':
      if (life.lossAfterTalk !== undefined) {
        const on = addDays(fact.date, life.lossAfterTalk);
        const contact = calls(on, 'loss', { kind: 'tell-loss', happened: addDays(on, -1) });
        errands.phone.put(on, { person, kind: 'contact', contact });
      }
      for (const wish of life.redispatch) {
        errands[wish.channel].put(addDays(fact.date, wish.daysAfterTalk), {
          person,
          kind: 'redispatch',
          wish,
        });
      }
      return;
    case 'survey.sent':
      if (life.survey) {
        const day = after(today, life.survey.afterDays);
        errands.web.put(day, { person, kind: 'survey', survey: fact.survey });
      }
      return;
    default:
  }
}
