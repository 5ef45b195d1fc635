import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { test } from 'node:test';
import { noticeTemplate } from '../programmes/chiyoda-visit/letters/notice.ts';
import { date } from '../domain/basics/civil-date.ts';
import type { Letter } from './letter.ts';
import { renderLetters } from './render-letters.ts';

const letter = (name: string): Letter => ({
  postcode: '102-0074',
  lines: ['東京都千代田区九段南一丁目2番1号', '見本ハイツ 101'],
  name,
  date: '令和8年5月15日',
  sender: '見守り訪問事務局',
  body: ['このたび、ご自宅に看護職がうかがう訪問支援のご案内をお送りします。'],
  code: 'ABCD-EFGH-JKLM-NPQR-STUV',
  address: 'https://example.lg.jp/q',
  token: 'P-TEST-0001',
  template: noticeTemplate.name,
});

test('letters become one PDF with a page each, and the same letters the same bytes [CHI-8.1-4]', () => {
  const letters = ['見本 花子', '髙橋 﨑美', '渡邉 𠮷野'].map(letter);
  const first = renderLetters(noticeTemplate, letters, date('2026-05-15'));
  const second = renderLetters(noticeTemplate, letters, date('2026-05-15'));
  assert.ok(first.ok && second.ok);
  assert.equal(first.value.subarray(0, 5).toString(), '%PDF-');
  assert.equal((first.value.toString('latin1').match(/\/Type\s*\/Page\b/g) ?? []).length, 3);
  assert.ok(first.value.equals(second.value));
  if (process.env['MIMAMORI_KEEP']) writeFileSync(process.env['MIMAMORI_KEEP'], first.value);
});

test('a character that no font can show names the letter instead of printing a box [AMB-45]', () => {
  const outcome = renderLetters(
    noticeTemplate,
    [letter('見本 花子'), letter('外字\u{E000}子')],
    date('2026-05-15'),
  );
  assert.deepEqual(outcome, { ok: false, error: { type: 'missing-glyph', letters: [1] } });
});
