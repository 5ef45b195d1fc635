import type { CaseState } from '../case.ts';
import type { PieceKind } from '../facts/mailing.ts';
import type { MailingRules } from './mailing-rules.ts';

/**
 * Which version of a text a woman gets: the wanted one, or the words for after a birth or a loss where the kind has such.
 * A loss, and the death of a child, come before a birth: nothing then speaks of a baby (design 4, CHI-8.14-5).
 */
export function templateFor(
  { standing }: CaseState,
  kind: PieceKind,
  wanted: string,
  { wordings }: MailingRules,
): string {
  const other = wordings[kind];
  if (!other) return wanted;
  if (standing.loss !== undefined || standing.childDied !== undefined) return other.loss;
  return standing.birth === undefined ? wanted : other.birth;
}
