/**
 * The Typst source that sets any paper of the office (`src/programmes/paper.ts`): head, blocks, foot with page n / m.
 * It decides how things look and nothing that they say. Sizes follow what is read on paper by people of all ages.
 */
export const PAPER_FRAME = `
#let paper = json(bytes(sys.inputs.paper))
#let tryout = sys.inputs.tryout == "yes"
#let day = paper.date
#let thin = 0.5pt + luma(110)
#let shade = luma(236)
#let places = (left: left, right: right, center: center)

#set document(
  title: paper.title, author: paper.at("from", default: ()).join(" ", default: ""),
  date: datetime(year: int(day.slice(0, 4)), month: int(day.slice(5, 7)), day: int(day.slice(8, 10))),
)
#set text(font: ("BIZ UDGothic", "Noto Sans JP"), fallback: false, size: 10pt, lang: "ja", region: "JP")
#set par(leading: 0.65em, spacing: 0.9em)
#set page(
  paper: "a4", flipped: paper.at("wide", default: false),
  margin: (x: 18mm, top: 17mm, bottom: 18mm),
  background: if tryout { rotate(-30deg, text(size: 110pt, fill: luma(246))[見本]) },
  header: if tryout { align(right, text(size: 8pt)[見本(試用の環境で作成)]) },
  footer: context {
    set text(size: 7.5pt, fill: luma(60))
    let told = (paper.template, paper.at("edition", default: none), paper.at("proof", default: none))
    grid(
      columns: (1fr, auto), stroke: (top: 0.3pt + luma(150)), inset: (top: 1.5mm),
      told.filter(it => it != none).join("　"),
      [#counter(page).display() / #counter(page).final().first()],
    )
  },
)
#show heading.where(level: 1): it => align(center, text(size: 15pt, tracking: 0.12em, weight: "regular", it.body))
#show heading.where(level: 2): it => block(
  above: 5mm, below: 2.4mm, sticky: true,
  text(size: 11pt, weight: "regular", [■ #it.body]),
)

#let fields(rows) = table(
  columns: (auto, 1fr), stroke: thin, inset: (x: 2.2mm, y: 1.7mm), align: (left + horizon, left + horizon),
  ..rows.map(row => (table.cell(fill: shade, row.at(0)), row.at(1))).flatten(),
)
// A row is cut between two pages only where its words could fill a page by themselves.
#let cell(value, column, fill: none, tall: none) = if type(value) == str {
  table.cell(
    align: places.at(column.at("align", default: "left")) + horizon, fill: fill, breakable: value.len() > 2400,
    if value == "" and tall != none { block(height: tall * 1mm) } else { value },
  )
} else {
  let strong = value.at("strong", default: false)
  table.cell(
    align: places.at(column.at("align", default: "left")) + if "down" in value { top } else { horizon },
    colspan: value.at("span", default: 1), rowspan: value.at("down", default: 1), breakable: "down" not in value,
    fill: if strong { shade } else { fill }, value.text,
  )
}
#let cells(rows, columns, fill: none, tall: none) = {
  // Rows under a cell that runs down leave their first cell out.
  let under = 0
  let out = ()
  for row in rows {
    let at = 0
    for value in row {
      if at > 0 or under == 0 { out.push(cell(value, columns.at(at), fill: fill, tall: tall)) }
      at += if type(value) == str { 1 } else { value.at("span", default: 1) }
    }
    let down = if type(row.at(0)) == str { 0 } else { row.at(0).at("down", default: 0) }
    under = if down > 0 { down - 1 } else { calc.max(0, under - 1) }
  }
  out
}
#let listing(it) = {
  set text(size: if it.at("dense", default: false) { 8pt } else { 9.2pt })
  let columns = it.columns
  let totals = it.at("totals", default: ())
  // A foot is never cut: with the last row in it no total stands alone on a page.
  let last = if totals.len() == 0 or it.rows.len() == 0 { it.rows.len() } else { it.rows.len() - 1 }
  let tall = it.at("tall", default: none)
  if it.name != "" { block(above: 3mm, below: 1.6mm, sticky: true, text(size: 9.2pt, it.name)) }
  table(
    columns: columns.map(column => if column.width == "rest" { 1fr } else { column.width * 1mm }),
    stroke: thin, inset: if it.at("dense", default: false) { (x: 1.2mm, y: 1.25mm) } else { (x: 1.6mm, y: 1.5mm) },
    table.header(..columns.map(column => table.cell(fill: shade, align: center + horizon, column.head))),
    ..cells(it.rows.slice(0, last), columns, tall: tall),
    ..if it.rows.len() == 0 { (table.cell(colspan: columns.len(), align: center)[該当なし],) },
    ..if totals.len() > 0 {
      (table.footer(
        repeat: false,
        ..cells(it.rows.slice(last), columns, tall: tall),
        ..cells(totals, columns, fill: shade),
      ),)
    },
  )
}
#let bars(it) = {
  // With plans every bar is a share of its own plan, without them a share of the longest.
  let most = calc.max(1, ..it.rows.map(row => row.value))
  let ahead = calc.max(1, ..it.rows.map(row => row.value / row.at("plan", default: calc.max(1, row.value))))
  let share(row) = calc.max(0, row.value) / if "plan" in row { calc.max(1, row.plan) * ahead } else { most } * 100%
  set text(size: 7.8pt)
  block(above: 2mm, below: 1.4mm, sticky: true, it.name + "(" + it.unit + ")")
  table(
    columns: (auto, 1fr, auto), stroke: none, inset: (x: 1mm, y: 0.25mm),
    align: (left + horizon, left + horizon, right + horizon),
    ..it.rows.map(row => (
      row.label,
      box(width: 100%, height: 2.6mm, {
        if "plan" in row { place(left + horizon, rect(width: 100% / ahead, height: 2.6mm, fill: luma(225))) }
        place(left + horizon, rect(width: share(row), height: if "plan" in row { 1.4mm } else { 2.6mm }, fill: rgb("#2f5d8a")))
      }),
      str(row.value) + if "plan" in row { " / " + str(row.plan) },
    )).flatten(),
  )
}
#let signatures(boxes) = block(breakable: false, above: 6mm, table(
  columns: boxes.map(it => 1fr), stroke: thin, inset: 1.8mm,
  ..boxes.map(it => table.cell(fill: shade, align: center, it)),
  ..boxes.map(it => table.cell(inset: (x: 2mm, y: 2.5mm))[#v(9mm) 氏名 #h(1fr) 印 #v(1.5mm) #align(right)[年　　月　　日　　　時　　分]]),
))
#let put(it) = {
  if it.kind == "heading" { heading(level: 2, it.text) }
  else if it.kind == "text" {
    set text(size: if it.at("small", default: false) { 8.4pt } else { 10pt })
    align(places.at(it.at("align", default: "left")), par(justify: it.at("align", default: none) == none, it.text))
  }
  else if it.kind == "fields" { fields(it.rows) }
  else if it.kind == "amount" {
    block(above: 5mm, below: 5mm, width: 100%, stroke: (bottom: 1pt), inset: (bottom: 2.5mm), grid(
      columns: (auto, 1fr), align: (left + bottom, right + bottom),
      text(size: 12pt, it.label), text(size: 18pt, it.text),
    ))
  }
  else if it.kind == "table" { listing(it) }
  else if it.kind == "bars" { bars(it) }
  else if it.kind == "signatures" { signatures(it.boxes) }
  else if it.kind == "beside" {
    grid(
      columns: (1fr, 1fr), column-gutter: 6mm,
      for one in it.left { put(one) },
      for one in it.right { put(one) },
    )
  }
  else if it.kind == "cut" {
    block(above: 5mm, below: 4mm, width: 100%, grid(
      columns: (1fr, auto, 1fr), column-gutter: 2mm, align: horizon,
      line(length: 100%, stroke: (thickness: 0.5pt, dash: "dashed")), text(size: 8pt, it.text), line(length: 100%, stroke: (thickness: 0.5pt, dash: "dashed")),
    ))
  }
  else if it.kind == "new-page" { pagebreak() }
}

#grid(columns: (1fr, auto), paper.at("form", default: ""), paper.dated)
#if "to" in paper { block(above: 5mm, below: 3mm, text(size: 11.5pt, paper.to)) }
#if "from" in paper { align(right, block(width: 92mm, align(left, paper.from.join(linebreak())))) }
#block(above: 6mm, below: 5mm, width: 100%, heading(level: 1, paper.title))
#if paper.about.len() > 0 { fields(paper.about) }
#for it in paper.blocks { put(it) }
`;
