import { stopActs } from '../../../../gate/inside/stop.ts';
import { caseActWords } from '../../../../programmes/words/case-acts.ts';
import type { Asking, Given } from '../../asking.ts';
import { givenId } from '../../given-id.ts';
import { act } from '../../route.ts';
import { optionsOf } from '../../code-words.ts';
import { refOf, wardRef } from './ward-ref.ts';
import { WhoLine } from './who-line.tsx';

const toCase = ({ case: id = '' }: Given): string => `/cases/${id}`;
const whose = (words: string) => async (asking: Asking, given: Given) => (
  <>
    {await WhoLine({ asking, id: givenId(given, 'case') })}
    <p>{words}</p>
  </>
);
const CHANNELS = ['phone', 'in-person', 'mail', 'visit'] as const;

/** What takes a stop back: the ward's word and two people, or she herself (design.md section 4, last sentence). */
export const undoStopActs = {
  lift: act({
    row: stopActs.liftStop,
    work: 'cases',
    title: '停止を解除する',
    button: '2人で解除する',
    given: ['case', 'fact'],
    explain: whose(
      '区の言葉の記録によって、2人で解除します。取り消した予約と閉じたコードは戻りません。発送と予約は、これから改めて決めます。',
    ),
    fields: async (asking, given) => [
      await wardRef(asking, given),
      {
        name: 'by',
        label: 'どなたの言葉ですか',
        kind: 'one',
        options: [
          { value: 'ward', label: '区' },
          { value: 'ward-and-herself', label: '区とご本人' },
        ],
        value: 'ward',
      },
    ],
    input: (values, given) => ({
      case: givenId(given, 'case'),
      of: givenId(given, 'fact'),
      by: values.one('by', ['ward', 'ward-and-herself']),
      ref: refOf(values),
    }),
    done: '停止を解除しました。',
    to: toCase,
  }),
  endProtection: act({
    row: stopActs.endProtection,
    work: 'cases',
    title: '支援措置を終える',
    button: '2人で終える',
    given: ['case'],
    explain: whose(
      '区の言葉の記録によって、2人で終えます。郵便の送付先は、区が改めて決めるまで決まりません。',
    ),
    fields: async (asking, given) => [await wardRef(asking, given)],
    input: (values, given) => ({ case: givenId(given, 'case'), ref: refOf(values) }),
    done: '支援措置を終えました。送付先の扱いを確かめてください。',
    to: toCase,
  }),
  resume: act({
    row: stopActs.resume,
    work: 'cases',
    title: '再開する',
    button: '再開する',
    given: ['case'],
    explain: whose(
      '一時中止と辞退を、ご本人の申し出で取り消します。対象かどうかは、これから改めて確かめます。',
    ),
    fields: [
      {
        name: 'by',
        label: 'どなたの申し出ですか',
        kind: 'one',
        options: [
          { value: 'herself', label: 'ご本人' },
          { value: 'staff', label: '担当者の判断(担当者が止めたものだけ)' },
        ],
        value: 'herself',
      },
      {
        name: 'points',
        label: '氏名・生年月日・住所の3つを相手の方から言っていただき、記録と合っていました',
        hint: 'ご本人の申し出のときは必ず確かめます。',
        kind: 'check',
        optional: true,
      },
      {
        name: 'channel',
        label: '方法',
        kind: 'one',
        look: 'list',
        options: optionsOf(caseActWords.channels, CHANNELS),
        value: 'phone',
      },
    ],
    input: (values, given) => ({
      case: givenId(given, 'case'),
      by: values.one('by', ['herself', 'staff']),
      ...(values.checked('points') ? { identity: 'three-points' as const } : {}),
      channel: values.one('channel', CHANNELS),
    }),
    done: '再開しました。',
    to: toCase,
  }),
  endHold: act({
    row: stopActs.endHold,
    work: 'cases',
    title: '確認の停止を解く',
    button: '解く',
    given: ['case', 'reason'],
    explain: whose('確かめて疑いがなくなったときに解きます。何によって確かめたかを残します。'),
    fields: [
      { name: 'checked', label: '何をしましたか', kind: 'one', options: optionsOf(caseActWords.holdEnds) },
      {
        name: 'ref',
        label: '根拠の番号',
        hint: '文書・受付の番号を英数字で。電話だけのときは tel-0901-1430 のように書きます。',
        kind: 'text',
        exact: true,
        width: 'middle',
        most: 100,
      },
    ],
    input: (values, given) => ({
      case: givenId(given, 'case'),
      reason: given['reason'] ?? '',
      ref: `${values.text('checked')}:${values.text('ref')}`,
    }),
    done: '停止を解きました。',
    to: toCase,
  }),
} as const;
