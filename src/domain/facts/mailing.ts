import type { CivilDate } from '../basics/civil-date.ts';
import type { BatchId, CaseId, ListId, PieceId } from '../basics/ids.ts';
import type { Yen } from '../basics/yen.ts';

export type PieceKind =
  | 'notice'
  | 'resend'
  | 'recall'
  | 'reissue'
  | 'package'
  | 'package-resend'
  | 'package-request';

/** Post services by the name the counter uses. Which may carry which kind is a rule of mailings (CHI-8.1-6, 8.4-2). */
export type PostService =
  | 'specified-record'
  | 'simplified-registered'
  | 'registered'
  | 'postcard'
  | 'ordinary'
  | 'letterpack-plus';

export type ReturnReason =
  | 'unknown-address'
  | 'moved-unknown'
  | 'storage-expired'
  | 'refused'
  | 'recalled-by-sender'
  | 'incomplete-address'
  | 'other';

export type InviteFact =
  | {
      readonly type: 'invite.issued';
      readonly case: CaseId;
      readonly piece?: PieceId;
      readonly reason: string;
    }
  | {
      readonly type: 'invite.redeemed';
      readonly case: CaseId;
      readonly piece?: PieceId;
      readonly reason: string;
    }
  | {
      readonly type: 'invite.revoked';
      readonly case: CaseId;
      readonly piece?: PieceId;
      readonly reason: string;
    };

/** A batch is the set of pieces that are printed, counted and posted together; its counts must balance. */
export type BatchFact =
  | {
      readonly type: 'batch.fixed';
      readonly batch: BatchId;
      readonly kind: PieceKind;
      readonly pieces: number;
      readonly dropped: number;
      /** The ward's fresh word it was fixed against, or `none` with the manager's reason. */
      readonly against: ListId | 'none';
      readonly reason?: string;
    }
  | {
      readonly type: 'batch.sampled';
      readonly batch: BatchId;
      readonly witnesses: readonly string[];
      readonly sampled: number;
      readonly differing: number;
    }
  | { readonly type: 'batch.released'; readonly batch: BatchId; readonly witnesses: readonly string[] }
  | {
      readonly type: 'batch.counted';
      readonly batch: BatchId;
      readonly printed: number;
      readonly enclosed: number;
      readonly spoiled: number;
      readonly posted: number;
    };

export type PieceFact =
  | {
      readonly type: 'piece.dropped';
      readonly case: CaseId;
      readonly batch: BatchId;
      readonly reason: string;
    }
  | {
      readonly type: 'piece.printed';
      readonly piece: PieceId;
      readonly batch: BatchId;
      readonly case: CaseId;
      readonly kind: PieceKind;
      readonly template: string;
      readonly copy: number;
    }
  | { readonly type: 'piece.voided'; readonly piece: PieceId; readonly case: CaseId; readonly reason: string }
  | {
      readonly type: 'piece.posted';
      readonly piece: PieceId;
      readonly case: CaseId;
      readonly kind: PieceKind;
      readonly service: PostService;
      readonly tracking?: string;
      readonly postage: Yen;
    }
  | {
      readonly type: 'piece.delivered' | 'piece.lost' | 'piece.withdrawn';
      readonly piece: PieceId;
      readonly case: CaseId;
      readonly on: CivilDate;
      readonly source: string;
    }
  | {
      readonly type: 'piece.returned';
      readonly piece: PieceId;
      readonly case: CaseId;
      readonly on: CivilDate;
      readonly reason: ReturnReason;
      readonly source: string;
    }
  | {
      readonly type: 'piece.return-reviewed';
      readonly piece: PieceId;
      readonly case: CaseId;
      readonly resend: boolean;
    };

export type PostageFact = {
  readonly type: 'postage.receipted';
  readonly receipt: string;
  readonly batch: BatchId;
  readonly kind: PieceKind;
  readonly pieces: number;
  readonly amount: Yen;
  readonly on: CivilDate;
};
