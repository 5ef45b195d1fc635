import type { ReactNode } from 'react';
import type { CaseId } from '../../../../domain/basics/ids.ts';
import type { Booking } from '../../../../domain/booking/booking.ts';
import type { PieceKind } from '../../../../domain/facts/mailing.ts';
import { showBookingDay } from '../../../../gate/inside/booking-questions.ts';
import type { showCaseActs } from '../../../../gate/inside/case-acts.ts';
import type { showCase } from '../../../../gate/inside/case.ts';
import type { AnswerOf } from '../../../../gate/question.ts';
import { callWords } from '../../../../programmes/words/calls.ts';
import { caseActWords } from '../../../../programmes/words/case-acts.ts';
import { kindWords, pieceWords } from '../../../../programmes/words/mailing-room.ts';
import { packageWords } from '../../../../programmes/words/packages.ts';
import type { Asking } from '../../asking.ts';
import { dayWords } from '../../day-words.ts';
import { momentWords } from '../../moment-words.ts';
import { categoryWords, stateWords } from '../calls/enquiry-lists.tsx';

type Records = AnswerOf<typeof showCaseActs>[number]['records'];
type Piece = AnswerOf<typeof showCase>[number]['pieces'][number];

/** Where a row of the section leads; without an address it only says how it stands. */
type Line = { readonly key: string; readonly text: string; readonly href?: string | undefined };

/**
 * Everything that is kept of her elsewhere, each with how it stands and a way to its page where she who asks may open
 * it. It was read with the rest of the page: no question of its own, and so no further opening in the log.
 */
export function HerRecords({
  asking,
  id,
  pieces,
  records,
  booking,
  visited,
  grief,
  tables,
}: {
  readonly asking: Asking;
  readonly id: CaseId;
  /** Absent for whom they are not. */
  readonly pieces: readonly Piece[] | undefined;
  readonly records: Records | undefined;
  readonly booking: Booking | undefined;
  readonly visited: boolean;
  readonly grief: boolean;
  /** The lists further down this page. */
  readonly tables: readonly Line[];
}): ReactNode {
  const batchOf = ({ piece, batch, kind, status, since }: Piece): Line => ({
    key: piece,
    text: `${kindWords[kind as PieceKind] ?? kind}: ${pieceWords[status] ?? status}(${dayWords(since)})`,
    href: asking.link(`/mailing/batches/${batch}`),
  });
  const [parcels, letters] = [true, false].map((are) =>
    pieces?.filter(({ kind }) => kind.startsWith('package') === are).map(batchOf),
  );
  const parcel = records?.package;
  if (!pieces && !records) return null;
  return (
    <section aria-labelledby="records">
      <h2 id="records">この方についての記録</h2>
      <dl className="facts records">
        {records && (
          <Kept
            term="申し込み"
            none="まだありません。"
            lines={records.applications.map(({ application, channel, receivedAt, state }) => ({
              key: application,
              text: `${dayWords(receivedAt.slice(0, 10))} ${words(caseActWords.channels, channel)}: ${words(callWords.applications, state)}`,
            }))}
          />
        )}
        {records?.inquiries && (
          <Kept
            term="問い合わせ"
            none="ありません。ご本人のことと確かめた問い合わせが、ここに出ます。"
            lines={records.inquiries.map((one) => ({
              key: one.inquiry,
              text: `第${one.no}号 ${categoryWords(one.category)} ${momentWords(one.openedAt)}: ${stateWords(one)}`,
              href: asking.link(`/calls/enquiries/${one.inquiry}`),
            }))}
          />
        )}
        {records && <Dates asking={asking} id={id} booking={booking} visited={visited} grief={grief} />}
        {letters && <Kept term="郵便" none="まだ何も送っていません。" lines={letters} />}
        {(parcel !== undefined || (parcels ?? []).length > 0) && (
          <>
            <dt>育児パッケージ</dt>
            <dd>
              {parcel !== undefined && <Parcel asking={asking} state={parcel} />}
              <Lines lines={parcels ?? []} />
            </dd>
          </>
        )}
        {tables.length > 0 && (
          <>
            <dt>連絡</dt>
            <dd>
              <Lines lines={tables} />
            </dd>
          </>
        )}
      </dl>
    </section>
  );
}

/** Where her package stands; what is still to be sent or is held stands in a list of its own. */
function Parcel({ asking, state }: { readonly asking: Asking; readonly state: string }): ReactNode {
  const text = words(packageWords.states, state);
  const href = state === 'held' ? '/packages/held' : state === 'owed' ? '/packages' : undefined;
  const link = href === undefined ? undefined : asking.link(href);
  return link === undefined ? text : <a href={link}>{text}</a>;
}

/** Her date and her visit. After a loss no new date is offered, and nothing speaks of one (CHI-8.14-5). */
function Dates({
  asking,
  id,
  booking,
  visited,
  grief,
}: {
  readonly asking: Asking;
  readonly id: CaseId;
  readonly booking: Booking | undefined;
  readonly visited: boolean;
  readonly grief: boolean;
}): ReactNode {
  const times = asking.link(`/bookings/times/${id}`);
  const may = asking.may(showBookingDay) && !grief;
  const lines: readonly Line[] = [
    ...(booking && !grief
      ? [
          {
            key: 'date',
            text: `${dayWords(booking.date)}の予約を開く`,
            href: may ? `/bookings?date=${booking.date}` : undefined,
          },
        ]
      : []),
    ...(may && times !== undefined && !visited
      ? [{ key: 'times', text: booking ? '日時を変える' : '予約できる日を見る', href: times }]
      : []),
    ...(asking.link(`/bookings/visit/${id}`) !== undefined && (visited || !grief)
      ? [{ key: 'visit', text: '訪問の記録を開く', href: `/bookings/visit/${id}` }]
      : []),
  ];
  if (grief && lines.length === 0) return null;
  return (
    <>
      <dt>予約・訪問</dt>
      <dd>
        {visited ? '訪問は済んでいます。' : !booking && !grief && '予約はありません。'}
        <Lines lines={lines} />
      </dd>
    </>
  );
}

/** One kind of record: how many, or honestly none. */
function Kept({
  term,
  none,
  lines,
}: {
  readonly term: string;
  readonly none: string;
  readonly lines: readonly Line[];
}): ReactNode {
  return (
    <>
      <dt>{lines.length > 0 ? `${term}(${lines.length}件)` : term}</dt>
      <dd>{lines.length > 0 ? <Lines lines={lines} /> : none}</dd>
    </>
  );
}

function Lines({ lines }: { readonly lines: readonly Line[] }): ReactNode {
  if (lines.length === 0) return null;
  return (
    <ul>
      {lines.map(({ key, text, href }) => (
        <li key={key}>{href === undefined ? text : <a href={href}>{text}</a>}</li>
      ))}
    </ul>
  );
}

/** A code without a word is a defect that a reader must notice, and stands as it is. */
function words(of: Readonly<Record<string, string>>, code: string): string {
  return of[code] ?? code;
}
