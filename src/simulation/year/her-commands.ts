import { addDays, type CivilDate } from '../../domain/basics/civil-date.ts';
import type { ApplicationId, CaseId, SlotId } from '../../domain/basics/ids.ts';
import { daysOfWeeks } from '../../domain/calendar/pregnancy.ts';
import { programmeDayAfter } from '../../domain/calendar/programme-days.ts';
import type { Hands, Try } from './hands.ts';
import type { Person } from './people.ts';
import type { Slots } from './slots.ts';

/** What a woman can be told when she asks for a date: nothing of it is a fault of anybody. */
const NO_DATE = [
  'visit-stopped',
  'not-a-visit-target',
  'after-birth',
  'already-visited',
  'already-booked',
  'attempts-used',
  'early-needs-call',
  'after-due-date-call',
  'online-too-late',
  'change-too-late',
  'not-registered',
  'questionnaire-missing',
  'no-booking',
  'same-slot',
  'taken',
] as const;

/** Registration with a contact, by the code of her letter or on the telephone, and her answers. */
export function registering(
  hands: Hands,
  id: CaseId,
  person: Person,
  channel: 'web' | 'phone',
): readonly Try[] {
  const { registers, woman } = person.life;
  if (!registers) return [];
  const invite = hands.book.caseOf(id).mail.invites.findLast(({ revoked }) => !revoked);
  const contact = registers.email ? { email: registers.email } : { phone: phoneOf(person) };
  const may = ['link-stopped', 'code-revoked', 'contact-through-ward'];
  return [
    {
      call: {
        row: 'resident.register',
        input: {
          case: id,
          channel,
          ...contact,
          ...(woman.phone ? { phone: woman.phone } : {}),
          ...(channel === 'web' && invite ? { piece: invite.piece, copy: invite.copy } : {}),
          confirmed: true,
        },
      },
      may,
    },
    {
      call: {
        row: 'application.receive',
        input: {
          application: hands.ids.fresh('application'),
          case: id,
          form: hands.rules.forms.questionnaire,
          channel,
          answers: registers.answers,
        },
      },
      may: ['link-stopped', 'not-registered', 'already-applied'],
    },
  ];
}

/** An application without a code: she says who she is. */
export function applyingOpenly(
  hands: Hands,
  person: Person,
  channel: 'web' | 'phone',
): (Try & { readonly application: ApplicationId }) | undefined {
  const { registers, woman } = person.life;
  if (!registers) return undefined;
  const application = hands.ids.fresh('application');
  const { name, kana, birthDate, postcode, address, building } = woman;
  return {
    application,
    call: {
      row: 'application.receive-open',
      input: {
        application,
        form: hands.rules.forms.questionnaire,
        channel,
        answers: registers.answers,
        applicant: {
          name,
          kana,
          birthDate,
          phone: phoneOf(person),
          ...(registers.email ? { email: registers.email } : {}),
          postcode,
          address,
          ...(building ? { building } : {}),
        },
      },
    },
  };
}

/** A date of her wish: the first free one from her day on. Nothing when there is none before the year is over. */
export function booking(
  hands: Hands,
  slots: Slots,
  id: CaseId,
  person: Person,
  wish: {
    readonly channel: 'web' | 'phone';
    readonly from?: CivilDate;
    readonly row?: 'booking.make' | 'booking.move';
  },
): Try | undefined {
  const { books } = person.life;
  const { channel, row = 'booking.make' } = wish;
  // Who asks for another day does not get the one she has.
  const held = row === 'booking.move' ? hands.book.caseOf(id).bookings.active?.date : undefined;
  const wished = wish.from ?? books.from;
  const from = held && wished <= held ? addDays(held, 1) : wished;
  const slot = slotFor(hands, slots, id, person, channel, from);
  if (!slot) return undefined;
  slots.keep(slot);
  const { due } = hands.book.caseOf(id).standing;
  const remote = books.mode !== 'visit';
  return {
    call: {
      row,
      input: {
        case: id,
        slot,
        mode: books.mode,
        ...(remote ? { reason: books.reason ?? 'unavoidable', cannotBeVisited: true } : {}),
        ...(channel === 'phone' ? { requestedBy: 'herself', channel } : {}),
        ...(channel === 'phone' && due && slot.slice('slot_'.length) > due ? { stillPregnant: true } : {}),
      },
    },
    may: NO_DATE,
  };
}

function slotFor(
  { clock, book, rules }: Hands,
  slots: Slots,
  id: CaseId,
  { life: { books } }: Person,
  channel: 'web' | 'phone',
  from: CivilDate,
): SlotId | undefined {
  const { calendar, weeks } = rules.booking;
  const soonest = programmeDayAfter(clock.today(), channel === 'web' ? 2 : 1, calendar);
  const first = from < soonest ? soonest : from;
  const { due } = book.caseOf(id).standing;
  const { to } = rules.contract;
  const month8 = due ? daysOfWeeks(due, weeks.month8).to : to;
  const best =
    books.period === 'month8' ? slots.firstFree(first, month8 < to ? month8 : to, books.time) : undefined;
  return best ?? slots.firstFree(first, to, books.time);
}

/** She gives up her date and does not want to be visited: her application with it. */
export function givingUp({ book }: Hands, id: CaseId): readonly Try[] {
  const { answered } = book.caseOf(id).registration;
  return [
    { call: { row: 'booking.cancel', input: { case: id, reason: 'her-wish' } }, may: ['no-booking'] },
    ...(answered
      ? [
          {
            call: {
              row: 'application.cancel',
              input: { application: answered.application, case: id, reason: 'her-wish' },
            },
          },
        ]
      : []),
  ];
}

/** Everybody can be called back: who gave the ward no number gives us one. */
export function phoneOf({ life: { woman, id } }: Person): string {
  return woman.phone || `090-0000-${id.slice(-4)}`;
}
