import { CUSTOMER_BARCODE_SIZE } from './letter-marks.ts';
import { ALWAYS_SEEN, EVER_SEEN } from './window-envelope.ts';

const mm = (value: number) => `${Math.round(value * 100) / 100}mm`;
const barcode = { width: mm(CUSTOMER_BARCODE_SIZE.width), height: mm(CUSTOMER_BARCODE_SIZE.height) };
const seen = {
  width: mm(ALWAYS_SEEN.right - ALWAYS_SEEN.left),
  height: mm(ALWAYS_SEEN.bottom - ALWAYS_SEEN.top),
};

/** The message with which the frame gives up when a letter's address does not fit its place at the smallest size. */
export const ADDRESS_TOO_LONG = 'address-too-long';

/**
 * What every template of letters may use, as a Typst file: the address in its place, the foot with the token in writing
 * and in bars, and the boxes. A sheet for the window envelope starts with `window-sheet`; the place of the address is
 * that of `window-envelope.ts`.
 */
export const LETTER_FRAME = `
#let ink = rgb("#1a1a1a")
#let pale = rgb("#f1f3f5")
#let line-grey = rgb("#8a8f94")

#let picture(source, alt, ..size) = image(bytes(source), format: "svg", alt: alt, ..size)

// The first of these sizes at which the body fits; a letter that fits at none is not printed.
#let fitting(width, height, sizes, body) = context {
  for size in sizes {
    let set-body = block(width: width, body(size))
    if measure(set-body).height <= height { return set-body }
  }
  panic("${ADDRESS_TOO_LONG}")
}

#let customer-barcode(it) = if it.barcode != none {
  picture(it.barcode, "カスタマバーコード", width: ${barcode.width}, height: ${barcode.height})
}

// Postcode, the lines as the ward wrote them, her name; the barcode has its own strip below.
#let address(it, width: ${seen.width}, height: ${seen.height}, sizes: (10pt, 9pt, 8.5pt, 8pt, 7.5pt, 7pt, 6.5pt)) = {
  let strip = if it.barcode == none { 0mm } else { ${barcode.height} + 3mm }
  block(width: width, height: height, inset: 1mm, {
    fitting(width - 2mm, height - 2mm - strip, sizes, size => {
      set text(size: size)
      set par(leading: 0.5em, spacing: 0.5em, justify: false)
      if it.postcode != "" { block(below: 0.6em)[〒#it.postcode] }
      block(above: 0.6em, below: 0.8em, it.lines.join(linebreak()))
      block(above: 0.8em, text(size: size * 1.2)[#it.name#h(0.6em)様])
    })
    if it.barcode != none { place(bottom + left, dx: 1.3mm, dy: -1mm, customer-barcode(it)) }
  })
}

#let sample-mark(it) = if it.sample {
  box(stroke: 0.8pt + ink, inset: (x: 2.5mm, y: 1mm), text(size: 11pt, tracking: 0.3em)[見本])
}

// The foot of every sheet: the token in bars and in writing, the version of the text, and which page of how many.
#let foot(it, page, pages, width: 42mm, size: 7.5pt) = {
  set text(size: size, fill: ink)
  grid(
    columns: (width, 1fr, auto),
    align: (left + bottom, left + bottom, right + bottom),
    column-gutter: 3mm,
    if it.token-bars != none { picture(it.token-bars, "郵便物の記号 " + it.token, width: width) },
    text(tracking: 0.06em, it.token),
    [#it.template#h(1.2em)#page / #pages],
  )
}

#let window-sheet(it, date: none, from: (), body) = page(
  paper: "a4",
  margin: (left: ${mm(ALWAYS_SEEN.left)}, right: 20mm, top: ${mm(ALWAYS_SEEN.top)}, bottom: 24mm),
  footer: foot(it, 1, 1),
  footer-descent: 7mm,
  {
    place(top + left, address(it))
    place(top + right, {
      set align(right)
      set par(leading: 0.7em)
      if it.sample { sample-mark(it); v(2mm) }
      text(size: 9.5pt, (it.date, ..from).join(linebreak()))
    })
    v(${mm(EVER_SEEN.bottom - ALWAYS_SEEN.top + 6)})
    pad(left: 2mm, body)
  },
)

// A card of 100 × 148 mm: the postcode above, her address and name, who writes at the foot of the upper half.
#let card-face(it, words, page, pages, lower: none) = block(width: 100mm, height: 148mm, {
  place(top + center, dy: 7mm, text(size: 9pt, tracking: 0.5em)[郵便はがき])
  place(top + left, dx: 9mm, dy: 8mm, box(width: 20mm, height: 24mm, stroke: 0.5pt + line-grey, align(center + horizon, text(size: 7.5pt, par(leading: 0.6em, words.postage)))))
  if it.sample { place(top + right, dx: -9mm, dy: 8mm, sample-mark(it)) }
  place(top + left, dx: 14mm, dy: 37mm, address(it, width: 72mm, height: 34mm, sizes: (11pt, 10pt, 9pt, 8.5pt, 8pt, 7.5pt, 7pt)))
  if lower == none {
    place(bottom + left, dx: 14mm, dy: -17mm, block(width: 76mm, {
      set par(leading: 0.6em, spacing: 0.6em, justify: false)
      set text(size: 8.5pt)
      words.from.join(h(0.6em))
      linebreak()
      [電話 #words.phone #words.phone-note]
    }))
  } else {
    place(top + left, dx: 8mm, dy: 74mm, line(length: 84mm, stroke: 0.5pt + line-grey))
    place(top + left, dx: 8mm, dy: 77.5mm, block(width: 84mm, height: 56mm, lower))
  }
  place(bottom + left, dx: 8mm, dy: -6mm, block(width: 84mm, foot(it, page, pages, width: 36mm, size: 6.5pt)))
})

#let title(body) = {
  set align(center)
  heading(level: 1, text(size: 16pt, weight: "regular", tracking: 0.06em, body))
}

#let section(body) = block(above: 6mm, below: 3mm, {
  heading(level: 2, grid(
    columns: (1.6mm, 1fr),
    column-gutter: 2.2mm,
    rect(width: 1.6mm, height: 4.4mm, fill: ink, stroke: none),
    align(horizon, text(size: 11.5pt, weight: "regular", body)),
  ))
})

#let steps(items) = {
  for (index, item) in items.enumerate() {
    block(above: 3.2mm, below: 3.2mm, grid(
      columns: (5.2mm, 1fr),
      column-gutter: 2.6mm,
      circle(radius: 2.5mm, stroke: 0.7pt + ink, inset: 0mm, align(center + horizon, text(size: 9pt, str(index + 1)))),
      pad(top: 0.7mm, item),
    ))
  }
}

#let points(items) = for item in items {
  block(above: 3.2mm, below: 3.2mm, grid(columns: (4.5mm, 1fr), [・], item))
}

#let contact-box(words) = block(width: 100%, stroke: 0.8pt + ink, inset: (x: 5mm, y: 4mm), radius: 1mm, {
  set par(leading: 0.75em, spacing: 0.8em, justify: false)
  grid(
    columns: (auto, 1fr),
    align: horizon,
    column-gutter: 6mm,
    row-gutter: 2.4mm,
    text(size: 9pt)[お問い合わせ], text(size: 10.5pt, words.office),
    text(size: 9pt)[電話], [#text(size: 15pt, tracking: 0.04em, words.phone)#h(0.8em)#text(size: 9pt, words.phone-note)],
    text(size: 9pt)[受付時間], text(size: 9.5pt, words.hours),
  )
})

// The same in the width of a card.
#let narrow-contact-box(words) = block(width: 100%, stroke: 0.7pt + ink, inset: (x: 4mm, y: 3mm), radius: 1mm, {
  set par(leading: 0.65em, spacing: 0.65em, justify: false)
  text(size: 9pt, words.from.join(h(0.6em)))
  parbreak()
  [#text(size: 13pt, tracking: 0.03em, words.phone)#h(0.6em)#text(size: 8pt, words.phone-note)]
  parbreak()
  text(size: 7.5pt, words.hours)
})

#let quiet-box(heading, body, size: 10pt) = block(width: 100%, fill: pale, inset: (x: 4mm, y: 3.4mm), radius: 1mm, {
  set par(leading: 0.75em, justify: false)
  block(below: 2.2mm, text(size: size, heading))
  text(size: size * 0.95, body)
})

#let languages(words) = block(above: 3.4mm, text(size: 8.5pt, fill: ink, words.languages))

#let code-box(it, words) = if it.code != none {
  block(width: 100%, stroke: 0.8pt + ink, inset: 4mm, radius: 1mm, grid(
    columns: (31mm, 1fr),
    column-gutter: 7mm,
    align: (center + horizon, left + horizon),
    pad(1mm, picture(it.qr, words.qr-alt, width: 29mm, height: 29mm)),
    {
      set par(leading: 0.7em, spacing: 0.7em, justify: false)
      grid(
        columns: (auto, 1fr),
        align: horizon,
        column-gutter: 4mm,
        row-gutter: 3.4mm,
        text(size: 9pt)[入力先], text(size: 11pt, words.address),
        text(size: 9pt)[番号], text(size: 16pt, tracking: 0.02em, it.code),
      )
      v(3.6mm, weak: true)
      text(size: 9pt, words.code-how)
    },
  ))
}
`;
