import type { LetterTemplate } from '../../programme.ts';
import { office, stopWords } from './office.ts';

/** Her package waits until she can receive mail in Japan, and until when she may say so (CHI-8.8-8 to 8.8-10, DOC-20). */
export const overseasTemplate: LetterTemplate = {
  name: 'overseas-1',
  pages: 1,
  words: {
    from: office.from,
    office: office.office,
    phone: office.phone,
    'phone-note': office['phone-note'],
    hours: office.hours,
    languages: office.languages,
    title: 'お送りする品をお預かりしています',
    body: [
      '訪問支援のあとにお送りする育児パッケージ(こども商品券 1万円分)は、海外にいらっしゃる間、こちらでお預かりしています。',
    ],
    'until-title': 'ご連絡の期限',
    until:
      'この日までに、日本国内で郵便を受け取れるようになったことをお知らせください。この日を過ぎると、お送りすることができません。',
    'how-title': 'ご連絡のしかた',
    how: [
      '日本国内で受け取れるようになったら、ご本人からお電話ください。お名前・生年月日・住民登録のある住所をおたずねします。',
      'ご家族など、ご本人以外の方からのご連絡ではお送りできません。',
      'お送り先は日本国内に限ります。宛名はご本人のお名前になります。',
    ],
    'stop-title': stopWords.stopTitle,
    stop: stopWords.stop,
  },
  typst: `
#import "/letter-frame.typ": *

#let sheet(it, words) = window-sheet(it, from: words.from, {
  set text(size: 11pt)
  title(words.title)
  v(5mm)
  for paragraph in words.body { par(paragraph) }
  section(words.until-title)
  block(width: 100%, stroke: 0.8pt + ink, inset: 5mm, radius: 1mm, {
    align(center, text(size: 16pt)[#it.until まで])
    v(2mm)
    words.until
  })
  section(words.how-title)
  points(words.how)
  v(1fr)
  contact-box(words)
  v(2.4mm, weak: true)
  quiet-box(words.stop-title, words.stop)
  languages(words)
})
`,
};
