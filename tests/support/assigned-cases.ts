import type { AccountId, BookingId, CaseId } from '../../src/domain/basics/ids.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { visitRecord } from './booked.ts';
import { at, type BookingPlace } from './booking-place.ts';
import { GOOD_ANSWERS } from './questionnaire.ts';
import { readTable } from './read-table.ts';

/** A woman with a visit that is assigned to somebody. */
export type Her = { readonly id: CaseId; readonly booking: BookingId; readonly day: string };

const DAYS = ['01', '02', '03', '04', '05', '08', '09', '10', '11', '12'].map((day) => `2026-06-${day}`);
const STARTS = ['09:00', '11:00', '14:00', '16:00'];

const NEW_HOME = { postcode: '102-0074', address: '東京都千代田区九段南一丁目2番1号' };

/** These name no case: a visitor gets her own ones and nobody else's, never a refusal. */
export const WITHOUT_CASE: readonly string[] = ['visit.sheet', 'visit.my-days', 'duty.today'];

/** Every row that a visitor may use on what is assigned to her, as the hand-written table says. */
export const assignedRows: readonly string[] = readTable(
  new URL('../authority/expected.tsv', import.meta.url),
)
  .filter(([, , assigned = []]) => assigned.length > 0)
  .map(([row = []]) => row.join());

/** Women of a place with a visit each, and for every row a well-made input on one of them. */
export function assignedCases(house: BookingPlace) {
  const { manager, operator, done, openCase, openDay, book } = house;
  const ids = randomIds();
  let made = 0;
  const inputs: Readonly<Record<string, (her: Her) => object | Promise<object>>> = {
    'case.change-due-date': ({ id }) => ({ case: id, to: '2026-08-22', source: 'visit' }),
    'case.change-contact': ({ id }) => ({
      case: id,
      what: 'phone',
      source: 'visit',
      values: { phone: '0300000001' },
    }),
    'case.move-out': ({ id }) => ({ case: id, on: '2026-05-19', source: 'visit' }),
    'case.move-by-two': ({ id }) => ({
      case: id,
      kind: 'within',
      on: '2026-05-19',
      source: 'visit',
      address: NEW_HOME,
    }),
    'case.name-delivery-by-two': ({ id }) => ({ case: id, source: 'visit', address: NEW_HOME }),
    'case.where-it-goes': ({ id }) => ({ case: id }),
    'case.report-birth': ({ id }) => ({ case: id, on: '2026-05-19', source: 'visit' }),
    'case.report-loss': ({ id }) => ({ case: id, what: 'loss', on: '2026-05-19', source: 'visit' }),
    'case.report-death': ({ id }) => ({ case: id, on: '2026-05-19', source: 'visit' }),
    'case.pause': ({ id }) => ({
      case: id,
      reason: 'hospital',
      until: '2026-06-30',
      by: 'herself',
      channel: 'visit',
    }),
    'case.withdraw': ({ id }) => ({ case: id, channel: 'visit' }),
    'case.propose-follow-up': ({ id }) => ({ case: id, to: true, source: 'visit' }),
    'case.timeline': ({ id }) => ({ case: id }),
    'case.show': ({ id }) => ({ case: id }),
    'case.acts': ({ id }) => ({ case: id }),
    'case.foresee': ({ id }) => ({ case: id, act: 'loss' }),
    'consent.record': ({ id }) => ({
      case: id,
      text: 'sharing-with-ward',
      version: '1',
      answer: 'given',
      channel: 'visit',
      on: '2026-05-20',
    }),
    'application.show': applicationOf,
    'urgent.raise': ({ id }) => ({
      urgent: ids.fresh('urgent'),
      case: id,
      class: 'u1',
      source: 'visit',
      reason: 'seen-at-visit',
      channel: 'visit',
    }),
    'urgent.report': ({ id }) => ({
      urgent: ids.fresh('urgent'),
      case: id,
      to: 'ward-duty',
      reached: true,
      channel: 'phone',
    }),
    'visit.show': ({ id }) => ({ case: id }),
    'visit.complete': ({ id, booking, day }) => visitRecord(day, { case: id, booking }),
    'visit.miss': ({ id, booking }) => ({ case: id, booking, reason: 'absent' }),
    'consultation.record': ({ id }) => ({
      case: id,
      asker: 'woman',
      category: 'sleep',
      asked: 'よく眠れない',
      advice: '昼に休む',
    }),
    'referral.make': ({ id }) => ({ case: id, target: 'health-centre', words: '相談の希望あり' }),
  };

  async function applicationOf({ id }: Her): Promise<object> {
    const application = ids.fresh('application');
    const form = 'pre-visit-questionnaire/1';
    await done(
      'resident.register',
      { case: id, channel: 'phone', phone: '0300000000', confirmed: true },
      operator,
    );
    const input = { application, case: id, form, channel: 'phone', answers: GOOD_ANSWERS };
    await done('application.receive', input, operator);
    return { application };
  }

  return {
    inputs,
    /** A woman with a visit of this visitor, at a time of its own; given on 20 May. */
    assigned: async (visitor: AccountId): Promise<Her> => {
      house.setNow('2026-05-20');
      const day = DAYS[Math.floor(made / STARTS.length)] ?? '';
      const start = STARTS[made % STARTS.length] ?? '';
      made += 1;
      const id = await openCase();
      if (start === STARTS[0]) await openDay(day, 20);
      const booking = await book(id, at(day, start));
      await done('visit.assign', { case: id, booking, visitor }, manager);
      return { id, booking, day };
    },
  };
}
