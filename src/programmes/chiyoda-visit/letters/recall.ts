import { pressedCard } from '../../letters/pressed-card.ts';
import type { LetterTemplate } from '../../programme.ts';
import { office, stopWords } from './office.ts';

const words = {
  from: office.from,
  phone: office.phone,
  'phone-note': office['phone-note'],
  hours: office.hours,
  office: office.office,
  postage: '料金別納',
  'stop-title': stopWords.stopTitle,
  stop: 'お電話で「案内を止めてほしい」とだけお伝えください。理由はおたずねしません。',
} as const;

/** Sealed with pressure: the inside may speak of the visit (CHI-8.9-1). */
const sealed: LetterTemplate = {
  name: 'recall-1',
  pages: 2,
  words: {
    ...words,
    seal: '親展',
    open: '右下の角から、ゆっくりはがしてお開きください。',
    title: '訪問支援のお申し込みについて',
    opening: [
      '先に郵便でお送りした妊娠後期の訪問支援のご案内はお読みいただけましたか。',
      'お申し込みがまだの方に、一度だけお知らせしています。行き違いのときはご容赦ください。',
    ],
    points: [
      '看護職がご自宅にうかがい、体調や気がかりなことをお聞きします(10分から15分ほど、無料)。',
      '訪問を受けた方には、こども商品券 1万円分をあとでお送りします。',
      'ご自宅にいらっしゃらないときは、オンラインや電話での面談もできます。',
    ],
    'how-title': 'お申し込み',
    how: [
      '先のご案内にある番号を使って、入力先のページからお申し込みください。',
      'ご案内が見当たらないときは、お電話ください。そのままお電話で承ります。',
    ],
    address: 'mimamori.example.lg.jp/q',
  },
  typst: pressedCard,
};

/** The open card: nothing on it tells anybody in the house what it is about, and it carries no code (CHI-8.9-1, design 2). */
const open: LetterTemplate = {
  name: 'recall-open-1',
  pages: 1,
  words: {
    ...words,
    title: 'お手続きのご案内',
    body: [
      '先に郵便でお送りしたご案内について、一度だけお知らせします。お手続きがお済みのときはご容赦ください。',
      'ご案内をご覧のうえお手続きください。ご案内が見当たらないときも、お電話で承ります。',
    ],
    stop: 'ご案内が不要なときは、お電話で「案内を止めてほしい」とだけお伝えください。理由はおたずねしません。',
  },
  typst: `
#import "/letter-frame.typ": *

#let sheet(it, words) = page(width: 100mm, height: 148mm, margin: 0mm, card-face(it, words, 1, 1, lower: {
  set text(size: 8.2pt)
  set par(leading: 0.65em, spacing: 0.8em, justify: false)
  heading(level: 1, text(size: 10.5pt, weight: "regular", words.title))
  v(1.5mm)
  for paragraph in words.body { par(paragraph) }
  par(words.stop)
  v(1fr)
  narrow-contact-box(words)
}))
`,
};

/** The recall card (DOC-04): sealed, or open where the sealed one cannot be made. */
export const recallTemplates: readonly LetterTemplate[] = [sealed, open];
