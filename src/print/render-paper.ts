import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { err, ok, type Result } from '../domain/basics/result.ts';
import { formatEraDate } from '../domain/calendar/japanese-date.ts';
import type { Block, Cell, Paper } from '../programmes/paper.ts';
import { PAPER_FRAME } from './paper-frame.ts';

/**
 * Why a paper could not be set. `rows` are rows of its tables, by table and position, with a character that no font
 * can show: whose they are, only the one who made the paper knows.
 */
export type PaperNotSet =
  | {
      readonly type: 'missing-glyph';
      readonly rows: readonly { readonly table: string; readonly row: number }[];
    }
  | { readonly type: 'paper-broken'; readonly template: string; readonly why: string };

const FONTS = [
  '@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
];

/**
 * Sets a paper as PDF/A-2a, dated with its own date: the same paper gives the same bytes on every machine. On a paper
 * of a TRYOUT place every page says 見本.
 */
export function renderPaper(paper: Paper, tryout: boolean): Result<Buffer, PaperNotSet> {
  const compiler = paperCompiler();
  const whole = setOnce(compiler, paper, tryout);
  if (whole.ok) return whole;
  if (!lacksGlyph(whole.error))
    return err({ type: 'paper-broken', template: paper.template, why: whole.error });
  const rows = paper.blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flatMap((row, at) =>
          setOnce(compiler, onlyRow(paper, row), tryout).ok ? [] : [{ table: block.name, row: at }],
        )
      : [],
  );
  return err({ type: 'missing-glyph', rows });
}

/** The words of one row alone on a page: so it is found out which rows cannot be set. */
function onlyRow({ template, date }: Paper, row: readonly Cell[]): Paper {
  const said = row.map((cell) => (typeof cell === 'string' ? cell : cell.text));
  const blocks: readonly Block[] = said.map((text) => ({ kind: 'text', text }));
  return { template, date, title: 'R', about: [], blocks };
}

function setOnce(compiler: NodeCompiler, paper: Paper, tryout: boolean): Result<Buffer, string> {
  const said = { ...paper, dated: formatEraDate(paper.date) };
  try {
    const pdf = compiler.pdf(
      {
        mainFileContent: PAPER_FRAME,
        inputs: { paper: JSON.stringify(said), tryout: tryout ? 'yes' : 'no' },
      },
      { pdfStandard: 'a-2a' },
    );
    return ok(pdf);
  } catch (error) {
    // The compiler throws an error whose `code` holds its diagnosis.
    return err(error instanceof Error && 'code' in error ? String(error.code) : String(error));
  } finally {
    compiler.evictCache(10);
  }
}

function lacksGlyph(diagnosis: string): boolean {
  return diagnosis.includes('glyph') || diagnosis.includes('could not be displayed');
}

let kept: NodeCompiler | undefined;

/** One for the process: reading the fonts is most of the work of a short paper. */
function paperCompiler(): NodeCompiler {
  if (kept) return kept;
  const find = createRequire(import.meta.url);
  const fontBlobs = FONTS.map((name) => readFileSync(find.resolve(name)));
  kept = NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
  return kept;
}
