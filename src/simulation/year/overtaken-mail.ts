import { isProgrammeDay, programmeDaysSince } from '../../domain/calendar/programme-days.ts';
import { overtaken } from '../../domain/mailings/overtaken.ts';
import type { RecordedFact } from '../../domain/facts.ts';
import type { Call } from '../../gate/execute.ts';
import type { Hands } from './hands.ts';
import type { Office } from './office.ts';
import { STAFF } from './staff.ts';

/** After so many programme days a letter has arrived: nobody can give it back any more. */
const STILL_WITH_THE_POST = 2;

/** Paper that a change has overtaken (AMB-38): pulled while it is in the house, asked back while the post has it. */
export function overtakenMail(hands: Hands, time: string): Office {
  const { calendar } = hands.rules.mailing;
  return {
    name: `overtaken-mail ${time}`,
    time,
    open: (day) => isProgrammeDay(day, calendar),
    work: async () => {
      const today = hands.clock.today();
      const calls: Call[] = [];
      for (const [id, state] of hands.book.cases()) {
        for (const piece of state.mail.pieces) {
          if (piece.status !== 'printed' && piece.status !== 'posted') continue;
          const found = overtaken(state, piece, hands.rules);
          if (!found || found.from > today) continue;
          const of = { case: id, piece: piece.piece };
          const { postedOn } = piece;
          if (found.act === 'pull') {
            calls.push({ row: 'piece.void', input: { ...of, batch: piece.batch, reason: 'pulled' } });
          } else if (
            piece.tracking &&
            postedOn &&
            programmeDaysSince(postedOn, today, calendar) <= STILL_WITH_THE_POST
          ) {
            calls.push({
              row: 'piece.ask-back',
              input: { ...of, asked: true, ref: `form-${piece.piece.slice(-8)}` },
            });
          } else {
            const input = { ...of, asked: false, reason: 'delivered-already' };
            calls.push({ row: 'piece.ask-back', input });
          }
        }
      }
      const pulled = await hands.act({ actor: STAFF.clerk }, calls);
      await unpack(hands, pulled);
    },
  };
}

/** A package that was pulled is opened by two people: its vouchers go into the safe again (CHI-8.4-14). */
async function unpack(hands: Hands, facts: readonly RecordedFact[]): Promise<void> {
  const calls = facts.flatMap((fact): Call[] => {
    if (fact.type !== 'piece.voided') return [];
    const packed = hands.book.caseOf(fact.case).benefit.packed.findLast(({ piece }) => piece === fact.piece);
    if (!packed) return [];
    const input = { case: fact.case, piece: fact.piece, serials: packed.serials };
    return [{ row: 'stock.return', input }];
  });
  await hands.act({ actor: STAFF.clerk, second: STAFF.secondClerk }, calls);
}
