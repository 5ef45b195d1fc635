import type { Channel, ContactPart, DesignatedScope } from '../../domain/facts/case.ts';
import type { Outcome } from '../../domain/standing/close-case.ts';
import type { CaseAct, ReachedPaper } from '../../domain/standing/foresee-act.ts';
import type { StaysIn } from '../../domain/standing/what-stops-what.ts';
import { personWarnings } from './person-warnings.ts';

const ACTS: Readonly<Record<CaseAct, string>> = {
  loss: '流産・死産等を記録して止める',
  'child-death': 'お子さんが亡くなられたことを記録して止める',
  death: 'ご本人の死亡を記録して止める',
  birth: '出産を記録する',
  'move-out': '転出を記録する',
  'move-within': '区内の転居を記録する',
  'move-back': '転入(転出の取消し)を記録する',
  pause: '一時中止にする',
  resume: '再開する',
  withdraw: '連絡を止める(辞退)',
  'start-protection': '支援措置を始める',
  'end-protection': '支援措置を終える',
  hold: '確認のため止める',
  'ward-stop': '区の連絡で発送を止める',
  'change-due-date': '出産予定日を変える',
  'change-contact': '連絡先を変える',
  'name-delivery': 'お届け先の住所を変える',
  'name-mail-way': '送付先の扱いを決める',
  designate: '区の指定を記録する',
  'propose-follow-up': '要フォローを区に提案する',
  'decide-follow-up': '要フォローの区の判断を記録する',
  close: '対応を終える',
};

const CHANNELS: Readonly<Record<Channel, string>> = {
  phone: '電話',
  'in-person': '窓口・対面',
  mail: 'メール',
  post: '郵便',
  visit: '訪問',
  ward: '区から',
  list: '区のリスト',
  web: '専用ページ',
};

const PARTS: Readonly<Record<ContactPart, string>> = {
  phone: '電話番号',
  email: 'メールアドレス',
  'delivery-address': '育児パッケージのお届け先(国内)',
  name: '氏名',
  'mail-address': '郵便の送付先',
  correction: '住所(訂正)',
};

const STAYS: Readonly<Record<StaysIn['how'], string>> = {
  stopped: '止まります',
  waits: '区と決めるまで待ちます',
  'grief-words': 'お悔やみの言葉と電話番号だけになります',
};

const PAPERS: Readonly<Record<ReachedPaper['status'], string>> = {
  planned: '印刷の前です。作られません。',
  printed: '印刷済みです。発送担当の「本日」に、抜き取りの仕事が出ます。',
  posted: '差し出し済みです。郵便局への取戻しの仕事が出ます(請求しないときは理由を残します)。',
};

const SCOPES: Readonly<Record<DesignatedScope, string>> = {
  notice: '案内の発送',
  visit: '訪問',
  resend: '再送',
  package: '育児パッケージ',
};

const OUTCOMES: Readonly<Record<Outcome, string>> = {
  visited: '訪問が済んだ',
  'not-carried-out': '訪問を行えなかった(育児パッケージなし)',
  unreachable: '連絡がつかない',
  born: '出産された',
  loss: '流産・死産等',
  died: 'ご本人の死亡',
  'moved-out': '転出された',
  withdrawn: '辞退された',
  'no-answer': '期間内に申込みがない',
};

const PAUSES = { 'her-wish': 'ご本人の希望', hospital: '入院・体調', away: '不在(里帰りなど)' } as const;

const HOLDS = {
  'same-name': '同姓同名の方と取り違えのおそれ',
  'identity-mismatch': '氏名・生年月日・住所が合わない',
  'address-doubt': '住所に疑問がある',
  'family-report': 'ご家族などからの連絡で確かめる',
  'other-reason': 'そのほか、確かめることがある',
} as const;

const HOLD_ENDS = { checked: '確かめて、疑いがなくなった', 'ward-said': '区に確かめた' } as const;

const PACKAGES = { send: '送る', keep: '控えておく', decline: '受け取らない' } as const;

const STATES = {
  open: '対応中',
  stopped: '止まっている',
  closed: '終わった',
  'follow-up-proposed': '要フォローの判断待ち',
  unregistered: '未登録',
} as const;

/** Words of what a person tells of a case, and of what the desk says before and after. */
export const caseActWords = {
  acts: ACTS,
  channels: CHANNELS,
  parts: PARTS,
  stays: STAYS,
  goesOn: '続きます',
  onlyTo: {
    'designated-place': '区が指定した送付先だけに続きます',
    'new-address-in-japan': '国内の新しい住所に続きます',
  },
  afterBirth: '出産後の文面で続きます',
  papers: PAPERS,
  scopes: SCOPES,
  outcomes: OUTCOMES,
  pauses: PAUSES,
  holds: HOLDS as Readonly<Record<string, string>>,
  holdEnds: HOLD_ENDS,
  packages: PACKAGES,
  states: STATES,
  warnings: personWarnings,
} as const;
