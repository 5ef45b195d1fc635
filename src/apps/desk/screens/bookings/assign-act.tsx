import { assignVisitorCommand } from '../../../../gate/inside/visit.ts';
import { suggestForVisits } from '../../../../gate/inside/visit-planning.ts';
import { listFreeVisitors } from '../../../../gate/inside/visit-questions.ts';
import { MODE_WORDS } from '../../../../programmes/words/visits.ts';
import { Notice } from '../../../kit/still/notice.tsx';
import type { Asking, Given } from '../../asking.ts';
import { dayWords } from '../../day-words.ts';
import { givenId } from '../../given-id.ts';
import { act } from '../../route.ts';
import { bookingOn } from './day-acts.tsx';
import { nameOf } from './name-of.ts';
import { suitWords } from './suit-words.ts';
import { givenDay } from './days.ts';
import { kept } from './kept.ts';

const suggested = kept(async (asking: Asking, key: string) => {
  const [day = '', absent = ''] = key.split(' ');
  const date = givenDay({ day }, 'day');
  return asking.answer(suggestForVisits, {
    from: date,
    to: date,
    ...(absent ? { absent: givenId({ absent }, 'account', 'absent') } : {}),
  });
});

async function choices(asking: Asking, given: Given) {
  const row = await bookingOn(asking, given);
  if (!row) return [];
  const plan = await suggested(asking, `${row.date} ${row.visitor ?? ''}`);
  const visit = plan.visits.find(({ booking }) => booking === row.booking);
  const free = visit ? [] : await asking.answer(listFreeVisitors, { slot: row.slot });
  const candidates = visit
    ? visit.candidates
    : free.map(({ visitor }) => ({ visitor, suits: [] as const, load: 0 }));
  return candidates.map(({ visitor, suits, load }, nr) => {
    const one = plan.team.find((member) => member.visitor === visitor);
    const words = suitWords(suits, load);
    return {
      value: visitor,
      label: `${one?.name ?? one?.holder ?? ''}${nr === 0 ? '(おすすめ)' : ''}`,
      hint: words,
    };
  });
}

/** Who visits: one of those who are free, the best first. A former visitor loses sight of the case at once. */
export const assignVisitorAct = act({
  row: assignVisitorCommand,
  work: 'bookings',
  title: '担当を決める',
  button: '担当にする',
  given: ['case', 'booking', 'date'],
  explain: async (asking, given) => {
    const row = await bookingOn(asking, given);
    const offered = await choices(asking, given);
    const meant = asking.query.get('visitor');
    const chosen = offered.find(({ value }) => value === meant);
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
          です。
          {row.visitor !== undefined &&
            '今の担当は、決めた時点でこの方の記録を一切見られなくなります。両方の支援員に知らせてください。'}
        </p>
        {offered.length > 0 && meant !== null && (
          <p>
            {chosen === undefined
              ? '選んだ支援員は、この時間に訪問できません。空いている支援員から選んでください。'
              : `担当にする支援員: ${chosen.label}。${chosen.hint}。`}
          </p>
        )}
        {offered.length === 0 && (
          <Notice kind="warn" title="この時間に訪問できる支援員がいません">
            <p>日時を変えるか、ほかの訪問の担当を先に移してください。</p>
          </Notice>
        )}
      </>
    );
  },
  fields: async (asking, given) => {
    const options = await choices(asking, given);
    // The week leads here with the visitor on whose day it was dropped.
    const meant = asking.query.get('visitor');
    const value = (options.find((one) => one.value === meant) ?? options[0])?.value;
    return [{ name: 'visitor', label: '支援員', kind: 'one', options, value }];
  },
  input: (values, given) => ({
    case: givenId(given, 'case'),
    booking: givenId(given, 'booking'),
    visitor: givenId({ visitor: values.text('visitor') }, 'account', 'visitor'),
  }),
  shown: async (asking, given) => ({ case: (await bookingOn(asking, given))?.version ?? 0 }),
  done: '担当を決めました。',
  to: ({ date = '' }) => `/bookings?date=${date}`,
});
