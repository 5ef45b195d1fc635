import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import type { CivilDate } from '../domain/basics/civil-date.ts';
import { err, ok, type Result } from '../domain/basics/result.ts';
import type { Letter, LetterTemplate } from './letter.ts';

/** Why letters could not be set. `letters` are positions in the order given, so that the people can be named inside. */
export type NotSet =
  | { readonly type: 'missing-glyph'; readonly letters: readonly number[] }
  | { readonly type: 'template-broken'; readonly template: string };

const FONTS = [
  '@expo-google-fonts/biz-udgothic/400Regular/BIZUDGothic_400Regular.ttf',
  '@expo-google-fonts/noto-sans-jp/400Regular/NotoSansJP_400Regular.ttf',
];

/**
 * Sets letters as one PDF/A-2a dated `day`, one page each, in the order given: the same letters give the same bytes. A character
 * that neither font can show is an error that names the letters, never a box on a woman's name.
 */
export function renderLetters(
  template: LetterTemplate,
  letters: readonly Letter[],
  day: CivilDate,
): Result<Buffer, NotSet> {
  const compiler = letterCompiler();
  const whole = setOnce(compiler, template, letters, day);
  if (whole) return ok(whole);
  const broken = letters.flatMap((letter, index) =>
    setOnce(compiler, template, [letter], day) ? [] : [index],
  );
  return broken.length === 0 || broken.length === letters.length
    ? err({ type: 'template-broken', template: template.name })
    : err({ type: 'missing-glyph', letters: broken });
}

function setOnce(
  compiler: NodeCompiler,
  template: LetterTemplate,
  letters: readonly Letter[],
  day: CivilDate,
): Buffer | undefined {
  try {
    return compiler.pdf(
      { mainFileContent: template.typst, inputs: { letters: JSON.stringify(letters), day } },
      { pdfStandard: 'a-2a' },
    );
  } catch {
    return undefined;
  } finally {
    compiler.evictCache(10);
  }
}

function letterCompiler(): NodeCompiler {
  const find = createRequire(import.meta.url);
  const fontBlobs = FONTS.map((name) => readFileSync(find.resolve(name)));
  return NodeCompiler.create({ fontArgs: [{ fontBlobs }] });
}
