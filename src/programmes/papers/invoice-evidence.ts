import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { Invoice } from '../../domain/billing/invoice.ts';
import type { PieceKind } from '../../domain/facts/mailing.ts';
import type { Block, Cell } from '../paper.ts';
import { mailWords } from './mail-words.ts';
import { written } from './numbers.ts';

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

/** What was posted and waits for its receipt. */
export type WaitingTold = {
  readonly kind: PieceKind;
  readonly on: CivilDate;
  readonly pieces: number;
  readonly amount: number;
};

type Evidence = {
  readonly invoice: Invoice;
  readonly words: Readonly<Record<string, { readonly label: string }>>;
  readonly receipts: readonly ReceiptTold[];
  readonly withoutReceipt: readonly WaitingTold[];
};

/** What proves the actual costs of an invoice, and what waits for its proof (CHI-10.3-2). */
export function invoiceEvidence(told: Evidence): readonly Block[] {
  return [...(told.receipts.length === 0 ? [] : evidence(told)), ...missing(told.withoutReceipt)];
}

/** 証拠書類一覧: each receipt once, and under each actual cost the sum that the invoice claims. */
function evidence({ receipts: claimed, invoice, words }: Evidence): readonly Block[] {
  const receipts = claimed.toSorted((a, b) =>
    a.on < b.on ? -1 : a.on > b.on ? 1 : a.receipt < b.receipt ? -1 : 1,
  );
  // In the order of the invoice's own lines.
  const codes = [...new Set(invoice.lines.map(({ code }) => code))].filter((code) =>
    receipts.some((one) => one.code === code),
  );
  return [
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

/** What waits for its receipt, so that the ward sees what the next invoices will bring. */
function missing(waiting: readonly WaitingTold[]): readonly Block[] {
  if (waiting.length === 0) return [];
  return [
    { kind: 'heading', text: '受領証がないため今回請求しない実費' },
    {
      kind: 'table',
      name: '',
      dense: true,
      columns: [
        { head: '差出日', width: 40 },
        { head: '種類', width: 'rest' },
        { head: '通数(通)', width: 20, align: 'right' },
        { head: '金額(円)', width: 24, align: 'right' },
      ],
      rows: waiting.map(({ kind, on, pieces, amount }): readonly Cell[] => [
        written.day(on),
        mailWords.kind[kind],
        written.number(pieces),
        written.number(amount),
      ]),
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
