import { addDays, type CivilDate } from '../../domain/basics/civil-date.ts';
import { addMonths, firstDay } from '../../domain/basics/year-month.ts';
import { fiscalYearDays, fiscalYearLabel, fiscalYearOf } from '../../domain/calendar/fiscal-year.ts';
import type { Invoice, InvoiceLine, TaxClass } from '../../domain/billing/invoice.ts';
import type { Block, Cell, Paper } from '../paper.ts';
import { invoiceEvidence, type ReceiptTold, type WaitingTold } from './invoice-evidence.ts';
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
  /** By the position of a line: of its remote talks, how many by video and by telephone (CHI-10.2-3). */
  readonly remote: readonly ({ readonly online: number; readonly phone: number } | undefined)[];
  /** What was posted without a receipt so far: listed, not claimed (CHI-10.3-2). */
  readonly withoutReceipt: readonly WaitingTold[];
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
  const { invoice, receipts, withoutReceipt } = told;
  return {
    template: 'invoice-1',
    title: `請求書${kindOf(told)}`,
    form: `請求書番号 ${told.number}`,
    date: told.on,
    ...toWard(office, [['取引の期間', periodOf(told)]]),
    from: [...office.from, `登録番号 ${told.issuer.registration}`],
    blocks: [
      { kind: 'text', text: LEADS[Math.sign(invoice.total)] ?? '' },
      { kind: 'amount', label: 'ご請求金額(税込)', text: `金${written.number(invoice.total)}円也` },
      lines(told),
      taxes(invoice),
      ...(invoice.total > 0 ? [payment(office, told)] : []),
      ...(invoice.lines.some(({ adjusts }) => adjusts)
        ? [
            {
              kind: 'text',
              small: true,
              text: '「精算」の行は、過去の月の報告後に判明した差異です。△は減額を表します。',
            } as const,
          ]
        : []),
      ...(receipts.length + withoutReceipt.length === 0
        ? []
        : [{ kind: 'new-page' } as const, ...invoiceEvidence(told)]),
    ],
    edition: invoice.edition === 1 ? '第1版' : `補足 第${invoice.edition - 1}号`,
    proof: `照合値 ${told.digest.slice(0, 16)}`,
  };
}

/** By the sign of what is claimed. */
const LEADS: Readonly<Record<number, string>> = {
  [-1]: '下記のとおり、過去のご請求を減額いたします。△の金額をお返しします。',
  0: 'この期間は、ご請求する金額がありません。',
  1: '下記のとおり請求いたします。',
};

/** Editions after the first are the supplements after the contract's last month: claims of their own (AMB-39). */
function kindOf({ part, invoice }: InvoiceTold): string {
  if (part === 'lump-sum') return '(総価契約分)';
  return invoice.edition === 1 ? '' : `(補足 第${invoice.edition - 1}号)`;
}

function periodOf({ part, invoice, on }: InvoiceTold): string {
  const { month, edition } = invoice;
  const days = (from: CivilDate, to: CivilDate) => `${written.day(from)}から${written.day(to)}まで`;
  if (part === 'lump-sum') {
    const year = fiscalYearOf(firstDay(month));
    const { from, to } = fiscalYearDays(year);
    return `${days(from, to)}(${fiscalYearLabel(year)})`;
  }
  return edition === 1
    ? days(firstDay(month), addDays(firstDay(addMonths(month, 1)), -1))
    : `${written.month(month)}分の締切り後、${written.day(on)}までに確定した分`;
}

function payment(office: Office, told: InvoiceTold): Block {
  return {
    kind: 'fields',
    rows: [
      [
        'お支払の期限',
        `適正な請求書を受領された日から${told.payWithinDays}日以内\n(${written.day(told.on)}に受領の場合は${written.day(told.dueIfReceived)}まで)`,
      ],
      ['振込先', office.bank.map(([label, value]) => `${label} ${value}`).join('\n')],
    ],
  };
}

function lines({ invoice: { lines: all }, words, remote }: InvoiceTold): Block {
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
    rows: all.map((line, at): readonly Cell[] => [
      nameOf(line, words) + waysOf(remote[at]),
      `${written.number(line.quantity)}${words[line.code]?.unit ?? ''}`,
      line.unitPrice === undefined ? '実費' : written.number(line.unitPrice),
      written.number(line.amount),
      TAX[line.taxClass],
    ]),
    totals: [
      [
        { text: '小計(消費税を除く)', strong: true, span: 3 },
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
        { text: '合計(税込)', strong: true },
        { text: written.number(total), strong: true, span: 2 },
      ],
    ],
  };
}

function nameOf({ code, adjusts }: InvoiceLine, words: InvoiceTold['words']): string {
  const label = words[code]?.label ?? code;
  return adjusts === undefined ? label : `${label}(${written.month(adjusts)}分の精算)`;
}

function waysOf(ways: InvoiceTold['remote'][number]): string {
  return ways ? `\n(オンライン ${written.number(ways.online)}件、電話 ${written.number(ways.phone)}件)` : '';
}
