import { addDays, type CivilDate } from '../../domain/basics/civil-date.ts';
import type { CaseId, PieceId } from '../../domain/basics/ids.ts';
import { isProgrammeDay, programmeDayNotAfter } from '../../domain/calendar/programme-days.ts';
import type { RecordedFact } from '../../domain/facts.ts';
import type { PieceKind, ReturnReason } from '../../domain/facts/mailing.ts';
import type { Call } from '../../gate/execute.ts';
import { dayBook } from './day-book.ts';
import type { Hands } from './hands.ts';
import type { Office } from './office.ts';
import { fateOf, type People, type Person } from './people.ts';
import { STAFF } from './staff.ts';

/** What becomes of a posted piece, and on which day it happens. */
type Arrival = {
  readonly case: CaseId;
  readonly piece: PieceId;
  readonly kind: PieceKind;
  readonly on: CivilDate;
  readonly what:
    | { readonly end: 'delivered'; readonly source: string }
    | { readonly end: 'returned'; readonly reason: ReturnReason }
    | { readonly end: 'lost' };
};

const CARD_BACK_AFTER = 4;
const HANDED_OVER_AFTER = 3;

/** The post: what was posted arrives, comes back or is lost as each life has it, and the mailing room enters it. */
export function postOffice(hands: Hands, people: People): Office {
  const arrivals = dayBook<Arrival>();
  const givenBack = dayBook<Call>();
  const caught = new Set<PieceId>();
  const underWay = new Map<PieceId, Arrival>();
  return {
    name: 'post',
    time: '09:10',
    open: (day) => isProgrammeDay(day, hands.rules.mailing.calendar),
    hear: (fact) => {
      const day = addDays(hands.clock.today(), 1);
      if (fact.type === 'piece.asked-back' && fact.asked && canBeFound(underWay.get(fact.piece), day)) {
        caught.add(fact.piece);
        const input = {
          case: fact.case,
          piece: fact.piece,
          what: 'withdrawn',
          on: day,
          source: 'post-office',
        };
        givenBack.put(day, { row: 'piece.follow', input });
      }
      if (fact.type !== 'piece.posted') return;
      const person = people.of(fact.case);
      const arrival = person && arrivalOf(hands, person, fact);
      if (!arrival) return;
      underWay.set(arrival.piece, arrival);
      arrivals.put(arrival.on, arrival);
    },
    work: async () => {
      const due = arrivals.take(hands.clock.today()).filter(({ piece }) => !caught.has(piece));
      await hands.act({ actor: STAFF.clerk }, givenBack.take(hands.clock.today()));
      await hands.act(
        { actor: STAFF.clerk },
        due.map((one) => entry(one)),
      );
      await putBack(hands, due);
    },
  };
}

/** What arrives later than on the day after it was asked for is still on its way; what is lost, nobody finds. */
function canBeFound(arrival: Arrival | undefined, day: CivilDate): boolean {
  return arrival !== undefined && arrival.what.end !== 'lost' && arrival.on > day;
}

function arrivalOf(
  hands: Hands,
  person: Person,
  fact: RecordedFact & { readonly type: 'piece.posted' },
): Arrival | undefined {
  const posted = hands.clock.today();
  const { case: id, piece, kind, service } = fact;
  const after = (days: number, what: Arrival['what']): Arrival => ({
    case: id,
    piece,
    kind,
    on: addDays(posted, days),
    what,
  });
  if (service === 'handed-to-ward') return after(HANDED_OVER_AFTER, { end: 'delivered', source: 'ward' });
  if (kind === 'recall') {
    return person.life.recallCard === 'comes-back'
      ? after(CARD_BACK_AFTER, { end: 'returned', reason: 'unknown-address' })
      : undefined;
  }
  const fate = kind.startsWith('package')
    ? fateOf(person.life.packages, person.packages++)
    : fateOf(person.life.letters, person.letters++);
  switch (fate?.end) {
    case 'returned':
      return after(fate.afterDays, { end: 'returned', reason: fate.reason });
    case 'lost':
      // Nobody hears of a lost piece: after some days the clerk asks the post office, before the day is over.
      return {
        ...after(0, { end: 'lost' }),
        on: programmeDayNotAfter(
          addDays(posted, hands.rules.mailing.watch.undeliveredDays),
          hands.rules.mailing.calendar,
        ),
      };
    case 'delivered':
    case 'received':
      return after(fate.afterDays, { end: 'delivered', source: 'tracking-page' });
    default:
      return after(2, { end: 'delivered', source: 'tracking-page' });
  }
}

function entry({ case: id, piece, on, what }: Arrival): Call {
  const of = { case: id, piece, on };
  switch (what.end) {
    case 'delivered':
      return { row: 'piece.follow', input: { ...of, what: 'delivered', source: what.source } };
    case 'lost':
      return { row: 'piece.follow', input: { ...of, what: 'lost', source: 'post-office' } };
    case 'returned':
      return { row: 'piece.return', input: { ...of, reason: what.reason, source: 'envelope' } };
  }
}

/** A package that came back is opened by two people, and its vouchers go into the safe again (CHI-8.4-14). */
async function putBack(hands: Hands, due: readonly Arrival[]): Promise<void> {
  const back = due.filter(({ kind, what }) => kind.startsWith('package') && what.end === 'returned');
  await hands.act(
    { actor: STAFF.clerk, second: STAFF.secondClerk },
    back.map(({ case: id, piece }) => ({
      row: 'stock.return',
      input: {
        case: id,
        piece,
        serials: hands.book.caseOf(id).benefit.packed.findLast((one) => one.piece === piece)?.serials ?? [],
      },
    })),
  );
}
