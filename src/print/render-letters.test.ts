import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { test } from 'node:test';
import { date } from '../domain/basics/civil-date.ts';
import { OUTLINED_WORDS } from '../programmes/chiyoda-visit/letters/outlined-words.ts';
import { letterTemplates } from '../programmes/chiyoda-visit/letters/all.ts';
import { someLetter } from '../../tests/support/letters.ts';
import { readCode128, readQr } from '../../tests/support/read-codes.ts';
import { inkIn, readPdf, type SeenPage } from '../../tests/support/read-pdf.ts';
import type { Letter } from './letter.ts';
import { LETTERS_A_PART, renderLetters } from './render-letters.ts';
import { ALWAYS_SEEN, EVER_SEEN } from './window-envelope.ts';

const run = { templates: letterTemplates, day: date('2026-05-15'), sample: true };
const pagesOf = async (letters: readonly Letter[], dots?: number): Promise<readonly SeenPage[]> => {
  const set = await renderLetters(run, letters, { workers: 0 });
  assert.ok(set.ok, set.ok ? '' : JSON.stringify(set.error));
  return (await Promise.all(set.value.map(({ pdf }) => readPdf(pdf, dots)))).flat();
};
const bare = (text: string) => text.replace(/\s/g, '');

test('of sixty letters each page holds her own name, address, token and code and nobody else’s [CHI-8.1-4, TSU-1] [INC-01] [INC-02]', async () => {
  const letters = Array.from({ length: 60 }, (_, n) => someLetter(n));
  const pages = await pagesOf(letters, 6);
  assert.equal(pages.length, letters.length);
  for (const [index, { text }] of pages.entries()) {
    const words = bare(text);
    for (const [other, { name, lines, token, code }] of letters.entries()) {
      for (const [what, value] of Object.entries({ name, building: lines[1], token, code })) {
        assert.ok(
          words.includes(bare(value ?? '')) === (other === index),
          `page ${index + 1}: ${what} of letter ${other + 1}`,
        );
      }
    }
  }
});

test('a camera reads her code as an address and a scanner the token of the sheet [CHI-8.1-4] [INC-23]', async () => {
  const letters = [3, 17, 41].map((n) => someLetter(n));
  for (const [index, page] of (await pagesOf(letters, 12)).entries()) {
    const letter = letters[index];
    assert.ok(readQr(page) === `https://mimamori.example.lg.jp/q/${letter?.code}`, 'QR code');
    assert.ok(readCode128(page) === letter?.token, 'Code 128');
  }
});

test('a letter without a code says how to apply by telephone and nothing of a number or a page [AMB-56, CHI-8.1-4]', async () => {
  for (const template of ['notice-1', 'resend-1', 'reissue-1']) {
    const [page] = await pagesOf([someLetter(5, template, { code: null })]);
    const words = bare(page?.text ?? '');
    assert.match(words, /下の電話番号にお電話ください/);
    assert.doesNotMatch(words, /コード|この用紙の番号|入力先|読み取|example\.lg\.jp|Scan/);
  }
  const [usual] = await pagesOf([someLetter(5)]);
  assert.match(bare(usual?.text ?? ''), /コードを読み取るか/);
});

test('beside the code it is said in four other languages how to use it, none of them a box [CHI-8.3-13]', async () => {
  const [page] = await pagesOf([someLetter(2)]);
  const words = bare(page?.text ?? '');
  assert.match(words, /言葉\(ことば\)をえらぶことができます/);
  assert.match(words, /Youcanchooseyourlanguage/);
  const outlined = Object.values(OUTLINED_WORDS);
  assert.deepEqual(
    outlined.map(({ text }) => text),
    [
      '请扫描二维码，或在上述网址输入号码。您可以选择语言。',
      '위의 코드를 스캔하거나 주소에서 번호를 입력해 주세요. 언어를 고르실 수 있습니다.',
    ],
  );
  for (const { svg, text } of outlined) {
    // Every sign that is not a space has an outline that ends at least once.
    assert.ok((svg.match(/Z/g) ?? []).length >= bare(text).length, text);
    assert.match(svg, /^<svg [^<]*><path d="[MLCZ\d. -]+"\/><\/svg>$/);
  }
});

test('the window shows name, address and barcode as a whole and never anything else, however the sheet lies [CHI-8.1-4, DOC-03]', async () => {
  const sheets = letterTemplates.filter(({ name }) => !name.startsWith('recall')).map(({ name }) => name);
  const long = {
    name: 'マリア・エレナ・フェルナンデス・デ・ラ・クルス',
    lines: ['東京都千代田区霞が関三丁目8番1号虎の門三井ビルディングサウスタワー', '2401号室 見本様方'],
  };
  for (const changes of [{}, long]) {
    const pages = await pagesOf(sheets.map((name) => someLetter(1, name, changes)));
    const [first] = pages;
    assert.ok(first && inkIn(first, ALWAYS_SEEN).length > 500);
    for (const page of pages) {
      const seen = inkIn(page, EVER_SEEN);
      // The same in every letter: no word of the letter itself is among it.
      assert.deepEqual(seen, inkIn(first, EVER_SEEN));
      for (const [x, y] of seen) {
        assert.ok(
          x >= ALWAYS_SEEN.left && x <= ALWAYS_SEEN.right && y >= ALWAYS_SEEN.top && y <= ALWAYS_SEEN.bottom,
        );
      }
    }
  }
});

test('an open card and the outside of a sealed one say nothing of pregnancy, a visit or a child, and carry no code [CHI-8.9-1, DOC-04]', async () => {
  const pages = await pagesOf([someLetter(5, 'recall-open-1'), someLetter(5, 'recall-1')], 12);
  assert.equal(pages.length, 3);
  const [open, outside, inside] = pages;
  assert.ok(open && outside && inside);
  for (const { text } of [open, outside])
    assert.doesNotMatch(bare(text).replaceAll('見守り訪問事務局', ''), /妊娠|出産|母子|育児|こども|訪問/);
  assert.match(bare(inside.text), /訪問支援/);
  for (const page of pages) {
    assert.throws(() => readQr(page));
    assert.ok(!page.text.includes(someLetter(5).code ?? '-'));
    assert.ok(readCode128(page) === someLetter(5).token, 'Code 128 of a card');
  }
});

test('the letter in a package after a loss speaks of no baby, child care or pregnancy [CHI-8.14-5]', async () => {
  const [page] = await pagesOf([someLetter(7, 'package-c-1')]);
  assert.doesNotMatch(bare(page?.text ?? ''), /妊娠|出産|赤ちゃん|こども|子ども|子育て|育児|母子|おめでとう/);
});

test('every sheet names its token, the version of its text and its page of how many [DOC-03, DOC-04, DOC-20] [INC-06]', async () => {
  for (const { name, pages } of letterTemplates) {
    const seen = await pagesOf([someLetter(9, name)]);
    assert.equal(seen.length, pages);
    for (const [index, { text }] of seen.entries()) {
      assert.ok(bare(text).includes(`${name}${index + 1}/${pages}`), `${name}: foot of page ${index + 1}`);
      assert.ok(text.includes(someLetter(9).token));
    }
  }
});

test('a letter to a woman abroad names the last day of her right [CHI-8.8-10, DOC-20]', async () => {
  const [page] = await pagesOf([someLetter(2, 'overseas-1')]);
  assert.match(bare(page?.text ?? ''), /令和9年7月2日まで/);
});

test('a place for trying out says 見本 on every sheet, a real one on none [AMB-45]', async () => {
  const mark = (pages: readonly SeenPage[]) =>
    pages.map(({ text }) => bare(text).includes('〒102-0074') && /見\s*本(?!ハイツ|\))/.test(text));
  assert.deepEqual(mark(await pagesOf([someLetter(1)])), [true]);
  const real = await renderLetters({ ...run, sample: false }, [someLetter(1)], { workers: 0 });
  assert.ok(real.ok);
  assert.deepEqual(mark(await readPdf(real.value[0]?.pdf ?? new Uint8Array())), [false]);
});

test('the bytes are the same with any number of threads, in any time zone and language [CHI-8.1-4]', async () => {
  const letters = Array.from({ length: LETTERS_A_PART + 3 }, (_, n) =>
    someLetter(n, 'recall-open-1', { code: null }),
  );
  const digest = async (workers: number) => {
    const set = await renderLetters(run, letters, { workers });
    assert.ok(set.ok);
    assert.deepEqual(
      set.value.map(({ first, letters: count }) => [first, count]),
      [
        [0, LETTERS_A_PART],
        [LETTERS_A_PART, 3],
      ],
    );
    return set.value.map(({ pdf }) => createHash('sha256').update(pdf).digest('hex'));
  };
  const here = await digest(0);
  assert.deepEqual(await digest(1), here);
  assert.deepEqual(await digest(2), here);
  const script = `
    const { renderLetters, LETTERS_A_PART } = await import('${new URL('./render-letters.ts', import.meta.url).href}');
    const { someLetter } = await import('${new URL('../../tests/support/letters.ts', import.meta.url).href}');
    const { letterTemplates } = await import('${new URL('../programmes/chiyoda-visit/letters/all.ts', import.meta.url).href}');
    const letters = Array.from({ length: LETTERS_A_PART + 3 }, (_, n) => someLetter(n, 'recall-open-1', { code: null }));
    const set = await renderLetters({ templates: letterTemplates, day: '2026-05-15', sample: true }, letters, { workers: 0 });
    const { createHash } = await import('node:crypto');
    console.log(JSON.stringify(set.value.map(({ pdf }) => createHash('sha256').update(pdf).digest('hex'))));`;
  const env = { ...process.env, TZ: 'America/Los_Angeles', LANG: 'de_DE.UTF-8', LC_ALL: 'de_DE.UTF-8' };
  const elsewhere = execFileSync(process.execPath, ['--input-type=module', '-e', script], {
    env,
    encoding: 'utf8',
  });
  assert.deepEqual(JSON.parse(elsewhere), here);
});

test('the PDF says it is PDF/A-2a, tagged, in Japanese, with its fonts inside [CHI-8.1-4]', async () => {
  const set = await renderLetters(run, [someLetter(1, 'notice-1', { name: '𠮷野 﨑子' })], { workers: 0 });
  assert.ok(set.ok);
  const source = Buffer.from(set.value[0]?.pdf ?? new Uint8Array()).toString('latin1');
  assert.match(source, /pdfaid:part>2<[\s\S]*pdfaid:conformance>A</);
  assert.match(source, /\/Lang ?\(ja/);
  assert.match(source, /\/StructTreeRoot/);
  const fonts = source.match(/\/BaseFont/g)?.length ?? 0;
  const embedded = source.match(/\/FontFile[23]/g)?.length ?? 0;
  // Every font of the PDF is described twice (the font and its glyphs) and embedded once.
  assert.ok(embedded > 0 && fonts === 2 * embedded, `${fonts} names, ${embedded} embedded`);
  const [page] = await readPdf(set.value[0]?.pdf ?? new Uint8Array());
  assert.ok(bare(page?.text ?? '').includes('𠮷野﨑子様'), 'her name can be extracted');
});

test('a character that no font can show names the letters instead of printing a box [AMB-45]', async () => {
  const gaiji = { name: '外字\u{E000}子' };
  const letters = [
    someLetter(0),
    someLetter(1, 'notice-1', gaiji),
    someLetter(2),
    someLetter(3, 'resend-1', gaiji),
  ];
  const outcome = await renderLetters(run, letters, { workers: 0 });
  assert.deepEqual(outcome, { ok: false, error: { type: 'missing-glyph', letters: [1, 3] } });
});

test('an address that fits the window at no readable size is an error that names the letter [AMB-45]', async () => {
  const endless = { lines: ['東京都千代田区九段南一丁目2番1号'.repeat(12), '見本ハイツ 101'] };
  const outcome = await renderLetters(run, [someLetter(0), someLetter(1, 'notice-1', endless)], {
    workers: 1,
  });
  assert.deepEqual(outcome, { ok: false, error: { type: 'too-long', letters: [1] } });
});
