import type { CivilDate } from '../../domain/basics/civil-date.ts';
import { formatEraDate } from '../../domain/calendar/japanese-date.ts';
import type { Approval } from '../../domain/forms/form.ts';
import { LANG_TAG, type PortalLanguage } from '../../domain/portal/language.ts';
import { rubyPassages } from '../../domain/text/ruby.ts';
import type { Programme } from '../../programmes/programme.ts';
import { RESIDENT_WORDS as W } from '../../programmes/words/resident-words.ts';
import { RESIDENT_WORDS_STYLE } from './resident-words-style.ts';
import type { ResidentWords, WordsBlock, WordsRow } from './resident-words.ts';

/** The words as ONE document for the ward: read on a screen or printed on A4, signed on its last page (CHI-8.16-4). */
export function residentWordsHtml(
  { title, municipality }: Pick<Programme, 'title' | 'municipality'>,
  words: ResidentWords,
  on: CivilDate,
): string {
  const { language, blocks, digest } = words;
  const head = `${W.title} ${W.languages[language]}`;
  const sample = blocks.filter(({ approval }) => approval.tryout).length;
  const state = sample === 0 ? W.approved : W.allSample.replace('{sample}', `${sample}`);
  const fields = [
    [W.fields.programme, title],
    [W.fields.municipality, municipality.name],
    [W.fields.language, W.languages[language]],
    [W.fields.on, formatEraDate(on)],
    [W.fields.state, state.replace('{of}', `${blocks.length}`)],
    [W.fields.digest, digest],
  ] as const;
  return [
    '<!doctype html>',
    '<html lang="ja"><head><meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${escape(`${head} ${title}`)}</title>`,
    `<style>${RESIDENT_WORDS_STYLE}${running(title, `${head} ${formatEraDate(on)}`, digest)}</style>`,
    '</head><body><header>',
    `<p class="programme">${escape(title)}</p><h1>${escape(head)}</h1>`,
    `<dl>${fields.map(([name, value]) => `<div><dt>${escape(name)}</dt><dd>${escape(value)}</dd></div>`).join('')}</dl>`,
    ...W.intro.map((text) => `<p>${withRuby(text)}</p>`),
    '</header>',
    contents(blocks),
    '<main>',
    ...PARTS.map((part) => partOf(part, words)),
    signing(`${head} ${formatEraDate(on)} ${digest.slice(0, 16)}`),
    '</main></body></html>',
    '',
  ].join('\n');
}

const PARTS = ['pages', 'forms', 'consent', 'mail'] as const;

function contents(blocks: readonly WordsBlock[]): string {
  const parts = PARTS.map((part) => {
    const items = blocks
      .filter((block) => block.part === part)
      .map((block) => `<li><a href="#${idOf(block)}">${escape(block.title)}</a></li>`);
    return `<li>${escape(W.parts[part])}<ol>${items.join('')}</ol></li>`;
  });
  const sign = `<li><a href="#sign">${escape(W.parts.sign)}</a></li>`;
  return `<nav aria-labelledby="contents"><h2 id="contents">${W.contents}</h2><ul>${parts.join('')}${sign}</ul></nav>`;
}

function partOf(part: (typeof PARTS)[number], { blocks, language }: ResidentWords): string {
  const own = blocks.filter((block) => block.part === part).map((block) => blockOf(block, language));
  return `<section class="part"><h2>${escape(W.parts[part])}</h2>\n${own.join('\n')}</section>`;
}

function blockOf(block: WordsBlock, language: PortalLanguage): string {
  const { key, title, version, approval, rows } = block;
  const beside = language !== 'ja';
  const heads = [W.columns.key, W.columns.text, ...(beside ? [W.columns.original] : [])];
  return [
    `<section aria-labelledby="${idOf(block)}"><h3 id="${idOf(block)}">${escape(title)}</h3>`,
    `<p class="state"><code>${escape(key)}</code> ${W.version} ${escape(version)} · ${stateOf(approval)}</p>`,
    `<table><thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead><tbody>`,
    ...rows.map((row) => rowOf(row, language, beside)),
    '</tbody></table></section>',
  ].join('\n');
}

function stateOf({ ref, on, tryout }: Approval): string {
  return tryout
    ? `<strong class="sample">${W.sample}</strong>`
    : escape(`${W.approved} ${ref} ${formatEraDate(on)}`);
}

function rowOf(
  { key, text, original, about = [] }: WordsRow,
  language: PortalLanguage,
  beside: boolean,
): string {
  const notes = about.map((note) => `<span class="about">${escape(note)}</span>`).join('');
  const own = `<td lang="${LANG_TAG[language]}">${lines(text)}</td>`;
  const japanese = beside ? `<td>${lines(original)}</td>` : '';
  return `<tr><th scope="row"><code>${escape(key)}</code>${notes}</th>${own}${japanese}</tr>`;
}

const lines = (texts: readonly string[]) => texts.map((text) => `<p>${withRuby(text)}</p>`).join('');

function signing(document: string): string {
  const { intro, of, answer, answers, rows, changes } = W.sign;
  return [
    `<section class="part sign" aria-labelledby="sign"><h2 id="sign">${W.parts.sign}</h2><p>${intro}</p>`,
    `<table><tbody><tr><th scope="row">${of}</th><td>${escape(document)}</td></tr>`,
    `<tr><th scope="row">${answer}</th><td>`,
    ...answers.map((one) => `<p>□ ${one}</p>`),
    '</td></tr>',
    ...rows.map((one) => `<tr><th scope="row">${one}</th><td></td></tr>`),
    `<tr class="tall"><th scope="row">${changes}</th><td></td></tr></tbody></table></section>`,
  ].join('\n');
}

/** What stands on every printed page. */
function running(left: string, right: string, digest: string): string {
  const text = (value: string) => `"${value.replaceAll(/[\\"]/g, '\\$&')}"`;
  return [
    `@page{@top-left{content:${text(left)}}@top-right{content:${text(right)}}`,
    `@bottom-left{content:${text(digest.slice(0, 16))}}`,
    '@bottom-right{content:counter(page) " / " counter(pages)}}',
  ].join('');
}

function withRuby(text: string): string {
  return rubyPassages(text)
    .map(({ text: word, reading }) =>
      reading === undefined
        ? escape(word).replaceAll(/\{[A-Za-z0-9]+\}/g, '<span class="place">$&</span>')
        : `<ruby>${escape(word)}<rt>${escape(reading)}</rt></ruby>`,
    )
    .join('');
}

const idOf = ({ part, key }: WordsBlock) => `${part}-${key.replaceAll(/[^A-Za-z0-9]+/g, '-')}`;

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
