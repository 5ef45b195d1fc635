import type { Sheet, SheetCell, Workbook } from '../programmes/workbook.ts';

/** One file inside the package of a workbook (ECMA-376, part 1 and 2). */
export type WorkbookPart = { readonly name: string; readonly xml: string };

/** Looks in the order of `cellXfs` in the styles below. */
const LOOKS = [
  'plain',
  'title',
  'head',
  'text',
  'number',
  'total',
  'total-number',
  'open',
  'note',
  'percent',
  'dash',
] as const;
type Look = (typeof LOOKS)[number];

/** Every part of the package, in a fixed order: the same workbook gives the same parts. */
export function workbookParts(book: Workbook, tryout: boolean): readonly WorkbookPart[] {
  return [
    { name: '[Content_Types].xml', xml: contentTypes(book) },
    { name: '_rels/.rels', xml: rootRelations() },
    { name: 'docProps/core.xml', xml: coreProperties(book) },
    { name: 'xl/workbook.xml', xml: workbookXml(book) },
    { name: 'xl/_rels/workbook.xml.rels', xml: workbookRelations(book) },
    { name: 'xl/styles.xml', xml: styles() },
    ...book.sheets.map((sheet, at) => ({
      name: `xl/worksheets/sheet${at + 1}.xml`,
      xml: sheetXml(sheet, book, tryout),
    })),
  ];
}

/** A1, AB12: column and row counted from 0. */
export function cellName(column: number, row: number): string {
  return `${columnName(column)}${row + 1}`;
}

function columnName(column: number): string {
  const letter = String.fromCharCode(65 + (column % 26));
  return column < 26 ? letter : `${columnName(Math.floor(column / 26) - 1)}${letter}`;
}

function sheetXml(sheet: Sheet, book: Workbook, tryout: boolean): string {
  const rows = sheet.rows
    .map(
      (row, at) =>
        `<row r="${at + 1}" ht="${15 * linesOf(row, sheet.widths)}" customHeight="1">${row.map((cell, column) => cellXml(cell, column, at)).join('')}</row>`,
    )
    .join('');
  const widths = sheet.widths
    .map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`)
    .join('');
  // The blank behind each size code keeps a figure from being read as part of it.
  const foot = `&amp;L&amp;8 ${escape(`${book.template} ${book.edition} ${book.proof}`)}&amp;R&amp;8 &amp;P / &amp;N`;
  return `${XML}<worksheet xmlns="${MAIN}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><dimension ref="A1:${lastCell(sheet)}"/><sheetViews><sheetView workbookViewId="0"><pane ySplit="${sheet.head}" topLeftCell="A${sheet.head + 1}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetFormatPr defaultRowHeight="15"/><cols>${widths}</cols><sheetData>${rows}</sheetData><sheetProtection sheet="1" objects="1" scenarios="1" formatColumns="0" formatRows="0"/><printOptions horizontalCentered="1"/><pageMargins left="0.5" right="0.5" top="0.7" bottom="0.7" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="${sheet.wide ? 'landscape' : 'portrait'}" fitToWidth="1" fitToHeight="0"/><headerFooter>${tryout ? '<oddHeader>&amp;R見本</oddHeader>' : ''}<oddFooter>${foot}</oddFooter></headerFooter></worksheet>`;
}

/** How many lines the fullest cell of a row needs: programs do not find it out by themselves when they open a file. */
function linesOf(row: Sheet['rows'][number], widths: readonly number[]): number {
  const needed = row.map((cell, at) => {
    if (!cell || !('text' in cell) || cell.look === 'title' || cell.look === 'note') return 1;
    const room = Math.max(1, (widths[at] ?? 10) - 1);
    return cell.text.split('\n').reduce((sum, line) => sum + Math.max(1, Math.ceil(wide(line) / room)), 0);
  });
  return Math.max(1, ...needed);
}

/** Width in half-width characters, as columns are measured. */
function wide(line: string): number {
  return Array.from(line).reduce((sum, character) => sum + (character <= '\u{ff}' ? 1.1 : 2.1), 0);
}

function cellXml(cell: SheetCell | null, column: number, row: number): string {
  const at = cellName(column, row);
  if (cell === null) return '';
  if ('open' in cell) return `<c r="${at}" s="${style('open')}"/>`;
  if ('text' in cell) {
    return `<c r="${at}" s="${style(cell.look ?? 'text')}" t="inlineStr"><is><t xml:space="preserve">${escape(cell.text)}</t></is></c>`;
  }
  if ('number' in cell) {
    const look = cell.look === 'total' ? 'total-number' : (cell.look ?? 'number');
    return `<c r="${at}" s="${style(look)}"><v>${cell.number}</v></c>`;
  }
  const { way, from, to } = cell.over;
  const range =
    way === 'down'
      ? `${cellName(column, from - 1)}:${cellName(column, to - 1)}`
      : `${cellName(from - 1, row)}:${cellName(to - 1, row)}`;
  const look = cell.look === 'total' ? 'total-number' : 'number';
  return `<c r="${at}" s="${style(look)}"><f>SUM(${range})</f><v>${cell.sum}</v></c>`;
}

function style(look: Look): number {
  return LOOKS.indexOf(look);
}

function lastCell({ rows, widths }: Sheet): string {
  return cellName(
    Math.max(widths.length, ...rows.map((row) => row.length)) - 1,
    Math.max(rows.length, 1) - 1,
  );
}

function workbookXml({ sheets }: Workbook): string {
  const listed = sheets
    .map(({ name }, at) => `<sheet name="${escape(name)}" sheetId="${at + 1}" r:id="rId${at + 1}"/>`)
    .join('');
  const names = sheets
    .map((sheet, at) => {
      const whole = lastCell(sheet).replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2');
      return `<definedName name="_xlnm.Print_Area" localSheetId="${at}">${quoted(sheet)}!$A$1:${whole}</definedName><definedName name="_xlnm.Print_Titles" localSheetId="${at}">${quoted(sheet)}!$1:$${sheet.head}</definedName>`;
    })
    .join('');
  return `${XML}<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><workbookProtection lockStructure="1"/><bookViews><workbookView/></bookViews><sheets>${listed}</sheets><definedNames>${names}</definedNames></workbook>`;
}

function quoted({ name }: Sheet): string {
  return `'${escape(name.replaceAll("'", "''"))}'`;
}

function workbookRelations({ sheets }: Workbook): string {
  const listed = sheets
    .map(
      (_, at) =>
        `<Relationship Id="rId${at + 1}" Type="${RELATIONS}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
    )
    .join('');
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships">${listed}<Relationship Id="rId${sheets.length + 1}" Type="${RELATIONS}/styles" Target="styles.xml"/></Relationships>`;
}

function contentTypes({ sheets }: Workbook): string {
  const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  const listed = sheets
    .map(
      (_, at) =>
        `<Override PartName="/xl/worksheets/sheet${at + 1}.xml" ContentType="${type}.worksheet+xml"/>`,
    )
    .join('');
  return `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/>${listed}<Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`;
}

function rootRelations(): string {
  return `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${RELATIONS}/officeDocument" Target="xl/workbook.xml"/><Relationship Id="rId2" Type="${PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/></Relationships>`;
}

function coreProperties({ title, date }: Workbook): string {
  const moment = `${date}T00:00:00Z`;
  return `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escape(title)}</dc:title><dcterms:created xsi:type="dcterms:W3CDTF">${moment}</dcterms:created><dcterms:modified xsi:type="dcterms:W3CDTF">${moment}</dcterms:modified></cp:coreProperties>`;
}

/** One style a look, in the order of `LOOKS`. Everything is locked but `open`. */
function styles(): string {
  const font = (more: string, size = 10) =>
    `<font>${more}<sz val="${size}"/><name val="BIZ UDゴシック"/><family val="3"/><charset val="128"/></font>`;
  const fill = (colour: string) =>
    `<fill><patternFill patternType="solid"><fgColor rgb="FF${colour}"/><bgColor indexed="64"/></patternFill></fill>`;
  const edge = (side: string) => `<${side} style="thin"><color rgb="FF808080"/></${side}>`;
  const xf = (of: {
    format?: number;
    font?: number;
    fill?: number;
    border?: number;
    align?: string;
    open?: true;
  }) =>
    `<xf numFmtId="${of.format ?? 0}" fontId="${of.font ?? 0}" fillId="${of.fill ?? 0}" borderId="${of.border ?? 1}" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1" applyAlignment="1" applyProtection="1"><alignment vertical="center" ${of.align ?? ''}/><protection locked="${of.open ? 0 : 1}"/></xf>`;
  const cells = [
    xf({ border: 0 }),
    xf({ font: 2, border: 0 }),
    xf({ font: 1, fill: 2, align: 'horizontal="center" wrapText="1"' }),
    xf({ align: 'wrapText="1"' }),
    xf({ format: 164 }),
    xf({ font: 1, fill: 2 }),
    xf({ format: 164, font: 1, fill: 2 }),
    xf({ fill: 3, open: true, align: 'wrapText="1"' }),
    xf({ border: 0, align: 'wrapText="0"' }),
    xf({ format: 9 }),
    xf({ align: 'horizontal="right"' }),
  ];
  return `${XML}<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="#,##0;&quot;△&quot;#,##0"/></numFmts><fonts count="3">${font('')}${font('<b/>')}${font('<b/>', 14)}</fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>${fill('E7E7E7')}${fill('FFF8DC')}</fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border>${edge('left')}${edge('right')}${edge('top')}${edge('bottom')}<diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${cells.length}">${cells.join('')}</cellXfs><cellStyles count="1"><cellStyle name="標準" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

/** Text for XML 1.0. Control characters cannot stand in it at all; intake lets none in, and none goes out. */
function escape(text: string): string {
  return text
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
