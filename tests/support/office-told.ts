import { date } from '../../src/domain/basics/civil-date.ts';
import { addMonths, type YearMonth } from '../../src/domain/basics/year-month.ts';
import { yen } from '../../src/domain/basics/yen.ts';
import type { AnnualReport, MonthReport, Tally } from '../../src/domain/reports/report.ts';
import type { FormDefinition } from '../../src/domain/forms/form.ts';
import type { InvoiceTold } from '../../src/programmes/papers/invoice.ts';
import type { BatchTold } from '../../src/programmes/papers/batch-told.ts';
import type { CustodyReceiptTold } from '../../src/programmes/papers/custody-receipt.ts';
import type { ListInquiryTold } from '../../src/programmes/papers/list-inquiry.ts';
import type { ResultsTold } from '../../src/programmes/programme-papers.ts';
import { CHECKLIST_1 } from '../../src/programmes/chiyoda-visit/checklist.ts';
import { LEEWAY_1 } from '../../src/programmes/chiyoda-visit/leeway.ts';
import { QUESTIONNAIRE_1 } from '../../src/programmes/chiyoda-visit/questionnaire.ts';
import { surveyRules } from '../../src/programmes/chiyoda-visit/survey.ts';
import { invoiceWords } from '../../src/programmes/chiyoda-visit/papers/invoice-words.ts';

const DIGEST = '0123456789abcdef'.repeat(4);

/** A month of a made-up year: numbers that differ from month to month and from each other. */
export function toldMonth(month: YearMonth, size = 40): MonthReport {
  const answers = size - 3;
  return {
    month,
    edition: 1,
    programme: 'chiyoda-visit',
    items: {
      sent: { notice: size + 21, resend: 4, reissue: 1, recall: 3, recallMail: 7 },
      applications: {
        received: { web: size - 10, phone: 8, other: 1 },
        confirmed: size - 4,
        pending: 5,
        refused: 1,
        cancelled: 2,
        withdrawn: 1,
      },
      visits: {
        completed: size,
        revisits: 3,
        absent: 4,
        othersOnly: 1,
        notCarriedOut: 2,
        remote: { online: 2, phone: 1 },
        followUp: {
          visit: 6,
          remote: 1,
          online: 1,
          phone: 0,
          revisits: 1,
          absent: 0,
          othersOnly: 0,
          notCarriedOut: 0,
        },
      },
      conditions: {
        pages: size - 2,
        withheld: 5,
        erased: 0,
        questions: { V02: { well: size - 5, watch: 3 } },
      },
      questionnaire: { 'pre-visit-questionnaire/1': formTally(QUESTIONNAIRE_1, answers) },
      checklist: { 'visit-checklist/1': formTally(CHECKLIST_1, size + 3) },
      leeway: { 'leeway/1': formTally(LEEWAY_1, 7) },
      consultations: { health: 12, childcare: 9, package: 2, other: 1 },
      urgent: { u1: 1, u2: 2, u3: 3, loss: 1 },
      survey: { held: false, sent: 0, answers: 0 },
    },
    corrections: [],
    unfinished: 0,
    lines: { count: size, digest: DIGEST },
  };
}

function formTally(form: FormDefinition, answers: number): MonthReport['items']['checklist'][string] {
  const questions = Object.fromEntries(
    form.questions.map((question): [string, Tally] => {
      const [first, second] = question.choices ?? [];
      if (!first || !second) return [question.code, { answered: answers }];
      return [question.code, { [first.code]: answers - 2, [second.code]: 2 }];
    }),
  );
  return { answers, erased: 0, questions };
}

/** The months from April to the one given. */
export function toldMonths(count: number): readonly MonthReport[] {
  return Array.from({ length: count }, (_, at) =>
    toldMonth(addMonths('2026-04' as YearMonth, at), 30 + at * 3),
  );
}

export function correctedMonth(month: YearMonth): MonthReport {
  const [survey] = surveyRules.definitions;
  const table = Object.fromEntries(
    (survey?.questions ?? []).map(({ code, choices = [] }) => [
      code,
      Object.fromEntries(choices.map((choice, at) => [choice.code, at > 2 ? null : 20 - at * 6])),
    ]),
  );
  const plain = toldMonth(month);
  return {
    ...plain,
    items: {
      ...plain.items,
      survey: {
        held: true,
        sent: 120,
        answers: 61,
        latest: {
          survey: 'survey-2026',
          form: 'satisfaction-survey/1',
          closedOn: date('2026-12-20'),
          answers: 61,
          table,
        },
      },
    },
    corrections: [
      { month: '2026-05' as YearMonth, item: 'visits.completed', from: 33, to: 34, reason: 'recorded-late' },
      { month: '2026-06' as YearMonth, item: 'consultations.health', from: 12, to: 10, reason: 'wrong-case' },
    ],
    unfinished: 2,
  };
}

export function toldYear(months: readonly MonthReport[]): AnnualReport {
  const [first] = months;
  if (!first) throw new Error('A year has months');
  return {
    year: 2026,
    edition: 1,
    programme: 'chiyoda-visit',
    months: months.map(({ month, edition }) => ({ month, edition, digest: DIGEST })),
    items: first.items,
  };
}

export const invoiceTold: InvoiceTold = {
  invoice: {
    month: '2026-06' as YearMonth,
    edition: 1,
    lines: [
      { code: 'visit', quantity: 57, unitPrice: yen(4321), amount: yen(246_297), taxClass: 'standard' },
      {
        code: 'visit-follow-up',
        quantity: 5,
        unitPrice: yen(6543),
        amount: yen(32_715),
        taxClass: 'standard',
      },
      {
        code: 'package',
        quantity: 40,
        unitPrice: yen(10_000),
        amount: yen(400_000),
        taxClass: 'non-taxable',
      },
      {
        code: 'postage-notice',
        quantity: 61,
        amount: yen(19_520),
        taxClass: 'pass-through',
        receipts: ['R-0611', 'R-0618'],
      },
      {
        code: 'postage-package',
        quantity: 40,
        amount: yen(18_400),
        taxClass: 'pass-through',
        receipts: ['R-0625'],
      },
      {
        code: 'visit',
        quantity: -1,
        unitPrice: yen(4321),
        amount: yen(-4321),
        taxClass: 'standard',
        adjusts: '2026-05' as YearMonth,
      },
    ],
    taxByRate: [
      { rate: 10, base: yen(274_691), tax: yen(27_469) },
      { rate: 0, base: yen(437_920), tax: yen(0) },
    ],
    total: yen(740_080),
  },
  number: 'MV8-2026-06-1',
  digest: DIGEST,
  on: date('2026-07-15'),
  dueIfReceived: date('2026-08-14'),
  payWithinDays: 30,
  issuer: { name: '株式会社見本見守りサービス', registration: 'T7123456789012' },
  words: invoiceWords,
  part: 'month',
  remote: [],
  withoutReceipt: [],
  receipts: [
    {
      receipt: 'R-0611',
      code: 'postage-notice',
      on: date('2026-06-11'),
      pieces: 31,
      amount: 9920,
      batch: 'batch_1',
    },
    {
      receipt: 'R-0618',
      code: 'postage-notice',
      on: date('2026-06-18'),
      pieces: 30,
      amount: 9600,
      batch: 'batch_2',
    },
    {
      receipt: 'R-0625',
      code: 'postage-package',
      on: date('2026-06-25'),
      pieces: 40,
      amount: 18_400,
      batch: 'batch_3',
    },
  ],
};

const SURNAMES = ['見本', '試験', '例題', '仮名', '髙﨑', '渡邉', '齋藤', '𠮷田'];

/** A batch with every kind of piece: posted, printed, pulled; one name is erased. */
export function toldBatch(kind: BatchTold['kind'], size: number): BatchTold {
  const packages = kind.startsWith('package');
  return {
    batch: 'batch_01tryout',
    kind,
    month: '2026-06' as YearMonth,
    fixedOn: date('2026-06-10'),
    planned: size + 3,
    dropped: 3,
    on: date('2026-06-11'),
    hand: { printed: size + 1, enclosed: size, spoiled: 1, pulled: null, posted: null },
    pieces: Array.from({ length: size }, (_, at) => {
      const base = 10_000_000_00 + at * 13 + (packages ? 3_000_000_000 : 5_000_000_000);
      const gone = at === 4;
      return {
        piece: `piece_${String(at).padStart(4, '0')}abcdefgh`,
        ...(gone ? {} : { name: `${SURNAMES[at % SURNAMES.length]} 花子${at}`, postcode: '102-0074' }),
        status: at % 9 === 8 ? 'printed' : 'posted',
        copies: at === 2 ? 2 : 1,
        service: packages ? 'simplified-registered' : 'specified-record',
        ...(at % 9 === 8
          ? {}
          : {
              tracking: `${base}${base % 7}`,
              postage: packages ? 460 : 320,
              postedOn: date('2026-06-11'),
            }),
        ...(packages ? { serials: [`TC${1000 + at}`] } : {}),
      };
    }),
  };
}

export const receiptTold: CustodyReceiptTold = {
  matter: 'matter_01tryout',
  at: '2026-05-01T10:30:00.000+09:00',
  on: date('2026-05-01'),
  what: 'list-targets',
  medium: 'CD-R',
  mediumNo: 'C-0012',
  quantity: 61,
  method: 'in-person',
  giver: '健康推進課 区 見本',
  receiver: '見守り訪問事務局 業務 見本',
  list: {
    id: 'list_01tryout',
    kind: 'targets',
    months: ['2026-05' as YearMonth],
    asOf: date('2026-05-01'),
    rows: 61,
    sha256: DIGEST,
  },
};

export const inquiryTold: ListInquiryTold = {
  list: 'list_01tryout',
  kind: 'targets',
  months: ['2026-05' as YearMonth],
  asOf: date('2026-05-01'),
  rows: 61,
  on: date('2026-05-02'),
  questions: [
    { line: 0, code: 'follow-up-list-missing', blocks: false },
    {
      line: 7,
      code: 'row-refused',
      due: date('2026-05-07'),
      blocks: false,
      faults: [{ code: 'date-does-not-exist', column: '出産予定日' }],
    },
    { line: 12, code: 'gaiji', column: 'name', due: date('2026-05-08'), blocks: true },
    { line: 31, code: 'new-pregnancy', column: 'due', due: date('2026-05-08'), blocks: true },
  ],
};

export const resultsTold: ResultsTold = {
  month: '2026-06' as YearMonth,
  edition: 1,
  digest: DIGEST,
  on: date('2026-07-08'),
  women: Array.from({ length: 34 }, (_, at) => {
    const token = `A${String(at).padStart(3, '0')}-7Q`;
    if (at === 5) return { token, line: null, page: null };
    const day = date(`2026-06-${String((at % 27) + 1).padStart(2, '0')}`);
    const talk = { date: day, followUp: at % 5 === 0, from: '10:00', to: '10:14' };
    return {
      token,
      line: {
        reference: `R8-${String(1000 + at)}`,
        name: `${SURNAMES[at % SURNAMES.length]} 花子`,
        kana: 'ミホン ハナコ',
        attempts: [
          ...(at % 8 === 7 ? [{ date: day, result: 'absent', mode: 'visit' }] : []),
          ...(at % 16 === 15
            ? []
            : [{ ...talk, result: 'completed', mode: at % 11 === 10 ? 'online' : 'visit' }]),
        ],
      },
      page:
        at % 6 === 1
          ? null
          : {
              form: 'visit-checklist/1',
              date: day,
              answers: { V02: 'well', V11: '体調は良好', V12: '産後の手伝いの相談あり' },
            },
    };
  }),
};
