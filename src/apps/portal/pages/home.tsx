import type { ReactNode } from 'react';
import { quietStep } from '../../../domain/portal/next-step.ts';
import { shownDate } from '../../../domain/portal/shown-date.ts';
import type { Sent } from '../../../domain/portal/own-part.ts';
import { dateIn } from '../../../programmes/words/date-words.ts';
import { dayOfInstant, type Instant } from '../../../domain/basics/instant.ts';
import { ButtonRow, LinkButton } from '../../kit/still/button.tsx';
import { Notice } from '../../kit/still/notice.tsx';
import { Prose } from '../../kit/still/prose.tsx';
import { Ruby } from '../../kit/still/ruby.tsx';
import { SummaryList } from '../../kit/still/summary-list.tsx';
import type { OpenAsk } from '../ask.ts';
import { fill } from '../fill.ts';
import { changeableUntil, flowOf, tellsOpen } from '../flow.ts';
import { refusedText } from '../receipt-words.ts';
import type { PageReply } from '../reply.ts';
import type { Route } from '../route.ts';
import { tellPath } from '../tell-paths.ts';
import { nextOf, pathOf } from '../where.ts';
import { endedPage, griefPage } from './quiet.tsx';

/** Her page by the same link later: date, time and kind, what became of what she sent, and what she may tell. */
export const homeRoute: Route = {
  method: 'GET',
  path: '/home',
  needs: 'open',
  handle: async (ask) => {
    const { portal, session } = ask;
    const quiet = quietStep(session.inside, session.own, portal.gate.now());
    if (quiet === 'grief') return griefPage(ask);
    if (quiet === 'ended') return endedPage(ask);
    return homePage(ask, (await portal.gate.state()) === 'calling');
  },
};

function homePage(ask: OpenAsk, calling: boolean): PageReply {
  const { portal, session, words } = ask;
  const { home, calling: call } = words;
  const tells = calling ? [] : tellsOpen(portal, session);
  return {
    reply: 'page',
    title: home.title,
    body: (
      <>
        <h1>
          <Ruby text={home.heading} />
        </h1>
        {calling && (
          <Notice kind="warn" title={call.heading}>
            <Prose text={call.text} />
          </Notice>
        )}
        {session.inside.words === 'paused' && <Notice kind="info" title={home.paused} />}
        <HerDate ask={ask} />
        {!calling && <Onward ask={ask} />}
        {session.inside.survey && !calling && (
          <ButtonRow>
            <LinkButton text={home.survey} href="/survey" kind="plain" />
          </ButtonRow>
        )}
        {tells.length > 0 && (
          <section>
            <h2>
              <Ruby text={home.tells} />
            </h2>
            <ul>
              {tells.map((kind) => (
                <li key={kind}>
                  <a href={tellPath(kind)}>
                    <Ruby text={words.tells.pages[kind].link} />
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <WhatWasSent ask={ask} />
      </>
    ),
  };
}

function HerDate({ ask }: { readonly ask: OpenAsk }): ReactNode {
  const { portal, session, words, language } = ask;
  const { home, site, dates } = words;
  const shown = shownDate(session.inside, session.own);
  // Who has had her talk does not wait for a date.
  if (!shown) return session.inside.notBookable?.why === 'visited' ? null : <Prose text={home.noDate} />;
  const until = changeableUntil(portal, shown);
  const late = portal.gate.now() > until;
  return (
    <>
      <SummaryList
        rows={[
          {
            term: home.date,
            answer: fill(dates.at, { date: dateIn(language, shown.date), time: shown.start }),
          },
          { term: home.mode, answer: site.modes[shown.mode] },
        ]}
      />
      {shown.needsCall && <Notice kind="warn" title={home.needsCall} />}
      <Prose text={late ? home.changeTooLate : fill(home.changeUntil, { until: momentIn(ask, until) })} />
      <ButtonRow>
        <LinkButton text={words.done.calendar} href="/calendar.ics" kind="plain" download="calendar.ics" />
      </ButtonRow>
      {!shown.certain && <Prose text={home.waiting} />}
    </>
  );

  function momentIn({ language: spoken }: OpenAsk, at: Instant): string {
    return `${dateIn(spoken, dayOfInstant(at))} ${at.slice(11, 16)}`;
  }
}

/** The way on: the rest of the application, a date, or why no date can be taken now. */
function Onward({ ask }: { readonly ask: OpenAsk }): ReactNode {
  const { portal, session, words, language } = ask;
  const { home } = words;
  const next = nextOf(portal, session);
  if (next.step !== 'home') {
    const first = flowOf(session) === 'apply';
    return (
      <>
        <Prose text={first ? home.continueText : home.bookText} />
        <ButtonRow>
          <LinkButton text={first ? home.continue : home.book} href={pathOf(next)} />
        </ButtonRow>
      </>
    );
  }
  const { notBookable } = session.inside;
  if (!notBookable || shownDate(session.inside, session.own)) return null;
  const say = home.notBookable;
  switch (notBookable.why) {
    case 'not-yet':
      return <Notice kind="info" title={fill(say.notYet, { date: dateIn(language, notBookable.from) })} />;
    case 'visited':
      return <Prose text={say.visited} />;
    case 'stopped':
      return <Prose text={say.stopped} />;
    case 'attempts-used':
      return <Prose text={say.attemptsUsed} />;
    case 'after-birth':
      return <Prose text={say.afterBirth} />;
    case 'call':
      return <Prose text={say.call} />;
  }
}

function WhatWasSent({ ask }: { readonly ask: OpenAsk }): ReactNode {
  const { session, words, language } = ask;
  const { home, site } = words;
  const sent = session.own.sent.toReversed().slice(0, 5);
  if (sent.length === 0) return null;
  return (
    <section>
      <h2>
        <Ruby text={home.status} />
      </h2>
      <SummaryList
        rows={sent.map((one) => ({
          term: `${site.kinds[one.kind]} ${one.no}`,
          answer: `${dateIn(language, dayOfInstant(one.at))}\n${stateOf(one)}`,
        }))}
      />
    </section>
  );

  function stateOf(one: Sent): string {
    const receipt = session.inside.receipts[one.envelope];
    if (!receipt) return home.waiting;
    return receipt.result === 'accepted' ? home.accepted : `${home.refused}\n${refusedText(words, receipt)}`;
  }
}
