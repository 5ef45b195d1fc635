import { shownDate } from '../../../domain/portal/shown-date.ts';
import { dateIn } from '../../../programmes/words/date-words.ts';
import { ButtonRow, LinkButton } from '../../kit/still/button.tsx';
import { Notice } from '../../kit/still/notice.tsx';
import { Prose } from '../../kit/still/prose.tsx';
import { Receipt } from '../../kit/still/receipt.tsx';
import { Ruby } from '../../kit/still/ruby.tsx';
import { SummaryList } from '../../kit/still/summary-list.tsx';
import type { OpenAsk } from '../ask.ts';
import { calendarFile } from '../calendar-file.ts';
import { fill } from '../fill.ts';
import { refusedText } from '../receipt-words.ts';
import { go } from '../../kit/server/go.ts';
import type { PageReply } from '../reply.ts';
import type { Route } from '../route.ts';

/** What was received, under which number, and the date in words; "accepted" when the inside has said so (design.md 2). */
export const doneRoutes: readonly Route[] = [
  { method: 'GET', path: '/done', needs: 'open', handle: (ask) => donePage(ask) ?? go('/home') },
  {
    method: 'GET',
    path: '/calendar.ics',
    needs: 'open',
    handle: ({ portal, session, words }) => {
      const shown = shownDate(session.inside, session.own);
      if (!shown) return go('/home');
      return {
        reply: 'file',
        type: 'text/calendar; charset=utf-8',
        body: calendarFile(shown, session.own, words.done.event, portal.gate.now()),
        headers: { 'Content-Disposition': 'attachment; filename="calendar.ics"' },
      };
    },
  },
];

function donePage({ session, words, language }: OpenAsk): PageReply | undefined {
  const { done, site, dates } = words;
  const last = session.own.sent.at(-1);
  if (!last) return undefined;
  const receipt = session.inside.receipts[last.envelope];
  const shown = shownDate(session.inside, session.own);
  const dated = ['apply', 'book', 'move-booking'].includes(last.kind);
  const refused = receipt?.result === 'refused';
  return {
    reply: 'page',
    title: done.title,
    body: (
      <>
        <h1>
          <Ruby text={refused ? done.refused : receipt ? done.accepted : done.received} />
        </h1>
        {refused ? (
          <Notice kind="warn" title={refusedText(words, receipt)} />
        ) : (
          <Prose text={receipt ? done.acceptedText : done.receivedText} />
        )}
        <Receipt label={done.number} number={last.no} hint={done.numberHint} />
        {dated && !refused && !shown && <Prose text={done.noDate} />}
        {dated && !refused && shown && (
          <>
            <SummaryList
              rows={[
                {
                  term: done.date,
                  answer: fill(dates.at, { date: dateIn(language, shown.date), time: shown.start }),
                },
                { term: words.home.mode, answer: site.modes[shown.mode] },
              ]}
            />
            <ButtonRow>
              <LinkButton text={done.calendar} href="/calendar.ics" kind="plain" download="calendar.ics" />
              <Prose text={done.calendarHint} />
            </ButtonRow>
          </>
        )}
        <Prose text={done.again} />
        <ButtonRow>
          <LinkButton text={words.home.heading} href="/home" kind="quiet" />
        </ButtonRow>
      </>
    ),
  };
}
