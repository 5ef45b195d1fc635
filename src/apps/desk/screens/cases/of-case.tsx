import type { ReactNode } from 'react';
import type { CaseId } from '../../../../domain/basics/ids.ts';
import type { Instant } from '../../../../domain/basics/instant.ts';
import type { Booking } from '../../../../domain/booking/booking.ts';
import { showBookingDay } from '../../../../gate/inside/booking-questions.ts';
import { listMatters } from '../../../../gate/inside/matter.ts';
import { messageAsks } from '../../../../gate/inside/message.ts';
import { packagesDue, packagesHeld } from '../../../../gate/inside/package-room.ts';
import { callWords } from '../../../../programmes/words/calls.ts';
import type { Asking } from '../../asking.ts';
import { DataTable } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { momentWords } from '../../moment-words.ts';

/** What belongs to her in other rooms: her date, messages, and what the ward was told and asked. */
export async function OfCase({
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
}): Promise<ReactNode> {
  const [messages, matters] = await Promise.all([
    asking.may(messageAsks.ofCase) ? asking.answer(messageAsks.ofCase, { case: id }) : [],
    asking.may(listMatters) ? asking.answer(listMatters, { onlyOpen: false, case: id }) : [],
  ]);
  const mayBook = asking.may(showBookingDay) && !grief;
  return (
    <>
      {mayBook && (
        <section aria-labelledby="booking">
          <h2 id="booking">予約</h2>
          {booking ? (
            <p>
              <a href={`/bookings?date=${booking.date}`}>{dayWords(booking.date)}の予約を開く</a>{' '}
              <a href={`/bookings/times/${id}`}>日時を変える</a>
            </p>
          ) : (
            <p>
              予約はありません。<a href={`/bookings/times/${id}`}>予約できる日を見る</a>
            </p>
          )}
        </section>
      )}
      {visited && asking.may(packagesDue) && (
        <section aria-labelledby="package">
          <h2 id="package">育児パッケージ</h2>
          <p>
            <a href="/packages">まだ届けていない育児パッケージを見る</a>
            {asking.may(packagesHeld) && (
              <>
                {' '}
                <a href="/packages/held">保留しているものを見る</a>
              </>
            )}
          </p>
        </section>
      )}
      {messages.length > 0 && (
        <DataTable
          caption="お知らせ"
          columns={[
            { key: 'about', head: '内容', of: ({ about }) => callWords.messages[about] ?? 'お知らせ' },
            { key: 'at', head: '日時', of: ({ at }) => momentWords(at as Instant) },
            {
              key: 'state',
              head: '状態',
              of: ({ state }) => callWords.messageStates[state] ?? '確かめてください',
            },
          ]}
          rows={messages}
          keyOf={({ message }) => message}
          empty=""
        />
      )}
      {matters.length > 0 && (
        <DataTable
          caption="区とのやり取り"
          columns={[
            { key: 'about', head: '用件', of: ({ about }) => callWords.matters[about] ?? 'その他' },
            { key: 'begun', head: '始まり', of: ({ begun }) => dayWords(begun) },
            {
              key: 'answer',
              head: '区の言葉',
              of: ({ open, answer, answered = '' }) =>
                answer === undefined
                  ? open
                    ? '回答を待っています'
                    : '伝えました'
                  : `${dayWords(answered)} ${callWords.matterAnswers[answer] ?? answer}`,
            },
          ]}
          rows={matters}
          keyOf={({ matter }) => matter}
          hrefOf={({ open }) => (open ? '/calls/matters' : undefined)}
          markOf={({ open }) => (open ? 'warn' : undefined)}
          empty=""
        />
      )}
    </>
  );
}
