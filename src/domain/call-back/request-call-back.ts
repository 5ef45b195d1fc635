import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { CallBackAbout, InquiryChannel } from '../facts/contact.ts';
import { dueBy } from '../inquiry/open-inquiry.ts';
import { KNOWN_ALREADY, notOpen, type CaseSeen, type NotOpen } from '../standing/case-open.ts';
import { namedBy, stopsOn } from '../standing/what-stops-what.ts';
import { stopsCallBack } from './close-by-stop.ts';

export type RequestCallBack = {
  readonly case: CaseId;
  readonly about: CallBackAbout;
  /** How we heard of it. */
  readonly channel: InquiryChannel;
};

export type RequestCallBackRefusal = NotOpen | RefusalOf<'call-back-stopped'>;

/** Acts of hers that end the contact and are told by the link. */
const ENDS_CONTACT: readonly CallBackAbout[] = ['withdraw', 'stop'];

/**
 * 折り返し電話: we call her on the contact that she herself has confirmed, never on a number that came with the act
 * (design.md 2, the partner in the room). Due like any enquiry, in opening hours (CHI-8.14-4).
 *
 * A stop that forbids calls forbids this one too; which one is not said. After a withdrawal there is one exception: who
 * has letter and birthday can withdraw for her by the link, and the call-back is how she hears of it and can object.
 * It belongs to the act itself, so it is the resident's alone, about the act, and one for each time it is told; nobody
 * of the staff may open a second way to a woman who wants none. Under a withdrawal with any other stop there is none.
 *
 * Asked again for the same while it is open, it is known already. A refusal refuses the whole list of commands: the act
 * itself (a cancelling, a stop) is given first and in a list of its own, so that nothing here can hold it up.
 */
export function requestCallBack(
  seen: CaseSeen,
  { case: id, about, channel }: RequestCallBack,
  context: Context,
): Decision | RequestCallBackRefusal {
  const refused = notOpen(seen, id);
  if (refused) return refused;
  if (!mayCallBack(seen.case, about, context)) return { refused: 'call-back-stopped' };
  const { all } = seen.case.callBacks;
  if (all.some((one) => one.about === about && !one.closed)) return KNOWN_ALREADY;
  return {
    facts: [
      {
        type: 'call-back.requested',
        case: id,
        callBack: context.ids.fresh('call-back'),
        about,
        channel,
        dueBy: dueBy(context.now, 'other', context.rules),
      },
    ],
  };
}

function mayCallBack(
  { standing, callBacks }: CaseState,
  about: CallBackAbout,
  { actor, today }: Context,
): boolean {
  const named = namedBy(standing);
  const stops = stopsOn(standing, today).filter((stop) => stopsCallBack(stop, named));
  if (stops.length === 0) return true;
  const byHerAct = actor === 'resident' && ENDS_CONTACT.includes(about);
  return byHerAct && stops.every((stop) => stop === 'withdrawal') && leftTo(callBacks, about);
}

/** Not asked for yet, or asked for with the same word and still open. */
function leftTo({ all, leftByWithdrawal }: CaseState['callBacks'], about: CallBackAbout): boolean {
  return leftByWithdrawal || all.some((one) => one.about === about && !one.closed);
}
