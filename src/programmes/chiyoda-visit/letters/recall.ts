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

/** Sealed with pressure (圧着): printed on both sides of 200 × 148 mm and folded; the inside may speak of the visit. */
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
    visit: [
      '看護職がご自宅にうかがい、体調や気がかりなことをお聞きします(10分から15分ほど、無料)。',
      '訪問を受けた方には、こども商品券 1万円分をあとでお送りします。',
      'ご自宅にいらっしゃらないときは、オンラインや電話での面談もできます。',
    ],
    'apply-title': 'お申し込み',
    apply: [
      '先のご案内にある番号を使って、入力先のページからお申し込みください。',
      'ご案内が見当たらないときは、お電話ください。そのままお電話で承ります。',
    ],
    address: 'mimamori.example.lg.jp/q',
  },
  typst: `
#import "/letter-frame.typ": *

#let half(body) = block(width: 100mm, height: 148mm, inset: (x: 10mm, y: 10mm), body)

#let sheet(it, words) = {
  page(width: 200mm, height: 148mm, margin: 0mm, grid(
    columns: (100mm, 100mm),
    half({
      v(1fr)
      align(center, {
        text(size: 22pt, tracking: 0.5em, words.seal)
        v(6mm)
        text(size: 9.5pt, words.open)
      })
      v(1fr)
      align(center, text(size: 9pt, words.from.join(h(0.6em))))
    }),
    card-face(it, words, 1, 2),
  ))
  page(width: 200mm, height: 148mm, margin: 0mm, {
    set text(size: 9.5pt)
    set par(leading: 0.75em, spacing: 0.9em)
    grid(
      columns: (100mm, 100mm),
      half({
        align(center, heading(level: 1, text(size: 13pt, weight: "regular", words.title)))
        v(3mm)
        [#it.name#h(0.6em)様]
        v(1mm)
        for paragraph in words.opening { par(paragraph) }
        v(2mm)
        points(words.visit)
      }),
      half({
        section(words.apply-title)
        steps(words.apply)
        block(above: 4mm, below: 4mm, [入力先#h(1em)#words.address])
        narrow-contact-box(words)
        v(2.4mm, weak: true)
        quiet-box(words.stop-title, words.stop, size: 8.5pt)
        v(1fr)
        foot(it, 2, 2, width: 36mm, size: 6.5pt)
      }),
    )
  })
}
`,
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
