import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { date } from '../domain/basics/civil-date.ts';
import type { Paper } from '../programmes/paper.ts';
import { renderPaper } from './render-paper.ts';

const paper = (rows: readonly (readonly string[])[]): Paper => ({
  template: 'test-1',
  title: '試し書き',
  date: date('2026-05-10'),
  about: [['件名', '見本']],
  edition: '第1版',
  blocks: [
    { kind: 'heading', text: '表' },
    {
      kind: 'table',
      name: '見本の表',
      columns: [
        { head: '名前', width: 'rest' },
        { head: '数(件)', width: 30, align: 'right' },
      ],
      rows,
      totals: [
        [
          { text: '計', strong: true },
          { text: String(rows.length), strong: true },
        ],
      ],
    },
    { kind: 'bars', name: '月別', unit: '件', rows: [{ label: '4月', value: 3, plan: 5 }] },
    { kind: 'signatures', boxes: ['作業者', '確認者'] },
  ],
});

test('the same paper gives the same bytes, tagged as PDF/A with its fonts inside [DOC-14]', () => {
  const [first, second] = [1, 2].map(() => renderPaper(paper([['髙橋 﨑美', '1,234']]), true));
  assert.ok(first?.ok && second?.ok);
  assert.ok(first.value.equals(second.value));
  const text = first.value.toString('latin1');
  assert.match(text, /pdfaid:part>2</);
  assert.match(text, /pdfaid:conformance>A</);
  assert.match(text, /\/FontFile[23]? /);
});

test('a zone and a language of the machine change no byte [DOC-14]', () => {
  const program = `
    const { renderPaper } = await import(${JSON.stringify(fileURLToPath(new URL('./render-paper.ts', import.meta.url)))});
    const set = renderPaper(${JSON.stringify(paper([['見本', '1']]))}, false);
    const { createHash } = await import('node:crypto');
    process.stdout.write(createHash('sha256').update(set.value).digest('hex'));`;
  const digest = (TZ: string, LANG: string) =>
    execFileSync(process.execPath, ['--input-type=module', '-e', program], {
      env: { ...process.env, TZ, LANG },
      encoding: 'utf8',
    });
  const tokyo = digest('Asia/Tokyo', 'ja_JP.UTF-8');
  assert.match(tokyo, /^[0-9a-f]{64}$/);
  assert.equal(digest('America/Los_Angeles', 'C'), tokyo);
});

test('a table over several pages repeats its head, and only try-out papers say 見本 [DOC-14]', () => {
  const rows = Array.from({ length: 120 }, (_, at) => [`人${at}`, '1']);
  const [tryout, real] = [true, false].map((word) => renderPaper(paper(rows), word));
  assert.ok(tryout?.ok && real?.ok);
  assert.ok(pagesOf(tryout.value) >= 3);
  assert.ok(tryout.value.length > real.value.length);
});

test('a character that no font can show names its row, never prints a box [AMB-45]', () => {
  const set = renderPaper(
    paper([
      ['見本', '1'],
      ['外字\u{E000}', '2'],
    ]),
    true,
  );
  assert.deepEqual(set, {
    ok: false,
    error: { type: 'missing-glyph', rows: [{ table: '見本の表', row: 1 }] },
  });
});

function pagesOf(pdf: Buffer): number {
  return (pdf.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length;
}
