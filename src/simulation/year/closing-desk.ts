import { addDays, type CivilDate } from '../../domain/basics/civil-date.ts';
import { addMonths, firstDay, monthContaining, type YearMonth } from '../../domain/basics/year-month.ts';
import { isProgrammeDay, programmeDayAfter } from '../../domain/calendar/programme-days.ts';
import type { Period } from '../../domain/facts/closing.ts';
import type { WhichInvoice } from '../../exchange/papers/invoice-data.ts';
import { dayBook } from './day-book.ts';
import type { Hands } from './hands.ts';
import type { Office } from './office.ts';
import type { PaperRoom } from './paper-room.ts';
import { closeDuty } from './programme-desk.ts';
import { STAFF } from './staff.ts';

const MANAGER = { actor: STAFF.manager };
const WARD = { actor: STAFF.ward };

/** The month whose report the ward sends back once. */
const RETURNED = '2026-09' as YearMonth;
const INSPECTED_AFTER = 2;
/** The office day of the month on which it is looked whether something is to be added to the last report. */
const SUPPLEMENT_ON = 8;
const INVOICED_AFTER = 1;
const PAID_AFTER_DAYS = 25;

type Step =
  | { readonly kind: 'close'; readonly month: YearMonth }
  | { readonly kind: 'inspect'; readonly month: Period; readonly edition: number }
  | { readonly kind: 'invoice'; readonly which: WhichInvoice }
  | { readonly kind: 'pay'; readonly month: Period; readonly edition: number; readonly amount: number }
  | { readonly kind: 'supplement' };

/**
 * The end of each month (CHI-9, CHI-10): closed and reported in the first days of the next, March on its own last day;
 * inspected by the ward, once sent back; invoiced after the acceptance, received, and paid within 30 days.
 */
export function closingDesk(hands: Hands, papers: PaperRoom): Office {
  const { contract, mailing, urgent } = hands.rules;
  const last = monthContaining(contract.to);
  const steps = dayBook<Step>();
  const after = (days: number) => programmeDayAfter(hands.clock.today(), days, urgent.office);
  for (let month = monthContaining(contract.from); month <= last; month = addMonths(month, 1)) {
    const next = firstDay(addMonths(month, 1));
    steps.put(month === last ? contract.to : programmeDayAfter(addDays(next, -1), 2, urgent.office), {
      kind: 'close',
      month,
    });
  }
  for (let month = addMonths(last, 1); month <= addMonths(last, 24); month = addMonths(month, 1)) {
    // After the inspection of what was handed in before.
    const day = programmeDayAfter(addDays(firstDay(month), -1), SUPPLEMENT_ON, urgent.office);
    steps.put(day, { kind: 'supplement' });
  }

  async function issue(month: Period): Promise<void> {
    const facts = await hands.act(MANAGER, [{ row: 'report.issue', input: { month } }]);
    const edition = facts.flatMap((fact) => (fact.type === 'report.issued' ? [fact.edition] : []))[0] ?? 1;
    steps.put(after(INSPECTED_AFTER), { kind: 'inspect', month, edition });
  }

  async function carryOut(step: Step): Promise<void> {
    switch (step.kind) {
      case 'close': {
        const { month } = step;
        await hands.act(MANAGER, [{ row: 'month.close', input: { month } }]);
        await issue(month);
        await closeDuty(hands, `programme/close-month/${month}`, `report-${month}`, STAFF.manager);
        if (month !== last) return;
        await issue(`${contract.year}`);
        await closeDuty(hands, 'programme/annual-report', `report-${contract.year}`, STAFF.manager);
        return;
      }
      case 'inspect':
        return inspect(step);
      case 'invoice':
        return invoice(step.which);
      case 'pay': {
        const on = hands.clock.today();
        const { month, edition, amount } = step;
        await hands.act(WARD, [{ row: 'invoice.pay', input: { month, edition, on, amount } }]);
        return;
      }
      case 'supplement': {
        const refused = await hands.tryEach(MANAGER, [
          { call: { row: 'report.supplement', input: { month: last } }, may: ['nothing-to-supplement'] },
        ]);
        if (refused.size === 0) await issue(last);
      }
    }
  }

  async function inspect({ month, edition }: { readonly month: Period; readonly edition: number }) {
    if (month === RETURNED && edition === 1) {
      const input = { month, reason: 'line-unclear', ref: `ward-${month}` };
      await hands.act(WARD, [{ row: 'report.return', input }]);
      await hands.act(MANAGER, [{ row: 'month.close', input: { month } }]);
      return issue(month);
    }
    await hands.act(WARD, [{ row: 'report.accept', input: { month, ref: `ward-${month}-${edition}` } }]);
    await papers.report(month, edition);
    if (month.length === 4) return;
    const supplement = month === last && edition > 1 ? { supplement: edition - 1 } : {};
    steps.put(after(INVOICED_AFTER), {
      kind: 'invoice',
      which: { month: month as YearMonth, ...supplement },
    });
    if (month === last && edition === 1) {
      steps.put(after(INVOICED_AFTER), { kind: 'invoice', which: { year: contract.year } });
    }
  }

  async function invoice(which: WhichInvoice): Promise<void> {
    const { total: amount } = await papers.invoice(which);
    const month: Period = 'year' in which ? `${which.year}` : which.month;
    const edition = 'year' in which ? 1 : (which.supplement ?? 0) + 1;
    const on = hands.clock.today();
    await hands.act(WARD, [{ row: 'invoice.receive', input: { month, edition, on } }]);
    if (amount > 0) {
      const day: CivilDate = addDays(on, PAID_AFTER_DAYS);
      steps.put(day, { kind: 'pay', month, edition, amount });
    }
  }

  return {
    name: 'closing-desk',
    time: '18:00',
    open: (day) => isProgrammeDay(day, mailing.calendar),
    work: async () => {
      for (const step of steps.take(hands.clock.today())) await carryOut(step);
    },
  };
}
