import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseYearMonth } from '../domain/basics/year-month.ts';
import { invoiceData, type MadeInvoice, type WhichInvoice } from '../exchange/papers/invoice-data.ts';
import { invoiceFile } from '../exchange/papers/invoice-paper.ts';
import { chooseActor } from './choose-actor.ts';
import { noPaperSentence } from './no-paper.ts';
import { writeFiles } from './write-files.ts';
import type { CliCommand, Words } from './command-line.ts';
import { openOrSay } from './open-or-say.ts';
import { sayRefusal } from './refusal-line.ts';

/** `mimamori invoice`: the invoice of a month or of the year's lump sum, issued when it was not yet. */
export const invoiceCommand: CliCommand = {
  name: 'invoice',
  says: '請求書を作ります(報告書が区の検査に合格した月。未発行なら発行し、発行済みなら同じものを書き出します)',
  usage: 'invoice (--month YYYY-MM [--supplement N] | --year YYYY) --out DIR',
  examples: [
    'mimamori invoice --month 2026-05 --out ./invoices --as account_…',
    'mimamori invoice --year 2026 --out ./invoices --as account_…',
  ],
  options: {
    month: { type: 'string' },
    supplement: { type: 'string' },
    year: { type: 'string' },
    out: { type: 'string' },
  },
  run: async (words, doors, out) => {
    const which = whichInvoice(words);
    const dir = words.text('out');
    if (!which || dir === undefined) {
      out.problem(`使い方: mimamori ${invoiceCommand.usage}`);
      return 2;
    }
    const place = await openOrSay(words.common, doors, out);
    if (!place) return 1;
    try {
      const by = chooseActor(place, words.common, place.parts.commands.get('invoice.issue'));
      if (!by) {
        out.problem('だれが請求書を作るかを --as ID で指定してください。');
        return 2;
      }
      const made = await invoiceData(place, which, by);
      if (!made.ok) return sayRefusal(made.error, words.common.json, out);
      const files = await writeInvoice(dir, made.value);
      const pdf = await invoiceFile(place, made.value);
      if (!pdf.ok) {
        out.problem(noPaperSentence(pdf.error));
        return 1;
      }
      files.push(...(await writeFiles(dir, [pdf.value])));
      const { number, invoice, sources } = made.value.paper;
      if (words.common.json) out.json({ number, total: invoice.total, files });
      else {
        const total = invoice.total.toLocaleString('ja-JP');
        out.line(`請求書(番号 ${number}、合計${total}円)を作りました: ${files.join('、')}`);
      }
      const waiting = sources.unclaimed.filter(({ reason }) => reason === 'no-receipt').length;
      if (waiting > 0) {
        out.problem(`受領証がないため請求に入れていない郵便物が${waiting}通あります(一覧は根拠のファイル)。`);
      }
      return 0;
    } finally {
      await place.close();
    }
  },
};

function whichInvoice(words: Words): WhichInvoice | undefined {
  const [month, supplement, year] = ['month', 'supplement', 'year'].map((option) => words.text(option));
  if (year !== undefined) {
    const alone = month === undefined && supplement === undefined;
    return alone && /^\d{4}$/.test(year) ? { year: Number(year) } : undefined;
  }
  const parsed = parseYearMonth(month ?? '');
  if (!parsed.ok) return undefined;
  if (supplement === undefined) return { month: parsed.value };
  return /^[1-9]\d?$/.test(supplement) ? { month: parsed.value, supplement: Number(supplement) } : undefined;
}

/** The one place where the files of an invoice are written: its JSON and sources; the PDF lies beside them. */
async function writeInvoice(dir: string, made: MadeInvoice): Promise<string[]> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const files: string[] = [];
  for (const { name, text } of made.files) {
    const file = join(dir, name);
    await writeFile(file, text, { mode: 0o600 });
    files.push(file);
  }
  return files;
}
