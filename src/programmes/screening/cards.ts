import { pressedCard } from '../letters/pressed-card.ts';
import type { LetterTemplate } from '../programme.ts';

/**
 * Who writes, and what may stand on the open side: nothing of health, nothing of the group (SCR-A-5). Names and number
 * are those of the try-out until the ward has approved the proof (SCR-A-7).
 */
const outside = {
  from: ['新宿区', '医療保険年金課'],
  office: '新宿区 受診勧奨事務局(受託事業者 見本)',
  phone: '0120-000-001',
  'phone-note': '通話無料',
  hours: '月曜日から金曜日 午前9時から午後5時まで(祝日と12月29日から1月3日を除く)',
  postage: '料金別納',
  seal: '親展',
  open: '右下の角から、ゆっくりはがしてお開きください。',
  number: 'お問い合わせ番号',
  'stop-title': 'ご案内を望まれないとき',
  stop: 'お電話で番号と「案内を止めてほしい」とだけお伝えください。理由はおたずねしません。',
} as const;

const how = [
  'お持ちの受診券と、保険の資格が分かるものをご用意ください。',
  '区内の指定医療機関に電話でご予約ください。',
  '受診券が見当たらないときは、下の番号にお電話ください。',
] as const;

/** Sealed with pressure, the message inside (SCR-A-7). */
const card = (name: string, inside: LetterTemplate['words']): LetterTemplate => ({
  name,
  pages: 2,
  typst: pressedCard,
  words: { ...outside, 'how-title': '受け方', how, ...inside },
});

/**
 * The texts of the groups, one card each (DOC-60). A new wording is a new version, approved anew. Its name stands in the
 * foot of the open side, so it is a letter and no word (SCR-A-5).
 */
export const cards: readonly LetterTemplate[] = [
  card('card-p-1', {
    title: '年に一度の特定健診のご案内',
    opening: [
      '今年度の特定健診をまだお受けになっていない方に、一度だけお知らせしています。',
      '行き違いのときはご容赦ください。',
    ],
    points: [
      '区の健診は、加入している方なら年度に一度、自己負担なしで受けられます。',
      '自覚のない変化を早く知ることが、これからの暮らしを守ります。',
      '結果は保健師や管理栄養士に無料で相談できます。',
    ],
  }),
  card('card-q-1', {
    title: 'お近くの医療機関で受けられます',
    opening: [
      '今年度の特定健診をまだお受けになっていない方に、一度だけお知らせしています。',
      '行き違いのときはご容赦ください。',
    ],
    points: [
      '予約の電話は数分で終わります。かかる時間は1時間ほどです。',
      '土曜日に受けられる医療機関もあります。',
      '治療中の方も、かかりつけの医療機関で受けられることがあります。',
    ],
  }),
  card('card-r-1', {
    title: 'がん検診もあわせてお受けください',
    opening: ['今年度の健診をお受けいただき、ありがとうございました。', 'まだお済みでない検診のご案内です。'],
    points: [
      'がん検診は、症状のない時期に受けることに意味があります。',
      '受けられる種類は、年齢と性別によって違います。',
      '区の検診は、少ない自己負担で受けられます。',
    ],
  }),
];
