import type { BatchId, CaseId, PieceId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Claim, Decision } from '../decision.ts';
import type { PieceKind } from '../facts/mailing.ts';
import type { BatchState } from './batch.ts';
import { whyNotDue } from './why-not-due.ts';

export type PlanPiece = { readonly batch: BatchId; readonly case: CaseId; readonly piece: PieceId };

export type PlanPieceRefusal =
  | RefusalOf<'batch-not-open', { batch: BatchId }>
  | RefusalOf<'batch-has-case', { batch: BatchId; case: CaseId }>;

/**
 * Decides one woman of a batch on her state at this moment: a piece is planned, or she is dropped with the reason
 * (CHI-4.3-1). Never refuses because of her, so that one woman does not stop a chunk of 250.
 */
export function planPiece(
  state: { readonly case: CaseState; readonly batch: BatchState },
  command: PlanPiece,
  { today, rules }: Context,
): Decision | PlanPieceRefusal {
  const { batch, case: id, piece } = command;
  const { begun, fixed } = state.batch;
  if (!begun || fixed) return { refused: 'batch-not-open', batch };
  const { pieces, dropped } = state.case.mail;
  if (pieces.some((other) => other.batch === batch) || dropped.some((drop) => drop.batch === batch)) {
    return { refused: 'batch-has-case', batch, case: id };
  }
  const why = whyNotDue(state.case, begun.kind, today, rules);
  if (why) return { facts: [{ type: 'piece.dropped', case: id, batch, reason: why }] };
  return {
    facts: [{ type: 'piece.planned', piece, batch, case: id, kind: begun.kind }],
    claim: onceClaims(id, begun.kind),
  };
}

/** What nobody else may do for her at the same time: the "once" of a kind is one row, whatever batch it is in (CHI-8.1-9, 8.9-2). */
export function onceClaims(id: CaseId, kind: PieceKind): readonly Claim[] {
  return kind === 'resend' || kind === 'recall' ? [{ kind: 'resend', key: `${id}:${kind}` }] : [];
}
