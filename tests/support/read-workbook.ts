import { inflateRawSync } from 'node:zlib';

/** A cell as another program would read it: what it shows, the formula behind it, whether its style is locked. */
export type ReadCell = { readonly value: string; readonly formula?: string; readonly locked: boolean };

export type ReadSheet = {
  readonly name: string;
  readonly xml: string;
  readonly cells: ReadonlyMap<string, ReadCell>;
};

/** Opens a workbook by the format alone (ZIP directory, OOXML): it shares no code with what wrote it. */
export function readWorkbook(bytes: Uint8Array): readonly ReadSheet[] {
  const files = unzip(Buffer.from(bytes));
  const part = (name: string) => {
    const found = files.get(name);
    if (found === undefined) throw new Error(`No part ${name}`);
    return found;
  };
  const locked = [
    ...part('xl/styles.xml').matchAll(/<xf [^>]*applyProtection[^>]*>.*?locked="(\d)".*?<\/xf>/g),
  ].map(([, word]) => word === '1');
  return [...part('xl/workbook.xml').matchAll(/<sheet name="([^"]*)" sheetId="(\d+)"/g)].map(
    ([, name = '', id]) => {
      const xml = part(`xl/worksheets/sheet${id}.xml`);
      const cells = [...xml.matchAll(/<c r="([A-Z]+\d+)" s="(\d+)"[^>]*?(?:\/>|>(.*?)<\/c>)/g)].map(
        ([, at = '', style, inner = '']): readonly [string, ReadCell] => {
          const formula = /<f>(.*?)<\/f>/.exec(inner)?.[1];
          const value = /<(?:v|t)[^>]*>(.*?)<\/(?:v|t)>/s.exec(inner)?.[1] ?? '';
          return [
            at,
            { value, locked: locked[Number(style)] ?? true, ...(formula === undefined ? {} : { formula }) },
          ];
        },
      );
      return { name, xml, cells: new Map(cells) };
    },
  );
}

/** Reads `SUM(A1:C1)` again over the cells it names. */
export function reckon({ cells }: ReadSheet, formula: string): number {
  const [, from = '', fromRow, to = '', toRow] = /^SUM\(([A-Z]+)(\d+):([A-Z]+)(\d+)\)$/.exec(formula) ?? [];
  const inside = [...cells].filter(([at]) => {
    const [, column = '', row] = /^([A-Z]+)(\d+)$/.exec(at) ?? [];
    return (
      order(column) >= order(from) &&
      order(column) <= order(to) &&
      Number(row) >= Number(fromRow) &&
      Number(row) <= Number(toRow)
    );
  });
  return inside.reduce((sum, [, { value }]) => sum + (/^-?\d+$/.test(value) ? Number(value) : 0), 0);
}

function order(column: string): number {
  return Array.from(column).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function unzip(zip: Buffer): ReadonlyMap<string, string> {
  const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
  const files = new Map<string, string>();
  let at = zip.readUInt32LE(end + 16);
  for (let left = zip.readUInt16LE(end + 10); left > 0; left--) {
    const [method, packed, nameLength] = [
      zip.readUInt16LE(at + 10),
      zip.readUInt32LE(at + 20),
      zip.readUInt16LE(at + 28),
    ];
    const more = zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
    const local = zip.readUInt32LE(at + 42);
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    const start = local + 30 + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
    const raw = zip.subarray(start, start + packed);
    files.set(name, (method === 0 ? raw : inflateRawSync(raw)).toString('utf8'));
    at += 46 + nameLength + more;
  }
  return files;
}
