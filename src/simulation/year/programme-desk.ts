import { addDays, type CivilDate } from '../../domain/basics/civil-date.ts';
import { addMonths, firstDay, type YearMonth } from '../../domain/basics/year-month.ts';
import { isProgrammeDay } from '../../domain/calendar/programme-days.ts';
import type { Duty } from '../../domain/duties/duty.ts';
import { programmeDuties } from '../../domain/duties/programme-duties.ts';
import type { Hands } from './hands.ts';
import type { Office } from './office.ts';
import type { PackageRoom } from './package-room.ts';
import { STAFF } from './staff.ts';

/** Duties that another office ends: the months, the survey. */
const ELSEWHERE: ReadonlySet<Duty['kind']> = new Set(['close-month', 'hold-survey', 'annual-report']);

/** Dated duties of the programme (B-02): each is done when it shows, and closed with its evidence. */
export function programmeDesk(hands: Hands, packages: PackageRoom): Office {
  const open = programmeDuties(hands.rules)
    .filter(({ kind }) => !ELSEWHERE.has(kind))
    .toSorted((a, b) => (a.from === b.from ? 0 : a.from < b.from ? -1 : 1));
  return {
    name: 'programme-desk',
    time: '15:00',
    open: (day) => isProgrammeDay(day, hands.rules.mailing.calendar),
    work: async () => {
      const today = hands.clock.today();
      while (open[0] && open[0].from <= today) {
        const duty = open.shift();
        if (duty) await carryOut(hands, packages, duty, today);
      }
    },
  };
}

async function carryOut(hands: Hands, packages: PackageRoom, duty: Duty, today: CivilDate): Promise<void> {
  const { kind, key } = duty;
  if (kind === 'count-stock') await packages.count();
  if (kind === 'review-log') await reviewLog(hands, key.slice(-'YYYY-MM'.length) as YearMonth);
  if (kind === 'review-access') await reviewAccess(hands, today);
  await closeDuty(hands, key, `${kind}-${today}`, ownerOf(duty));
}

/** A duty ends with what proves it; who may not close it herself hands it to the manager. */
export async function closeDuty(hands: Hands, duty: string, evidence: string, actor: string): Promise<void> {
  await hands.act({ actor }, [{ row: 'duty.close', input: { duty, evidence } }]);
}

function ownerOf({ owner }: Duty): string {
  switch (owner) {
    case 'access-approver':
      return STAFF.approver;
    case 'administrator':
      return STAFF.administrator;
    default:
      return STAFF.manager;
  }
}

async function reviewLog(hands: Hands, month: YearMonth): Promise<void> {
  const to = addDays(firstDay(addMonths(month, 1)), -1);
  void (await hands.ask({ actor: STAFF.approver }, 'log.review', { from: firstDay(month), to }));
}

async function reviewAccess(hands: Hands, today: CivilDate): Promise<void> {
  await hands.act({ actor: STAFF.supervisor, second: STAFF.approver }, [
    {
      row: 'access.review',
      input: { doneOn: today, system: 'mimamori', documents: ['register-of-workers'], unfit: [] },
    },
  ]);
}
