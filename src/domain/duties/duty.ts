import type { CivilDate } from '../basics/civil-date.ts';
import type { AccountId, BatchId, CaseId, PieceId } from '../basics/ids.ts';
import type { RoleName } from '../facts/governance.ts';

/** What is to be done, as a word; the sentence stands in `programmes/words/duties.ts`. */
export type DutyKind =
  | 'name-mail-way'
  | 'send-letter'
  | 'post-printed'
  | 'pull-piece'
  | 'ask-back-piece'
  | 'trace-piece'
  | 'settle-message'
  | 'call-instead'
  | 'review-return'
  | 'tell-ward-unreachable'
  | 'decide-follow-up'
  | 'answer-hold'
  | 'assign-visitor'
  | 'enter-visit-result'
  | 'visit-before-due-date'
  | 'receive-referral'
  | 'ask-ward-entitlement'
  | 'decide-after-loss'
  | 'send-package'
  | 'remind-overseas'
  | 'resume-after-pause'
  | 'expire-right'
  | 'ready-for-visits'
  | 'approve-notice-text'
  | 'ask-cohort-decision'
  | 'close-month'
  | 'annual-report'
  | 'hold-survey'
  | 'count-stock'
  | 'review-log'
  | 'review-access'
  | 'look-at-lock'
  | 'rehearse-restore'
  | 'return-take-out'
  | 'ask-disposal'
  | 'carry-out-disposal';

/**
 * Something that is due (B-02). A duty is never stored by hand and never ticked off: it follows from the facts, and it
 * ends when the fact arrives that it asked for.
 */
export type Duty = {
  /** Unique and the same as long as the duty is the same: what, for whom, which time. */
  readonly key: string;
  readonly kind: DutyKind;
  readonly case?: CaseId;
  /** From this day it is shown. */
  readonly from: CivilDate;
  /** The last day on which it is in time. */
  readonly due: CivilDate;
  readonly owner: RoleName;
  /** The paper it is about, in which batch, and who had it in hand last. */
  readonly paper?: {
    readonly piece: PieceId;
    readonly batch: BatchId;
    readonly holder?: AccountId | undefined;
  };
  /** A command that the clock gives by itself from the day `from` on; its input is the case. */
  readonly automatic?: 'case.end-pause' | 'benefit.expire';
};

/** Writes down one duty of a woman. */
export type MakeDuty = (
  kind: DutyKind,
  part: string,
  days: { readonly from: CivilDate; readonly due: CivilDate },
  owner: RoleName,
  more?: Pick<Duty, 'automatic' | 'paper'>,
) => Duty;

/** How bad it is to be late: 1 is worst. Lists are ordered by it, then by day. */
export const HARM: Readonly<Record<DutyKind, number>> = {
  'pull-piece': 1,
  'ask-back-piece': 1,
  'decide-after-loss': 1,
  'name-mail-way': 1,
  'answer-hold': 2,
  'enter-visit-result': 2,
  'visit-before-due-date': 2,
  'assign-visitor': 2,
  'send-letter': 3,
  'post-printed': 3,
  'send-package': 3,
  'expire-right': 3,
  'resume-after-pause': 3,
  'remind-overseas': 3,
  'ask-ward-entitlement': 3,
  'ask-cohort-decision': 3,
  'decide-follow-up': 4,
  'review-return': 4,
  'trace-piece': 4,
  'settle-message': 2,
  'call-instead': 4,
  'tell-ward-unreachable': 4,
  'receive-referral': 4,
  'close-month': 4,
  'annual-report': 4,
  'ready-for-visits': 4,
  'approve-notice-text': 4,
  'hold-survey': 5,
  'count-stock': 5,
  'review-log': 5,
  'review-access': 5,
  'look-at-lock': 2,
  'rehearse-restore': 5,
  'return-take-out': 1,
  'ask-disposal': 4,
  'carry-out-disposal': 4,
};
