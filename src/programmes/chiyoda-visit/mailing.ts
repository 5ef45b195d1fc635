import { PROGRAMME_CALENDAR } from '../../domain/calendar/programme-days.ts';
import { DISPATCH_DAYS } from '../../domain/calendar/reporting.ts';
import type { MailingRules } from '../../domain/mailings/mailing-rules.ts';
import { JAPAN_POSTAGE } from '../japan-postage.ts';

const RECORDED = ['specified-record', 'simplified-registered', 'registered'] as const;
const REGISTERED = ['simplified-registered', 'registered'] as const;

const PACKAGE_WORDINGS = { birth: 'package-b-1', loss: 'package-c-1' };

/** How Chiyoda's notices, recall cards and packages go out. */
export const chiyodaMailing: MailingRules = {
  services: {
    notice: RECORDED,
    resend: RECORDED,
    reissue: RECORDED,
    recall: ['postcard', 'specified-record'],
    package: REGISTERED,
    'package-resend': REGISTERED,
    'package-request': REGISTERED,
  },
  carriesCode: {
    notice: true,
    resend: true,
    reissue: true,
    recall: false,
    package: false,
    'package-resend': false,
    'package-request': false,
  },
  templates: {
    notice: ['notice-1'],
    resend: ['resend-1'],
    reissue: ['reissue-1'],
    recall: ['recall-1', 'recall-open-1'],
    package: ['package-1'],
    'package-resend': ['package-1'],
    'package-request': ['package-1'],
  },
  wordings: {
    package: PACKAGE_WORDINGS,
    'package-resend': PACKAGE_WORDINGS,
    'package-request': PACKAGE_WORDINGS,
  },
  usual: {
    notice: { form: 'letter', grams: 25 },
    resend: { form: 'letter', grams: 25 },
    reissue: { form: 'letter', grams: 25 },
    recall: { form: 'postcard', grams: 6 },
  },
  caps: { resend: 1, recall: 1, shared: false },
  leadMonths: 1,
  waiting: { recallCardDays: 21, recallMailDays: 14, recallMails: 2 },
  freshWord: { maxAge: 3, postedWithin: 2 },
  dispatch: DISPATCH_DAYS,
  calendar: PROGRAMME_CALENDAR,
  sample: { ends: 5, random: 10 },
  maxPieces: 1000,
  planned: { notice: 730, resend: 50, recall: 50 },
  warnAtPercent: [80, 100],
  watch: { undeliveredDays: 10, unpostedDays: 2 },
  keepFiles: { afterCloseDays: 30, atMostDays: 60 },
  postage: JAPAN_POSTAGE,
};
