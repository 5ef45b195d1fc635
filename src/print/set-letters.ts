import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler, type NodeError } from '@myriaddreamin/typst-ts-node-compiler';
import type { CivilDate } from '../domain/basics/civil-date.ts';
import { err, ok, type Result } from '../domain/basics/result.ts';
import type { LetterTemplate } from '../programmes/programme.ts';
import type { Letter } from './letter.ts';
import { ADDRESS_TOO_LONG, LETTER_FRAME } from './letter-frame.ts';
import { customerBarcodeSvg, qrSvg, tokenSvg } from './letter-marks.ts';

/** What all letters of one run share. `sample`: the place is for trying out, every sheet says 見本. */
export type LetterRun = {
  readonly templates: readonly LetterTemplate[];
  readonly day: CivilDate;
  readonly sample: boolean;
};

/** Why letters could not be set. `letters` are positions in the order given, so that the people can be named inside. */
export type NotSet =
  /** A character that neither font has: never a box on a woman's name (AMB-45). */
  | { readonly type: 'missing-glyph'; readonly letters: readonly number[] }
  /** Name and address do not fit the window, or the text does not fit the sheet. */
  | { readonly type: 'too-long'; readonly letters: readonly number[] }
  | { readonly type: 'template-broken'; readonly template: string; readonly why: string };

const FONTS = [
  '@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
];

/** Sets letters as one PDF/A-2a dated the day of the run, in the order given: the same letters give the same bytes. */
export type LetterSetter = (letters: readonly Letter[]) => Result<Uint8Array, NotSet>;

/** A compiler that has read fonts and templates; one a thread. */
export function letterCompiler(templates: LetterRun['templates']): NodeCompiler {
  const find = createRequire(import.meta.url);
  const fontBlobs = FONTS.map((name) => readFileSync(find.resolve(name)));
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs }], workspace: '/' });
  compiler.addSource('/letter-frame.typ', LETTER_FRAME);
  for (const { name, typst } of templates) compiler.addSource(`/${name}.typ`, typst);
  return compiler;
}

/** Makes a setter, with a compiler of its own unless one with the templates of the run is given. */
export function letterSetter(run: LetterRun, compiler = letterCompiler(run.templates)): LetterSetter {
  const byName = new Map(run.templates.map((template) => [template.name, template]));
  return (letters) => {
    const pages = letters.reduce((sum, { template }) => sum + (byName.get(template)?.pages ?? 0), 0);
    const whole = setOnce(compiler, run, letters, pages);
    if (whole.ok) return whole;
    const bad = broken(compiler, run, byName, letters, 0);
    const [first] = bad;
    // Every half sets and the whole does not: the run is at fault, no letter.
    if (!first)
      return err({ type: 'template-broken', template: letters[0]?.template ?? '', why: whole.error });
    const type = kindOf(first.why);
    if (type === 'template-broken') {
      return err({ type, template: letters[first.at]?.template ?? '', why: first.why });
    }
    return err({ type, letters: bad.filter(({ why }) => kindOf(why) === type).map(({ at }) => at) });
  };
}

type Broken = { readonly at: number; readonly why: string };

/** Halves what does not set until the single letters are found. */
function broken(
  compiler: NodeCompiler,
  run: LetterRun,
  byName: ReadonlyMap<string, LetterTemplate>,
  letters: readonly Letter[],
  from: number,
): readonly Broken[] {
  const pages = letters.reduce((sum, { template }) => sum + (byName.get(template)?.pages ?? 0), 0);
  const set = setOnce(compiler, run, letters, pages);
  if (set.ok) return [];
  if (letters.length === 1) return [{ at: from, why: set.error }];
  const half = Math.ceil(letters.length / 2);
  return [
    ...broken(compiler, run, byName, letters.slice(0, half), from),
    ...broken(compiler, run, byName, letters.slice(half), from + half),
  ];
}

function kindOf(why: string): NotSet['type'] {
  if (why.includes(ADDRESS_TOO_LONG) || why === TOO_MANY_PAGES) return 'too-long';
  return why.includes('could not be displayed') || why.includes('glyph')
    ? 'missing-glyph'
    : 'template-broken';
}

const TOO_MANY_PAGES = 'too-many-pages';

function setOnce(
  compiler: NodeCompiler,
  run: LetterRun,
  letters: readonly Letter[],
  pages: number,
): Result<Uint8Array, string> {
  const names = [...new Set(letters.map(({ template }) => template))].toSorted();
  const words = new Map(run.templates.map((template) => [template.name, template.words]));
  const inputs = {
    letters: JSON.stringify(letters.map((letter) => drawn(letter, words.get(letter.template), run.sample))),
    words: JSON.stringify(Object.fromEntries(words)),
  };
  try {
    const made = compiler.compile({ mainFileContent: mainFile(names, run.day), inputs });
    const document = made.result;
    if (!document) return err(messagesOf(compiler, made.takeDiagnostics()));
    if (document.numOfPages !== pages) return err(TOO_MANY_PAGES);
    return ok(compiler.pdf(document, { pdfStandard: 'a-2a' }));
  } catch (error) {
    return err(String(error));
  } finally {
    compiler.evictCache(0);
  }
}

function messagesOf(compiler: NodeCompiler, problem: NodeError | null): string {
  return JSON.stringify(problem ? compiler.fetchDiagnostics(problem) : []);
}

/** A letter as the templates read it: with its codes drawn. */
function drawn(letter: Letter, words: LetterTemplate['words'] | undefined, sample: boolean): object {
  const address = words?.['qr-address'];
  return {
    ...letter,
    sample,
    barcode: letter.barcode && customerBarcodeSvg(letter.barcode),
    qr: letter.code && typeof address === 'string' ? qrSvg(address + letter.code) : null,
    'token-bars': letter.token === '' ? null : tokenSvg(letter.token),
  };
}

function mainFile(names: readonly string[], day: CivilDate): string {
  const [year, month, date] = day.split('-').map(Number);
  return `
${names.map((name, index) => `#import "/${name}.typ": sheet as sheet-${index}`).join('\n')}
#let sheets = (${names.map((name, index) => `"${name}": sheet-${index},`).join(' ')})
#let words = json(bytes(sys.inputs.words))
#set document(title: "ご案内", date: datetime(year: ${year}, month: ${month}, day: ${date}))
#set text(font: ("BIZ UDGothic", "Noto Sans JP"), fallback: false, size: 10.5pt, lang: "ja", region: "JP", cjk-latin-spacing: none)
#set par(leading: 0.85em, spacing: 1em, justify: true)
#set heading(numbering: none)
#for it in json(bytes(sys.inputs.letters)) { (sheets.at(it.template))(it, words.at(it.template)) }
`;
}
