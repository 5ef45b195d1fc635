import { USUAL_SIGN_IN } from '../../domain/access/sign-in-rules.ts';
import { date } from '../../domain/basics/civil-date.ts';
import { OFFICE_CALENDAR, PROGRAMME_CALENDAR } from '../../domain/calendar/programme-days.ts';
import { DISPATCH_DAYS } from '../../domain/calendar/reporting.ts';
import { rulesOf } from '../../domain/rules-of.ts';
import type { Programme } from '../programme.ts';
import { cards } from './cards.ts';
import { screeningMailing } from './mailing.ts';
import { memberRules } from './members.ts';

/** Staged rows and source file stand so many days after a list is settled. */
const KEEP_STAGED_DAYS = 30;

/**
 * 新宿区特定健康診査・がん検診未受診者に対する受診勧奨等事業, fiscal year Reiwa 8. It has no visits by appointment, no
 * benefits, no reports by month and no resident's portal: those subjects are absent, and with them their rows.
 */
export const screening: Programme = {
  id: 'screening',
  title: '特定健康診査・がん検診未受診者に対する受診勧奨等事業',
  municipality: { name: '新宿区', code: '131041' },
  letters: cards,
  rules: rulesOf({
    intake: {
      fewestFit: 0.5,
      fewestRowsToJudge: 4,
      answerDaysBeforeBatch: 3,
      keepStagedDays: KEEP_STAGED_DAYS,
      calendar: PROGRAMME_CALENDAR,
      dispatch: DISPATCH_DAYS,
    },
    // SCR-A-16: 1 April to 31 January; no recall after the end.
    contract: { year: 2026, from: date('2026-04-01'), to: date('2027-01-31') },
    access: {
      longestGrantDays: 306,
      training: { topics: ['protection', 'awareness', 'duties', 'penalties'], repeat: 'anniversary' },
      reviewWithin: { days: 1, calendar: OFFICE_CALENDAR },
      idleDays: 30,
      signIn: USUAL_SIGN_IN,
      logReview: {
        denialsInARow: 3,
        calendar: PROGRAMME_CALENDAR,
        usualHours: { from: '08:00', to: '20:00', byRole: {} },
        bulk: { persons: 50, minutes: 10 },
      },
    },
    handOver: {
      planFor: ['take-out', 'delivery', 'return'],
      usualMethods: ['in-person', 'courier'],
      backByTime: '18:00',
    },
    duties: {
      noticeDays: 14,
      wardAnswerDays: 3,
      noticeTextBy: date('2026-05-31'),
      accessReviewMonths: 3,
      restoreRehearsals: [date('2026-04-30'), date('2026-10-31')],
    },
    retention: {
      classes: [
        {
          class: 'person-data',
          from: 'contract-end',
          keep: { years: 0 },
          least: false,
          by: 'disposal',
          byErasure: true,
        },
        { class: 'papers', from: 'contract-end', keep: { years: 0 }, least: false, by: 'disposal' },
        { class: 'journal', from: 'contract-end', keep: { years: 3 }, least: true, by: 'disposal' },
        { class: 'access-log', from: 'entry', keep: { years: 3 }, least: true, by: 'disposal' },
        {
          class: 'list-keys',
          from: 'list-settled',
          keep: { days: KEEP_STAGED_DAYS },
          least: true,
          by: 'clock',
        },
        { class: 'print-files', from: 'batch-closed', keep: { days: 30 }, least: true, by: 'clock' },
        { class: 'generations', from: 'generation', keep: { days: 7 }, least: true, by: 'backup' },
      ],
      askDaysBefore: 14,
      askShownDaysBefore: 60,
      repeatDays: 30,
    },
    mailing: screeningMailing,
    members: memberRules,
  }),
};
