import type { CaseId, MatterId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { KNOWN_ALREADY } from '../standing/case-open.ts';
import { dayNotYet, type DayNotYet } from '../standing/day-not-yet.ts';
import type { Matter } from './matter.ts';

export type RecordWardWord = {
  readonly matter: MatterId;
  readonly case: CaseId;
  /** A code of what it is about: `lift-stop`, `protection`, `mail-way`, … */
  readonly about: string;
  /** A code: `yes`, `no`, … */
  readonly answer: string;
  readonly channel: string;
  /** Who said it, by function, never by name (CHI-15.2-1). */
  readonly by: string;
  /** Under which the letter, call or scan is found again. */
  readonly ref: string;
  /** When it was said, which may be earlier than now. */
  readonly heardAt: Instant;
  readonly words?: string | undefined;
};

export type RecordWardWordRefusal = DayNotYet | RefusalOf<'word-recorded-elsewhere'>;

/**
 * 区の言葉: what the ward said of a woman without being asked by us first, so that whatever is done on its word can name
 * it (CHI-15.2-1). An answer to a question of ours is `record-ward-answer.ts`.
 */
export function recordWardWord(
  state: { readonly matter: Matter },
  command: RecordWardWord,
  context: Context,
): Decision | RecordWardWordRefusal {
  const { matter, case: of, about, answer, channel, by, ref, heardAt, words } = command;
  const { begun, answers } = state.matter;
  if (begun) {
    const isSame = begun.case === of && answers.some((known) => known.ref === ref && known.answer === answer);
    return isSame ? KNOWN_ALREADY : { refused: 'word-recorded-elsewhere' };
  }
  const day = heardAt.slice(0, 10) as typeof context.today;
  const refused =
    dayNotYet(day, context) ?? (heardAt > context.now ? { refused: 'day-not-yet', on: day } : undefined);
  if (refused) return refused;
  return {
    facts: [{ type: 'ward.answered', matter, case: of, about, channel, by, ref, answer, heardAt }],
    keep: words ? [{ of, section: 'inquiry', item: `${matter}-answer-0`, value: { words } }] : [],
  };
}
