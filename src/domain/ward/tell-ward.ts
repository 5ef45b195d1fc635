import type { CaseId, MatterId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { KNOWN_ALREADY } from '../standing/case-open.ts';
import type { Matter } from './matter.ts';

export type TellWard = {
  readonly matter: MatterId;
  readonly case?: CaseId | undefined;
  /** Whether an answer is waited for. */
  readonly asks: boolean;
  /** A code: `unreachable`, `move`, `loss`, `eligibility`, … */
  readonly about: string;
  readonly channel: string;
  /** Whom we spoke to, by function, never by name (CHI-15.2-1). */
  readonly by: string;
  /** Under which our letter, mail or call is found again. */
  readonly ref: string;
  /** What was said, when it is about a woman: kept in her vault. */
  readonly words?: string | undefined;
};

export type TellWardRefusal = RefusalOf<'matter-of-another-case'> | RefusalOf<'words-need-case'>;

/** Tells or asks the ward. The same reference told twice is known already. */
export function tellWard(
  state: { readonly matter: Matter },
  command: TellWard,
  _context: Context,
): Decision | TellWardRefusal {
  const { matter, case: of, asks, about, channel, by, ref, words } = command;
  const { begun, tellings } = state.matter;
  if (begun && begun.case !== of) return { refused: 'matter-of-another-case' };
  if (words && !of) return { refused: 'words-need-case' };
  if (tellings.some((told) => told.ref === ref && told.asks === asks)) return KNOWN_ALREADY;
  return {
    facts: [
      {
        type: asks ? 'ward.asked' : 'ward.told',
        matter,
        ...(of ? { case: of } : {}),
        about,
        channel,
        by,
        ref,
      },
    ],
    keep:
      of && words ? [{ of, section: 'inquiry', item: `${matter}-${tellings.length}`, value: { words } }] : [],
  };
}
