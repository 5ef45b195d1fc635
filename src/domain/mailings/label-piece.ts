import type { PieceId } from '../basics/ids.ts';
import { isRefusal, type RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { PostService } from '../facts/mailing.ts';
import { readTracking, type TrackingKind } from '../text/tracking.ts';
import type { BatchState } from './batch.ts';
import { readyPiece, type PieceOfBatch, type ReadyPieceRefusal } from './ready-piece.ts';

/** `tracking` as scanned from the label. */
export type LabelPiece = PieceOfBatch & { readonly tracking: string };

export type LabelPieceRefusal =
  | RefusalOf<'batch-not-released', { batch: PieceOfBatch['batch'] }>
  | RefusalOf<'piece-not-enclosed', { piece: PieceId }>
  | RefusalOf<'piece-labelled', { piece: PieceId; tracking: string }>
  | RefusalOf<'piece-without-number', { piece: PieceId }>
  | RefusalOf<'tracking-wrong', { reason: 'empty' | 'characters' | 'length' | 'check' | 'kind' }>
  | ReadyPieceRefusal;

/** What a number of a service looks like; the services that are not here have none. */
const NUMBER_OF: Readonly<Partial<Record<PostService, TrackingKind>>> = {
  'specified-record': 'registered',
  'simplified-registered': 'registered',
  registered: 'registered',
  'letterpack-plus': 'parcel',
};

/**
 * Ties the number of the label to the envelope it is stuck on, before anything leaves (CHI-8.1-7): checked, claimed so
 * that no two pieces ever carry the same, and one label an envelope. What the ward hands over itself and open cards have none.
 */
export function labelPiece(
  state: { readonly case: CaseState; readonly batch: BatchState },
  command: LabelPiece,
  context: Context,
): Decision | LabelPieceRefusal {
  const { batch, case: id, piece } = command;
  if (!state.batch.releasedOn) return { refused: 'batch-not-released', batch };
  const found = readyPiece(state, command, context);
  if (isRefusal(found)) return found;
  const kinds = context.rules.mailing.services[found.kind].flatMap((service) => NUMBER_OF[service] ?? []);
  if (state.case.standing.mailWay === 'ward' || kinds.length === 0) {
    return { refused: 'piece-without-number', piece };
  }
  if (!found.enclosed) return { refused: 'piece-not-enclosed', piece };
  if (found.label !== undefined) return { refused: 'piece-labelled', piece, tracking: found.label };
  const read = readTracking(command.tracking);
  if (!read.ok) return { refused: 'tracking-wrong', reason: read.reason };
  const { number: tracking } = read;
  if (!kinds.includes(read.kind)) return { refused: 'tracking-wrong', reason: 'kind' };
  return {
    facts: [{ type: 'piece.labelled', piece, case: id, tracking }],
    claim: [{ kind: 'tracking', key: tracking }],
  };
}
