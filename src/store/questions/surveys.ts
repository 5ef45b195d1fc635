import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { Counts } from '../../domain/survey/tabulate.ts';
import type { Reader, Statement } from '../connection.ts';
import { text, truth, whole } from '../row.ts';

export type SurveyRow = {
  readonly survey: string;
  readonly form: string;
  readonly openedOn: CivilDate;
  readonly first: CivilDate;
  readonly last: CivilDate;
  readonly answers: number;
  readonly counts: Counts;
  readonly closed: boolean;
};

const ALL: Statement = {
  name: 'surveys-all',
  text: `select survey, form, opened_on, first, last, answers, counts, closed from p_survey order by first, survey`,
};

/** Every survey that was held, oldest first, with counts that are not yet fit to be shown. */
export async function findSurveys(reader: Reader): Promise<readonly SurveyRow[]> {
  return (await reader.rows(ALL, [])).map((row) => {
    const counts: Counts = JSON.parse(text(row, 'counts'));
    return {
      survey: text(row, 'survey'),
      form: text(row, 'form'),
      openedOn: text(row, 'opened_on') as CivilDate,
      first: text(row, 'first') as CivilDate,
      last: text(row, 'last') as CivilDate,
      answers: whole(row, 'answers'),
      counts,
      closed: truth(row, 'closed'),
    };
  });
}
