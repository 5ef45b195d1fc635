import { addDays } from '../basics/civil-date.ts';
import { addMonths, firstDay, type YearMonth } from '../basics/year-month.ts';
import { formName, type FormDefinition } from '../forms/form.ts';
import type { Rules } from '../rules.ts';
import { countAnswers, tabulate } from '../survey/tabulate.ts';
import type { SurveySeen } from './known-facts.ts';
import { latestSurvey } from './latest-survey.ts';
import type { ByForm, FormTally, ReportItems, SurveyItem, Tally } from './report.ts';
import { ANSWERED } from './tabulate-answers.ts';

/** The numbers of a month or of a year by path below `items`. */
export type Numbers = ReadonlyMap<string, number>;

/** The time a report tells of, first and last month. */
export type Span = { readonly from: YearMonth; readonly to: YearMonth };

/** Puts numbers into the shape of the ten items; each item is there, whatever there is to tell (CHI-9.1-13). */
export function makeItems(
  numbers: Numbers,
  surveys: readonly SurveySeen[],
  span: Span,
  rules: Rules,
): ReportItems {
  const of = (path: string) => numbers.get(path) ?? 0;
  const forms = rules.forms.definitions;
  return {
    sent: {
      notice: of('sent.notice'),
      resend: of('sent.resend'),
      reissue: of('sent.reissue'),
      recall: of('sent.recall'),
      recallMail: of('sent.recallMail'),
    },
    applications: {
      received: {
        web: of('applications.received.web'),
        phone: of('applications.received.phone'),
        other: of('applications.received.other'),
      },
      confirmed: of('applications.confirmed'),
      pending: of('applications.pending'),
      refused: of('applications.refused'),
      cancelled: of('applications.cancelled'),
      withdrawn: of('applications.withdrawn'),
    },
    visits: {
      completed: of('visits.completed'),
      revisits: of('visits.revisits'),
      absent: of('visits.absent'),
      othersOnly: of('visits.othersOnly'),
      notCarriedOut: of('visits.notCarriedOut'),
      remote: { online: of('visits.remote.online'), phone: of('visits.remote.phone') },
      followUp: {
        visit: of('visits.followUp.visit'),
        remote: of('visits.followUp.remote'),
        online: of('visits.followUp.online'),
        phone: of('visits.followUp.phone'),
        revisits: of('visits.followUp.revisits'),
        absent: of('visits.followUp.absent'),
        othersOnly: of('visits.followUp.othersOnly'),
        notCarriedOut: of('visits.followUp.notCarriedOut'),
      },
    },
    conditions: {
      pages: of('conditions.pages'),
      withheld: of('conditions.withheld'),
      erased: of('conditions.erased'),
      questions: conditionsOf(numbers, rules),
    },
    questionnaire: byForm(numbers, 'questionnaire', forms),
    checklist: byForm(numbers, 'checklist', forms),
    leeway: byForm(numbers, 'leeway', forms),
    consultations: consultationsOf(numbers, rules),
    urgent: { u1: of('urgent.u1'), u2: of('urgent.u2'), u3: of('urgent.u3'), loss: of('urgent.loss') },
    survey: surveyItem(numbers, surveys, span, rules),
  };
}

/** Only forms that somebody answered; then with every choice, so that a form is read like the one beside it. */
function byForm(numbers: Numbers, item: string, forms: readonly FormDefinition[]): ByForm {
  const prefix = `${item}.`;
  const names = new Set(
    [...numbers.keys()]
      .filter((path) => path.startsWith(prefix))
      .map((path) => path.slice(prefix.length).replace(/\.(answers|erased|questions\..*)$/, '')),
  );
  return Object.fromEntries(
    [...names].toSorted().map((name): readonly [string, FormTally] => {
      const form = forms.find((one) => formName(one) === name);
      const answers = numbers.get(`${prefix}${name}.answers`) ?? 0;
      const erased = numbers.get(`${prefix}${name}.erased`) ?? 0;
      const questions = (form?.questions ?? []).map((question) => [
        question.code,
        tallyOf(numbers, `${prefix}${name}.questions.${question.code}.`, zeros(question)),
      ]);
      return [name, { answers, erased, questions: Object.fromEntries(questions) }];
    }),
  );
}

function conditionsOf(numbers: Numbers, rules: Rules): Readonly<Record<string, Tally>> {
  const { form: id, questions } = rules.reports.conditions;
  const form = rules.forms.definitions.findLast((one) => one.id === id);
  return Object.fromEntries(
    questions.map((code) => {
      const question = form?.questions.find((one) => one.code === code);
      return [code, tallyOf(numbers, `conditions.questions.${code}.`, question ? zeros(question) : [])];
    }),
  );
}

function consultationsOf(numbers: Numbers, { reports }: Rules): Tally {
  return tallyOf(numbers, 'consultations.', reports.consultations);
}

function zeros(question: FormDefinition['questions'][number]): readonly string[] {
  if (question.kind === 'date' || question.kind === 'text') return [ANSWERED];
  return (question.choices ?? []).map((choice) => choice.code);
}

/** Known codes in their order, then what else was counted. */
function tallyOf(numbers: Numbers, prefix: string, known: readonly string[]): Tally {
  const others = [...numbers.keys()]
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length))
    .filter((code) => !known.includes(code))
    .toSorted();
  return Object.fromEntries(
    [...known, ...others].map((code) => [code, numbers.get(`${prefix}${code}`) ?? 0]),
  );
}

/** AMB-42: the result of the last survey that was over by then, or that none was held in the month. */
function surveyItem(
  numbers: Numbers,
  surveys: readonly SurveySeen[],
  { from, to }: Span,
  { survey: rules }: Rules,
): SurveyItem {
  const lastDay = addDays(firstDay(addMonths(to, 1)), -1);
  const held = surveys.some(
    (one) => one.from <= lastDay && (one.closedOn ?? one.to) >= firstDay(from) && one.to >= firstDay(from),
  );
  const latest = latestSurvey(surveys, to);
  const form = rules.definitions.find((one) => latest && formName(one) === latest.form);
  return {
    held,
    sent: numbers.get('survey.sent') ?? 0,
    answers: numbers.get('survey.answers') ?? 0,
    ...(latest?.closedOn && form
      ? {
          latest: {
            survey: latest.survey,
            form: latest.form,
            closedOn: latest.closedOn,
            ...tabulate(countAnswers(form, latest.answers), latest.answers.length, rules.smallCell),
          },
        }
      : {}),
  };
}
