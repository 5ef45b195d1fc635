import type { AnswerQuestionRefusal } from './answer-question.ts';
import type { ApproveListRefusal } from './approve-list.ts';
import type { CloseListRefusal, DestroyListKeysRefusal, DiscardListRefusal } from './close-list.ts';
import type { ReceiveListRefusal } from './receive-list.ts';
import type { StageListRefusal } from './stage-list.ts';
import type { StateNoChangeRefusal } from './state-no-change.ts';

/** Every no about a list of the ward. What a row meets in its case has the refusals of that subject. */
export type IntakeRefusal =
  | ReceiveListRefusal
  | StageListRefusal
  | AnswerQuestionRefusal
  | ApproveListRefusal
  | CloseListRefusal
  | DiscardListRefusal
  | DestroyListKeysRefusal
  | StateNoChangeRefusal;
