import {
  addDays,
  dayOf,
  daysInMonth,
  monthOf,
  weekday,
  yearOf,
  type CivilDate,
} from '../../../domain/basics/civil-date.ts';
import {
  firstDay,
  monthContaining,
  parseYearMonth,
  type YearMonth,
} from '../../../domain/basics/year-month.ts';
import { minutesOf, readSlot } from '../../../domain/booking/slot.ts';
import type { SlotId } from '../../../domain/basics/ids.ts';
import { shownDate } from '../../../domain/portal/shown-date.ts';
import { dateIn } from '../../../programmes/words/date-words.ts';
import { Button, ButtonRow, LinkButton } from '../../kit/still/button.tsx';
import { DayList } from '../../kit/still/day-list.tsx';
import { Form } from '../../kit/still/form.tsx';
import { MonthCalendar } from '../../kit/still/month-calendar.tsx';
import { Notice } from '../../kit/still/notice.tsx';
import { Prose } from '../../kit/still/prose.tsx';
import { Ruby } from '../../kit/still/ruby.tsx';
import { Telephone } from '../../kit/still/telephone.tsx';
import { Views } from '../../kit/still/views.tsx';
import type { OpenAsk } from '../ask.ts';
import { fill } from '../fill.ts';
import { awayFrom, flowOf, holds, placeOf } from '../flow.ts';
import { freeDay, offeredDays, type OfferedDay } from '../free-times.ts';
import { hidden } from '../form-parts.ts';
import { go } from '../../kit/server/go.ts';
import type { PageReply, Reply } from '../reply.ts';
import type { Route } from '../route.ts';
import { Stage } from '../stage.tsx';

/** So many days stand on one page: it stays small and can be taken in. */
const DAYS = 6;

const NOON = 12 * 60;

/** Free times: her 8th month first, as a list by day or as a calendar (CHI-4.2-4, 8.16-7). */
export const timesRoutes: readonly Route[] = [
  { method: 'GET', path: '/times', needs: 'open', taking: true, handle: show },
  { method: 'POST', path: '/times', needs: 'open', taking: true, handle: take },
];

async function show(ask: OpenAsk): Promise<Reply> {
  const { portal, session } = ask;
  const other = awayFrom(portal, session, 'times');
  if (other) return go(other);
  const offers = await portal.gate.offers(session, returnsOn(ask));
  const days = offeredDays(offers, ownDue(ask));
  return timesPage(
    ask,
    days,
    offers.some(({ online }) => online === 'call'),
  );
}

/** Keeps a seat for some minutes. What is not offered to her is not kept, whoever sends it (CHI-8.16-6). */
async function take(ask: OpenAsk): Promise<Reply> {
  const { portal, session, form } = ask;
  const other = awayFrom(portal, session, 'times');
  if (other) return go(other);
  const wished = form.get('slot') ?? '';
  if (wished === 'none' && flowOf(session) === 'apply') return go('/check?later');
  const slot = readSlot(wished as SlotId)?.slot;
  const hold = slot ? await portal.gate.hold(session, slot, returnsOn(ask)) : 'taken';
  return go(hold === 'taken' ? '/times?taken' : '/check');
}

/** A visit waits for her return; from afar nothing waits (CHI-8.8-7). */
function returnsOn({ session }: OpenAsk): CivilDate | undefined {
  const place = placeOf(session);
  return place?.mode === 'visit' ? place.returnsOn : undefined;
}

function ownDue({ portal, session }: OpenAsk): string | undefined {
  const { due } = portal.programme.rules.forms.asks;
  const born = session.inside.bookable?.born || session.inside.bookable?.cohort;
  const answer = session.own.answers[due];
  return born || typeof answer !== 'string' ? undefined : answer;
}

function timesPage(ask: OpenAsk, days: readonly OfferedDay[], call: boolean): PageReply {
  const { portal, session, words, language, query } = ask;
  const { times, site, dates } = words;
  const shown = shownDate(session.inside, session.own);
  const asCalendar = query.get('view') === 'calendar';
  const flow = flowOf(session);
  return {
    reply: 'page',
    title: times.title,
    back: flow === 'move' ? '/home' : '/place',
    body: (
      <>
        <Stage words={words} step="times" heading={times.heading} />
        {query.has('taken') && <Notice kind="warn" title={times.taken} />}
        {shown && (
          <Prose
            text={fill(times.present, {
              date: fill(dates.at, { date: dateIn(language, shown.date), time: shown.start }),
            })}
          />
        )}
        <Prose text={fill(times.intro, { minutes: session.inside.bookable?.talk ?? 0 })} />
        <HeldTime ask={ask} days={days} />
        <Views
          label={times.heading}
          views={[
            { text: times.list, href: '/times', current: !asCalendar },
            { text: times.calendar, href: '/times?view=calendar', current: asCalendar },
          ]}
        />
        <Form action="/times" hidden={hidden(ask)}>
          {days.length === 0 && <Notice kind="info" title={times.none} />}
          {days.length > 0 &&
            (asCalendar ? <AsCalendar ask={ask} days={days} /> : <AsList ask={ask} days={days} />)}
          {call && (
            <Notice kind="info" title={site.callUs}>
              <Prose text={times.call} />
              <Telephone label={site.office} number={portal.shows.phone} hours={site.hours} />
            </Notice>
          )}
          {flow === 'apply' && (
            <>
              <ButtonRow>
                <Button text={times.noDate} kind="plain" name="slot" value="none" />
              </ButtonRow>
              <Prose text={times.noDateHint} />
            </>
          )}
        </Form>
        <p>
          <a href="/place">
            <Ruby text={times.changePlace} />
          </a>
        </p>
      </>
    ),
  };
}

/**
 * The time that is kept for her: others cannot see it now, so it stands in no list. One that was kept for too short is
 * offered again while it is free.
 */
function HeldTime({ ask, days }: Part) {
  const { portal, session, words, language, query } = ask;
  const { times, check, site } = words;
  const { hold } = session.own;
  if (!hold) return null;
  const at = fill(words.dates.at, { date: dateIn(language, hold.date), time: hold.start });
  if (holds(portal, session)) {
    return (
      <Notice kind="info" title={at}>
        <Prose text={fill(check.kept, { time: hold.until.slice(11, 16) })} />
        <ButtonRow>
          <LinkButton text={site.next} href="/check" kind="plain" />
        </ButtonRow>
      </Notice>
    );
  }
  const free = days.some(({ offers }) => offers.some(({ slot }) => slot === hold.slot));
  const over = query.has('over');
  if (!free && !over) return null;
  return (
    <Notice kind="info" title={over ? times.over : at}>
      {over && <Prose text={times.overText} />}
      <Prose text={free ? [times.overFree, ...(over ? [at] : [])] : times.overGone} />
      {free && (
        <Form action="/times" hidden={hidden(ask)}>
          <ButtonRow>
            <Button text={times.overAgain} kind="plain" name="slot" value={hold.slot} />
          </ButtonRow>
        </Form>
      )}
    </Notice>
  );
}

type Part = { readonly ask: OpenAsk; readonly days: readonly OfferedDay[] };

function AsList({ ask, days }: Part) {
  const { times } = ask.words;
  const last = Math.ceil(days.length / DAYS) - 1;
  const wished = /^\d{1,2}$/.test(ask.query.get('page') ?? '') ? Number(ask.query.get('page')) : 0;
  const page = Math.min(wished, last);
  const shown = days.slice(page * DAYS, (page + 1) * DAYS);
  // Her 8th month is over: the days need no heading that says so.
  const onlyAfter = days.every(({ when }) => when === 'after');
  return (
    <>
      {onlyAfter ? (
        <DayList name="slot" days={shown.map((day) => freeDay(ask, day))} level={2} />
      ) : (
        (['month8', 'before', 'after'] as const).map((when) => {
          const ofPart = shown.filter((day) => day.when === when);
          return (
            ofPart.length > 0 && (
              <section key={when}>
                <h2>
                  <Ruby text={times[when]} />
                </h2>
                <DayList name="slot" days={ofPart.map((day) => freeDay(ask, day))} />
              </section>
            )
          );
        })
      )}
      {last > 0 && (
        <p>
          {page > 0 && (
            <a href={page === 1 ? '/times' : `/times?page=${page - 1}`}>
              <Ruby text={times.earlier} />
            </a>
          )}{' '}
          {page < last && (
            <a href={`/times?page=${page + 1}`}>
              <Ruby text={times.later} />
            </a>
          )}
        </p>
      )}
    </>
  );
}

function AsCalendar({ ask, days }: Part) {
  const { words, query, language } = ask;
  const { times, dates, site } = words;
  const months = [...new Set(days.map(({ date }) => monthContaining(date)))].toSorted();
  const wished = parseYearMonth(query.get('month') ?? '');
  const [first] = days;
  const month =
    wished.ok && months.includes(wished.value)
      ? wished.value
      : monthContaining(first?.date ?? ('' as CivilDate));
  const chosen = days.find(({ date }) => date === query.get('day') && monthContaining(date) === month);
  const at = months.indexOf(month);
  const link = (to: YearMonth | undefined, text: string) =>
    to && (
      <a href={`/times?view=calendar&month=${to}`}>
        <Ruby text={text} />
      </a>
    );
  return (
    <>
      <MonthCalendar
        caption={fill(dates.month, {
          year: Number(month.slice(0, 4)),
          month: dates.months[Number(month.slice(5)) - 1] ?? '',
        })}
        legend={times.chooseDay}
        weekdays={dates.weekdaysShort.map((text) => ({ text, spoken: text }))}
        weeks={weeksOf(month).map((week) =>
          week.map((date) => {
            const offered = date && days.find((day) => day.date === date);
            if (!date) return undefined;
            const has = (within: (minutes: number) => boolean) =>
              offered?.offers.some(({ start }) => within(minutesOf(start))) ? times.free : times.notFree;
            const spoken = `${site.morning} ${has((at) => at < NOON)} ${site.afternoon} ${has((at) => at >= NOON)}`;
            return {
              day: `${dayOf(date)}`,
              spoken: dateIn(language, date),
              href: offered
                ? `/times?view=calendar&month=${month}&day=${date}#${freeDay(ask, offered).id}`
                : undefined,
              parts: offered ? [{ text: '○', spoken, free: true }] : [],
              chosen: chosen?.date === date,
            };
          }),
        )}
      />
      <p>
        {link(months[at - 1], times.previousMonth)} {link(months[at + 1], times.nextMonth)}
      </p>
      {chosen && <DayList name="slot" days={[freeDay(ask, chosen)]} level={2} />}
    </>
  );
}

/** Rows of a month from Sunday to Saturday. */
function weeksOf(month: YearMonth): readonly (readonly (CivilDate | undefined)[])[] {
  const first = firstDay(month);
  const blank = weekday(first);
  const count = daysInMonth(yearOf(first), monthOf(first));
  const cells = Array.from({ length: Math.ceil((blank + count) / 7) * 7 }, (_, index) =>
    index < blank || index >= blank + count ? undefined : addDays(first, index - blank),
  );
  return Array.from({ length: cells.length / 7 }, (_, row) => cells.slice(row * 7, row * 7 + 7));
}
