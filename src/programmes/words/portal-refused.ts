import type { MessageKind, PortalMessage } from '../../domain/portal/message.ts';

const KINDS: Readonly<Record<MessageKind, string>> = {
  contact: '連絡先の登録',
  apply: '申込み',
  book: '訪問日時の予約',
  'move-booking': '訪問日時の変更',
  'cancel-booking': '訪問の取消し',
  pause: '一時中止',
  resume: '再開',
  withdraw: '辞退',
  stop: '連絡の停止',
  loss: '流産・死産などの連絡',
  birth: '出産の連絡',
  moved: '転居の連絡',
  'delivery-address': 'パッケージの届け先',
  'japan-again': '国内で郵便を受け取れるようになった連絡',
  'not-received': 'パッケージが届かない連絡',
  question: 'ご質問',
};

/** Fields that a person needs to go on; answers are not among them: who may see those asks for them apart. */
const SAID: Readonly<Record<string, string>> = {
  on: '日',
  until: '終わりの日',
  slot: '時間',
  reason: '理由',
  phone: '電話',
  email: 'メール',
  postcode: '郵便番号',
  address: '住所',
  building: '方書',
  at: '受け取る所',
  package: 'パッケージ',
  words: '内容',
};

/**
 * The words of the enquiry that a person finds when something she sent by her link could not be carried out: what it was,
 * why not (by the code that the timeline has too), and what she said that is needed to call her about it.
 */
export function refusedEnquiry(message: PortalMessage, code: string): string {
  const flat = (value: object): readonly (readonly [string, unknown])[] =>
    Object.entries(value).flatMap(([name, said]) =>
      name === 'answers' ? [] : typeof said === 'object' && said !== null ? flat(said) : [[name, said]],
    );
  const said = flat(message).flatMap(([name, value]) => {
    const label = SAID[name];
    return label && typeof value === 'string' ? [`${label}: ${value}`] : [];
  });
  const answers = message.kind === 'apply' ? ['アンケートの答えは保管してあります(責任者が開けます)。'] : [];
  return [
    `専用ページからの「${KINDS[message.kind]}」を、そのままでは受け付けられませんでした(${code})。`,
    ...said,
    ...answers,
    '案件に停止がないかを確かめてから、ご本人が登録した連絡先に続きをご案内してください。',
  ].join('\n');
}

/** An enquiry by somebody who has the letter and has not named the birthday. */
export const STOP_BY_LETTER =
  '手紙の番号だけで「連絡を止めてほしい」という申し出がありました。ご本人かどうかは確かめられていません。発送や連絡を続けてよいか、急いで確かめてください。';
