import type { CaseId, PieceId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { NotAskedBack } from '../facts/mailing.ts';

/** What was done about a posted piece that a stop has overtaken: asked back with the form's number, or why not. */
export type AskBack = { readonly case: CaseId; readonly piece: PieceId } & (
  | { readonly asked: true; readonly ref?: string | undefined }
  | { readonly asked: false; readonly reason: NotAskedBack }
);

export type AskBackRefusal =
  | RefusalOf<'piece-not-under-way', { piece: PieceId }>
  | RefusalOf<'asked-back-already', { piece: PieceId }>;

/**
 * 取戻し請求 (design.md section 4: "ask the post office to give it back, or say why not"). Whether the post could do it
 * is told later with `piece.follow`: withdrawn, or delivered all the same. May be asked for without a stop, too.
 */
export function askBack(
  state: { readonly case: CaseState },
  command: AskBack,
  _context: Context,
): Decision | AskBackRefusal {
  const { case: id, piece, asked } = command;
  const found = state.case.mail.pieces.find((one) => one.piece === piece);
  if (found?.status !== 'posted') return { refused: 'piece-not-under-way', piece };
  if (found.askedBack?.asked) return { refused: 'asked-back-already', piece };
  if (!command.asked) {
    return { facts: [{ type: 'piece.asked-back', piece, case: id, asked, reason: command.reason }] };
  }
  const ref = command.ref ? { ref: command.ref } : {};
  return { facts: [{ type: 'piece.asked-back', piece, case: id, asked, ...ref }] };
}
