import { isDeepStrictEqual } from 'node:util';
import { chosen, type Answers } from '../../../domain/forms/answers.ts';
import { flagsOf } from '../../../domain/forms/flags.ts';
import { draftProblems } from '../../../domain/portal/next-step.ts';
import type { OwnPart } from '../../../domain/portal/own-part.ts';
import { Button, ButtonRow, LinkButton } from '../../kit/still/button.tsx';
import { Form } from '../../kit/still/form.tsx';
import { Notice } from '../../kit/still/notice.tsx';
import { Prose } from '../../kit/still/prose.tsx';
import { Ruby } from '../../kit/still/ruby.tsx';
import type { OpenAsk } from '../ask.ts';
import { fill } from '../fill.ts';
import { hidden } from '../form-parts.ts';
import { onlyAsked, Questions, readAnswers, said, wordsOf } from '../questions.tsx';
import { go } from '../../kit/server/go.ts';
import type { PageReply, Problem, Reply } from '../reply.ts';
import type { Route } from '../route.ts';
import { Stage } from '../stage.tsx';
import { before, elsewhere, nextOf, pathOf } from '../where.ts';
import { faultPage } from './fault.tsx';

export const questionnaireRoutes: readonly Route[] = [
  { method: 'GET', path: '/questions/:page', needs: 'open', handle: show },
  { method: 'POST', path: '/questions/:page', needs: 'open', handle: keep },
  { method: 'GET', path: '/care', needs: 'open', handle: carePage },
  { method: 'GET', path: '/saved', needs: 'open', handle: savedPage },
];

/** A page of the questionnaire by its number in the address; nothing for a number that has no page. */
function pageAsked({ portal, params }: OpenAsk) {
  const number = /^[1-9]$/.test(params['page'] ?? '') ? Number(params['page']) : 0;
  const codes = portal.asked.pages[number - 1];
  if (!codes) return undefined;
  const { questions } = portal.asked.form;
  return {
    index: number - 1,
    questions: codes.flatMap((code) => questions.find((one) => one.code === code) ?? []),
  };
}

type Asked = NonNullable<ReturnType<typeof pageAsked>>;

function show(ask: OpenAsk): Reply {
  const page = pageAsked(ask);
  if (!page) return faultPage(ask, 404, 'notFound');
  const other = elsewhere(ask.portal, ask.session, 'questions', page.index);
  return other ? go(other) : questionsPage(ask, page);
}

/** Every "next" is kept, right or wrong: she comes back to what she typed. Wrong ones are named on the page itself. */
async function keep(ask: OpenAsk): Promise<Reply> {
  const { portal, session, form } = ask;
  const page = pageAsked(ask);
  if (!page) return faultPage(ask, 404, 'notFound');
  const other = elsewhere(portal, session, 'questions', page.index);
  if (other) return go(other);
  const codes = new Set(page.questions.map(({ code }) => code));
  const others = Object.entries(session.own.answers).filter(([code]) => !codes.has(code));
  const given = readAnswers(form, page.questions);
  const answers = onlyAsked(portal.asked.form, { ...Object.fromEntries(others), ...given });
  const draft: OwnPart = { ...session.own, answers };
  const danger = dangersIn(ask, page, answers);
  // Whom to call comes before everything else, also before what is still open on the page.
  const untold = danger.some((code) => !isDeepStrictEqual(answers[code], session.own.answers[code]));
  if (form.has('save')) {
    await portal.gate.save(session, draft);
    return go(untold ? '/care' : '/saved');
  }
  const wrong = problemsOn(ask, draft, page).length > 0;
  const pages = wrong ? draft.pages : Math.max(draft.pages, page.index + 1);
  const kept = await portal.gate.save(session, { ...draft, pages });
  if (untold && wrong) return go('/care?check');
  if (wrong) return go(`/questions/${page.index + 1}?check#errors`);
  return go(danger.length > 0 ? '/care' : pathOf(nextOf(portal, kept)));
}

/** Questions of this page whose answer is a sign of danger (domain.md 2.5). */
function dangersIn({ portal }: OpenAsk, { questions }: Asked, answers: Answers): readonly string[] {
  const given = questions.flatMap(({ code }) => {
    const answer = answers[code];
    return answer === undefined ? [] : [[code, answer] as const];
  });
  return flagsOf(portal.asked.form, Object.fromEntries(given))
    .filter(({ flag }) => flag.asks === 'advice')
    .map(({ question }) => question);
}

function problemsOn({ portal }: OpenAsk, own: OwnPart, { questions }: Asked) {
  const codes = questions.map(({ code }) => code);
  return draftProblems(own, portal.asked, portal.gate.now()).filter(({ question }) =>
    codes.includes(question),
  );
}

function questionsPage(ask: OpenAsk, page: Asked): PageReply {
  const { portal, session, words, query } = ask;
  const { questions: say, site } = words;
  const { form, pages } = portal.asked;
  const formWords = wordsOf(ask, form);
  const problems: readonly Problem[] = query.has('check')
    ? said(words, formWords, form, problemsOn(ask, session.own, page))
    : [];
  const part = fill(say.part, { page: page.index + 1, of: pages.length });
  return {
    reply: 'page',
    title: say.title,
    back: before(portal, 'questions', page.index),
    problems,
    body: (
      <>
        <Stage words={words} step="questions" part={part} heading={say.pages[page.index] ?? part} />
        {dueDiffers(ask, page) && (
          <Notice kind="info" title={site.errorsTitle}>
            <Prose text={say.dueDiffers} />
          </Notice>
        )}
        <Prose text={say.intro} />
        <Form action={`/questions/${page.index + 1}`} hidden={hidden(ask)} autoComplete="off">
          <Questions
            words={words}
            formWords={formWords}
            form={form}
            questions={page.questions}
            answers={session.own.answers}
            problems={problems}
          />
          <ButtonRow>
            <Button text={site.next} />
            <Button text={site.save} kind="quiet" name="save" value="1" />
          </ButtonRow>
        </Form>
      </>
    ),
  };
}

/** On the page after the due date: it is not the one of the ward's list. Which that is nobody is shown (CHI-8.16-5). */
function dueDiffers({ portal, session }: OpenAsk, page: Asked): boolean {
  const { due } = portal.programme.rules.forms.asks;
  const asksDue = portal.asked.pages.findIndex((codes) => codes.includes(due));
  const [own] = chosen(session.own.answers[due]);
  const known = session.inside.bookable?.due;
  return page.index === asksDue + 1 && own !== undefined && known !== undefined && own !== known;
}

/** At once after a sign of danger: whom to call now; her draft waits (domain.md 2.5). */
function carePage({ portal, session, query, words: { danger } }: OpenAsk): PageReply {
  const on = pathOf(nextOf(portal, session));
  return {
    reply: 'page',
    title: danger.title,
    body: (
      <>
        <h1>
          <Ruby text={danger.heading} />
        </h1>
        <Notice kind="urgent" title={danger.title}>
          <Prose text={danger.text} />
          <ButtonRow>
            <LinkButton text={danger.ambulance} href="tel:119" kind="grave" />
          </ButtonRow>
        </Notice>
        <ButtonRow>
          <LinkButton
            text={danger.continue}
            href={query.has('check') ? `${on}?check#errors` : on}
            kind="plain"
          />
        </ButtonRow>
      </>
    ),
  };
}

function savedPage({ portal, session, words: { saved } }: OpenAsk): PageReply {
  return {
    reply: 'page',
    title: saved.title,
    body: (
      <>
        <h1>
          <Ruby text={saved.heading} />
        </h1>
        <Prose text={saved.text} />
        <ButtonRow>
          <LinkButton text={saved.continue} href={pathOf(nextOf(portal, session))} kind="plain" />
        </ButtonRow>
      </>
    ),
  };
}
