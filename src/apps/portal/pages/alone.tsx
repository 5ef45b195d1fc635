import { checkAnswers } from '../../../domain/forms/answers.ts';
import { dayOfInstant } from '../../../domain/basics/instant.ts';
import { consentAnswer } from '../../../domain/portal/next-step.ts';
import { Button, ButtonRow } from '../../kit/still/button.tsx';
import { Details } from '../../kit/still/details.tsx';
import { Form } from '../../kit/still/form.tsx';
import { Prose } from '../../kit/still/prose.tsx';
import type { OpenAsk } from '../ask.ts';
import { hidden } from '../form-parts.ts';
import { Questions, readAnswers, wordsOf } from '../questions.tsx';
import { go } from '../../kit/server/go.ts';
import type { PageReply, Reply } from '../reply.ts';
import type { Route } from '../route.ts';
import { Stage } from '../stage.tsx';
import { before, elsewhere, nextOf, pathOf } from '../where.ts';

/** Questions for her alone: last, skipped by one tap, kept in this session only and on no page again (design.md 2). */
export const aloneRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/alone',
    needs: 'open',
    handle: (ask) => {
      const other = elsewhere(ask.portal, ask.session, 'alone');
      return other ? go(other) : alonePage(ask);
    },
  },
  { method: 'POST', path: '/alone', needs: 'open', handle: keep },
];

async function keep(ask: OpenAsk): Promise<Reply> {
  const { portal, session, form } = ask;
  const other = elsewhere(portal, session, 'alone');
  if (other) return go(other);
  if (!form.has('skip')) await portal.gate.keepAlone(session, rightAnswers(ask));
  const pages = portal.asked.pages.length + 1;
  const kept = await portal.gate.save(session, { ...session.own, pages });
  return go(pathOf(nextOf(portal, kept)));
}

/** What is not one of the choices is left out: nothing here is asked twice. */
function rightAnswers({ portal, session, form }: OpenAsk) {
  const { asked, gate } = portal;
  const given = readAnswers(form, questionsAlone(portal.asked.form.questions));
  const all = { ...session.own.answers, ...consentAnswer(asked), ...given };
  const wrong = new Set(
    checkAnswers(asked.form, all, dayOfInstant(gate.now())).map(({ question }) => question),
  );
  return Object.fromEntries(Object.entries(given).filter(([code]) => !wrong.has(code)));
}

function questionsAlone<One extends { readonly alone?: boolean }>(questions: readonly One[]): readonly One[] {
  return questions.filter(({ alone }) => alone);
}

/** Somebody may sit beside her: the questions themselves are seen only when she opens them. */
function alonePage(ask: OpenAsk): PageReply {
  const { portal, words } = ask;
  const { alone } = words;
  const { form } = portal.asked;
  return {
    reply: 'page',
    title: alone.title,
    back: before(portal, 'alone'),
    body: (
      <>
        <Stage words={words} step="alone" heading={alone.heading} />
        <Prose text={alone.intro} />
        <Details summary={alone.open}>
          <Form action="/alone" hidden={hidden(ask)} autoComplete="off">
            <Questions
              words={words}
              formWords={wordsOf(ask, form)}
              form={form}
              questions={questionsAlone(form.questions)}
              answers={{}}
              problems={[]}
            />
            <ButtonRow>
              <Button text={alone.submit} />
            </ButtonRow>
          </Form>
        </Details>
        <Form action="/alone" hidden={hidden(ask, { skip: '1' })}>
          <ButtonRow>
            <Button text={alone.skip} kind="plain" />
          </ButtonRow>
        </Form>
      </>
    ),
  };
}
