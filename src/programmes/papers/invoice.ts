import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { Invoice, InvoiceLine, TaxClass } from '../../domain/billing/invoice.ts';
import type { Block, Cell, Paper } from '../paper.ts';
import { written } from './numbers.ts';
import { toWard, type Office } from './office.ts';

/** An invoice with what the frozen numbers do not hold: its number, its days, who issues, and the receipts behind it. */
export type InvoiceTold = {
  readonly invoice: Invoice;
  readonly number: string;
  readonly digest: string;
  readonly on: CivilDate;
  /** When it is to be paid if the ward receives it on its day (CHI-10-1). */
  readonly dueIfReceived: CivilDate;
  readonly payWithinDays: number;
  readonly issuer: { readonly name: string; readonly registration: string };
  /** What each code is called, and its unit: 件, 通, 式. */
  readonly words: Readonly<Record<string, { readonly label: string; readonly unit: string }>>;
  /** `month`: unit prices and actual costs; `lump-sum`: the year's. */
  readonly part: 'month' | 'lump-sum';
  readonly receipts: readonly ReceiptTold[];
};

/** A receipt of the post office (受領証) behind an actual cost (CHI-10.3-2). */
export type ReceiptTold = {
  readonly receipt: string;
  /** Code of the invoice line that claims it. */
  readonly code: string;
  readonly on: CivilDate;
  readonly pieces: number;
  readonly amount: number;
  readonly batch: string;
};

const TAX: Readonly<Record<TaxClass, string>> = {
  standard: '課税',
  'non-taxable': '非課税',
  'pass-through': '立替金',
};

/**
 * 請求書 as a qualified invoice (適格請求書; domain.md 6, DOC-21, DOC-22): issuer with T-number, recipient, day, contents,
 * totals and tax by rate, rounded once a rate. Behind it the receipts that prove the actual costs.
 */
export function invoicePaper(office: Office, told: InvoiceTold): Paper {
  const { invoice, part } = told;
  const receipts = told.receipts.toSorted((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : a.receipt < b.receipt ? -1 : 1,
  );
  return {
    template: 'invoice-1',
    title: part === 'month' ? '請求書' : '請求書(総価契約分)',
    form: `請求書番号 ${told.number}`,
    date: told.on,
    ...toWard(office, [
      ['取引の期間', part === 'month' ? `${written.month(invoice.month)}1日から末日まで` : yearOf(invoice)],
    ]),
    from: [...office.from, `登録番号 ${told.issuer.registration}`],
    blocks: [
      { kind: 'text', text: '下記のとおり請求いたします。' },
      { kind: 'amount', label: 'ご請求金額(税込)', text: `金${written.number(invoice.total)}円也` },
      lines(invoice, told.words),
      taxes(invoice),
      {
        kind: 'fields',
        rows: [
          [
            'お支払の期限',
            `適正な請求書を受領された日から${told.payWithinDays}日以内(${written.day(told.on)}に受領の場合 ${written.day(told.dueIfReceived)})`,
          ],
          ['振込先', office.bank.map(([label, value]) => `${label} ${value}`).join('\n')],
        ],
      },
      ...(invoice.lines.some(({ adjusts }) => adjusts)
        ? [
            {
              kind: 'text',
              small: true,
              text: '「精算」の行は、過去の月の報告後に判明した差異です。△は減額を表します。',
            } as const,
          ]
        : []),
      ...(receipts.length === 0 ? [] : evidence(receipts, invoice, told.words)),
    ],
    edition: `第${invoice.edition}版`,
    proof: `照合値 ${told.digest.slice(0, 16)}`,
  };
}

function lines({ lines: all }: Invoice, words: InvoiceTold['words']): Block {
  return {
    kind: 'table',
    name: '内訳',
    columns: [
      { head: '品目', width: 'rest' },
      { head: '数量', width: 20, align: 'right' },
      { head: '単価(円)', width: 23, align: 'right' },
      { head: '金額(円)', width: 28, align: 'right' },
      { head: '税区分', width: 24, align: 'center' },
    ],
    rows: all.map((line): readonly Cell[] => [
      nameOf(line, words),
      `${written.number(line.quantity)}${words[line.code]?.unit ?? ''}`,
      line.unitPrice === undefined ? '実費' : written.number(line.unitPrice),
      written.number(line.amount),
      TAX[line.taxClass],
    ]),
    totals: [
      [
        { text: '小計(税抜)', strong: true, span: 3 },
        { text: written.number(all.reduce((sum, { amount }) => sum + amount, 0)), strong: true },
        { text: '', strong: true },
      ],
    ],
  };
}

function taxes({ taxByRate, total }: Invoice): Block {
  return {
    kind: 'table',
    name: '税率ごとの合計',
    columns: [
      { head: '区分', width: 'rest' },
      { head: '対価の合計(円)', width: 38, align: 'right' },
      { head: '消費税額等(円)', width: 38, align: 'right' },
    ],
    rows: taxByRate.map(({ rate, base, tax }): readonly Cell[] => [
      rate === 0 ? '対象外(非課税・立替金)' : `${rate}%対象`,
      written.number(base),
      written.number(tax),
    ]),
    totals: [
      [
        { text: '合計', strong: true },
        { text: written.number(total), strong: true, span: 2 },
      ],
    ],
  };
}

/** 証拠書類一覧: each receipt once, and under each actual cost the sum that the invoice claims. */
function evidence(
  receipts: readonly ReceiptTold[],
  invoice: Invoice,
  words: InvoiceTold['words'],
): readonly Block[] {
  const codes = [...new Set(receipts.map(({ code }) => code))];
  return [
    { kind: 'new-page' },
    { kind: 'heading', text: '実費の証拠書類一覧(受領証の写しを添付)' },
    {
      kind: 'table',
      name: '',
      dense: true,
      columns: [
        { head: '番号', width: 12, align: 'right' },
        { head: '受領証番号', width: 40 },
        { head: '引受日', width: 34 },
        { head: '費目', width: 'rest' },
        { head: '通数(通)', width: 20, align: 'right' },
        { head: '金額(円)', width: 24, align: 'right' },
      ],
      rows: receipts.map((one, at): readonly Cell[] => [
        String(at + 1),
        one.receipt,
        written.day(one.on),
        words[one.code]?.label ?? one.code,
        written.number(one.pieces),
        written.number(one.amount),
      ]),
      totals: [
        ...codes.map((code) =>
          sumRow(
            words[code]?.label ?? code,
            receipts.filter((one) => one.code === code),
          ),
        ),
        sumRow('合計', receipts),
      ],
    },
    {
      kind: 'text',
      small: true,
      text: `請求書の実費の合計 ${written.yen(actualCosts(invoice))}`,
    },
  ];
}

function sumRow(label: string, receipts: readonly ReceiptTold[]): readonly Cell[] {
  const sum = (value: (one: ReceiptTold) => number) =>
    written.number(receipts.reduce((all, one) => all + value(one), 0));
  return [
    { text: label, strong: true, span: 4 },
    { text: sum(({ pieces }) => pieces), strong: true },
    { text: sum(({ amount }) => amount), strong: true },
  ];
}

function actualCosts({ lines: all }: Invoice): number {
  return all.filter(({ unitPrice }) => unitPrice === undefined).reduce((sum, { amount }) => sum + amount, 0);
}

function nameOf({ code, adjusts }: InvoiceLine, words: InvoiceTold['words']): string {
  const label = words[code]?.label ?? code;
  return adjusts === undefined ? label : `${label}(${written.month(adjusts)}分の精算)`;
}

function yearOf({ month }: Invoice): string {
  const year = Number(month.slice(5)) < 4 ? Number(month.slice(0, 4)) - 1 : Number(month.slice(0, 4));
  return `令和${year - 2018}年度(${year}年4月1日から${year + 1}年3月31日まで)`;
}
