import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';

/** A line of text as one path, in points; y counts from the top. */
export type OutlinedLine = { readonly width: number; readonly height: number; readonly path: string };

/**
 * Sets one line in a font of this machine and gives the outlines of its signs, for the few words on a letter that the
 * fonts of the letters cannot show. Needs `pdftocairo` (poppler). `font` is a file, `family` the name in it.
 */
export function outlineLine(text: string, font: string, family: string, lang: string): OutlinedLine {
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: [readFileSync(font)] }], workspace: '/' });
  const mainFileContent = `
#set page(width: auto, height: auto, margin: 0pt)
#set text(font: "${family}", fallback: false, size: 20pt, lang: "${lang}", top-edge: "ascender", bottom-edge: "descender")
#sys.inputs.text`;
  const made = compiler.compile({ mainFileContent, inputs: { text } });
  if (!made.result) throw new Error(`The font does not show this line: ${text}`);
  const dir = mkdtempSync(join(tmpdir(), 'outline-'));
  try {
    const pdf = join(dir, 'line.pdf');
    writeFileSync(pdf, compiler.pdf(made.result));
    return flattened(execFileSync('pdftocairo', ['-svg', pdf, '-'], { encoding: 'utf8' }));
  } finally {
    rmSync(dir, { recursive: true });
  }
}

/** Puts every sign where it is used, so that one path is left. */
function flattened(svg: string): OutlinedLine {
  const [, width = '', height = ''] = /viewBox="0 0 ([\d.]+) ([\d.]+)"/.exec(svg) ?? [];
  const signs = new Map(
    [...svg.matchAll(/id="(glyph[\d-]+)">\s*<path [^>]*?d="([^"]*)"/g)].map(([, id = '', d = '']) => [id, d]),
  );
  const path = [...svg.matchAll(/<use xlink:href="#(glyph[\d-]+)" x="([-\d.]+)" y="([-\d.]+)"\/>/g)]
    .map(([, id = '', x, y]) => moved(signs.get(id) ?? '', Number(x), Number(y)))
    .join('');
  if (path === '') throw new Error('No outline was found');
  return { width: round(Number(width)), height: round(Number(height)), path };
}

/** Every command of these paths is absolute, with pairs of numbers. */
function moved(d: string, x: number, y: number): string {
  let isX = false;
  return d
    .trim()
    .replaceAll(/-?\d+(\.\d+)?/g, (number) => {
      isX = !isX;
      return String(round(Number(number) + (isX ? x : y)));
    })
    .replaceAll(/ ?([MLCZ]) ?/g, '$1');
}

/** To a tenth: on paper less than 0.02 mm, and every letter of a batch carries the path. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}

if (import.meta.main) {
  const [text = '', font = '', family = '', lang = ''] = process.argv.slice(2);
  process.stdout.write(`${JSON.stringify(outlineLine(text, font, family, lang))}\n`);
}
