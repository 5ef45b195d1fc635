import {
  correctVisitCommand,
  endUnvisitedCommand,
  missVisitCommand,
  raiseCapCommand,
} from '../../../../gate/inside/visit.ts';
import {
  CAP_WORDS,
  CORRECTION_WORDS,
  MISSED_WORDS,
  MODE_WORDS,
} from '../../../../programmes/words/visits.ts';
import type { Asking, Given } from '../../asking.ts';
import { dayWords } from '../../day-words.ts';
import type { FieldSpec } from '../../field-spec.ts';
import { givenId } from '../../given-id.ts';
import { act } from '../../route.ts';
import type { Values } from '../../values.ts';
import { nameOf } from './name-of.ts';
import { codesOf, optionsOf } from '../../code-words.ts';
import { visitOf } from './visit-of.ts';

const back = ({ case: id = '' }: Given) => `/bookings/visit/${id}`;
const version = async (asking: Asking, given: Given) => ({ case: (await visitOf(asking, given)).version });

/** A visit that did not take place (CHI-8.7-1). */
export const missVisitAct = act({
  row: missVisitCommand,
  work: 'bookings',
  title: '行えなかった訪問を記録する',
  button: '記録する',
  given: ['case', 'booking'],
  explain: async (asking, given) => {
    const { fields, booking, attempts } = await visitOf(asking, given);
    return (
      <p>
        <strong>{nameOf(fields)}</strong>
        {booking && ` の ${dayWords(booking.date)} ${booking.start} の訪問`}
        を、行えなかったと記録します。「不在」と「ご家族だけ」は回数に数えます(これまで{attempts.made}
        回)。予約はなくなり、あらためて日時を決められます。
      </p>
    );
  },
  fields: [
    { name: 'reason', label: '理由', kind: 'one', options: optionsOf(MISSED_WORDS) },
    { name: 'time', label: '玄関に着いた時刻', kind: 'time', optional: true },
    { name: 'calls', label: 'その場からかけた電話', kind: 'number', unit: '回', max: 99, optional: true },
    { name: 'noteLeft', label: '不在票を入れた', kind: 'check', optional: true },
    { name: 'words', label: 'そのときの様子', kind: 'lines', most: 1000, optional: true },
  ],
  input: (values, given) => ({
    case: givenId(given, 'case'),
    booking: givenId(given, 'booking'),
    reason: values.one('reason', codesOf(MISSED_WORDS)),
    time: values.textOr('time'),
    calls: values.numberOr('calls'),
    noteLeft: values.checked('noteLeft') || undefined,
    words: values.textOr('words'),
  }),
  shown: version,
  done: '行えなかった訪問として記録しました。',
  to: back,
});

const REASON: FieldSpec = {
  name: 'reason',
  label: 'まちがいのわけ',
  kind: 'one',
  options: optionsOf(CORRECTION_WORDS),
};

const record = (given: Given) => ({ case: givenId(given, 'case'), booking: givenId(given, 'booking') });
const reasonIn = (values: Values) => values.one('reason', codesOf(CORRECTION_WORDS));

/** One part of a record, put right by two people; the fact stays, beside it stands how it really was (CHI-9.1-2). */
const correcting = {
  row: correctVisitCommand,
  work: 'bookings',
  button: '訂正する',
  given: ['case', 'booking'],
  explain: async (asking: Asking, given: Given) => {
    const { fields, completed, missed } = await visitOf(asking, given);
    const gone = missed.find(({ booking }) => booking === given['booking']);
    const date = gone?.date ?? completed?.date;
    return (
      <p>
        <strong>{nameOf(fields)}</strong> の {date ? dayWords(date) : ''}{' '}
        の記録を訂正します。元の記録は残り、その月の報告に訂正として載ります。
      </p>
    );
  },
  shown: version,
  done: '記録を訂正しました。',
  to: back,
} as const;

const ENDS = { from: '始まり', to: '終わり' } as const;
const REMOTE = { online: MODE_WORDS.online, phone: MODE_WORDS.phone } as const;
const FOLLOW_UP = { true: '要フォローだった', false: '要フォローではなかった' } as const;

export const correctTimeAct = act({
  ...correcting,
  name: 'visit.correct-time',
  title: '訪問の時刻を訂正する',
  fields: [
    { name: 'end', label: '訂正するのは', kind: 'one', options: optionsOf(ENDS) },
    { name: 'time', label: '正しい時刻', kind: 'time' },
    REASON,
  ],
  input: (values, given) => ({
    ...record(given),
    field: values.one('end', codesOf(ENDS)),
    to: values.text('time'),
    reason: reasonIn(values),
  }),
});

export const correctModeAct = act({
  ...correcting,
  name: 'visit.correct-mode',
  title: '面談の方法を訂正する',
  fields: [{ name: 'mode', label: '正しい方法', kind: 'one', options: optionsOf(REMOTE) }, REASON],
  input: (values, given) => ({
    ...record(given),
    field: 'mode' as const,
    to: values.one('mode', codesOf(REMOTE)),
    reason: reasonIn(values),
  }),
});

export const correctFollowUpAct = act({
  ...correcting,
  name: 'visit.correct-follow-up',
  title: '要フォローかどうかを訂正する',
  fields: [{ name: 'followUp', label: '訪問の日には', kind: 'one', options: optionsOf(FOLLOW_UP) }, REASON],
  input: (values, given) => ({
    ...record(given),
    field: 'followUp' as const,
    to: values.one('followUp', codesOf(FOLLOW_UP)),
    reason: reasonIn(values),
  }),
});

export const correctMissedAct = act({
  ...correcting,
  name: 'visit.correct-reason',
  title: '行えなかった理由を訂正する',
  fields: [{ name: 'missed', label: '正しい理由', kind: 'one', options: optionsOf(MISSED_WORDS) }, REASON],
  input: (values, given) => ({
    ...record(given),
    field: 'reason' as const,
    to: values.one('missed', codesOf(MISSED_WORDS)),
    reason: reasonIn(values),
  }),
});

/** One attempt more, by the responsible manager alone (CHI-8.7-2). */
export const raiseCapAct = act({
  row: raiseCapCommand,
  work: 'bookings',
  title: 'もう1回の訪問を認める',
  button: '認める',
  given: ['case'],
  explain: async (asking, given) => {
    const { fields, attempts } = await visitOf(asking, given);
    return (
      <p>
        <strong>{nameOf(fields)}</strong> にお会いできなかった訪問は{attempts.made}
        回です。再訪問は原則1回までですが、あと1回だけ予約できるようにします。
      </p>
    );
  },
  fields: [
    { name: 'reason', label: '理由', kind: 'one', options: optionsOf(CAP_WORDS) },
    { name: 'words', label: '詳しい事情', kind: 'lines', most: 1000, optional: true },
  ],
  input: (values, given) => ({
    case: givenId(given, 'case'),
    reason: values.one('reason', codesOf(CAP_WORDS)),
    words: values.textOr('words'),
  }),
  shown: version,
  done: 'もう1回の訪問を認めました。',
  to: back,
});

/** No visit any more and no package (CHI-8.7-3). */
export const endUnvisitedAct = act({
  row: endUnvisitedCommand,
  work: 'bookings',
  title: '訪問できないまま終わりにする',
  button: '終わりにする',
  grave: true,
  given: ['case'],
  explain: async (asking, given) => (
    <p>
      <strong>{nameOf((await visitOf(asking, given)).fields)}</strong>{' '}
      の記録を「実施できず」として終わります。育児パッケージはお届けしません。相談先のご案内が予定されます。
    </p>
  ),
  input: (_values, given) => ({ case: givenId(given, 'case') }),
  shown: version,
  done: '「実施できず」として終わりました。',
  to: back,
});
