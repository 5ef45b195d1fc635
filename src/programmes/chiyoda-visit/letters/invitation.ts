import type { LetterTemplate } from '../../programme.ts';
import { office, stopWords } from './office.ts';
import { OUTLINED_WORDS } from './outlined-words.ts';

/**
 * Notice, re-send and reissue are one sheet; they differ in what they say first (CHI-8.1-4, 8.1-8). A sheet on which no code
 * is printed, as for a woman under protection (AMB-56), speaks of no code: she applies by telephone.
 */
const typst = `
#import "/letter-frame.typ": *

// Beside the code, for who cannot read the steps. Two lines are outlines: the fonts of the letters lack their signs.
#let other-languages(words) = block(above: 3mm, below: 4mm, inset: (left: 4mm), {
  set text(size: 8.5pt)
  set par(leading: 0.6em, spacing: 0.75em, justify: false)
  par(words.code-easy)
  par(words.code-en)
  for line in words.code-outlined.chunks(2) { block(above: 1.7mm, below: 1.7mm, picture(line.at(0), line.at(1), height: 3.4mm)) }
})

#let sheet(it, words) = window-sheet(it, from: words.from, {
  set text(size: 11pt)
  title(words.title)
  v(3mm)
  for paragraph in if it.code == none { words.opening-by-phone } else { words.opening } { par(paragraph) }
  section(words.visit-title)
  points(words.visit)
  section(words.apply-title)
  code-box(it, words)
  if it.code != none { other-languages(words) }
  steps(if it.code == none { words.apply-by-phone } else { words.apply })
  v(1fr)
  contact-box(words)
  v(2.4mm, weak: true)
  quiet-box(words.stop-title, words.stop)
  languages(words)
})
`;

const words = {
  from: office.from,
  title: '妊娠後期の訪問支援のご案内',
  'visit-title': '訪問でできること',
  visit: [
    '助産師・保健師などの看護職がご自宅にうかがい、体調や気がかりなことをお聞きします(10分から15分ほど、費用はかかりません)。',
    '訪問を受けた方には、あとで育児パッケージ(こども商品券 1万円分)を書留でお送りします。',
    '里帰りや入院などでご自宅にいらっしゃらないときは、オンラインや電話での面談もできます。',
  ],
  'apply-title': 'お申し込み',
  apply: [
    'コードを読み取るか、入力先のページで番号を入れます。生年月日もおたずねします。',
    '事前アンケートに答え、ご希望の日時を選びます。お電話でも承ります。',
    'ご予約の日時をお知らせします。当日は身分証を持った支援員がうかがいます。',
  ],
  'apply-by-phone': [
    '下の電話番号にお電話ください。ご本人であることの確認のため、お名前や生年月日などをおたずねします。',
    '事前アンケートをお電話でおうかがいし、ご希望の日時を決めます。',
    '当日は身分証を持った支援員がうかがいます。',
  ],
  'code-how': 'この番号はあなただけのものです。ほかの方に見せないでください。',
  'code-easy': '上の番号(ばんごう)で、ページを ひらいてください。言葉(ことば)を えらぶことが できます。',
  'code-en': 'Scan the code or enter the number at the address above. You can choose your language.',
  'code-outlined': [
    OUTLINED_WORDS.zh.svg,
    OUTLINED_WORDS.zh.text,
    OUTLINED_WORDS.ko.svg,
    OUTLINED_WORDS.ko.text,
  ],
  'qr-alt': 'お申し込みページを開くQRコード',
  address: 'mimamori.example.lg.jp/q',
  'qr-address': 'https://mimamori.example.lg.jp/q/',
  office: office.office,
  phone: office.phone,
  'phone-note': office['phone-note'],
  hours: office.hours,
  languages: office.languages,
  'stop-title': stopWords.stopTitle,
  stop: stopWords.stop,
} as const;

const invitation = (
  name: string,
  opening: readonly string[],
  openingByPhone: readonly string[] = opening,
): LetterTemplate => ({
  name,
  pages: 1,
  typst,
  words: { ...words, opening, 'opening-by-phone': openingByPhone },
});

/**
 * The letters that invite (DOC-03). Wording waits for the ward's approval (CHI-8.15-1): until then it is a try-out text.
 */
export const invitationTemplates: readonly LetterTemplate[] = [
  invitation('notice-1', [
    '千代田区では、妊娠8か月ごろの方のご自宅に看護職がうかがう訪問支援を行っています。出産を前に、体調のこと、暮らしのこと、どんなことでもお話しください。',
  ]),
  invitation(
    'resend-1',
    [
      '先にお送りした訪問支援のご案内がお手元に届かず戻りましたので、あらためてお送りします。先のご案内の番号は使えません。この用紙の番号をお使いください。',
    ],
    ['先にお送りした訪問支援のご案内がお手元に届かず戻りましたので、あらためてお送りします。'],
  ),
  invitation(
    'reissue-1',
    [
      'お申し出などにより、訪問支援のご案内を新しい番号でお送りします。以前の番号は使えません。この用紙の番号をお使いください。',
    ],
    ['お申し出などにより、訪問支援のご案内をあらためてお送りします。以前の番号は使えません。'],
  ),
];
