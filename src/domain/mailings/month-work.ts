import { addDays, type CivilDate } from '../basics/civil-date.ts';
import type { CaseId } from '../basics/ids.ts';
import { monthContaining, type YearMonth } from '../basics/year-month.ts';
import { dispatchDates } from '../calendar/reporting.ts';
import type { CaseState } from '../case.ts';
import type { Rules } from '../rules.ts';
import { dueMail, type DropReason } from './due-mail.ts';
import { dueRecallMail } from './recall-mail.ts';
import type { LetterKind } from './next-letter.ts';

/** What a month's dispatch has to do: who gets which letter, who not and why, who is owed a mail or a call. */
export type MonthWork = {
  readonly on: CivilDate;
  readonly dispatch: {
    readonly target: CivilDate;
    readonly latest: CivilDate;
    /** CHI-8.1-5: after the target with letters unsent a warning, after the latest day a breach. */
    readonly state: 'ok' | 'warning' | 'breach';
  };
  readonly due: readonly { readonly case: CaseId; readonly kind: LetterKind; readonly from: CivilDate }[];
  readonly counts: Readonly<Record<LetterKind, number>>;
  readonly dropped: readonly {
    readonly kind: LetterKind;
    readonly why: DropReason;
    readonly count: number;
  }[];
  readonly recallMails: readonly { readonly case: CaseId; readonly due: 'mail' | 'call' }[];
};

/** The work of the dispatch of a month as it stands on a day (CHI-8.1-5, 8.1-8, 8.9-1, 8.9-3). */
export function monthWork(
  cases: ReadonlyMap<CaseId, CaseState>,
  month: YearMonth,
  today: CivilDate,
  rules: Rules,
): MonthWork {
  const { dispatch, calendar } = rules.mailing;
  const dates = dispatchDates(month, dispatch, calendar);
  const on = dayOfWork(month, today, dates.target);
  const due: MonthWork['due'][number][] = [];
  const dropped = new Map<string, MonthWork['dropped'][number]>();
  const recallMails: MonthWork['recallMails'][number][] = [];
  const counts = { notice: 0, resend: 0, recall: 0, reissue: 0 };
  for (const [id, state] of cases) {
    const mail = dueRecallMail(state, on, rules);
    if (mail.due !== 'none') recallMails.push({ case: id, due: mail.due });
    const letter = dueMail(state, on, rules);
    if (letter.due) {
      due.push({ case: id, kind: letter.kind, from: letter.from });
      counts[letter.kind] += 1;
    } else if (letter.kind) {
      const { kind, why } = letter;
      const count = (dropped.get(`${kind} ${why}`)?.count ?? 0) + 1;
      dropped.set(`${kind} ${why}`, { kind, why, count });
    }
  }
  // A notice that was due in this month or before and has not left is what the ward asks about.
  const unsent = due.some(({ kind }) => kind === 'notice' || kind === 'resend');
  const state = !unsent || today <= dates.target ? 'ok' : today <= dates.latest ? 'warning' : 'breach';
  return { on, dispatch: { ...dates, state }, due, counts, dropped: [...dropped.values()], recallMails };
}

/** Today within the month; for a month to come its target day, for one that is over its last day. */
export function dayOfWork(month: YearMonth, today: CivilDate, target: CivilDate): CivilDate {
  const now = monthContaining(today);
  if (now === month) return today;
  return now < month ? target : lastDay(month);
}

function lastDay(month: YearMonth): CivilDate {
  let day = `${month}-28` as CivilDate;
  while (monthContaining(addDays(day, 1)) === month) day = addDays(day, 1);
  return day;
}
