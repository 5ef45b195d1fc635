import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../../domain/basics/civil-date.ts';
import { PORTAL_LANGUAGES, type PortalLanguage } from '../../domain/portal/language.ts';
import { readingsInBrackets } from '../../domain/text/ruby.ts';
import { chiyodaPortal } from '../../programmes/chiyoda-visit/portal/portal.ts';
import { chiyodaVisit } from '../../programmes/chiyoda-visit/programme.ts';
import type { ProgrammePortal } from '../../programmes/programme-portal.ts';
import { LANGUAGE_NAMES } from '../../programmes/portal-words.ts';
import { leafTexts } from '../../programmes/words/leaf-texts.ts';
import { residentWordsHtml } from './resident-words-html.ts';
import { residentWords } from './resident-words.ts';

const on = date('2026-06-01');
const htmlOf = (language: PortalLanguage, portal: ProgrammePortal = chiyodaPortal) =>
  residentWordsHtml(chiyodaVisit, residentWords(chiyodaVisit, portal, language), on);

/** What is read: readings in brackets behind their words, every cell and paragraph on a line of its own. */
function readOf(html: string): string {
  return html
    .replace(/<style>.*<\/style>/su, '')
    .replaceAll(/<rt>([^<]*)<\/rt>/gu, '（$1）')
    .replaceAll(/<\/?(ruby|span|strong)[^>]*>/gu, '')
    .replaceAll(/<[^>]+>/gu, '\n')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

test('the document holds every text of its language, beside it the Japanese one [CHI-8.16-4, CHI-8.3-13]', () => {
  const { words, forms, consent, mail } = chiyodaPortal;
  const all = (language: PortalLanguage) =>
    leafTexts([words[language], forms[language], consent[language], mail[language]]).map(({ text }) =>
      readingsInBrackets(text),
    );
  for (const language of PORTAL_LANGUAGES) {
    const lines = new Set(readOf(htmlOf(language)).split('\n'));
    assert.deepEqual(
      all(language).filter((text) => !lines.has(text)),
      [],
    );
    const japanese = leafTexts([words.ja, forms.ja, mail.ja]).map(({ text }) => readingsInBrackets(text));
    assert.deepEqual(
      japanese.filter((text) => !lines.has(text)),
      [],
    );
    for (const name of Object.values(LANGUAGE_NAMES)) assert.ok(lines.has(name));
  }
});

test('the text of consent stands there as it was approved, with its version [CHI-8.3-9]', () => {
  for (const language of PORTAL_LANGUAGES) {
    const read = readOf(htmlOf(language));
    const [text] = chiyodaPortal.consentTexts;
    assert.ok(text);
    assert.ok(read.includes(`sharing-with-ward/1\n 版 ${text.version}`));
    if (language !== 'ja') for (const paragraph of text.paragraphs) assert.ok(read.includes(paragraph));
  }
});

test('a question that hangs on another says on which answer, and an urgent choice says so [CHI-8.16-1]', () => {
  const read = readOf(htmlOf('ko'));
  assert.match(read, /次の答えのときだけたずねる: Q07-satogaeri「はい」/);
  assert.match(read, /Q08\.yes\n?選ばれたら、緊急対応として区に連絡する/);
  assert.match(read, /ひとりのときにたずね、下書きに残さない/);
});

test('words that no ward has seen are marked, approved ones say when and under which number [CHI-8.16-4]', () => {
  const approval = { ref: '8千保第12号', on: date('2026-05-20') };
  const { en } = chiyodaPortal.mail;
  const portal = { ...chiyodaPortal, mail: { ...chiyodaPortal.mail, en: { ...en, approval } } };
  const blocks = residentWords(chiyodaVisit, portal, 'en').blocks.length;
  const read = readOf(htmlOf('en', portal));
  assert.match(read, /承認済み 8千保第12号 令和8年5月20日/);
  assert.equal(read.split('見本（区の承認を受けていません）').length - 1, blocks - 1);
  assert.match(read, new RegExp(`${blocks}の文章のまとまりのうち${blocks - 1}が見本です`));
});

test('one changed letter changes the digest that the ward signs [CHI-8.16-4]', () => {
  const before = residentWords(chiyodaVisit, chiyodaPortal, 'en').digest;
  const { en } = chiyodaPortal.mail;
  const changed = { ...chiyodaPortal.mail, en: { ...en, subject: `${en.subject}.` } };
  const after = residentWords(chiyodaVisit, { ...chiyodaPortal, mail: changed }, 'en').digest;
  assert.notEqual(after, before);
  assert.ok(htmlOf('en').includes(before));
});
