import type { CaseId, UrgentId } from '../../domain/basics/ids.ts';
import type { RecordedFact } from '../../domain/facts.ts';
import type { Call } from '../../gate/execute.ts';
import type { Hands } from './hands.ts';
import type { Office } from './office.ts';
import { STAFF } from './staff.ts';

type Raised = { readonly urgent: UrgentId; readonly case: CaseId };

/**
 * Whatever is urgent is told to the ward at once, at any hour (CHI-8.10-2): the functions of the list are called until
 * one is reached, the ward acknowledges, and the case is closed.
 */
export function urgentDesk(hands: Hands, times: readonly string[]): readonly Office[] {
  const waiting: Raised[] = [];
  const chance = hands.chanceFor('urgent-desk');
  const hear = (fact: RecordedFact) => {
    if (fact.type === 'urgent.raised') waiting.push({ urgent: fact.urgent, case: fact.case });
  };
  const work = async () => {
    for (const raised of waiting.splice(0)) await tellWard(hands, raised, chance.onceIn(4));
  };
  return times.map((time, at) => ({
    name: `urgent-desk ${time}`,
    time,
    open: () => true,
    work,
    ...(at === 0 ? { hear } : {}),
  }));
}

async function tellWard(hands: Hands, { urgent, case: id }: Raised, nobodyAnswers: boolean): Promise<void> {
  const of = { urgent, case: id };
  const [first = '', second = first] = hands.rules.urgent.contacts;
  const call = (to: string, reached: boolean): Call => ({
    row: 'urgent.report',
    input: { ...of, to, reached, channel: 'phone' },
  });
  const calls = nobodyAnswers ? [call(first, false), call(second, true)] : [call(first, true)];
  await hands.act({ actor: STAFF.operator }, calls);
  await hands.act({ actor: STAFF.ward }, [
    {
      row: 'urgent.acknowledge',
      input: { ...of, by: nobodyAnswers ? second : first, ref: `ward-${urgent.slice(-8)}`, channel: 'phone' },
    },
    { row: 'urgent.close', input: { ...of, outcome: 'taken-over', channel: 'phone' } },
  ]);
}
