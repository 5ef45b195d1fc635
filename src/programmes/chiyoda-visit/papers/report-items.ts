import type { MonthReport, ReportItems } from '../../../domain/reports/report.ts';
import { chiyodaMailing } from '../mailing.ts';
import { reportRules } from '../report.ts';

/** A number of the report: its path below `items`, how the paper calls it, and the contract's plan of the year. */
export type ReportNumber = {
  readonly item: string;
  readonly label: string;
  /** Paths that are added to this number; mostly one. */
  readonly paths: readonly string[];
  readonly plan?: number;
  /** How it is called where it stands alone. */
  readonly short?: string;
  /** What stands at the end of the month, and is not added up over months. */
  readonly standing?: true;
  /** Part of the number above it. */
  readonly part?: true;
};

const { planned } = reportRules;

/** The ten items of CHI-9.1 in the ward's order, number by number. Plans: CHI-5-1 to 5-5. */
export const REPORT_NUMBERS: readonly ReportNumber[] = [
  { item: '①', label: '案内通知の発送', paths: ['sent.notice'], plan: chiyodaMailing.planned['notice'] ?? 0 },
  { item: '①', label: '再送', paths: ['sent.resend'], plan: chiyodaMailing.planned['resend'] ?? 0 },
  { item: '①', label: '再発行(事故等による)', paths: ['sent.reissue'] },
  { item: '①', label: '勧奨はがき', paths: ['sent.recall'], plan: chiyodaMailing.planned['recall'] ?? 0 },
  { item: '①', label: '勧奨メール', paths: ['sent.recallMail'] },
  {
    item: '②',
    label: '申込みの受付',
    paths: ['applications.received.web', 'applications.received.phone', 'applications.received.other'],
  },
  { item: '②', label: 'うち電話', paths: ['applications.received.phone'], part: true },
  { item: '②', label: '確定', paths: ['applications.confirmed'] },
  { item: '②', label: '手続中(月末)', paths: ['applications.pending'], standing: true },
  {
    item: '②',
    label: '取消し・不受理・辞退',
    paths: ['applications.cancelled', 'applications.refused', 'applications.withdrawn'],
  },
  { item: '③', label: '見守り訪問(自宅)', paths: ['visits.completed'], plan: planned.visits },
  {
    item: '③',
    label: 'うち要フォロー',
    short: '訪問(要フォロー)',
    paths: ['visits.followUp.visit'],
    plan: planned.followUp,
    part: true,
  },
  { item: '③', label: 'うち再訪問', paths: ['visits.revisits'], part: true },
  {
    item: '③',
    label: '里帰り等の面談',
    paths: ['visits.remote.online', 'visits.remote.phone'],
    plan: planned.remote,
  },
  { item: '③', label: 'うち要フォロー', paths: ['visits.followUp.remote'], part: true },
  { item: '③', label: 'うち電話', paths: ['visits.remote.phone'], part: true },
  { item: '③', label: '訪問時不在', paths: ['visits.absent'] },
  { item: '③', label: '本人以外のみ在宅', paths: ['visits.othersOnly'] },
  { item: '③', label: 'その他の未実施', paths: ['visits.notCarriedOut'] },
  { item: '④', label: '訪問時の様子(同意のある方)', paths: ['conditions.pages'] },
  { item: '⑤', label: '事前アンケートの回答', paths: ['questionnaire'] },
  { item: '⑥', label: '見守りチェックリスト', paths: ['checklist'] },
  { item: '⑦', label: 'ゆとり感の聞き取り(要フォロー)', paths: ['leeway'] },
  { item: '⑧', label: '相談', paths: ['consultations'] },
  { item: '⑨', label: '緊急対応ケース等', paths: ['urgent.u1', 'urgent.u2', 'urgent.u3'] },
  { item: '⑨', label: '流産・死産等の連絡', paths: ['urgent.loss'] },
  { item: '⑩', label: '対象者アンケートの回答', paths: ['survey.answers'] },
];

/** A number as one month's report says it. */
export function numberOf(items: ReportItems, number: ReportNumber): number {
  return number.paths.reduce((sum, path) => sum + at(items, path), 0);
}

/**
 * A number over several closed months with everything that corrected them since (CHI-9.1-2, 9.2-1); what stands at a
 * month's end is that of the last month.
 */
export function numberOver(reports: readonly MonthReport[], number: ReportNumber): number {
  if (number.standing) {
    const last = reports.at(-1);
    return last ? numberOf(last.items, number) : 0;
  }
  const said = reports.reduce((sum, { items }) => sum + numberOf(items, number), 0);
  const later = reports.flatMap(({ corrections }) => corrections).filter(({ item }) => belongs(item, number));
  return later.reduce((sum, { from, to }) => sum + to - from, said);
}

/** Corrections name a path down to the last number: of sets of answers only their count is part of these numbers. */
function belongs(item: string, { paths }: ReportNumber): boolean {
  return paths.some((path) =>
    FORMS.some((form) => form === path)
      ? item.startsWith(`${path}.`) && item.endsWith('.answers')
      : item === path || (path === 'consultations' && item.startsWith('consultations.')),
  );
}

const FORMS = ['questionnaire', 'checklist', 'leeway'] as const;

function at(items: ReportItems, path: string): number {
  if (path === 'questionnaire' || path === 'checklist' || path === 'leeway') {
    return Object.values(items[path]).reduce((sum, { answers }) => sum + answers, 0);
  }
  if (path === 'consultations')
    return Object.values(items.consultations).reduce((sum, count) => sum + count, 0);
  const found = path
    .split('.')
    .reduce<unknown>(
      (value, name) => (value as Readonly<Record<string, unknown>> | undefined)?.[name],
      items,
    );
  return typeof found === 'number' ? found : 0;
}
