import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { attempts } from './attempts.ts';

export type RaiseCap = {
  readonly case: CaseId;
  /** A code; the words go to the vault. */
  readonly reason: string;
  readonly words?: string | undefined;
};

export type RaiseCapRefusal =
  | RefusalOf<'attempts-left'>
  | RefusalOf<'already-visited', { date: CivilDate }>
  | RefusalOf<'not-a-person'>;

/** The responsible manager allows one attempt more, with a reason (CHI-8.7-2, AMB-11). */
export function raiseCap(
  state: { readonly case: CaseState },
  command: RaiseCap,
  context: Context,
): Decision | RaiseCapRefusal {
  const { visits } = state.case;
  const { actor } = context;
  if (!isAccount(actor)) return { refused: 'not-a-person' };
  if (visits.completed) return { refused: 'already-visited', date: visits.completed.date };
  if (!attempts(visits, context.rules.visits).usedUp) return { refused: 'attempts-left' };
  return {
    facts: [{ type: 'visit.cap-raised', case: command.case, by: actor, reason: command.reason }],
    ...(command.words
      ? {
          keep: [
            {
              of: command.case,
              section: 'visit',
              item: `cap/${visits.capRaised + 1}`,
              value: { words: command.words },
            },
          ],
        }
      : {}),
  };
}

function isAccount(actor: Context['actor']): actor is Extract<Context['actor'], `account_${string}`> {
  return actor.startsWith('account_');
}
