import { slotId } from '../../src/domain/booking/slot.ts';
import { date } from '../../src/domain/basics/civil-date.ts';
import type { AccountId, BookingId, CaseId, SlotId } from '../../src/domain/basics/ids.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { testPlace, type TestPlace } from './place.ts';
import { usualOpening } from './usual-opening.ts';

const ids = randomIds();

/** A place with a manager and an operator, and the steps that most tests of booking begin with. */
export type BookingPlace = TestPlace & {
  readonly manager: AccountId;
  readonly operator: AccountId;
  /** Carries a command out that must succeed; its facts. */
  readonly done: (row: string, input: object, actor: string) => Promise<readonly { readonly type: string }[]>;
  /** The code of its refusal, or `done`. */
  readonly said: (row: string, input: object, actor: string) => Promise<string>;
  readonly answer: <T>(question: string, input: object, actor: string) => Promise<readonly T[]>;
  readonly openCase: (changes?: object) => Promise<CaseId>;
  readonly openDay: (day: string, visitors: number) => Promise<void>;
  readonly book: (of: CaseId, slot: SlotId) => Promise<BookingId>;
  /** Licence and training of somebody: she may be sent. */
  readonly qualify: (account: AccountId) => Promise<void>;
  /** A visitor who may be sent: role, licence, training. */
  readonly visitor: () => Promise<AccountId>;
};

export async function bookingPlace(at = '2026-05-20'): Promise<BookingPlace> {
  const made = await testPlace(at);
  const { place, person } = made;
  const manager = await person('responsible-manager');
  const operator = await person('operator');

  const done: BookingPlace['done'] = async (row, input, actor) => {
    const outcome = await place.execute([{ row, input }], { actor });
    if (!outcome.ok) throw new Error(`${row} was refused: ${JSON.stringify(outcome.error)}`);
    return outcome.value.facts;
  };
  const said: BookingPlace['said'] = async (row, input, actor) => {
    const outcome = await place.execute([{ row, input }], { actor });
    return outcome.ok ? 'done' : outcome.error.refused;
  };
  const answer = async <T>(question: string, input: object, actor: string): Promise<readonly T[]> => {
    const outcome = await place.ask(question, input, { actor });
    if (!outcome.ok) throw new Error(`${question} was refused: ${outcome.error.refused}`);
    return outcome.value as readonly T[];
  };
  const qualify: BookingPlace['qualify'] = async (account) => {
    const licence = { account, licence: 'nurse', number: '第12345号', checkedOn: '2026-05-01' };
    await done('visitor.qualify', licence, manager);
    for (const topic of chiyodaVisit.rules.visits.trainingTopics) {
      await done('visitor.train', { account, topic, on: '2026-05-01', material: 'v1' }, manager);
    }
  };
  return {
    ...made,
    qualify,
    manager,
    operator,
    done,
    said,
    answer,
    openCase: async (changes = {}) => {
      const id = ids.fresh('case');
      const opening = usualOpening(changes);
      const values = [
        { section: 'identity', value: { name: '見本 花子', kana: 'ミホン ハナコ', birthDate: '1995-05-05' } },
        { section: 'address', value: { postcode: '1020074', address: '九段南1-2-1', building: '' } },
        { section: 'contact', value: { phone: '0300000000' } },
      ];
      await done('case.open', { case: id, person: ids.fresh('person'), opening, values }, 'system:intake');
      return id;
    },
    openDay: async (day, visitors) => {
      await done('booking.open-day', { date: day, visitors }, manager);
    },
    book: async (of, slot) => {
      const facts = await done(
        'booking.make',
        { case: of, slot, mode: 'visit', requestedBy: 'herself' },
        operator,
      );
      const [fact] = facts;
      if (!fact || !('booking' in fact)) throw new Error('No booking was made');
      return fact.booking as BookingId;
    },
    visitor: async () => {
      const account = await person('visitor');
      await qualify(account);
      return account;
    },
  };
}

export function at(day: string, start = '10:00'): SlotId {
  return slotId(date(day), start);
}
