import { addDays, type CivilDate } from '../../domain/basics/civil-date.ts';
import { isProgrammeDay } from '../../domain/calendar/programme-days.ts';
import { programmeDuties } from '../../domain/duties/programme-duties.ts';
import type { Hands, Try } from './hands.ts';
import type { Office } from './office.ts';
import { closeDuty } from './programme-desk.ts';
import { STAFF } from './staff.ts';

const MANAGER = { actor: STAFF.manager };
const OPEN_FOR_DAYS = 42;
/** So many weeks before the day by which it must have been held (CHI-8.17-1) it begins. */
const BEGINS_BEFORE_DAYS = 56;

/** The survey of the year: opened with a version the ward approved, sent twice to whoever was visited, closed. */
export function surveyDesk(hands: Hands): Office {
  const { surveyBy } = hands.rules.duties;
  const from = addDays(surveyBy, -BEGINS_BEFORE_DAYS);
  const to = addDays(from, OPEN_FOR_DAYS);
  const survey = `satisfaction-${surveyBy.slice(0, 4)}`;
  const left = new Set(['open', 'again', 'close']);
  const due = (what: string, day: CivilDate) => hands.clock.today() >= day && left.delete(what);
  return {
    name: 'survey-desk',
    time: '15:30',
    open: (day) => day >= from && day <= addDays(to, 14) && isProgrammeDay(day, hands.rules.mailing.calendar),
    work: async () => {
      if (due('open', from)) {
        const [form] = hands.rules.survey.definitions;
        await hands.act(MANAGER, [
          {
            row: 'survey.open',
            input: {
              survey,
              form: `${form?.id}/${form?.version}`,
              from: hands.clock.today(),
              to,
              ref: 'ward-survey-1',
            },
          },
        ]);
        await send(hands, survey);
      } else if (due('again', addDays(from, OPEN_FOR_DAYS / 2))) await send(hands, survey);
      else if (due('close', addDays(to, 1))) {
        await hands.act(MANAGER, [{ row: 'survey.close', input: { survey } }]);
        void (await hands.ask(MANAGER, 'survey.results', {}));
        for (const { key } of programmeDuties(hands.rules).filter(({ kind }) => kind === 'hold-survey')) {
          await closeDuty(hands, key, survey, STAFF.manager);
        }
      }
    },
  };
}

/** Everybody who was visited and can be reached by mail is asked once. */
async function send(hands: Hands, survey: string): Promise<void> {
  const tries = [...hands.book.cases()]
    .filter(([, state]) => state.visits.completed && !state.messages.surveys.includes(survey))
    .map(([id]): Try => ({
      call: { row: 'survey.send', input: { survey, case: id, message: hands.ids.fresh('message') } },
      may: ['survey-not-for-her'],
    }));
  await hands.tryEach(MANAGER, tries);
}
