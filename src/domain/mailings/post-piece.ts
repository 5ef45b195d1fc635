import type { BatchId, CaseId, PieceId } from '../basics/ids.ts';
import { isRefusal, type RefusalOf } from '../basics/refusal.ts';
import { programmeDaysSince } from '../calendar/programme-days.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { PieceKind, PostService } from '../facts/mailing.ts';
import { readTracking } from '../text/tracking.ts';
import type { BatchState } from './batch.ts';
import { postageOf, type MailForm, type NoPostage } from './postage.ts';
import { readyPiece, type ReadyPieceRefusal } from './ready-piece.ts';

export type PostPiece = {
  readonly batch: BatchId;
  readonly case: CaseId;
  readonly piece: PieceId;
  readonly service: PostService;
  /** As typed or scanned; absent only for services without a number. */
  readonly tracking?: string | undefined;
  /** As weighed; without it the usual weight and form of the kind. */
  readonly grams?: number | undefined;
  readonly form?: MailForm | undefined;
};

export type PostPieceRefusal =
  | RefusalOf<'batch-not-released', { batch: BatchId }>
  | RefusalOf<'batch-not-counted', { batch: BatchId }>
  | RefusalOf<'batch-closed', { batch: BatchId }>
  | RefusalOf<'batch-too-late', { days: number; most: number }>
  | ReadyPieceRefusal
  | RefusalOf<'service-not-allowed', { service: PostService; kind: PieceKind }>
  | RefusalOf<'tracking-missing', { service: PostService }>
  | RefusalOf<'tracking-wrong', { reason: 'empty' | 'characters' | 'length' | 'check' | 'kind' }>
  | RefusalOf<'piece-not-weighed', { piece: PieceId }>
  | RefusalOf<'package-not-packed', { piece: PieceId }>
  | RefusalOf<'no-postage', { reason: NoPostage['type'] }>;

const WITHOUT_NUMBER: readonly PostService[] = ['postcard', 'ordinary', 'handed-to-ward'];

/**
 * Gives one piece to the post. The stop rule is asked at this very moment, with the case locked: what a stop reached
 * between printing and posting does not leave but is pulled (AMB-38). The number is checked and claimed, so that no
 * two pieces ever carry the same (CHI-8.1-7); the service must be one that leaves a record (CHI-8.1-6).
 */
export function postPiece(
  state: { readonly case: CaseState; readonly batch: BatchState },
  command: PostPiece,
  { today, rules }: Context,
): Decision | PostPieceRefusal {
  const { batch, case: id, piece, service } = command;
  const { counted, wordOn } = state.batch;
  if (!state.batch.releasedOn || !wordOn) return { refused: 'batch-not-released', batch };
  if (!counted) return { refused: 'batch-not-counted', batch };
  if (counted.stage === 'posted') return { refused: 'batch-closed', batch };
  const { calendar, freshWord, services, usual } = rules.mailing;
  const days = programmeDaysSince(wordOn, today, calendar);
  if (days > freshWord.postedWithin) return { refused: 'batch-too-late', days, most: freshWord.postedWithin };

  const found = readyPiece(state, command, { today, rules });
  if (isRefusal(found)) return found;
  const { kind } = found;
  if (kind.startsWith('package') && !state.case.benefit.packed.some((one) => one.piece === piece)) {
    return { refused: 'package-not-packed', piece };
  }
  const throughWard = state.case.standing.mailWay === 'ward';
  const allowed = throughWard ? service === 'handed-to-ward' : services[kind].includes(service);
  if (!allowed) return { refused: 'service-not-allowed', service, kind };
  const tracking = numberFor(service, command.tracking);
  if (isRefusal(tracking)) return tracking;
  const { form = usual[kind]?.form, grams = usual[kind]?.grams } = command;
  if (form === undefined || grams === undefined) return { refused: 'piece-not-weighed', piece };
  const postage = postageOf(rules.mailing.postage, { service, form, grams }, today);
  if (!postage.ok) return { refused: 'no-postage', reason: postage.error.type };
  return {
    facts: [{ type: 'piece.posted', piece, case: id, kind, service, ...tracking, postage: postage.value }],
    // The number of its label is its own already.
    claim:
      tracking.tracking && tracking.tracking !== found.label
        ? [{ kind: 'tracking', key: tracking.tracking }]
        : [],
    // The code is for her alone from here on: what stays inside is what was made from it (design 2).
    keep: rules.mailing.carriesCode[kind]
      ? [{ of: id, section: 'invite', item: `${piece}.${found.copy}`, value: {} }]
      : [],
  };
}

function numberFor(
  service: PostService,
  typed: string | undefined,
): { readonly tracking?: string } | Extract<PostPieceRefusal, { refused: `tracking-${string}` }> {
  if (WITHOUT_NUMBER.includes(service)) return {};
  if (typed === undefined) return { refused: 'tracking-missing', service };
  const read = readTracking(typed);
  if (!read.ok) return { refused: 'tracking-wrong', reason: read.reason };
  const expected = service === 'letterpack-plus' ? 'parcel' : 'registered';
  return read.kind === expected ? { tracking: read.number } : { refused: 'tracking-wrong', reason: 'kind' };
}
