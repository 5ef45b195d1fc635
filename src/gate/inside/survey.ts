import { z } from 'zod';
import { answerSurvey } from '../../domain/survey/answer-survey.ts';
import { closeSurvey } from '../../domain/survey/close-survey.ts';
import { openSurvey } from '../../domain/survey/open-survey.ts';
import { sendSurvey } from '../../domain/survey/send-survey.ts';
import { surveyDuty } from '../../domain/survey/survey-duty.ts';
import { tabulate } from '../../domain/survey/tabulate.ts';
import { caseStream, surveyStream } from '../../domain/streams.ts';
import { machine, roles } from '../../security/access.ts';
import { findSurveys } from '../../store/questions/surveys.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';

const survey = inputs.code;
const own = (input: { readonly survey: string }) => ({ survey: surveyStream(input.survey) });

/** The survey of the women (CHI-8.17). */
export const surveyCommands: readonly Command[] = [
  command({
    name: 'survey.open',
    says: 'Open a survey with a version that the ward has approved',
    schema: z.strictObject({
      survey,
      form: inputs.code,
      from: inputs.date,
      to: inputs.date,
      ref: inputs.code,
    }),
    who: { allowed: roles('responsible-manager') },
    streams: own,
    decide: openSurvey,
    remembers: 'survey',
  }),
  command({
    name: 'survey.send',
    says: 'Ask one woman who was visited to answer the survey',
    schema: z.strictObject({ survey, case: inputs.id('case'), message: inputs.id('message') }),
    who: { allowed: [...machine('system:clock'), ...roles('responsible-manager')] },
    streams: (input) => ({ ...own(input), case: caseStream(input.case) }),
    decide: sendSurvey,
    remembers: 'survey',
  }),
  command({
    name: 'survey.answer',
    says: 'Take an answer to the survey that names nobody',
    schema: z.strictObject({
      survey,
      token: z.string().regex(/^[A-Za-z0-9_-]{20,64}$/),
      answers: z.record(inputs.code, z.union([z.int(), inputs.code, z.array(inputs.code).max(40)])),
    }),
    who: { allowed: [{ resident: true }] },
    streams: own,
    decide: answerSurvey,
    remembers: 'survey',
  }),
  command({
    name: 'survey.close',
    says: 'Close a survey',
    schema: z.strictObject({ survey }),
    who: { allowed: roles('responsible-manager') },
    streams: own,
    decide: closeSurvey,
    remembers: 'survey',
  }),
];

export const surveyQuestions: readonly Question[] = [
  question({
    name: 'survey.results',
    says: 'Show the tabulation of every survey, small cells hidden, and whether the yearly one was held',
    schema: z.strictObject({}),
    who: { allowed: roles('responsible-manager', 'ward-staff') },
    reading: 'none',
    opens: [],
    purpose: 'report',
    find: ({ reader }) => findSurveys(reader),
    show: (rows, _fields, _input, { rules, today }) => ({
      duty: surveyDuty(
        rows.map((row) => row.openedOn),
        today,
        rules.survey,
      ),
      surveys: rows.map(({ counts, answers, ...row }) => ({
        ...row,
        ...tabulate(counts, answers, rules.survey.smallCell),
      })),
    }),
  }),
];
