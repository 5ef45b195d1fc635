import type { InquiryCategory } from '../../../domain/inquiry/categories.ts';
import { RECORDED_LATE } from '../../../domain/reports/count-facts.ts';
import { inquiryScripts } from '../../words/inquiry-scripts.ts';
import { formWords } from './form-words.ts';

const VISIT_CATEGORIES: Readonly<Record<string, string>> = {
  health: '体調・妊娠の経過',
  mental: '気持ち・睡眠',
  birth: '出産・入院の準備',
  childcare: '育児・産後の生活',
  family: '家族・手伝い',
  work: '仕事・休業',
  money: '費用・手当',
  services: '区のサービス',
  housing: '住まい・安全',
};

/** A category of consultations as the report calls it (CHI-9.1-11); a code without a word is printed as it is. */
export function consultationWord(code: string): string {
  return VISIT_CATEGORIES[code] ?? inquiryScripts[code as InquiryCategory]?.label ?? code;
}

/** The reasons for a correction, one or several codes: of the report itself, or those that facts were corrected with. */
export function correctionWord(reason: string): string {
  const words = reason
    .split(' ')
    .map((code) => (code === RECORDED_LATE ? '締切り後に記録されたため' : '記録に誤りがあったため'));
  return [...new Set(words)].join('、');
}

/** The words of a path below `items` where a correction names it: its item, and what of it. */
export function itemWord(path: string): string {
  const whole = PATHS[path];
  if (whole) return whole;
  const [first = '', second = '', ...rest] = path.split('.');
  if (first === 'consultations') return `⑧ 相談(${consultationWord(second)})`;
  const [item, last] = [ITEMS[first], rest.at(-1)];
  if (item === undefined) return path;
  if (last === 'answers') return `${item}(集計した件数)`;
  if (last === undefined) return `${item}(${second})`;
  // questionnaire.FORM.questions.CODE.CHOICE, and of item ④ conditions.questions.CODE.CHOICE.
  const form = first === 'conditions' ? formWords.conditions : second;
  const code = rest.at(-2) ?? second;
  const question = formWords.question(form, code);
  return `${item}(${code} ${question?.label ?? ''} ${formWords.choice(question, last)})`;
}

const ITEMS: Readonly<Record<string, string>> = {
  sent: '① 発送',
  applications: '② 申込み',
  visits: '③ 訪問',
  conditions: '④ 訪問時の様子',
  questionnaire: '⑤ 事前アンケート',
  checklist: '⑥ 見守りチェックリスト',
  leeway: '⑦ ゆとり感の聞き取り',
  urgent: '⑨ 緊急対応ケース等',
  survey: '⑩ 対象者アンケート',
};

const PATHS: Readonly<Record<string, string>> = {
  'sent.notice': '① 案内通知の発送',
  'sent.resend': '① 再送',
  'sent.reissue': '① 再発行',
  'sent.recall': '① 勧奨はがき',
  'sent.recallMail': '① 勧奨メール',
  'applications.received.web': '② 申込みの受付(ウェブ)',
  'applications.received.phone': '② 申込みの受付(電話)',
  'applications.received.other': '② 申込みの受付(その他)',
  'applications.confirmed': '② 申込みの確定',
  'applications.pending': '② 手続中(月末)',
  'applications.refused': '② 申込みの不受理',
  'applications.cancelled': '② 申込みの取消し',
  'applications.withdrawn': '② 事業の辞退',
  'visits.completed': '③ 見守り訪問(自宅)',
  'visits.revisits': '③ 再訪問',
  'visits.absent': '③ 訪問時不在',
  'visits.othersOnly': '③ 本人以外のみ在宅',
  'visits.notCarriedOut': '③ その他の未実施',
  'visits.remote.online': '③ オンライン面談',
  'visits.remote.phone': '③ 電話面談',
  'visits.followUp.visit': '③ 見守り訪問(要フォロー)',
  'visits.followUp.remote': '③ 面談(要フォロー)',
  'visits.followUp.online': '③ オンライン面談(要フォロー)',
  'visits.followUp.phone': '③ 電話面談(要フォロー)',
  'visits.followUp.revisits': '③ 再訪問(要フォロー)',
  'visits.followUp.absent': '③ 訪問時不在(要フォロー)',
  'visits.followUp.othersOnly': '③ 本人以外のみ在宅(要フォロー)',
  'visits.followUp.notCarriedOut': '③ その他の未実施(要フォロー)',
  'conditions.pages': '④ 訪問時の様子',
  'conditions.withheld': '④ 同意がなく記載しない方',
  'conditions.erased': '④ 消去済みの方',
  'urgent.u1': '⑨ 緊急(直ちに連絡)',
  'urgent.u2': '⑨ 当日中の連絡',
  'urgent.u3': '⑨ 要観察の連絡',
  'urgent.loss': '⑨ 流産・死産等の連絡',
  'survey.answers': '⑩ 対象者アンケートの回答',
  'survey.sent': '⑩ 対象者アンケートの依頼',
};
