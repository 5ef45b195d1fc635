import { date } from '../../src/domain/basics/civil-date.ts';
import type { YearMonth } from '../../src/domain/basics/year-month.ts';
import { yen } from '../../src/domain/basics/yen.ts';
import type { MonthReport } from '../../src/domain/reports/report.ts';
import { chiyodaOffice } from '../../src/programmes/chiyoda-visit/papers/office.ts';
import { chiyodaPapers } from '../../src/programmes/chiyoda-visit/papers/papers.ts';
import { billingRules } from '../../src/programmes/chiyoda-visit/prices.ts';
import type { Paper } from '../../src/programmes/paper.ts';
import { countSheet } from '../../src/programmes/papers/count-sheet.ts';
import { custodyReceipt } from '../../src/programmes/papers/custody-receipt.ts';
import { dispatchList } from '../../src/programmes/papers/dispatch-list.ts';
import { invoicePaper } from '../../src/programmes/papers/invoice.ts';
import { listInquiry } from '../../src/programmes/papers/list-inquiry.ts';
import { pickList } from '../../src/programmes/papers/pick-list.ts';
import { postingSlips } from '../../src/programmes/papers/posting-slip.ts';
import {
  correctedMonth,
  inquiryTold,
  invoiceTold,
  receiptTold,
  resultsTold,
  toldBatch,
  toldMonth,
  toldMonths,
  toldYear,
} from './office-told.ts';

const digest = '0123456789abcdef'.repeat(4);
const MARCH = '2027-03' as YearMonth;

/** One of every paper of the office, and of those that differ most the emptiest and the fullest. */
export function officePapers() {
  const slips = postingSlips(chiyodaOffice, toldBatch('notice', 37));
  if (!slips) throw new Error('No slip');
  const months = toldMonths(12);
  const march = correctedMonth(MARCH);
  const supplement = {
    month: MARCH,
    edition: 2,
    supplement: 1,
    programme: 'chiyoda-visit',
    on: date('2027-04-12'),
  };
  const lines = { count: 0, digest };
  const lump = billingRules.costs.flatMap((cost) =>
    cost.part === 'lump-sum'
      ? [
          {
            code: cost.code,
            quantity: 1,
            unitPrice: cost.amount,
            amount: cost.amount,
            taxClass: 'standard' as const,
          },
        ]
      : [],
  );
  const base = lump.reduce((sum, { amount }) => sum + amount, 0);
  const nothing = { month: '2026-04' as YearMonth, edition: 1, lines: [], taxByRate: [], total: yen(0) };
  return {
    'month-empty': chiyodaPapers.month({ report: emptyApril(), earlier: [], digest, on: date('2026-05-08') }),
    'month-march': chiyodaPapers.month({
      report: march,
      earlier: months.slice(0, 11),
      digest,
      on: date('2027-03-31'),
    }),
    supplement: chiyodaPapers.supplement({
      supplement: { ...supplement, corrections: march.corrections, lines },
      digest,
    }),
    'supplement-empty': chiyodaPapers.supplement({
      supplement: { ...supplement, corrections: [], lines },
      digest,
    }),
    year: chiyodaPapers.year({ report: toldYear(months), months, digest, on: date('2027-03-31') }),
    applications: chiyodaPapers.applications({ months, digest, on: date('2027-03-31') }),
    results: chiyodaPapers.results(resultsTold),
    'results-empty': chiyodaPapers.results({ ...resultsTold, women: [] }),
    invoice: invoicePaper(chiyodaOffice, invoiceTold),
    'invoice-nothing': invoicePaper(chiyodaOffice, { ...invoiceTold, invoice: nothing, receipts: [] }),
    'invoice-supplement': invoicePaper(chiyodaOffice, {
      ...invoiceTold,
      invoice: { ...invoiceTold.invoice, month: MARCH, edition: 2 },
      on: date('2027-04-15'),
      withoutReceipt: [{ kind: 'package', on: date('2027-03-25'), pieces: 2, amount: 1240 }],
    }),
    'invoice-lump-sum': invoicePaper(chiyodaOffice, {
      ...invoiceTold,
      part: 'lump-sum',
      on: date('2027-03-31'),
      invoice: {
        month: MARCH,
        edition: 1,
        lines: lump,
        taxByRate: [{ rate: 10, base: yen(base), tax: yen(base / 10) }],
        total: yen(base * 1.1),
      },
      receipts: [],
    }),
    slips,
    count: countSheet(toldBatch('package', 20)),
    pick: pickList(toldBatch('package', 46)),
    dispatch: dispatchList(chiyodaOffice, toldBatch('notice', 45)),
    custody: custodyReceipt(chiyodaOffice, receiptTold),
    inquiry: listInquiry(chiyodaOffice, inquiryTold),
  } as const satisfies Readonly<Record<string, Paper>>;
}

/** The first month of the contract: nobody was visited, nobody asked. */
function emptyApril(): MonthReport {
  const { items, ...april } = toldMonth('2026-04' as YearMonth, 30);
  const none = {
    completed: 0,
    revisits: 0,
    absent: 0,
    othersOnly: 0,
    notCarriedOut: 0,
  };
  const { completed: _home, ...rest } = none;
  return {
    ...april,
    items: {
      sent: { notice: 0, resend: 0, reissue: 0, recall: 0, recallMail: 0 },
      applications: {
        received: { web: 0, phone: 0, other: 0 },
        confirmed: 0,
        pending: 0,
        refused: 0,
        cancelled: 0,
        withdrawn: 0,
      },
      visits: {
        ...none,
        remote: { online: 0, phone: 0 },
        followUp: { visit: 0, remote: 0, online: 0, phone: 0, ...rest },
      },
      conditions: { pages: 0, withheld: 0, erased: 0, questions: {} },
      questionnaire: {},
      checklist: {},
      leeway: {},
      consultations: {},
      urgent: { u1: 0, u2: 0, u3: 0, loss: 0 },
      survey: items.survey,
    },
  };
}
