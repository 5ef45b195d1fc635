import type { AnswerDisposalRefusal } from './answer-disposal.ts';
import type { CloseDisposalRefusal } from './close-disposal.ts';
import type { RequestDisposalRefusal } from './request-disposal.ts';

/** Every reason for which a step of a disposal is refused; what it shares with other subjects stands there. */
export type DisposalRefusal = Exclude<
  RequestDisposalRefusal | AnswerDisposalRefusal | CloseDisposalRefusal,
  { readonly refused: 'day-not-yet' | 'handover-not-held' }
>;
