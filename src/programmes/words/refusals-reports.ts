import type { CloseMonthRefusal } from '../../domain/reports/close-month.ts';
import type { InspectReportRefusal } from '../../domain/reports/inspect-report.ts';
import type { RefusalWords } from './refusal-words.ts';

export const reportRefusals: RefusalWords<CloseMonthRefusal | InspectReportRefusal> = {
  'month-outside-contract': ({ from, to }) =>
    `契約期間（${from}から${to}まで）の月だけを締め切れます。月を確認してください。`,
  'month-not-over': ({ from }) => `この月はまだ終わっていません。${from}から締め切れます。`,
  'month-before-open': ({ month }) => `先に${month}を締め切ってください。月は順に締め切ります。`,
  'month-closed-already': ({ month }) =>
    `${month}はすでに締め切られています。あとから記録したことは、次の月の報告に訂正として載ります。`,
  'no-supplement-yet': ({ month }) =>
    `追加の報告は、契約の最後の月（${month}）を締め切ったあとに、その月について作ります。`,
  'nothing-to-supplement': () =>
    '前の報告から変わったことも、新しく請求することもありません。追加の報告は要りません。',
  'month-not-counted': () => '集計の途中でほかの締切りがありました。もう一度、締切りを行ってください。',
  'month-not-closed': () => 'この月はまだ締め切られていません。先に締め切ってください。',
  'year-not-complete': () => '締め切られていない月があります。12か月すべてを締め切ると、年次報告を出せます。',
  'report-issued-already': ({ edition }) => `第${edition}版はすでに区に提出されています。`,
  'report-not-issued': () => '区に提出された報告がまだありません。先に提出を記録してください。',
  'report-accepted-already': ({ edition }) => `第${edition}版は、区の検査がすでに終わっています。`,
  'report-returned-already': ({ edition }) =>
    `第${edition}版は区から返されています。直してから締め切り、新しい版を提出してください。`,
};
