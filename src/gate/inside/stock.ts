import { z } from 'zod';
import { countStock } from '../../domain/benefits/count-stock.ts';
import { destroyStock } from '../../domain/benefits/destroy-stock.ts';
import { receiveStock } from '../../domain/benefits/receive-stock.ts';
import { returnStock } from '../../domain/benefits/return-stock.ts';
import { caseStream, stockStream } from '../../domain/streams.ts';
import { roles } from '../../security/access.ts';
import { stockBalance } from '../../store/questions/stock.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';

const serials = z.array(inputs.code).min(1).max(2000);
const twoPeople = {
  allowed: roles('mailing-clerk', 'responsible-manager'),
  second: ['mailing-clerk', 'work-supervisor', 'responsible-manager'],
} as const;

export const receiveStockCommand = command({
  name: 'stock.receive',
  says: 'Take voucher sets into the safe, counted by two people',
  schema: z.strictObject({ serials, expiry: inputs.date, count: z.int().min(1) }),
  who: twoPeople,
  streams: () => ({ stock: stockStream() }),
  decide: receiveStock,
  remembers: 'custody',
});

export const countStockCommand = command({
  name: 'stock.count',
  says: 'Count the safe by two people and hold it against the book',
  schema: z.strictObject({ counted: z.int().min(0) }),
  who: twoPeople,
  streams: () => ({ stock: stockStream() }),
  decide: countStock,
  remembers: 'custody',
});

export const returnStockCommand = command({
  name: 'stock.return',
  says: 'Put the voucher sets of a package that came back into the safe again',
  schema: z.strictObject({ case: inputs.id('case'), piece: inputs.id('piece'), serials }),
  who: twoPeople,
  streams: (input) => ({ case: caseStream(input.case), stock: stockStream() }),
  decide: returnStock,
  remembers: 'custody',
});

export const destroyStockCommand = command({
  name: 'stock.destroy',
  says: 'Write down that voucher sets were destroyed with the consent of the ward',
  schema: z.strictObject({ serials, ref: inputs.code }),
  who: { allowed: roles('responsible-manager'), second: ['mailing-clerk', 'work-supervisor', 'ward-staff'] },
  streams: () => ({ stock: stockStream() }),
  decide: destroyStock,
  remembers: 'custody',
});

/** `stock.balance`: received = in + out + destroyed, and what expires when. */
const stockBalanceQuestion = question({
  name: 'stock.balance',
  says: 'Show how many voucher sets came in, lie in the safe, are out, or were destroyed',
  schema: z.strictObject({}),
  who: { allowed: roles('mailing-clerk', 'responsible-manager', 'work-supervisor', 'ward-staff', 'auditor') },
  reading: 'none',
  opens: [],
  purpose: 'custody',
  find: ({ reader }) => stockBalance(reader),
  show: (rows) => rows,
});

/** Commands about voucher sets in custody. */
export const stockCommands: readonly Command[] = [
  receiveStockCommand,
  countStockCommand,
  returnStockCommand,
  destroyStockCommand,
];

/** Questions about voucher sets in custody. */
export const stockQuestions: readonly Question[] = [stockBalanceQuestion];
