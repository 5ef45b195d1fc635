import { addDays, date } from '../../src/domain/basics/civil-date.ts';
import { instantAt } from '../../src/domain/basics/instant.ts';
import { yen } from '../../src/domain/basics/yen.ts';
import { slotId } from '../../src/domain/booking/slot.ts';
import type { Keep } from '../../src/domain/decision.ts';
import type { NewFact } from '../../src/domain/facts.ts';
import { answerFields } from '../../src/domain/forms/answers.ts';
import { formName } from '../../src/domain/forms/form.ts';
import type { Place } from '../../src/place/place.ts';
import { CHECKLIST_1 } from '../../src/programmes/chiyoda-visit/checklist.ts';
import { QUESTIONNAIRE_1 } from '../../src/programmes/chiyoda-visit/questionnaire.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { GOOD_CHECKLIST } from '../support/checklist.ts';
import { GOOD_ANSWERS } from '../support/questionnaire.ts';
import { keepsOf, syntheticPerson, type SyntheticPerson } from './synthetic-ledger.ts';
import { writePast } from './write-past.ts';

const CHUNK = 500;
const FIRST_DAY = date('2026-04-01');
const ids = randomIds();
const batch = ids.fresh('batch');
const list = ids.fresh('list');
const visitor = ids.fresh('account');

/** What a busy month consists of. */
export type MonthSize = { readonly facts: number; readonly answers: number };

/**
 * Fills April 2026: every woman gets a letter, every second one answers the questionnaire and is visited. Half of
 * `women` leave two sets of answers in the vault, so that there are as many sets as women, and twelve facts each.
 */
export async function busyMonth(place: Place, women: number): Promise<MonthSize> {
  let [facts, answers] = [0, 0];
  for (let from = 0; from < women; from += CHUNK) {
    const people = Array.from({ length: Math.min(CHUNK, women - from) }, (_, at) => ({
      number: from + at,
      ...syntheticPerson(from + at),
    }));
    const lived = people.map((one) => monthOf(one, one.number));
    const stretch = {
      links: people.map((one) => ({ subject: one.case, person: one.person })),
      keep: [...people.flatMap(keepsOf), ...lived.flatMap(({ keep }) => keep)],
      facts: lived.flatMap((one) => one.facts),
      at: instantAt(FIRST_DAY, '10:00'),
    };
    await writePast(place, stretch);
    facts += stretch.facts.length;
    answers += lived.reduce((sum, { keep }) => sum + keep.length, 0);
  }
  return { facts, answers };
}

type Lived = { readonly facts: readonly NewFact[]; readonly keep: readonly Keep[] };

function monthOf(woman: SyntheticPerson, number: number): Lived {
  const letter = letterTo(woman, number);
  if (number % 2 === 0) return { facts: letter, keep: [] };
  const visit = visitTo(woman, number);
  return { facts: [...letter, ...visit.facts], keep: visit.keep };
}

function letterTo({ case: id }: SyntheticPerson, number: number): readonly NewFact[] {
  const piece = ids.fresh('piece');
  const letter = { piece, case: id, kind: 'notice' } as const;
  const day = addDays(FIRST_DAY, number % 9);
  const at = instantAt(day, '10:00');
  return [
    {
      type: 'case.opened',
      at,
      case: id,
      contractYear: 2026,
      list,
      due: date('2026-07-01'),
      followUp: number % 20 === 1,
      origin: 'list',
      mailWay: 'registered',
      protected: false,
    },
    { type: 'piece.planned', at, ...letter, batch },
    { type: 'invite.issued', at, case: id, piece, copy: 1, reason: 'print' },
    { type: 'piece.printed', at, ...letter, batch, template: 'notice-1', copy: 1 },
    {
      type: 'piece.posted',
      at,
      ...letter,
      service: 'specified-record',
      tracking: String(10_000_000_000 + number),
      postage: yen(320),
    },
    { type: 'piece.delivered', at, piece, case: id, on: addDays(day, 2), source: 'tracking-page' },
    {
      type: 'message.sent',
      at,
      case: id,
      message: ids.fresh('message'),
      about: 'notice',
      channel: 'email',
    },
  ];
}

/** She applies, answers, gets a date and is visited before the month is over. */
function visitTo({ case: id }: SyntheticPerson, number: number): Lived {
  const application = ids.fresh('application');
  const booking = ids.fresh('booking');
  const day = addDays(FIRST_DAY, 12 + (number % 17));
  const at = instantAt(addDays(day, -2), '10:00');
  const form = formName(QUESTIONNAIRE_1);
  const visit = { case: id, booking, date: day } as const;
  const facts: readonly NewFact[] = [
    { type: 'invite.redeemed', at, case: id, reason: 'web' },
    { type: 'resident.registered', at, case: id, channel: 'web' },
    { type: 'application.received', at, application, case: id, form, channel: 'web' },
    { type: 'application.matched', at, application, case: id, reason: 'code' },
    {
      type: 'consent.recorded',
      at,
      case: id,
      text: 'sharing-with-ward',
      version: '1',
      answer: 'given',
      channel: 'web',
      on: addDays(day, -2),
    },
    { type: 'questionnaire.answered', at, case: id, application, form },
    {
      type: 'booking.made',
      at,
      ...visit,
      slot: slotId(day, '10:00'),
      mode: 'visit',
      attempt: 1,
      requestedBy: 'herself',
      outsideMonth8: false,
    },
    { type: 'visit.assigned', at, case: id, booking, visitor },
    {
      type: 'visit.completed',
      at: instantAt(day, '10:13'),
      ...visit,
      from: '10:00',
      to: '10:13',
      mode: 'visit',
      met: 'woman',
      visitor,
      identity: 'in-person',
      pregnant: true,
      followUp: number % 20 === 1,
      checklist: formName(CHECKLIST_1),
      consent: 'given',
      stamped: true,
    },
    {
      type: 'consultation.recorded',
      at: instantAt(day, '10:14'),
      case: id,
      visit: booking,
      asker: 'woman',
      category: 'health',
    },
  ];
  const answers = answerFields(QUESTIONNAIRE_1, GOOD_ANSWERS);
  return {
    facts,
    keep: [
      { of: id, section: 'answers', item: application, value: answers },
      { of: id, section: 'visit', item: booking, value: GOOD_CHECKLIST },
    ],
  };
}
