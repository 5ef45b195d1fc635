import type { ReactNode } from 'react';
import { showVisitSheet } from '../../../../gate/inside/booking-questions.ts';
import { showVisit } from '../../../../gate/inside/visit-record-questions.ts';
import { MISSED_WORDS, MODE_WORDS } from '../../../../programmes/words/visits.ts';
import { ActLink } from '../../act-link.tsx';
import type { Asking, Given } from '../../asking.ts';
import { dayWords } from '../../day-words.ts';
import { NotAnswered } from '../../not-here.ts';
import { go } from '../../../kit/server/go.ts';
import { page, type Reply } from '../../reply.ts';
import type { Act, DeskRoute } from '../../route.ts';
import { nameOf } from './name-of.ts';
import { completeVisitAct } from './record-act.tsx';
import {
  correctFollowUpAct,
  correctMissedAct,
  correctModeAct,
  correctTimeAct,
  endUnvisitedAct,
  missVisitAct,
  raiseCapAct,
} from './result-acts.tsx';
import { visitOf } from './visit-of.ts';

/** The visit of one woman: her date, what was recorded, and what can be recorded now. */
async function showOne(asking: Asking): Promise<Reply> {
  const id = asking.params['case'] ?? '';
  const did = asking.query.get('did');
  const row = await visitOf(asking, { case: id }).catch((error: unknown) => {
    // A visitor who wrote her record down has lost sight of the case with it: back to her own sheet.
    if (error instanceof NotAnswered && did !== null && asking.may(showVisitSheet)) return undefined;
    throw error;
  });
  if (!row) return go(`/bookings/sheet?did=${encodeURIComponent(did ?? '')}`);
  const { booking, completed, missed, attempts } = row;
  const may = (of: Act, given: Given, text: string): ReactNode =>
    asking.may(of.row) && <ActLink key={of.name} of={of} given={given} text={text} />;
  return page(
    '訪問の記録',
    <>
      <h1>{nameOf(row.fields)} の訪問</h1>
      {booking && (
        <section>
          <h2>予約</h2>
          <dl className="facts">
            <dt>日時</dt>
            <dd>
              {dayWords(booking.date)} {booking.start} {MODE_WORDS[booking.mode]}
            </dd>
            <dt>担当</dt>
            <dd>{booking.visitor ? '決まっています' : 'まだ決まっていません'}</dd>
          </dl>
          <div className="row-acts">
            {booking.visitor
              ? may(completeVisitAct, { case: id }, '結果を記録する')
              : '結果を記録するには、先に担当を決めてください。'}
            {may(missVisitAct, { case: id, booking: booking.booking }, '行えなかった')}
          </div>
        </section>
      )}
      {completed && (
        <section>
          <h2>行った訪問</h2>
          <dl className="facts">
            <dt>日時</dt>
            <dd>
              {dayWords(completed.date)} {completed.from}から{completed.to}まで
            </dd>
            <dt>方法</dt>
            <dd>{MODE_WORDS[completed.mode]}</dd>
            <dt>訪問の日</dt>
            <dd>{completed.pregnant ? '妊娠中' : `出産後(${dayWords(completed.born ?? '')})`}</dd>
          </dl>
          <div className="row-acts">
            {may(correctTimeAct, { case: id, booking: completed.booking }, '時刻を訂正')}
            {completed.mode !== 'visit' &&
              may(correctModeAct, { case: id, booking: completed.booking }, '方法を訂正')}
            {may(correctFollowUpAct, { case: id, booking: completed.booking }, '要フォローを訂正')}
          </div>
        </section>
      )}
      {missed.length > 0 && (
        <section>
          <h2>行えなかった訪問</h2>
          <ul>
            {missed.map((one) => (
              <li key={one.fact}>
                {dayWords(one.date)} {MISSED_WORDS[one.reason]}{' '}
                {may(correctMissedAct, { case: id, booking: one.booking }, '理由を訂正')}
              </li>
            ))}
          </ul>
        </section>
      )}
      {!booking && !completed && (
        <section>
          <h2>これから</h2>
          {row.closed ? (
            <p>この方の記録は終わっています。</p>
          ) : (
            <div className="row-acts">
              <a className="button plain small" href={`/bookings/times/${id}`}>
                予約を受ける
              </a>
              {attempts.usedUp && may(raiseCapAct, { case: id }, 'もう1回を認める')}
              {may(endUnvisitedAct, { case: id }, '訪問できないまま終わりにする')}
            </div>
          )}
        </section>
      )}
    </>,
    { back: { text: '対象者の画面へ', href: `/cases/${id}` } },
  );
}

export const visitRoutes: readonly DeskRoute[] = [
  {
    kind: 'screen',
    path: '/bookings/visit/:case',
    work: 'bookings',
    title: '訪問の記録',
    asks: [showVisit],
    show: showOne,
  },
  completeVisitAct,
  missVisitAct,
  correctTimeAct,
  correctModeAct,
  correctFollowUpAct,
  correctMissedAct,
  raiseCapAct,
  endUnvisitedAct,
];
