import type { LetterText } from '../../programme.ts';

/**
 * The first notice (CHI-8.1-4), one A4 page a woman. What the envelope's window shows says nothing of pregnancy.
 * Wording waits for the ward's approval (CHI-8.15-1): until then it is a try-out text.
 */
export const noticeTemplate: LetterText = {
  name: 'notice-1',
  sender: '見守り訪問事務局(見本)',
  address: 'https://mimamori.example.lg.jp/q(見本)',
  body: [
    'このたび、ご自宅に看護職がうかがい、体調や気がかりなことをお聞きする訪問支援のご案内をお送りします。',
    '訪問は10分から15分ほどです。お手続きの番号を使って、ご希望の日時をお選びください。お電話でもお申し込みいただけます。',
    'ご案内が不要なとき、事情が変わったときは、お電話でお知らせください。すぐに連絡を止めます。',
  ],
  typst: `
#let letters = json(bytes(sys.inputs.letters))
#set document(title: "妊娠後期訪問支援事業のご案内", date: datetime(year: int(sys.inputs.day.slice(0, 4)), month: int(sys.inputs.day.slice(5, 7)), day: int(sys.inputs.day.slice(8, 10))))
#set page(paper: "a4", margin: (x: 20mm, top: 14mm, bottom: 18mm))
#set text(font: ("BIZ UDGothic", "Noto Sans JP"), fallback: false, size: 10.5pt, lang: "ja", region: "JP")
#set par(leading: 0.9em, justify: true)
#for (index, letter) in letters.enumerate() {
  if index > 0 { pagebreak() }
  // Window: 20 mm from the left, 12 to 57 mm from the top, 90 mm wide.
  block(height: 45mm, width: 90mm)[
    〒#letter.postcode \\
    #for line in letter.lines [#line \\ ]
    #v(2mm)
    #text(size: 13pt)[#letter.name 様]
  ]
  align(right)[#letter.date \\ #letter.sender]
  v(4mm)
  heading(level: 1, outlined: true)[ご案内]
  v(2mm)
  for paragraph in letter.body { par(paragraph) }
  v(4mm)
  if letter.code != none {
    block(stroke: 0.6pt, inset: 4mm, width: 100%)[
      お手続きの番号 #h(1em) #text(size: 14pt, tracking: 0.06em)[#letter.code] \\
      #letter.address
    ]
  }
  v(1fr)
  text(size: 8pt)[#letter.token #h(1fr) #letter.template #h(1em) 1 / 1]
}
`,
};
