import { formatJapaneseDate } from '../../domain/calendar/japanese-date.ts';
import type { BillingRefusal } from '../../domain/billing/billing-refusals.ts';
import type { RefusalWords } from './refusal-words.ts';

const day = formatJapaneseDate;

/** 2026-05 → 2026年5月, 2026 → 2026年度の総価分. */
function period(text: string): string {
  const [year, month] = text.split('-');
  return month === undefined ? `${year}年度の総価分` : `${year}年${Number(month)}月分`;
}

const yen = (amount: number) => `${amount.toLocaleString('ja-JP')}円`;

const FAULTS: Readonly<Record<string, string>> = {
  'not-t-and-13-digits': '「T」と13桁の数字の形になっていません',
  'check-digit-wrong': '法人番号の検査用数字が合いません',
};

export const billingRefusals: RefusalWords<BillingRefusal> = {
  'invoice-month-outside': ({ month, from, to }) =>
    `${period(month)}は契約期間(${period(from)}から${period(to)}まで)の外です。請求する月を確かめてください。`,
  'invoice-month-open': ({ month }) =>
    `${period(month)}はまだ締めていません。月を締めて報告書を提出し、区の検査に合格してから請求してください。`,
  'invoice-before-acceptance': ({ month }) =>
    `${period(month)}の報告書は、まだ区の検査に合格していません。区から合格の連絡を受け、記録してから請求してください。`,
  'invoice-issued-already': ({ month, number, on }) =>
    `${period(month)}の請求書は${day(on)}に発行しています(番号 ${number})。発行した請求書は変えられません。後から分かった分は、翌月の請求で調整されます。`,
  'invoice-of-earlier-month': ({ month, earlier }) =>
    `${period(earlier)}の請求書がまだ発行されていません。二重に請求しないよう、${period(earlier)}を先に、次に${period(month)}の順に発行してください。`,
  'invoice-read-too-early': ({ month }) =>
    `請求書を作っている間に、${period(month)}の締めの状態が変わりました。もう一度行ってください。`,
  'invoice-differs-from-report': ({ month, item, report, invoice }) =>
    `${period(month)}の報告書の数(${item}: ${report})と、請求する数(${invoice})が合いません。請求せずに、業務責任者が両方の根拠を確かめてください。`,
  'invoice-price-missing': ({ code, on }) =>
    `${day(on)}の単価(${code})が設定にありません。契約書の単価を設定してください。`,
  'invoice-rate-missing': ({ code, on }) =>
    `${day(on)}の消費税率(${code})が設定にありません。税率を設定してください。`,
  'not-a-monthly-cost': ({ code }) =>
    `費目「${code}」は、月ごとに請求できる費目(単価分・実費分)ではありません。総価分に含まれる費用と交通費は、月の請求に入れられません。`,
  'issuer-number-wrong': ({ fault }) =>
    `適格請求書発行事業者の登録番号が正しくありません(${FAULTS[fault] ?? fault})。登録番号の設定を確かめてください。`,
  'lump-sum-other-year': ({ year, contract }) =>
    `${year}年度の契約ではありません。総価分を請求できるのは${contract}年度です。`,
  'lump-sum-before-year-end': ({ month }) =>
    `総価分は年度末に請求します。${period(month)}の報告書が区の検査に合格してから請求してください。`,
  'invoice-not-issued': ({ month }) =>
    `${period(month)}の請求書はまだ発行されていません。先に請求書を発行してください。`,
  'invoice-received-already': ({ number, on }) =>
    `請求書(番号 ${number})は、${day(on)}に区が受領したと記録されています。`,
  'invoice-not-received': ({ number }) =>
    `請求書(番号 ${number})を区が受領した日が記録されていません。先に受領日を記録してください。`,
  'invoice-paid-already': ({ number, on }) => `請求書(番号 ${number})は、${day(on)}に支払い済みです。`,
  'invoice-day-impossible': ({ on, from, to }) =>
    `${day(on)}は入力できません。${day(from)}から${day(to)}までの日を入れてください。`,
  'payment-differs': ({ claimed, paid, difference }) =>
    `支払額(${yen(paid)})が請求額(${yen(claimed)})と${yen(Math.abs(difference))}違います。入金の内容を区に確かめてください。`,
};
