import type { ReportRules } from '../../domain/reports/report-rules.ts';
import type { ReportItems } from '../../domain/reports/report.ts';

/**
 * Readings: AMB-22 (closing hour of 31 March). The condition of item ④ are the answers about herself (CHI-9.1-7).
 * Plans of the year: CHI-5-4, 5-5; those of mail stand in `mailing.ts`.
 */
export const reportRules: ReportRules = {
  lastMonthClosesAt: '17:00',
  conditions: {
    form: 'visit-checklist',
    questions: ['V02', 'V03', 'V04', 'V05', 'V07', 'V10', 'V11', 'V12'],
  },
  planned: { visits: 700, followUp: 60, remote: 30 },
  consultations: [
    'health',
    'mental',
    'birth',
    'childcare',
    'family',
    'work',
    'money',
    'services',
    'housing',
    'other',
  ],
};

/** The items of the report in the ward's words and order (specification 9(1) ① to ⑩). */
export const REPORT_TITLES: Readonly<Record<keyof ReportItems, string>> = {
  sent: '① 対象者発送数・再送数・勧奨通知数',
  applications: '② 申込実績',
  visits: '③ 訪問の実績数（再訪問・訪問時不在の実績を含む）',
  conditions: '④ 各対象者の訪問時の様子',
  questionnaire: '⑤ 事前アンケートの集計',
  checklist: '⑥ 見守りチェックリストの集計',
  leeway: '⑦ ゆとり感の聞き取り結果の集計（要フォロー妊婦分）',
  consultations: '⑧ 相談内容の内訳',
  urgent: '⑨ 緊急対応ケース等の実績数',
  survey: '⑩ 対象者アンケートの集計',
};
