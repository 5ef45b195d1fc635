import type { ReactNode } from 'react';
import type { CivilDate } from '../../../../domain/basics/civil-date.ts';
import { holdSeatCommand } from '../../../../gate/inside/booking.ts';
import { offerSlots } from '../../../../gate/inside/booking-questions.ts';
import { showCase } from '../../../../gate/inside/case.ts';
import { gateSentence } from '../../../../programmes/words/gate-refusals.ts';
import { Form } from '../../../kit/still/form.tsx';
import { Notice } from '../../../kit/still/notice.tsx';
import { actHref } from '../../act-link.tsx';
import type { Asking } from '../../asking.ts';
import { dayWords } from '../../day-words.ts';
import { formMarks } from '../../form-marks.ts';
import { givenId } from '../../given-id.ts';
import { NotHere } from '../../not-here.ts';
import { go } from '../../../kit/server/go.ts';
import { page, type Problem, type Reply } from '../../reply.ts';
import type { DeskRoute } from '../../route.ts';
import { WhoLine } from '../cases/who-line.tsx';
import { makeBookingAct, moveBookingAct } from './time-acts.tsx';

const PARTS = { month8: '妊娠8か月', before: '8か月より前', after: '8か月より後' } as const;
type Part = keyof typeof PARTS;

/** How many days of free times stand on one page. */
const MOST_DAYS = 31;

/** The free times for one woman, those of her 8th month first: for a first date or in place of the one she holds. */
async function showTimes(asking: Asking, problems: readonly Problem[] = []): Promise<Reply> {
  const id = givenId(asking.params, 'case');
  const [row] = await asking.answer(offerSlots, { case: id });
  if (!row) throw new NotHere();
  const counts = (part: Part) => row.offers.filter((offer) => offer.when === part).length;
  const asked = asking.query.get('when') ?? asking.form.fields.get('when');
  const part =
    PART_CODES.find((one) => one === asked) ?? PART_CODES.find((one) => counts(one) > 0) ?? 'month8';
  const from = asking.query.get('from') ?? '';
  const offers = row.offers.filter((offer) => offer.when === part);
  const all = [...new Set(offers.map(({ date }) => date))];
  const later = all.filter((date) => date >= from);
  const days = later.slice(0, MOST_DAYS);
  const next = later[MOST_DAYS];
  const moving = row.booked !== undefined;
  const title = moving ? '予約の日時を変える' : '電話で予約を受ける';
  const body = (
    <>
      <h1>{title}</h1>
      {asking.may(showCase) && (await WhoLine({ asking, id }))}
      {row.booked !== undefined && asking.link(`/cases/${id}`) !== undefined && (
        <p>
          <a href={`/cases/${id}`}>この方の記録を開く</a>
        </p>
      )}
      <p>
        電話を受けているときは、<a href="/calls">本人確認(3点)</a>を先に済ませてください。
      </p>
      <dl className="facts">
        <dt>出産予定日</dt>
        <dd>{dayWords(row.due)}</dd>
        <dt>妊娠8か月</dt>
        <dd>
          {dayWords(row.month8.from)}から{dayWords(row.month8.to)}まで
        </dd>
        <dt>今の予約</dt>
        <dd>
          {row.booked ? (
            <a href={`/bookings?date=${row.booked}`}>{dayWords(row.booked)}</a>
          ) : (
            'まだありません'
          )}
        </dd>
      </dl>
      {row.stage === 'open' ? (
        <>
          <nav className="day-links" aria-label="時期">
            {PART_CODES.map((one) => (
              <a
                key={one}
                href={`/bookings/times/${id}?when=${one}`}
                aria-current={one === part ? 'page' : undefined}
              >
                {PARTS[one]}({counts(one)}件)
              </a>
            ))}
          </nav>
          {days.length === 0 ? (
            <Nothing asking={asking} />
          ) : (
            <Times asking={asking} id={id} part={part} days={days} offers={offers} moving={moving} />
          )}
          {next !== undefined && (
            <p>
              <a href={`/bookings/times/${id}?when=${part}&from=${next}`}>{dayWords(next)}から先を見る</a>
            </p>
          )}
        </>
      ) : (
        <Notice kind="warn" title="予約は受けられません">
          <p>
            {row.stage === 'done'
              ? '訪問は済んでいます。訪問はおひとり1回です。'
              : 'この方の訪問は止まっているか、対象ではありません。理由は対象者の画面で確かめてください。'}
          </p>
          <p>
            <a href={`/cases/${id}`}>対象者の画面へ</a>
          </p>
        </Notice>
      )}
    </>
  );
  return page(title, body, {
    problems,
    ...(problems.length > 0 ? { status: 422 } : {}),
    back: row.booked
      ? { text: 'その日の予約へ', href: `/bookings?date=${row.booked}` }
      : { text: '対象者の画面へ', href: `/cases/${id}` },
  });
}

const PART_CODES = Object.keys(PARTS) as readonly Part[];

type Offer = { readonly slot: string; readonly date: CivilDate; readonly start: string };

function Times({
  asking,
  id,
  part,
  days,
  offers,
  moving,
}: {
  readonly asking: Asking;
  readonly id: string;
  readonly part: Part;
  readonly days: readonly CivilDate[];
  readonly offers: readonly Offer[];
  readonly moving: boolean;
}): ReactNode {
  const starts = [...new Set(offers.map(({ start }) => start))].toSorted();
  const table = (
    <div className="table times" role="region" aria-label="空いている日時" tabIndex={0}>
      <table data-list="">
        <caption>
          {PARTS[part]}の空き <span className="count">{offers.length}件</span>
        </caption>
        <thead>
          <tr>
            <th scope="col">日</th>
            {starts.map((start) => (
              <th key={start} scope="col">
                {start}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {days.map((day) => (
            <tr key={day}>
              <th scope="row">{dayWords(day)}</th>
              {starts.map((start) => {
                const offer = offers.find((one) => one.date === day && one.start === start);
                return <td key={start}>{offer && <Choice id={id} offer={offer} moving={moving} />}</td>;
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
  if (moving) return table;
  return (
    <Form action={`/bookings/hold/${id}`} hidden={{ ...formMarks(asking), when: part }}>
      {table}
    </Form>
  );
}

function Choice({
  id,
  offer,
  moving,
}: {
  readonly id: string;
  readonly offer: Offer;
  readonly moving: boolean;
}): ReactNode {
  const words = (
    <>
      <span className="heard">{dayWords(offer.date)} </span>
      {offer.start}
    </>
  );
  return moving ? (
    <a href={actHref(moveBookingAct, { case: id, slot: offer.slot })}>{words}</a>
  ) : (
    <button type="submit" name="slot" value={offer.slot} className="quiet">
      {words}
    </button>
  );
}

function Nothing({ asking }: { readonly asking: Asking }): ReactNode {
  return (
    <div className="empty">
      <p>
        この時期の空きはありません。別の時期を選ぶか、<a href="/bookings/capacity">枠の画面</a>
        で画面に出した席を電話へ戻すよう頼めます。
      </p>
      <p>本日は{dayWords(asking.today)}です。枠を開くと、ここに出ます。</p>
    </div>
  );
}

/** Keeps the seat that was chosen for some minutes and goes on to the questions. */
async function holdSeat(asking: Asking): Promise<Reply> {
  const id = givenId(asking.params, 'case');
  const slot = asking.form.fields.get('slot') ?? '';
  const held = asking.desk.house.parts.ids.fresh('booking');
  const done = await asking.execute([{ row: holdSeatCommand.name, input: { case: id, slot, held } }]);
  if (!done.ok) return showTimes(asking, [{ text: gateSentence(done.error) }]);
  return go(actHref(makeBookingAct, { case: id, slot, held }));
}

export const timeRoutes: readonly DeskRoute[] = [
  {
    kind: 'screen',
    path: '/bookings/times/:case',
    work: 'bookings',
    title: '日時を選ぶ',
    asks: [offerSlots],
    show: (asking) => showTimes(asking),
  },
  {
    kind: 'step',
    path: '/bookings/hold/:case',
    work: 'bookings',
    needs: [offerSlots, holdSeatCommand],
    handle: holdSeat,
  },
  makeBookingAct,
  moveBookingAct,
];
