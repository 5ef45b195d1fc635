import type { ReactNode } from 'react';
import { readSlot } from '../../../../domain/booking/slot.ts';
import { makeBookingCommand, moveBookingCommand } from '../../../../gate/inside/booking.ts';
import { previewBooking } from '../../../../gate/inside/booking-view.ts';
import { refusalSentence } from '../../../../programmes/words/refusals.ts';
import { CONSEQUENCE_WORDS, MODE_WORDS, REMOTE_REASON_WORDS } from '../../../../programmes/words/visits.ts';
import { Notice } from '../../../kit/still/notice.tsx';
import type { Asking, Given } from '../../asking.ts';
import { dayWords } from '../../day-words.ts';
import type { FieldSpec } from '../../field-spec.ts';
import { givenId } from '../../given-id.ts';
import { NotHere } from '../../not-here.ts';
import { act } from '../../route.ts';
import type { Values } from '../../values.ts';
import { kept } from './kept.ts';
import { nameOf } from './name-of.ts';
import { codesOf, optionsOf } from '../../code-words.ts';

const preview = kept(async (asking: Asking, key: string) => {
  const [id = '', slot = ''] = key.split(' ');
  const rows = await asking.answer(previewBooking, {
    case: givenId({ id }, 'case', 'id'),
    slot: givenId({ slot }, 'slot'),
  });
  const [row] = rows;
  if (!row) throw new NotHere();
  return row;
});
const previewOf = (asking: Asking, { case: id, slot }: Given) => preview(asking, `${id} ${slot}`);

async function explainTime(asking: Asking, given: Given): Promise<ReactNode> {
  const row = await previewOf(asking, given);
  const hindered = row.refusal
    ? refusalSentence(row.refusal)
    : row.place === 'free' || given['held']
      ? undefined
      : PLACE_WORDS[row.place];
  return (
    <>
      <dl className="facts">
        <dt>対象者</dt>
        <dd>{nameOf(row.fields)}</dd>
        {row.from && (
          <>
            <dt>今の予約</dt>
            <dd>
              {dayWords(row.from.date)} {row.from.start} {row.mode && MODE_WORDS[row.mode]}
            </dd>
          </>
        )}
        <dt>{row.from ? '新しい日時' : '予約する日時'}</dt>
        <dd>
          <strong>{row.to && `${dayWords(row.to.date)} ${row.to.start}`}</strong>
        </dd>
      </dl>
      {hindered !== undefined && (
        <Notice kind="urgent" title="この日時にはできません">
          <p>{hindered}</p>
        </Notice>
      )}
      {row.consequences.length > 0 && (
        <Notice kind="warn" title="先に確かめること">
          <ul>
            {row.consequences.map((code) => (
              <li key={code}>
                {CONSEQUENCE_WORDS[code]}
                {code === 'assign-anew' &&
                  (row.sameVisitorFree
                    ? '今の担当は、新しい日時も空いています。'
                    : '今の担当は、新しい日時には行けません。')}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {row.from && <p>変更すると、今の日時の空きはすぐにほかの方へ戻ります。前の日時は経過に残ります。</p>}
    </>
  );
}

const PLACE_WORDS = {
  full: 'この時刻の空きは、もうありません。別の日時を選んでください。',
  closed: 'この日は訪問を休止しています。別の日を選んでください。',
  unknown: 'この時刻は受け付けていません。別の日時を選んでください。',
} as const;

async function timeFields(asking: Asking, given: Given): Promise<readonly FieldSpec[]> {
  const { consequences, mode = 'visit', reason } = await previewOf(asking, given);
  return [
    { name: 'requestedBy', label: 'この日時を望んだのは', kind: 'one', options: optionsOf(WISHED_BY) },
    { name: 'channel', label: '受けた方法', kind: 'one', options: optionsOf(CHANNELS), value: 'phone' },
    { name: 'mode', label: '面談の方法', kind: 'one', options: optionsOf(MODE_WORDS), value: mode },
    {
      name: 'reason',
      label: 'ご自宅を訪問できない理由',
      hint: 'オンライン・電話のときだけ選びます。',
      kind: 'one',
      look: 'list',
      options: optionsOf(REMOTE_REASON_WORDS),
      optional: true,
      value: reason,
    },
    {
      name: 'returnsOn',
      label: '住民登録地に戻る予定の日',
      hint: '里帰り中のときだけ。戻ったあとの訪問を先に案内します。',
      kind: 'date',
      optional: true,
    },
    { name: 'cannotBeVisited', label: '戻ったあとも訪問を受けられない', kind: 'check', optional: true },
    ...(consequences.includes('ask-still-pregnant')
      ? [{ name: 'stillPregnant', label: 'まだご出産前であることを、いま伺った', kind: 'check' } as const]
      : []),
  ];
}

function wishOf(values: Values, given: Given) {
  return {
    case: givenId(given, 'case'),
    slot: givenId(given, 'slot'),
    mode: values.one('mode', codesOf(MODE_WORDS)),
    reason: values.oneOr('reason', codesOf(REMOTE_REASON_WORDS)),
    returnsOn: values.dateOr('returnsOn'),
    cannotBeVisited: values.checked('cannotBeVisited') || undefined,
    requestedBy: values.one('requestedBy', codesOf(WISHED_BY)),
    channel: values.one('channel', codesOf(CHANNELS)),
    stillPregnant: values.checked('stillPregnant') || undefined,
  };
}

const WISHED_BY = { herself: 'ご本人', staff: 'こちらからの案内', ward: '区' } as const;
const CHANNELS = { phone: '電話', mail: 'メール', 'in-person': '対面', ward: '区を通して' } as const;

const dayOfSlot = ({ slot = '' }: Given) => readSlot(givenId({ slot }, 'slot'))?.date ?? '';

/** Another time in place of the one she holds; stale when somebody moved it meanwhile. */
export const moveBookingAct = act({
  row: moveBookingCommand,
  work: 'bookings',
  title: '予約の日時を変える',
  button: 'この日時に変える',
  given: ['case', 'slot'],
  explain: explainTime,
  fields: timeFields,
  input: wishOf,
  shown: async (asking, given) => ({ case: (await previewOf(asking, given)).version }),
  done: '予約の日時を変えました。担当を決め直してください。',
  to: (given) => `/bookings?date=${dayOfSlot(given)}`,
});

/** Her first date, on a seat that is kept for her while she is asked. */
export const makeBookingAct = act({
  row: makeBookingCommand,
  work: 'bookings',
  title: '電話で予約を受ける',
  button: '予約する',
  given: ['case', 'slot', 'held'],
  explain: async (asking, given) => (
    <>
      {await explainTime(asking, given)}
      <p>
        この時刻の席を{asking.desk.programme.rules.booking.holdMinutes}
        分間おさえています。過ぎると、ほかの方が取れるようになります。
      </p>
    </>
  ),
  fields: async (asking, given) => [
    ...(await timeFields(asking, given)),
    {
      name: 'considerations',
      label: '訪問のときの配慮(階段、ペット、きょうだい、入口など)',
      kind: 'lines',
      most: 500,
      optional: true,
    },
    { name: 'where', label: '里帰り先(都道府県と市区町村)', kind: 'text', optional: true },
  ],
  input: (values, given) => ({
    ...wishOf(values, given),
    held: givenId(given, 'booking', 'held'),
    considerations: values.textOr('considerations'),
    where: values.textOr('where'),
  }),
  done: '予約しました。担当を決めてください。',
  to: (given) => `/bookings?date=${dayOfSlot(given)}`,
});
