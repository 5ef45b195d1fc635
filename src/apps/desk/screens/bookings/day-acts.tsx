import { readSlot } from '../../../../domain/booking/slot.ts';
import { cancelBookingCommand, closeDayCommand, openDayCommand } from '../../../../gate/inside/booking.ts';
import { showBookingDay } from '../../../../gate/inside/booking-questions.ts';
import { askSeatsBackCommand } from '../../../../gate/inside/courier.ts';
import { CANCEL_WORDS, CLOSURE_WORDS, MODE_WORDS } from '../../../../programmes/words/visits.ts';
import { Notice } from '../../../kit/still/notice.tsx';
import type { Asking, Given } from '../../asking.ts';
import { dayWords } from '../../day-words.ts';
import { givenId } from '../../given-id.ts';
import { act } from '../../route.ts';
import { givenDay } from './days.ts';
import { kept } from './kept.ts';
import { nameOf } from './name-of.ts';
import { codesOf, optionsOf } from '../../code-words.ts';

const dayBookings = kept((asking: Asking, day: string) =>
  asking.answer(showBookingDay, { date: givenDay({ day }, 'day') }),
);

/** One booking of a day; a page about one that is there no more is told so by the version. */
export async function bookingOn(asking: Asking, { case: id, date = '' }: Given) {
  return (await dayBookings(asking, date)).find((row) => row.case === id);
}

/** Gives a date up; the seat is free at once. */
export const cancelBookingAct = act({
  row: cancelBookingCommand,
  work: 'bookings',
  title: '予約を取り消す',
  button: '取り消す',
  given: ['case', 'date'],
  explain: async (asking, given) => {
    const row = await bookingOn(asking, given);
    if (!row) {
      return (
        <Notice kind="urgent" title="この日の予約はありません">
          <p>ほかの画面で変更か取消しがありました。予約の一覧を開き直してください。</p>
        </Notice>
      );
    }
    return (
      <>
        <p>
          <strong>{nameOf(row.fields)}</strong> の {dayWords(row.date)} {row.start} の{MODE_WORDS[row.mode]}
          を取り消します。対象は1人です。空きはすぐに戻ります。
        </p>
        {row.visitor !== undefined && <p>担当の支援員の予定からも外れます。支援員に知らせてください。</p>}
      </>
    );
  },
  fields: [{ name: 'reason', label: '理由', kind: 'one', options: optionsOf(CANCEL_WORDS) }],
  input: (values, given) => ({
    case: givenId(given, 'case'),
    reason: values.one('reason', codesOf(CANCEL_WORDS)),
  }),
  // A booking that was moved away is no more what this page showed: version 0 is never that of a case with a booking.
  shown: async (asking, given) => ({ case: (await bookingOn(asking, given))?.version ?? 0 }),
  done: '予約を取り消しました。',
  to: ({ date = '' }) => `/bookings?date=${date}`,
});

/** A day falls out: exactly whom it concerns, and what becomes of them. */
export const closeDayAct = act({
  row: closeDayCommand,
  work: 'bookings',
  title: '訪問を休止する日にする',
  button: 'この日を休止する',
  grave: true,
  given: ['date'],
  explain: async (asking, given) => {
    const rows = await dayBookings(asking, given['date'] ?? '');
    return (
      <>
        <p>
          <strong>{dayWords(given['date'] ?? '')}</strong>{' '}
          の空きをすべて止めます。画面と電話のどちらからも予約できなくなります。
        </p>
        {rows.length === 0 ? (
          <p>この日に予約のある方はいません。</p>
        ) : (
          <>
            <p>
              予約のある<strong>{rows.length}人</strong>
              が「要確認」になります。予約は消えません。おひとりずつ電話して、日時を変えるか取り消します。
            </p>
            <ul>
              {rows.map((row) => (
                <li key={row.booking}>
                  {row.start} {nameOf(row.fields)}
                </li>
              ))}
            </ul>
          </>
        )}
      </>
    );
  },
  fields: [{ name: 'reason', label: '理由', kind: 'one', options: optionsOf(CLOSURE_WORDS) }],
  input: (values, given) => ({
    date: givenDay(given, 'date'),
    reason: values.one('reason', codesOf(CLOSURE_WORDS)),
  }),
  done: '休止にしました。予約のあった方に電話してください。',
  to: () => '/bookings/rebook',
});

/** Opens the times of a day; again, it adds and reopens. */
export const openDayAct = act({
  row: openDayCommand,
  work: 'bookings',
  title: '訪問の時刻を開く',
  button: '開く',
  given: [],
  explain: ({ desk }) => (
    <p>
      選んだ日の時刻({desk.programme.rules.booking.starts.join('、')})を、訪問できる人数分ずつ開きます。
      もう開いている日は、入力した人数になります。休止した日は、もう一度開きます。
    </p>
  ),
  fields: ({ query }) => [
    { name: 'date', label: '日', kind: 'date', value: query.get('date') ?? undefined },
    { name: 'visitors', label: '訪問できる支援員の人数', kind: 'number', unit: '人', min: 1, max: 99 },
    {
      name: 'outside',
      label: 'そのうち、画面からの予約に出す人数',
      kind: 'number',
      unit: '人',
      min: 0,
      max: 99,
      value: '0',
    },
    {
      name: 'starts',
      label: 'ふだんと違う始まりの時刻',
      hint: '例: 10:00 13:30。空けておくと、ふだんの時刻です。',
      kind: 'text',
      optional: true,
    },
  ],
  input: (values) => ({
    date: values.date('date'),
    visitors: values.number('visitors'),
    outside: values.number('outside'),
    starts: values
      .textOr('starts')
      ?.normalize('NFKC')
      .split(/[\s,、]+/)
      .filter((one) => one !== '')
      .map((one) => one.padStart(5, '0')),
  }),
  done: '訪問の時刻を開きました。',
  to: () => '/bookings/capacity',
});

/** A free seat of the portal for the telephone. */
export const askSeatsBackAct = act({
  row: askSeatsBackCommand,
  work: 'bookings',
  title: '画面に出した席を電話の予約に戻す',
  button: '戻すよう頼む',
  given: ['slot'],
  explain: (_asking, { slot = '' }) => {
    const time = readSlot(givenId({ slot }, 'slot'));
    return (
      <p>
        {time && `${dayWords(time.date)} ${time.start}`}{' '}
        の席のうち、画面でまだ空いているものを電話に戻すよう頼みます。次のやりとり(数分おき)で届きます。画面で予約が入っていれば戻りません。
      </p>
    );
  },
  fields: [{ name: 'seats', label: '席の数', kind: 'number', min: 1, max: 99, value: '1' }],
  input: (values, given) => ({ slot: givenId(given, 'slot'), seats: values.number('seats') }),
  done: '席を戻すよう頼みました。届くと「空き」が増えます。',
  to: (given) => `/bookings/capacity?from=${readSlot(givenId(given, 'slot'))?.date ?? ''}`,
});
