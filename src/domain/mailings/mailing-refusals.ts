import type { AskBackRefusal } from './ask-back.ts';
import type { BeginBatchRefusal } from './begin-batch.ts';
import type { CountBatchRefusal } from './count-batch.ts';
import type { EnclosePieceRefusal, TakeOutPieceRefusal } from './enclose-piece.ts';
import type { FixBatchRefusal } from './fix-batch.ts';
import type { FollowPieceRefusal } from './follow-piece.ts';
import type { GrantReissueRefusal } from './grant-reissue.ts';
import type { LabelPieceRefusal } from './label-piece.ts';
import type { PlanPieceRefusal } from './plan-piece.ts';
import type { PostPieceRefusal } from './post-piece.ts';
import type { PrintPieceRefusal } from './print-piece.ts';
import type { DestroyPrintFileRefusal, KeepPrintFileRefusal, TakePrintFileRefusal } from './print-file.ts';
import type { ReceiptPostageRefusal } from './receipt-postage.ts';
import type { ReleaseBatchRefusal } from './release-batch.ts';
import type { RenewWordRefusal } from './renew-word.ts';
import type { ReviewReturnRefusal } from './review-return.ts';
import type { SampleBatchRefusal } from './sample-batch.ts';
import type { VoidPieceRefusal } from './void-piece.ts';

/** Every reason for which the mailing room is told no. Each has a sentence in `programmes/words/refusals-mailing.ts`. */
export type MailingRefusal =
  | BeginBatchRefusal
  | PlanPieceRefusal
  | FixBatchRefusal
  | RenewWordRefusal
  | PrintPieceRefusal
  | VoidPieceRefusal
  | SampleBatchRefusal
  | ReleaseBatchRefusal
  | EnclosePieceRefusal
  | TakeOutPieceRefusal
  | LabelPieceRefusal
  | CountBatchRefusal
  | PostPieceRefusal
  | FollowPieceRefusal // of deliveries and returns alike
  | ReviewReturnRefusal
  | GrantReissueRefusal
  | AskBackRefusal
  | KeepPrintFileRefusal
  | TakePrintFileRefusal
  | DestroyPrintFileRefusal
  | ReceiptPostageRefusal;
