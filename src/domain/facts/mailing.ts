import type { CivilDate } from '../basics/civil-date.ts';
import type { BatchId, CaseId, ListId, PieceId } from '../basics/ids.ts';
import type { YearMonth } from '../basics/year-month.ts';
import type { Yen } from '../basics/yen.ts';

export type PieceKind =
  | 'notice'
  | 'resend'
  | 'recall'
  | 'reissue'
  | 'package'
  | 'package-resend'
  | 'package-request';

/**
 * Why a letter is written again outside the caps: the post lost it, she lost it, it never came although delivered, or we
 * had it given back because of a stop (should the stop ever end).
 */
export type ReissueReason = 'lost-in-post' | 'lost-by-her' | 'never-came' | 'called-back';

/** Why the post office was not asked to give a piece back that a stop has overtaken. */
export type NotAskedBack = 'delivered-already' | 'post-cannot' | 'ward-agrees' | 'her-wish';

/** Post services by the name the counter uses. Which may carry which kind is a rule of mailings (CHI-8.1-6, 8.4-2). */
export type PostService =
  | 'specified-record'
  | 'simplified-registered'
  | 'registered'
  | 'postcard'
  | 'ordinary'
  | 'letterpack-plus'
  /** Given to the ward, which hands it over itself (AMB-56): no postage and no number. */
  | 'handed-to-ward';

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
      /** Which printed copy carries the code: each has its own. */
      readonly copy?: number;
      readonly reason: string;
      /** Under which name its capsule lies outside: made of the code, and leading nowhere without the pepper and her birthday. */
      readonly locator?: string;
    }
  | {
      readonly type: 'invite.redeemed';
      readonly case: CaseId;
      readonly piece?: PieceId;
      /** Which printed copy carries the code: each has its own. */
      readonly copy?: number;
      readonly reason: string;
    }
  | {
      readonly type: 'invite.revoked';
      readonly case: CaseId;
      readonly piece?: PieceId;
      /** Which printed copy carries the code: each has its own. */
      readonly copy?: number;
      readonly reason: string;
    };

export type CountStage = 'enclosed' | 'posted';

/** Why a printed copy is no good: spoiled or printed before a change (both are printed again), or pulled for good. */
export type VoidReason = 'spoiled' | 'outdated' | 'pulled';

/** A batch is the set of pieces that are printed, counted and posted together; its counts must balance. */
export type BatchFact =
  | {
      readonly type: 'batch.begun';
      readonly batch: BatchId;
      readonly kind: PieceKind;
      readonly month: YearMonth;
      /** How many cases are to be decided before it can be fixed. */
      readonly planned: number;
      readonly against: ListId | 'none';
      readonly asOf?: CivilDate;
      readonly reason?: string;
    }
  /** The ward's word was asked again, because the batch did not leave in time. */
  | {
      readonly type: 'batch.renewed';
      readonly batch: BatchId;
      readonly against: ListId | 'none';
      readonly asOf?: CivilDate;
      readonly reason?: string;
    }
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
  /** The pages of printed copies, kept under a key of their own. Files of a batch are numbered from 1. */
  | {
      readonly type: 'batch.file-kept';
      readonly batch: BatchId;
      readonly file: number;
      readonly letters: number;
      readonly sha256: string;
    }
  | {
      readonly type: 'batch.file-taken';
      readonly batch: BatchId;
      readonly file: number;
      readonly nth: number;
      /** Why again; the first time needs no reason. */
      readonly reason?: string;
    }
  | { readonly type: 'batch.file-destroyed'; readonly batch: BatchId; readonly file: number }
  | { readonly type: 'batch.released'; readonly batch: BatchId; readonly witnesses: readonly string[] }
  | {
      readonly type: 'batch.counted';
      readonly batch: BatchId;
      /** Counted twice by hand: after enclosing, and when everything has left. */
      readonly stage: CountStage;
      readonly printed: number;
      readonly enclosed: number;
      readonly spoiled: number;
      /** Taken out because a stop came after printing. */
      readonly pulled: number;
      readonly posted: number;
    };

export type PieceFact =
  | {
      readonly type: 'piece.planned';
      readonly piece: PieceId;
      readonly batch: BatchId;
      readonly case: CaseId;
      readonly kind: PieceKind;
    }
  | {
      readonly type: 'piece.dropped';
      readonly case: CaseId;
      readonly batch: BatchId;
      /** Absent when she was dropped before a piece was planned. */
      readonly piece?: PieceId;
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
      /** By which the copy is found when its foot is scanned; copies printed before marks were kept have none. */
      readonly mark?: string;
      /** How many samplings the batch had seen before: a copy printed after the last one has not been compared. */
      readonly round?: number;
    }
  | {
      readonly type: 'piece.voided';
      readonly piece: PieceId;
      readonly case: CaseId;
      /** `pulled` is for good; with any other reason the piece is printed again as a new copy. */
      readonly reason: string;
    }
  /** The sheet was scanned and put into its envelope; `copy` is the living one. */
  | {
      readonly type: 'piece.enclosed';
      readonly piece: PieceId;
      readonly case: CaseId;
      readonly copy: number;
    }
  /** It was scanned by mistake: it is out of its envelope again, without a label. */
  | { readonly type: 'piece.taken-out'; readonly piece: PieceId; readonly case: CaseId }
  /** The number of the label on its envelope; it has not left yet. */
  | {
      readonly type: 'piece.labelled';
      readonly piece: PieceId;
      readonly case: CaseId;
      readonly tracking: string;
    }
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
    }
  /** 取戻し請求: what was done about a posted piece after a stop. Not asked for: the reason, which the ward may see. */
  | {
      readonly type: 'piece.asked-back';
      readonly piece: PieceId;
      readonly case: CaseId;
      readonly asked: boolean;
      readonly reason?: NotAskedBack;
      /** Number on the post office's form. */
      readonly ref?: string;
    }
  | {
      readonly type: 'piece.reissue-granted';
      readonly piece: PieceId;
      readonly case: CaseId;
      readonly reason: ReissueReason;
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
