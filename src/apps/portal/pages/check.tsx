import type { ReactNode } from 'react';
import type { BookingId } from '../../../domain/basics/ids.ts';
import { chosen, isAsked, type Answers } from '../../../domain/forms/answers.ts';
import { formName, type Question } from '../../../domain/forms/form.ts';
import { consentAnswer } from '../../../domain/portal/next-step.ts';
import type {
  BookingChoice,
  PackagePlace,
  PortalMessage,
  WishedPlace,
} from '../../../domain/portal/message.ts';
import { parseCivilDate } from '../../../domain/basics/civil-date.ts';
import { epochOf } from '../../../domain/basics/instant.ts';
import type { OwnPart } from '../../../domain/portal/own-part.ts';
import type { PortalWords } from '../../../programmes/portal-words.ts';
import { dateIn } from '../../../programmes/words/date-words.ts';
import { Button, ButtonRow } from '../../kit/still/button.tsx';
import { Countdown } from '../../kit/still/countdown.tsx';
import { Form } from '../../kit/still/form.tsx';
import { Notice } from '../../kit/still/notice.tsx';
import { Prose } from '../../kit/still/prose.tsx';
import { Ruby } from '../../kit/still/ruby.tsx';
import { SummaryList, type SummaryRow } from '../../kit/still/summary-list.tsx';
import { TextArea } from '../../kit/still/text-area.tsx';
import type { OpenAsk } from '../ask.ts';
import { fill } from '../fill.ts';
import { awayFrom, flowOf, holds, placeOf, type Flow } from '../flow.ts';
import { hidden, typedLines } from '../form-parts.ts';
import { onlyAsked, wordsOf } from '../questions.tsx';
import { go } from '../../kit/server/go.ts';
import type { PageReply, Reply } from '../reply.ts';
import type { Route } from '../route.ts';
import { sendAndGo } from '../send.ts';
import { Stage } from '../stage.tsx';

/** Everything once more before it is sent, each part with a way to change it; answers given alone are on no page. */
export const checkRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/check',
    needs: 'open',
    taking: true,
    handle: (ask) => {
      const other = away(ask, ask.query.has('later'));
      return other ? go(other) : checkPage(ask);
    },
  },
  { method: 'POST', path: '/check', needs: 'open', taking: true, handle: send },
];

/** Without a date she may send a first application; everything else needs the seat that is kept for her. */
function away({ portal, session }: OpenAsk, later: boolean): string | undefined {
  const other = awayFrom(portal, session, later && flowOf(session) === 'apply' ? 'times' : 'check');
  const to = other ?? (later || holds(portal, session) ? undefined : '/times');
  return to === '/times' && session.own.hold ? '/times?over' : to;
}

/** She may have read for longer than her seat was kept: it is hers still when she sends, if nobody took it. */
function awayWhenSending({ portal, session }: OpenAsk, later: boolean): string | undefined {
  const other = awayFrom(portal, session, 'times');
  return other ?? (later || session.own.hold ? undefined : '/times');
}

async function send(ask: OpenAsk): Promise<Reply> {
  const { portal, session, form } = ask;
  const later = form.has('later');
  const flow = flowOf(session);
  const once = onceFor(ask, flow);
  // A second click, a second tab, the back button: what this page was made for is done.
  const [wished] = (form.get('once') ?? '').split(':');
  const done = form.get('once') !== once && session.own.sent.at(-1)?.kind === KINDS[flow];
  if (wished !== flow || done) return go('/done');
  const other = awayWhenSending(ask, later);
  if (other) return go(other);
  const { hold } = session.own;
  // Another tab of hers chose another time meanwhile: she sees that one before it is sent.
  if (!later && form.get('slot') !== hold?.slot) return go('/check');
  const seat =
    later || !hold
      ? undefined
      : { slot: hold.slot, seat: hold.seat, ref: hold.ref, date: hold.date, start: hold.start };
  const place = placeOf(session);
  const booking: BookingChoice | undefined = seat &&
    place && {
      slot: seat.slot,
      seat: seat.seat,
      ref: seat.ref as BookingId,
      place,
      ...considered(ask, flow),
    };
  const message = await messageOf(ask, flow, booking);
  if (!message) return go('/times');
  return sendAndGo(ask, message, {
    once,
    take: seat,
    to: '/done',
    ...(later || holds(portal, session) ? {} : { taken: '/times?over', refused: '/times?over' }),
    changes: () => afterSending(session.own, flow),
  });
}

const KINDS = { apply: 'apply', book: 'book', move: 'move-booking' } as const;

/** The same for every tab and click of this moment, and never again after something was sent. */
function onceFor({ session }: OpenAsk, flow: Flow): string {
  return `${flow}:${session.own.counter}`;
}

async function messageOf(
  { portal, session, language }: OpenAsk,
  flow: Flow,
  booking: BookingChoice | undefined,
): Promise<PortalMessage | undefined> {
  if (flow === 'move') return booking && { kind: 'move-booking', booking };
  if (flow === 'book') return booking && { kind: 'book', booking, language };
  const { asked, gate } = portal;
  const { consent, packagePlace, answers } = session.own;
  if (!consent || !packagePlace) return undefined;
  const all = { ...answers, ...(await gate.alone(session)), ...consentAnswer(asked) };
  return {
    kind: 'apply',
    form: formName(asked.form),
    consent: consent.version,
    answers: onlyAsked(asked.form, all),
    packagePlace,
    booking,
    language,
  };
}

function considered({ form }: OpenAsk, flow: Flow): { readonly considerations?: string } {
  const words = flow === 'book' ? typedLines(form, 'considerations', 1000) : '';
  return words === '' ? {} : { considerations: words };
}

/** What was sent is taken out of her draft: nobody reads it again. Of the place only what a later date needs is left. */
function afterSending(own: OwnPart, flow: Flow): Partial<OwnPart> {
  const place = own.place && { ...own.place, where: undefined };
  const left = { place, hold: undefined };
  return flow === 'apply'
    ? { ...left, consent: undefined, answers: {}, pages: 0, packagePlace: undefined }
    : left;
}

function checkPage(ask: OpenAsk): PageReply {
  const { portal, session, words, language, query } = ask;
  const { check, site, times } = words;
  const flow = flowOf(session);
  const { hold } = session.own;
  const later = query.has('later') || !hold;
  const warns = hold && !later && warnsOf(ask, hold.date);
  const place = placeOf(session);
  return {
    reply: 'page',
    title: check.title,
    back: '/times',
    body: (
      <>
        <Stage words={words} step="check" heading={check.heading} />
        <Prose text={check.intro} />
        {warns && <Notice kind="warn" title={warns} />}
        <Part
          words={words}
          title={check.date}
          href="/times"
          rows={[
            {
              term: check.date,
              answer: later
                ? check.noDate
                : fill(words.dates.at, { date: dateIn(language, hold.date), time: hold.start }),
            },
          ]}
        />
        {hold && !later && (
          <Countdown
            text={fill(check.kept, { time: hold.until.slice(11, 16) })}
            running={check.keptRunning}
            over={check.keptOver}
            seconds={Math.round((epochOf(hold.until) - epochOf(portal.gate.now())) / 1000)}
          />
        )}
        <Part words={words} title={check.place} href="/place" rows={placeRows(ask, place, flow)} />
        {flow === 'apply' && <Answered ask={ask} />}
        <Form
          action="/check"
          hidden={hidden(ask, {
            once: onceFor(ask, flow),
            ...(later ? { later: '1' } : { slot: hold.slot }),
          })}
        >
          {flow === 'book' && (
            <TextArea
              name="considerations"
              label={check.considerations}
              hint={check.considerationsHint}
              mark={site.optional}
              maxLength={1000}
            />
          )}
          <ButtonRow>
            <Button text={flow === 'move' ? check.sendMove : check.send} />
          </ButtonRow>
        </Form>
        {later && <Prose text={times.noDateHint} />}
      </>
    ),
  };
}

/** The word of warning of a day on or after the due date, as the list gave it. */
function warnsOf({ session, portal, words }: OpenAsk, day: string): string | undefined {
  const { bookable } = session.inside;
  const own = session.own.answers[portal.programme.rules.forms.asks.due];
  if (!bookable) return undefined;
  if (bookable.born || bookable.cohort) return day >= bookable.due ? words.times.notice : undefined;
  return day >= bookable.due || (typeof own === 'string' && day >= own) ? words.times.warn : undefined;
}

function placeRows(
  { words, session, language }: OpenAsk,
  place: WishedPlace | undefined,
  flow: Flow,
): readonly SummaryRow[] {
  const { check, site, place: say } = words;
  const rows: SummaryRow[] = [
    { term: check.place, answer: place ? site.modes[place.mode] : check.unanswered },
  ];
  if (place?.where) rows.push({ term: say.where, answer: place.where, lang: langOf(place.where) });
  if (place?.returnsOn) rows.push({ term: say.returnsOn, answer: dateIn(language, place.returnsOn) });
  const { packagePlace: at } = session.own;
  if (flow === 'apply') {
    const lang = at?.at === 'japan' ? langOf(at.address) : undefined;
    rows.push({ term: check.package, answer: packageText(words, at), lang });
  }
  return rows;
}

/** What she wrote herself, an address above all, may be Japanese on a page of any language. */
function langOf(text: string): 'ja' | undefined {
  return /[\u3040-\u30ff\u4e00-\u9fff]/.test(text) ? 'ja' : undefined;
}

function packageText({ place, check }: PortalWords, at: PackagePlace | undefined): string {
  if (!at) return check.unanswered;
  if (at.at !== 'japan') return place[at.at];
  return [`〒${at.postcode}`, at.address, at.building].filter(Boolean).join(' ');
}

/** Contact, consent, and the questionnaire page by page. */
function Answered({ ask }: { readonly ask: OpenAsk }): ReactNode {
  const { portal, session, words, language } = ask;
  const { check, consent, contact, questions: say } = words;
  const { asked } = portal;
  const formWords = wordsOf(ask, asked.form);
  const { own } = session;
  return (
    <>
      <Part
        words={words}
        title={contact.title}
        href="/contact"
        rows={[
          {
            term: check.contact,
            answer:
              own.contact === 'skipped' && !session.inside.registered
                ? check.contactSkipped
                : check.contactSent,
          },
        ]}
      />
      <Part
        words={words}
        title={consent.title}
        href="/consent"
        rows={[{ term: check.consent, answer: check.consentGiven }]}
      />
      {asked.pages.map((codes, index) => (
        <Part
          key={codes.join()}
          words={words}
          title={say.pages[index] ?? say.title}
          href={`/questions/${index + 1}`}
          rows={codes.flatMap((code) => {
            const question = asked.form.questions.find((one) => one.code === code);
            if (!question || !isAsked(asked.form, question, own.answers)) return [];
            const found = formWords.questions[code];
            const answer = answerText(question, own.answers, found?.choices ?? {}, language);
            const lang = question.kind === 'text' ? langOf(answer) : undefined;
            return [{ term: found?.label ?? code, answer: answer === '' ? check.unanswered : answer, lang }];
          })}
        />
      ))}
      <Part
        words={words}
        title={check.alone}
        href="/alone"
        rows={[{ term: check.alone, answer: check.aloneText }]}
      />
    </>
  );
}

function answerText(
  { code, kind }: Question,
  answers: Answers,
  choices: Readonly<Record<string, string>>,
  language: OpenAsk['language'],
): string {
  const answer = answers[code];
  if (answer === undefined) return '';
  if (kind === 'date') {
    const day = parseCivilDate(String(answer));
    return day.ok ? dateIn(language, day.value) : '';
  }
  if (kind === 'single' || kind === 'multi')
    return chosen(answer)
      .map((one) => choices[one] ?? one)
      .join('\n');
  return String(answer);
}

/** A group of answers with its "change". */
function Part(props: {
  readonly words: PortalWords;
  readonly title: string;
  readonly href: string;
  readonly rows: readonly SummaryRow[];
}): ReactNode {
  const { words, title, href, rows } = props;
  const [first, ...others] = rows;
  if (!first) return null;
  const change = { text: words.site.change, context: title, href };
  return (
    <section>
      {rows.length > 1 && (
        <h2>
          <Ruby text={title} />
        </h2>
      )}
      <SummaryList rows={[{ ...first, change }, ...others]} />
    </section>
  );
}
