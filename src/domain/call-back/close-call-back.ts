import type { CallBackId, CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { CALL_RESULTS } from '../messages/record-call.ts';
import type { CaseSeen } from '../standing/case-open.ts';

export type CloseCallBack = {
  readonly case: CaseId;
  readonly callBack: CallBackId;
  readonly result: (typeof CALL_RESULTS)[number];
};

export type CloseCallBackRefusal = RefusalOf<'no-such-call-back'> | RefusalOf<'call-back-closed'>;

/**
 * The call was made, with what came of it. A call in vain that will be tried again leaves it open and is written down
 * with `call.record`; whoever closes it says that nobody will call again.
 */
export function closeCallBack(
  { case: state }: CaseSeen,
  { case: id, callBack, result }: CloseCallBack,
  _context: Context,
): Decision | CloseCallBackRefusal {
  const found = state.callBacks.all.find((one) => one.callBack === callBack);
  if (!found) return { refused: 'no-such-call-back' };
  if (found.closed) return { refused: 'call-back-closed' };
  return { facts: [{ type: 'call-back.closed', case: id, callBack, result }] };
}
