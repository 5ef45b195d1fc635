import type { ListKind } from '../../domain/facts/list.ts';
import type { MatchWarning, RowPart } from '../../domain/intake/match.ts';
import type { ListAnswer } from '../../domain/intake/questions.ts';

type Words<Code extends string> = Readonly<Record<Code, string>>;

const kinds: Words<ListKind> = {
  targets: '対象者一覧',
  'follow-up': '要フォロー妊婦一覧',
  changes: '異動一覧',
  attendance: '受診状況一覧',
  'no-change': '異動がない旨の連絡',
  designations: '区指定者一覧',
};

const states: Words<'received' | 'staged' | 'approved' | 'committed' | 'discarded'> = {
  received: '照合の途中',
  staged: '確認待ち',
  approved: '台帳へ確定中',
  committed: '確定済み',
  discarded: '差し戻し済み',
};

/** Each with what it does. */
const answers: Words<ListAnswer> = {
  'same-person': '同じ方です(台帳の方の記録を、一覧の内容に改めます)',
  'different-person': '別の方です(新しい対象者として登録します)',
  'new-pregnancy': '新しい妊娠です(同じ方の新しい記録を開きます)',
  'same-pregnancy': '同じ妊娠です(予定日を一覧の内容に改めます)',
  'as-written': '書かれたとおりで正しい(そのまま取り込みます)',
  'print-as': '区の回答の文字で印字します(書かれた文字も残します)',
  'leave-out': 'この行は取り込みません',
  'none-this-month': '今月は対象の方がいません',
  follows: '後から届きます',
  answered: '区の回答を受けました',
};

const parts: Words<RowPart> = {
  identity: '氏名・フリガナ・生年月日',
  address: '住所',
  mail: '送付先',
  phone: '電話番号',
  language: '使用言語',
  remarks: '備考',
  background: '初産・相談できる人数など',
  due: '出産予定日',
  followUp: '要フォロー',
  protected: '支援措置',
};

const warnings: Words<MatchWarning> = {
  twin: '同じ住所・同じ生年月日の方がいます',
  'same-household': '同じ住所の方がいます',
  'same-name': '同じフリガナの方がいます',
};

const does: Words<'opened' | 'changed' | 'unchanged' | 'left-out' | 'beside'> = {
  opened: '新しく登録',
  changed: '変更',
  unchanged: '変更なし',
  'left-out': '取り込まない',
  beside: '発送を保留',
};

const methods: Words<'in-person' | 'courier' | 'telephone'> = {
  'in-person': '手渡し',
  courier: '個人情報を保護する配達',
  telephone: '電話',
};

/** Who answered, by function (CHI-15.2-1). */
const sources: Words<'ward-officer' | 'ward-chief' | 'office'> = {
  'ward-officer': '区の担当者',
  'ward-chief': '区の係長',
  office: '事務局(記録を見比べて)',
};

const discardReasons: Words<'wrong-file' | 'sent-back-to-ward' | 'interrupted'> = {
  'wrong-file': 'ちがうファイルだった',
  'sent-back-to-ward': '作り直してもらうため区へ返す',
  interrupted: '取り込みが途中で止まった',
};

/** Words about the lists of the ward, by their codes. */
export const listWords = {
  kinds,
  states,
  answers,
  parts,
  warnings,
  does,
  methods,
  sources,
  discardReasons,
} as const;
