import { checkAnswers } from '../../../domain/forms/answers.ts';
import { usableForm, type FormDefinition } from '../../../domain/forms/form.ts';
import { dayOfInstant } from '../../../domain/basics/instant.ts';
import { Button, ButtonRow, LinkButton } from '../../kit/still/button.tsx';
import { Form } from '../../kit/still/form.tsx';
import { Prose } from '../../kit/still/prose.tsx';
import { Ruby } from '../../kit/still/ruby.tsx';
import type { OpenAsk } from '../ask.ts';
import { hidden, onceMark, onceOf } from '../form-parts.ts';
import { Questions, readAnswers, said, wordsOf } from '../questions.tsx';
import { go } from '../../kit/server/go.ts';
import type { PageReply, Problem, Reply } from '../reply.ts';
import type { Route } from '../route.ts';
import { callingPage } from './calling.tsx';
import { waitPage } from './fault.tsx';

/** The yearly survey, under a token that names nobody; what she answers is on no page again (CHI-8.17-1). */
export const surveyRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/survey',
    needs: 'open',
    taking: true,
    handle: (ask) => (ask.query.has('thanks') ? wordPage(ask, true) : surveyPage(ask, [])),
  },
  { method: 'POST', path: '/survey', needs: 'open', taking: true, handle: send },
];

function formOf({ portal, session }: OpenAsk): FormDefinition | undefined {
  const { survey } = session.inside;
  return survey && usableForm(portal.programme.rules.survey.definitions, survey.form);
}

async function send(ask: OpenAsk): Promise<Reply> {
  const { portal, session, form: sent, words, from } = ask;
  const { survey } = session.inside;
  const form = formOf(ask);
  if (!survey || !form) return wordPage(ask, false);
  const answers = readAnswers(sent, form.questions);
  const problems = said(
    words,
    wordsOf(ask, form),
    form,
    checkAnswers(form, answers, dayOfInstant(portal.gate.now())),
  );
  if (problems.length > 0) return surveyPage(ask, problems);
  const outcome = await portal.gate.sendOpen(
    { kind: 'survey', survey: survey.survey, token: survey.token, answers },
    from,
    onceOf(ask),
  );
  if (outcome.result === 'calling') return callingPage(ask);
  return outcome.result === 'wait' ? waitPage(ask, outcome.until) : go('/survey?thanks');
}

function surveyPage(ask: OpenAsk, problems: readonly Problem[]): PageReply {
  const { words } = ask;
  const { survey, site } = words;
  const form = formOf(ask);
  if (!form) return wordPage(ask, false);
  return {
    reply: 'page',
    status: problems.length > 0 ? 422 : 200,
    title: survey.title,
    back: '/home',
    problems,
    body: (
      <>
        <h1>
          <Ruby text={survey.heading} />
        </h1>
        <Prose text={survey.intro} />
        <Form action="/survey" hidden={hidden(ask, { once: onceMark(ask) })} autoComplete="off">
          <Questions
            words={words}
            formWords={wordsOf(ask, form)}
            form={form}
            questions={form.questions}
            answers={readAnswers(ask.form, form.questions)}
            problems={problems}
          />
          <ButtonRow>
            <Button text={survey.submit} />
            <LinkButton text={site.back} href="/home" kind="quiet" />
          </ButtonRow>
        </Form>
      </>
    ),
  };
}

function wordPage({ words: { survey } }: OpenAsk, thanks: boolean): PageReply {
  return {
    reply: 'page',
    title: survey.title,
    back: '/home',
    body: (
      <>
        <h1>
          <Ruby text={thanks ? survey.thanks : survey.heading} />
        </h1>
        <Prose text={thanks ? survey.thanksText : survey.none} />
      </>
    ),
  };
}
