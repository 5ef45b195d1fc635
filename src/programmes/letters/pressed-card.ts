/**
 * The Typst source of a card that is sealed with pressure (圧着): printed on both sides of 200 × 148 mm and folded, the
 * message inside. Words: `from`, `seal`, `open` and what `card-face` wants outside; `title`, `opening`, `points`,
 * `how-title`, `how`, `stop-title`, `stop` and the contact box inside; `address` where a page on the net is told, and
 * `number` where the letter carries an enquiry number.
 */
export const pressedCard = `
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
        points(words.points)
      }),
      half({
        section(words.how-title)
        steps(words.how)
        if "address" in words { block(above: 4mm, below: 4mm, [入力先#h(1em)#words.address]) }
        if "number" in it and it.number != none { block(above: 4mm, below: 3mm, [#words.number#h(1em)#text(size: 12pt, tracking: 0.04em, it.number)]) }
        narrow-contact-box(words)
        v(2.4mm, weak: true)
        quiet-box(words.stop-title, words.stop, size: 8.5pt)
        v(1fr)
        foot(it, 2, 2, width: 36mm, size: 6.5pt)
      }),
    )
  })
}
`;
