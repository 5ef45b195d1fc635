import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { AccountId, CaseId } from '../../domain/basics/ids.ts';
import type { Booking } from '../../domain/booking/booking.ts';
import { minutesOf } from '../../domain/booking/slot.ts';
import { isProgrammeDay } from '../../domain/calendar/programme-days.ts';
import type { CaseState } from '../../domain/case.ts';
import type { MissedReason } from '../../domain/facts/visit.ts';
import { followUpOn } from '../../domain/visits/follow-up-on.ts';
import { visitGround } from '../../domain/visits/visit-ground.ts';
import type { Call } from '../../gate/execute.ts';
import type { Hands } from './hands.ts';
import type { Office } from './office.ts';
import { fateOf, type People, type Person } from './people.ts';
import { startOfSlot } from './slots.ts';

/** The visitors write down, at the end of the day, what became of each of their visits (CHI-8.3, 8.7). */
export function visitors(hands: Hands, people: People): Office {
  return {
    name: 'visitors',
    time: '16:50',
    open: (day) => isProgrammeDay(day, hands.rules.booking.calendar),
    work: async () => {
      const today = hands.clock.today();
      const byVisitor = new Map<AccountId, Call[]>();
      for (const [id, state] of hands.book.cases()) {
        const { active } = state.bookings;
        const person = people.of(id);
        if (active?.date !== today || !active.visitor || !person) continue;
        const calls = byVisitor.get(active.visitor) ?? [];
        calls.push(...resultOf(hands, id, state, active, person, today));
        byVisitor.set(active.visitor, calls);
      }
      for (const [actor, calls] of byVisitor) await hands.act({ actor }, calls);
    },
  };
}

function resultOf(
  hands: Hands,
  id: CaseId,
  state: CaseState,
  active: Booking,
  person: Person,
  today: CivilDate,
): readonly Call[] {
  const found = fateOf(person.life.visit.attempts, state.visits.missed.length) ?? 'met';
  const happened = (kind: string) =>
    person.life.changes.find((one) => one.kind === kind && one.on <= today && !one.mistaken);
  const loss = happened('loss') ?? happened('child-death');
  const death = happened('woman-death');
  if (death && !state.standing.womanDied) {
    return [{ row: 'case.report-death', input: { case: id, on: death.on, source: 'visit' } }];
  }
  if (loss && !state.standing.loss && !state.standing.childDied) {
    const what = loss.kind === 'loss' ? 'loss' : 'child-death';
    return [{ row: 'case.report-loss', input: { case: id, what, on: loss.on, source: 'visit' } }];
  }
  if (found !== 'met') return [missed(id, active, found)];
  const born = happened('birth')?.on ?? state.standing.birth?.on;
  if (born) {
    const seen = {
      ...state,
      standing: { ...state.standing, birth: { fact: 'fact_told' as const, on: born } },
    };
    if ('refused' in visitGround(seen, today, hands.rules)) return [missed(id, active, 'born')];
  }
  const proposal: readonly Call[] =
    person.life.visit.referral && !state.standing.followUp && state.standing.followUpProposed === undefined
      ? [{ row: 'case.propose-follow-up', input: { case: id, to: true, source: 'visit' } }]
      : [];
  return [
    ...talkedAbout(hands, id, active, person),
    ...proposal,
    completed(id, state, active, person, today, born),
  ];
}

function missed(id: CaseId, active: Booking, reason: MissedReason): Call {
  const atTheDoor = reason === 'absent' || reason === 'others-only';
  return {
    row: 'visit.miss',
    input: {
      case: id,
      booking: active.booking,
      reason,
      ...(atTheDoor ? { time: startOfSlot(active.slot), calls: 1, noteLeft: true } : {}),
    },
  };
}

/** What is written down beside the record, while she still is the visitor's: talks, a referral, what is urgent. */
function talkedAbout(hands: Hands, id: CaseId, active: Booking, { life }: Person): readonly Call[] {
  const { consultations, referral, urgent } = life.visit;
  return [
    ...consultations.map(({ asker, category }) => ({
      row: 'consultation.record',
      input: {
        case: id,
        visit: active.booking,
        asker,
        category,
        asked: '（見本）相談の内容',
        advice: '（見本）助言の内容',
      },
    })),
    ...(referral
      ? [
          {
            row: 'referral.make',
            input: { case: id, target: referral, words: '（見本）つなぎ先への申し送り' },
          },
        ]
      : []),
    ...(urgent
      ? [
          {
            row: 'urgent.raise',
            input: {
              urgent: hands.ids.fresh('urgent'),
              case: id,
              class: urgent.class,
              source: 'visit',
              reason: urgent.reason,
              channel: 'visit',
            },
          },
        ]
      : []),
  ];
}

function completed(
  id: CaseId,
  { standing, registration }: CaseState,
  active: Booking,
  { life }: Person,
  today: CivilDate,
  born: CivilDate | undefined,
): Call {
  const { visit } = life;
  const from = startOfSlot(active.slot);
  const remote = active.mode !== 'visit';
  const followUp = followUpOn(standing, today);
  return {
    row: 'visit.complete',
    input: {
      case: id,
      booking: active.booking,
      date: today,
      from,
      to: later(from, visit.minutes),
      met: 'woman',
      ...(remote ? { identity: { name: true, birthDate: true, address: true }, privatePlace: true } : {}),
      pregnant: born === undefined,
      ...(born ? { born } : {}),
      checklist: 'visit-checklist/1',
      consent: registration.consent?.answer === 'given' ? 'earlier' : visit.consent,
      stamped: !remote && visit.stamp === 'stamped',
      ...(!remote && visit.stamp !== 'stamped' ? { noStamp: visit.stamp } : {}),
      considerate: true,
      answers: remote ? { ...visit.checklist, V07: 'remote' } : visit.checklist,
      ...(followUp ? { leeway: 'leeway/1', leewayAnswers: visit.leeway } : {}),
    },
  };
}

function later(time: string, minutes: number): string {
  const at = minutesOf(time) + minutes;
  return `${String(Math.floor(at / 60)).padStart(2, '0')}:${String(at % 60).padStart(2, '0')}`;
}
