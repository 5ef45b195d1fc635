import { PROGRAMME_CALENDAR } from '../../domain/calendar/programme-days.ts';
import { DISPATCH_DAYS } from '../../domain/calendar/reporting.ts';
import type { MailingRules } from '../../domain/mailings/mailing-rules.ts';
import { JAPAN_POSTAGE } from '../japan-postage.ts';

/** Kinds of mail that are not part of this contract: no service may carry them and no text is approved. */
const NEVER = {
  resend: [],
  reissue: [],
  recall: [],
  package: [],
  'package-resend': [],
  'package-request': [],
} as const;

/** How the cards go out: one a person, as a postcard without number, without a code (SCR-A-4, SCR-A-7). */
export const screeningMailing: MailingRules = {
  services: { notice: ['postcard'], ...NEVER },
  carriesCode: {
    notice: false,
    resend: false,
    reissue: false,
    recall: false,
    package: false,
    'package-resend': false,
    'package-request': false,
  },
  // Proofs that the ward has approved (SCR-A-7); which one a person gets is the group's (`groups.ts`).
  templates: { notice: ['card-p-1', 'card-q-1', 'card-r-1'], ...NEVER },
  wordings: {},
  keepFiles: { afterCloseDays: 30, atMostDays: 60 },
  usual: { notice: { form: 'postcard', grams: 6 } },
  caps: { resend: 0, recall: 0, shared: false },
  leadMonths: 0,
  waiting: { recallCardDays: 0, recallMailDays: 0, recallMails: 0 },
  freshWord: { maxAge: 3, postedWithin: 5 },
  dispatch: DISPATCH_DAYS,
  calendar: PROGRAMME_CALENDAR,
  sample: { ends: 5, random: 10 },
  maxPieces: 1000,
  planned: { notice: 50_000 },
  warnAtPercent: [80, 100],
  watch: { undeliveredDays: 10, unpostedDays: 5 },
  postage: JAPAN_POSTAGE,
};
