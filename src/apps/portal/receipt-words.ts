import type { Receipt } from '../../domain/portal/inside-part.ts';
import type { PortalWords } from '../../programmes/portal-words.ts';

/** What to do when the inside could not accept what she sent; for all others somebody gets in touch with her. */
export function refusedText({ refused }: PortalWords, receipt: Receipt | undefined): string {
  if (receipt?.result !== 'refused') return '';
  switch (receipt.code) {
    case 'taken':
      return refused.taken;
    case 'change-too-late':
    case 'online-too-late':
    case 'slot-past':
      return refused.tooLate;
    case 'after-due-date-call':
    case 'visit-after-return':
      return refused.afterDue;
    case 'already-visited':
      return refused.visited;
    case 'answers-incomplete':
      return refused.answers;
    default:
      return refused.other;
  }
}
