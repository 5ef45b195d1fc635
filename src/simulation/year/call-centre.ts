import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { CaseId, InquiryId, PieceId } from '../../domain/basics/ids.ts';
import { isProgrammeDay } from '../../domain/calendar/programme-days.ts';
import { NOTICE_KINDS } from '../../domain/mailings/caps.ts';
import { isForWard } from '../../domain/inquiry/categories.ts';
import type { RecordedFact } from '../../domain/facts.ts';
import { mayGoOut } from '../../domain/standing/what-stops-what.ts';
import { visitGround } from '../../domain/visits/visit-ground.ts';
import type { Call } from '../../gate/execute.ts';
import type { Contact } from '../life.ts';
import type { Hands, Try } from './hands.ts';
import { booking, givingUp, phoneOf, registering } from './her-commands.ts';
import type { Errand, Errands } from './her-plans.ts';
import type { Office } from './office.ts';
import type { Person } from './people.ts';
import { REDISPATCH_NOS } from './residents.ts';
import type { Slots } from './slots.ts';
import { STAFF } from './staff.ts';
import { wishCall } from './web-wishes.ts';

const OPERATOR = { actor: STAFF.operator };
const TWO = { actor: STAFF.manager, second: STAFF.operator };

/** The call centre: whoever calls is answered, whoever wrote is answered the next morning, and calls that are due are made. */
export function callCentre(hands: Hands, errands: Errands, slots: Slots): Office {
  const waiting: InquiryId[] = [];
  const toMatch: { application: `application_${string}`; person: Person | undefined }[] = [];
  const reissue = new Set<PieceId>();
  return {
    name: 'call-centre',
    time: '11:00',
    open: (day) => isProgrammeDay(day, hands.rules.inquiry.hours.calendar),
    hear: (fact) => hear(fact, waiting, toMatch, errands),
    work: async () => {
      await giveUpDates(hands);
      await callInstead(hands);
      await answerWeb(hands, waiting.splice(0));
      await matchOpen(hands, toMatch.splice(0));
      const due = errands.phone.take(hands.clock.today());
      for (const errand of due) await answer(hands, slots, errand, reissue);
    },
  };
}

function hear(
  fact: RecordedFact,
  waiting: InquiryId[],
  toMatch: { application: `application_${string}`; person: Person | undefined }[],
  errands: Errands,
): void {
  if (fact.type === 'inquiry.opened' && fact.channel === 'web') waiting.push(fact.inquiry);
  if (fact.type === 'application.received' && !fact.case) {
    toMatch.push({ application: fact.application, person: errands.applicants.get(fact.application) });
  }
}

/** Dates that are not allowed any more, or whose day fell out: she is called, and the date is given up. */
async function giveUpDates(hands: Hands): Promise<void> {
  const { book, clock, rules } = hands;
  const rebook = await hands.ask<readonly { case: CaseId; date: string }[]>(OPERATOR, 'booking.rebook', {});
  const closed = new Set(rebook.map((one) => one.case));
  const calls: Call[] = [];
  for (const [id, state] of book.cases()) {
    const { active } = state.bookings;
    if (!active || active.date < clock.today()) continue;
    const ground = visitGround(state, active.date, rules);
    const reason = 'refused' in ground ? 'not-allowed-any-more' : closed.has(id) ? 'closure' : undefined;
    if (reason) calls.push({ row: 'booking.cancel', input: { case: id, reason } });
  }
  await hands.act(OPERATOR, calls);
}

/** Whose mail came back is called about the same (design 3). */
async function callInstead({ act, book, clock }: Hands): Promise<void> {
  const calls: Call[] = [];
  for (const [id, { messages, standing }] of book.cases()) {
    for (const { about, ref, status, at } of messages.sent) {
      if (status !== 'bounced' && status !== 'failed') continue;
      if (messages.calls.some((call) => call.about === about && call.at >= at)) continue;
      if (!mayGoOut(standing, 'calls', clock.today()).goes) continue;
      const input = { case: id, about, result: 'reached', ...(ref ? { ref } : {}) };
      calls.push({ row: 'call.record', input });
    }
  }
  await act(OPERATOR, calls);
}

async function answerWeb(hands: Hands, waiting: readonly InquiryId[]): Promise<void> {
  await hands.tryEach(
    OPERATOR,
    waiting.flatMap((inquiry): Try[] => [
      {
        call: { row: 'inquiry.answer', input: { inquiry, result: 'answered', words: '（見本）回答' } },
        may: ['for-the-ward-alone'],
      },
      {
        call: { row: 'inquiry.close', input: { inquiry, result: 'ward-took-over', ref: 'receipt-1' } },
      },
    ]),
  );
}

async function matchOpen(
  hands: Hands,
  toMatch: readonly { readonly application: string; readonly person: Person | undefined }[],
): Promise<void> {
  for (const { application, person } of toMatch) {
    if (!person?.case) {
      await hands.act(OPERATOR, [
        { row: 'application.refuse', input: { application, reason: 'not-on-list' } },
      ]);
      continue;
    }
    const input = { application, case: person.case };
    const may = ['identity-differs', 'already-applied', 'contact-through-ward'];
    const refused = await hands.tryEach(OPERATOR, [{ call: { row: 'application.match', input }, may }]);
    const why = refused.get(0)?.refused;
    if (why === 'identity-differs') {
      await hands.act(TWO, [
        { row: 'application.match-differing', input: { ...input, overrule: 'moved-since' } },
      ]);
    } else if (why) {
      await hands.act(OPERATOR, [{ row: 'application.refuse', input: { application, reason: why } }]);
    }
  }
}

async function answer(hands: Hands, slots: Slots, errand: Errand, reissue: Set<PieceId>): Promise<void> {
  const { person } = errand;
  const { case: id, life } = person;
  switch (errand.kind) {
    case 'contact':
      return answerContact(hands, person, errand.contact, reissue);
    case 'register':
      if (id) await take(hands, person, 'application', registering(hands, id, person, 'phone'));
      return;
    case 'book':
      return date(hands, slots, errand, 'booking.make');
    case 'move':
      return date(hands, slots, errand, 'booking.move', life.books.moves?.to);
    case 'cancel':
      if (id) {
        await take(hands, person, 'change', givingUp(hands, id));
      }
      return;
    case 'redispatch':
      if (id) await askAgain(hands, id, errand.wish.home);
      return;
    case 'survey':
  }
}

async function date(
  hands: Hands,
  slots: Slots,
  { person }: Errand,
  row: 'booking.make' | 'booking.move',
  from?: CivilDate,
): Promise<void> {
  const { case: id } = person;
  if (!id) return;
  const made = booking(hands, slots, id, person, { channel: 'phone', row, ...(from ? { from } : {}) });
  if (made) await take(hands, person, row === 'booking.make' ? 'application' : 'change', [made]);
  slots.letGo();
}

async function askAgain(
  hands: Hands,
  id: CaseId,
  home: { postcode: string; address: string; building: string } | undefined,
): Promise<void> {
  const changed: Try[] = home
    ? [
        {
          call: {
            row: 'case.name-delivery-by-two',
            input: { case: id, source: 'phone', address: { ...home } },
          },
          may: ['changed-by-ward-only'],
        },
      ]
    : [];
  await hands.tryEach(TWO, [
    ...changed,
    {
      call: {
        row: 'redispatch.request',
        input: { case: id, on: hands.clock.today(), channel: 'phone', by: 'herself', addressConfirmed: true },
      },
      may: REDISPATCH_NOS,
    },
  ]);
}

/** A call: into the reception book, three points of identity, what she wants, the answer, closed. */
async function take(hands: Hands, person: Person, category: string, wishes: readonly Try[]): Promise<void> {
  const { case: id } = person;
  const inquiry = hands.ids.fresh('inquiry');
  await hands.act(OPERATOR, [
    {
      row: 'inquiry.open',
      input: {
        inquiry,
        channel: 'phone',
        category,
        caller: { name: person.life.woman.name, phone: phoneOf(person) },
      },
    },
    ...(id
      ? [
          {
            row: 'inquiry.identify',
            input: { inquiry, case: id, points: ['name', 'birth-date', 'address'] },
          },
        ]
      : []),
  ]);
  const refused = await hands.tryEach(OPERATOR, wishes);
  await close(hands, inquiry, category, refused.size > 0 ? 'told-no' : 'answered');
}

async function close(hands: Hands, inquiry: InquiryId, category: string, result: string): Promise<void> {
  const forWard = isForWard(category as Parameters<typeof isForWard>[0]);
  await hands.act(OPERATOR, [
    ...(forWard
      ? []
      : [{ row: 'inquiry.answer', input: { inquiry, result, words: '（見本）電話での回答' } }]),
    {
      row: 'inquiry.close',
      input: forWard
        ? { inquiry, result: 'ward-took-over', ref: `ward-${inquiry.slice(-8)}` }
        : { inquiry, result },
    },
  ]);
}

async function answerContact(
  hands: Hands,
  person: Person,
  contact: Contact,
  reissue: Set<PieceId>,
): Promise<void> {
  const { category, points, from, wish } = contact;
  const { case: id } = person;
  const inquiry = hands.ids.fresh('inquiry');
  await hands.act(OPERATOR, [
    {
      row: 'inquiry.open',
      input: {
        inquiry,
        channel: 'phone',
        category,
        words: '（見本）電話の内容',
        caller: { name: from === 'herself' ? person.life.woman.name : '（見本）名乗らず' },
      },
    },
    ...(id && points.length > 0 ? [{ row: 'inquiry.identify', input: { inquiry, case: id, points } }] : []),
  ]);
  const identified = from === 'herself' && points.length === 3;
  // Everybody may tell a loss or a birth: nobody is asked to prove it.
  const anybody = wish.kind === 'tell-loss' || wish.kind === 'tell-birth';
  let result = id ? 'answered' : 'not-on-list';
  if (id && (identified || anybody)) await carryOut(hands, id, inquiry, contact, reissue);
  else if (id && wish.kind !== 'ask') result = 'not-identified';
  if (wish.kind === 'complain') {
    await hands.act(OPERATOR, [{ row: 'inquiry.escalate', input: { inquiry, to: 'manager' } }]);
  }
  await close(hands, inquiry, category, result);
}

async function carryOut(
  hands: Hands,
  id: CaseId,
  inquiry: InquiryId,
  { wish }: Contact,
  reissue: Set<PieceId>,
): Promise<void> {
  const said = wishCall(hands, id, wish, 'phone');
  if (said) {
    // A second person is called to where something is sent to another door; for the rest she is not needed.
    await hands.tryEach({ ...OPERATOR, second: STAFF.manager }, [said]);
    return;
  }
  const state = hands.book.caseOf(id);
  switch (wish.kind) {
    case 'letter-again': {
      const last = state.mail.pieces.findLast(({ kind }) => NOTICE_KINDS.includes(kind));
      if (!last || wish.reason === 'lost-in-post') return;
      reissue.add(last.piece);
      const input = { case: id, piece: last.piece, reason: wish.reason };
      await hands.tryEach(OPERATOR, [
        { call: { row: 'piece.reissue', input }, may: ['piece-not-replaceable', 'reissue-granted'] },
      ]);
      return;
    }
    case 'consult':
      await hands.act({ actor: STAFF.manager }, [
        {
          row: 'consultation.record',
          input: {
            case: id,
            inquiry,
            asker: 'woman',
            category: wish.topic,
            asked: '（見本）相談の内容',
            advice: '（見本）助言の内容',
          },
        },
        ...(wish.urgent
          ? [
              {
                row: 'urgent.raise',
                input: {
                  urgent: hands.ids.fresh('urgent'),
                  case: id,
                  class: wish.urgent.class,
                  source: 'inquiry',
                  reason: wish.urgent.reason,
                  channel: 'phone',
                },
              },
            ]
          : []),
      ]);
      return;
    default:
  }
}
