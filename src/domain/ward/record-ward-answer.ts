import type { MatterId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { KNOWN_ALREADY } from '../standing/case-open.ts';
import type { Matter } from './matter.ts';

export type RecordWardAnswer = {
  readonly matter: MatterId;
  /** A code: `yes`, `no`, `grant`, `hold`, `new-address`, … */
  readonly answer: string;
  readonly channel: string;
  /** Who answered, by function, never by name (CHI-15.2-1). */
  readonly by: string;
  readonly ref: string;
  readonly words?: string | undefined;
};

export type RecordWardAnswerRefusal = RefusalOf<'matter-unknown'> | RefusalOf<'words-need-case'>;

/** Writes down the ward's word. A later one does not wipe an earlier: both stand with their references. */
export function recordWardAnswer(
  state: { readonly matter: Matter },
  command: RecordWardAnswer,
  _context: Context,
): Decision | RecordWardAnswerRefusal {
  const { matter, answer, channel, by, ref, words } = command;
  const { begun, answers } = state.matter;
  if (!begun) return { refused: 'matter-unknown' };
  const { case: of, about } = begun;
  if (words && !of) return { refused: 'words-need-case' };
  if (answers.some((known) => known.ref === ref && known.answer === answer)) return KNOWN_ALREADY;
  return {
    facts: [{ type: 'ward.answered', matter, ...(of ? { case: of } : {}), about, channel, by, ref, answer }],
    keep:
      of && words
        ? [{ of, section: 'inquiry', item: `${matter}-answer-${answers.length}`, value: { words } }]
        : [],
  };
}
