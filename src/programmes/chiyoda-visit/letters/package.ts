import type { LetterTemplate } from '../../programme.ts';
import { office, stopWords } from './office.ts';

const typst = `
#import "/letter-frame.typ": *

#let sheet(it, words) = window-sheet(it, from: words.from, {
  set text(size: 11pt)
  title(words.title)
  v(5mm)
  for paragraph in words.body { par(paragraph) }
  section(words.inside-title)
  points(words.inside)
  if words.next.len() > 0 {
    section(words.next-title)
    points(words.next)
  }
  v(1fr)
  contact-box(words)
  if words.stop != "" {
    v(2.4mm, weak: true)
    quiet-box(words.stop-title, words.stop)
  }
  languages(words)
})
`;

const words = {
  from: office.from,
  office: office.office,
  phone: office.phone,
  'phone-note': office['phone-note'],
  hours: office.hours,
  languages: office.languages,
  'inside-title': '同封のもの',
  'stop-title': stopWords.stopTitle,
  stop: stopWords.stop,
} as const;

const CHECK = '数が合わない、汚れているなど、お気づきのことがあれば、使わずにお電話ください。';

/**
 * The letter in a package, in three versions: as a rule, after a birth, and after a loss, where nothing speaks of a baby
 * (design 4). Their names say nothing of that either, because they stand on the sheet.
 */
export const packageTemplates: readonly LetterTemplate[] = [
  {
    name: 'package-1',
    pages: 1,
    typst,
    words: {
      ...words,
      title: '育児パッケージをお送りします',
      body: [
        '先日は訪問支援でお話を聞かせていただき、ありがとうございました。お約束していた育児パッケージをお送りします。',
      ],
      inside: ['こども商品券 1万円分', CHECK],
      'next-title': 'これからのこと',
      next: [
        '体調や気がかりなことがあれば、いつでもお電話ください。区の相談窓口におつなぎします。',
        '出血、破水、強い痛み、胎動が少ないなど、いつもと違うと感じたときは、ためらわずにかかりつけの病院へお電話ください。',
      ],
    },
  },
  {
    name: 'package-b-1',
    pages: 1,
    typst,
    words: {
      ...words,
      title: '育児パッケージをお送りします',
      body: [
        '先日は訪問支援でお話を聞かせていただき、ありがとうございました。お約束していた育児パッケージをお送りします。',
        '慣れない毎日で、お疲れのことと思います。どうぞ無理をなさらず、休めるときに休んでください。',
      ],
      inside: ['こども商品券 1万円分', CHECK],
      'next-title': 'これからのこと',
      next: [
        '眠れない、気持ちが沈む、だれかに話を聞いてほしい。そのようなときは、いつでもお電話ください。区の相談窓口におつなぎします。',
      ],
    },
  },
  {
    name: 'package-c-1',
    pages: 1,
    typst,
    words: {
      ...words,
      title: 'お届けもの',
      body: [
        '先日はお話を聞かせていただき、ありがとうございました。お申し出のとおり、お約束していた品をお送りします。',
        'お受け取りになるかどうか、お気持ちが変わったときは、そのままお電話ください。お返しの手続きはこちらでいたします。',
        'おつらいなかでのお手紙になりましたこと、どうかお許しください。返事やお礼はいりません。',
      ],
      'inside-title': '同封のもの',
      inside: ['商品券 1万円分'],
      'next-title': 'お話しになりたいとき',
      next: [
        'いつでも、どんなことでもお聞きします。お話しになりたくないときは、そのままになさってください。',
        '同じ思いをされた方の集まりや、専門の相談窓口をご案内することもできます。',
      ],
      stop: '',
    },
  },
];
