import { addDays, date, type CivilDate } from '../../src/domain/basics/civil-date.ts';
import { isRefusal } from '../../src/domain/basics/refusal.ts';
import type { CaseState } from '../../src/domain/case.ts';
import type { Decision, Order } from '../../src/domain/decision.ts';
import type { RecordedFact } from '../../src/domain/facts.ts';
import { changeContact } from '../../src/domain/standing/change-contact.ts';
import { changeProtection } from '../../src/domain/standing/change-protection.ts';
import { holdCase } from '../../src/domain/standing/hold-case.ts';
import { move } from '../../src/domain/standing/move.ts';
import { pause } from '../../src/domain/standing/pause.ts';
import { reportBirth } from '../../src/domain/standing/report-birth.ts';
import { reportDeath } from '../../src/domain/standing/report-death.ts';
import { reportLoss } from '../../src/domain/standing/report-loss.ts';
import { withdraw } from '../../src/domain/standing/withdraw.ts';
import { booked } from './booked.ts';
import { CASE, on, opened, today } from './given.ts';

const PLACE = { postcode: '1020074', address: '東京都千代田区九段南1-6-17' };
const ELSEWHERE = { postcode: '2310021', address: '神奈川県横浜市中区日本大通1' };

/** What can come between plan and send, by the word of the tables in `tests/mailing`. */
export const CHANGES = [
  'loss',
  'child-death',
  'her-death',
  'birth',
  'move-out',
  'move-out-unknown',
  'move-out-later',
  'move-inside',
  'new-name',
  'delivery-address',
  'protection',
  'protection-designated',
  'pause',
  'withdrawal-send',
  'withdrawal-keep',
  'withdrawal-decline',
  'ward-stop',
  'hold',
  'registered',
  'booked',
  'bounce',
] as const;

export type Change = (typeof CHANGES)[number];

/** The change told on a day, by the decision that takes it down: its facts and its orders. */
export function tell(
  state: CaseState,
  change: Change,
  day: CivilDate,
): { readonly facts: readonly RecordedFact[]; readonly send: readonly Order[] } {
  const outcome = decide({ case: state }, change, day);
  if (isRefusal(outcome)) throw new Error(`${change}: ${outcome.refused}`);
  return { facts: outcome.facts.map((fact) => on(day, fact)), send: outcome.send ?? [] };
}

/** How the case opens: for one change the ward has named another place before. */
export function openedFor(change: Change, day: string): RecordedFact {
  return opened(day, change === 'protection-designated' ? { mailWay: 'designated' } : {});
}

function decide(
  seen: { readonly case: CaseState },
  change: Change,
  day: CivilDate,
): Decision | { readonly refused: string } {
  const context = today(day);
  const of = { case: CASE, on: day, source: 'phone' } as const;
  switch (change) {
    case 'loss':
      return reportLoss(seen, { ...of, what: 'loss' }, context);
    case 'child-death':
      return reportLoss(seen, { ...of, what: 'child-death' }, context);
    case 'her-death':
      return reportDeath(seen, of, context);
    case 'birth':
      return reportBirth(seen, of, context);
    case 'move-out':
      return move(seen, { ...of, kind: 'out', address: ELSEWHERE }, context);
    case 'move-out-unknown':
      return move(seen, { ...of, kind: 'out' }, context);
    case 'move-out-later':
      return move(seen, { ...of, kind: 'out', on: addDays(day, 20) }, context);
    case 'move-inside':
      return move(seen, { ...of, kind: 'within', address: PLACE }, context);
    case 'new-name':
      return changeContact(seen, { ...of, what: 'name', source: 'ward', values: { name: '見本' } }, context);
    case 'delivery-address':
      return changeContact(seen, { ...of, what: 'delivery-address', values: ELSEWHERE }, context);
    case 'protection':
    case 'protection-designated':
      return changeProtection(seen, { case: CASE, to: true, ref: 'W-1' }, context);
    case 'pause': {
      const until = addDays(day, 14);
      return pause(seen, { case: CASE, reason: 'her-wish', until, by: 'herself', channel: 'phone' }, context);
    }
    case 'withdrawal-send':
    case 'withdrawal-keep':
    case 'withdrawal-decline': {
      const answer = change.slice('withdrawal-'.length) as 'send' | 'keep' | 'decline';
      return withdraw(seen, { case: CASE, channel: 'phone', package: answer }, context);
    }
    case 'ward-stop':
      return holdCase(seen, { case: CASE, reason: 'ward-stop', ref: 'W-1' }, context);
    case 'hold':
      return holdCase(seen, { case: CASE, reason: 'identity-mismatch' }, context);
    case 'registered':
      return { facts: [{ type: 'resident.registered', case: CASE, channel: 'web' }] };
    case 'booked':
      return { facts: [booked(day, addDays(date(day), 10))] };
    case 'bounce':
      return {
        facts: [
          {
            type: 'message.bounced',
            case: CASE,
            message: 'message_before',
            about: 'booking',
            channel: 'email',
            reason: 'no-such-user',
          },
        ],
      };
  }
}
