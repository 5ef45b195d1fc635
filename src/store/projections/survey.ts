import { countAnswers } from '../../domain/survey/tabulate.ts';
import { usableForm } from '../../domain/forms/form.ts';
import { projection } from '../projection.ts';

/** One row a survey with its counts as JSON; small cells are hidden only when it is shown. */
export const surveyProjection = projection({
  name: 'survey',
  of: 'survey',
  columns: {
    survey: 'text',
    form: 'text',
    opened_on: 'text',
    first: 'text',
    last: 'text',
    answers: 'int',
    counts: 'text',
    closed: 'boolean',
  },
  rows: ({ opened, answers, closed }, id, rules) => {
    if (!opened) return [];
    const form = usableForm(rules.survey.definitions, opened.form);
    return [
      {
        survey: id,
        form: opened.form,
        opened_on: opened.on,
        first: opened.from,
        last: opened.to,
        answers: answers.length,
        counts: JSON.stringify(form ? countAnswers(form, answers) : {}),
        closed,
      },
    ];
  },
});
