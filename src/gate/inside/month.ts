import { z } from 'zod';
import { dayOfInstant } from '../../domain/basics/instant.ts';
import { addMonths, type YearMonth } from '../../domain/basics/year-month.ts';
import { isNewToBill } from '../../domain/billing/new-to-bill.ts';
import {
  closeMonth,
  mayNotClose,
  type ClosingSeen,
  type GatheredMonth,
} from '../../domain/reports/close-month.ts';
import { makeReport } from '../../domain/reports/make-report.ts';
import { monthStream } from '../../domain/streams.ts';
import { roles } from '../../security/access.ts';
import { billableFacts } from '../../store/questions/billing.ts';
import { allClosings, lastPlace } from '../../store/questions/months.ts';
import { command, type Command } from '../command.ts';
import type { Gathering } from '../gathering.ts';
import { inputs } from '../inputs.ts';
import { countMonth, countVault } from './count-month.ts';
import { programmeOf } from './remake-report.ts';

/** Nobody hands in the numbers: they are counted while the programme stands still. */
const gathered = z.custom<GatheredMonth>(() => false).optional();

type Closing = {
  readonly month: YearMonth;
  readonly gathered?: GatheredMonth | undefined;
};

/** `month.close`: freezes a month's numbers; nothing can be written between the count and the closing (CHI-9.1-2). */
const close = command({
  name: 'month.close',
  says: 'Close a month: count it, freeze its report and the lines of its results table',
  schema: z.strictObject({ month: inputs.month, gathered }),
  who: { allowed: roles('responsible-manager') },
  alone: true,
  streams: ({ month }) => aroundMonth(month),
  gathers: (gathering, input, state) => gather(gathering, input, state, false),
  decide: (state, input, context) => closeMonth(state, { ...input, supplement: false }, context),
  remembers: 'report',
});

/** `report.supplement`: what became known after the contract's last month was closed, dated (AMB-22, AMB-39). */
const supplement = command({
  name: 'report.supplement',
  says: "Freeze a dated supplement to the report of the contract's last month",
  schema: z.strictObject({ month: inputs.month, gathered }),
  who: { allowed: roles('responsible-manager') },
  alone: true,
  streams: ({ month }) => aroundMonth(month),
  gathers: (gathering, input, state) => gather(gathering, input, state, true),
  decide: (state, input, context) => closeMonth(state, { ...input, supplement: true }, context),
  remembers: 'report',
});

export const monthCommands: readonly Command[] = [close, supplement];

function aroundMonth(month: YearMonth) {
  return {
    month: monthStream(month),
    previous: monthStream(addMonths(month, -1)),
    next: monthStream(addMonths(month, 1)),
  };
}

async function gather(
  { reader, open, now, rules, secrets, remember }: Gathering,
  input: Closing,
  seen: ClosingSeen,
  isSupplement: boolean,
): Promise<Closing> {
  const { month } = input;
  if (mayNotClose(seen, { month, supplement: isSupplement }, { now, rules })) return input;
  const edition = seen.month.closings.length + 1;
  const period = { month, edition, earlier: await allClosings(reader) };
  const upTo = await lastPlace(reader);
  const counted = await countMonth(reader, period, upTo, rules);
  remember({
    fields: [
      'answers.*',
      'visit.*',
      'identity.name',
      'identity.printName',
      'identity.kana',
      'reference.number',
    ],
    hits: new Set([...counted.wanted.map((one) => one.case), ...counted.women.keys()]).size,
    set: `month:${month}/${edition}`,
  });
  const vault = await countVault(open, secrets, period, counted, rules);
  const frozen = { ...vault, on: dayOfInstant(now) };
  const { report, digest } = makeReport(period, counted, frozen, await programmeOf(reader), rules);
  const newToBill =
    isSupplement &&
    isNewToBill({ month, edition, upTo }, period.earlier, await billableFacts(reader, upTo), rules);
  return {
    ...input,
    gathered: { ...vault, edition, upTo, digest, corrections: report.corrections.length, newToBill },
  };
}
