import { date } from '../../domain/basics/civil-date.ts';
import type { Programme } from '../programme.ts';
import { letterTemplates } from './letters/all.ts';
import { intakeRules } from './intake.ts';
import { accessRules } from './access.ts';
import { benefitRules } from './benefits.ts';
import { dutyRules } from './duties.ts';
import { bookingRules } from './booking.ts';
import { eligibilityRules } from './eligibility.ts';
import { followUpRules } from './follow-up.ts';
import { chiyodaMailing } from './mailing.ts';
import { formRules } from './forms.ts';
import { handOverRules } from './hand-over.ts';
import { inquiryRules } from './inquiry.ts';
import { messageRules } from './messages.ts';
import { chiyodaPapers } from './papers/papers.ts';
import { chiyodaPortal } from './portal/portal.ts';
import { portalRules } from './portal-rules.ts';
import { billingRules } from './prices.ts';
import { reportRules } from './report.ts';
import { retentionRules } from './retention.ts';
import { surveyRules } from './survey.ts';
import { urgentRules } from './urgent.ts';
import { visitRules } from './visits.ts';

/** 千代田区妊娠後期訪問支援事業, fiscal year Reiwa 8. */
export const chiyodaVisit: Programme = {
  id: 'chiyoda-visit',
  title: '千代田区妊娠後期訪問支援事業',
  municipality: { name: '千代田区', code: '131016' },
  letters: letterTemplates,
  overseasLetter: 'overseas-1',
  papers: chiyodaPapers,
  portal: chiyodaPortal,
  rules: {
    intake: intakeRules,
    contract: { year: 2026, from: date('2026-04-01'), to: date('2027-03-31') },
    access: accessRules,
    booking: bookingRules,
    eligibility: eligibilityRules,
    followUp: followUpRules,
    forms: formRules,
    handOver: handOverRules,
    inquiry: inquiryRules,
    portal: portalRules,
    retention: retentionRules,
    reports: reportRules,
    messages: messageRules,
    survey: surveyRules,
    urgent: urgentRules,
    visits: visitRules,
    benefits: benefitRules,
    billing: billingRules,
    duties: dutyRules,
    mailing: chiyodaMailing,
  },
};
