import { wardCallOrder } from '../../../../domain/urgent/ward-call-order.ts';
import { urgentActs } from '../../../../gate/inside/urgent.ts';
import { callWords } from '../../../../programmes/words/calls.ts';
import type { Asking, Given } from '../../asking.ts';
import type { FieldSpec } from '../../field-spec.ts';
import { givenId } from '../../given-id.ts';
import { act } from '../../route.ts';
import { optionsOf } from '../../code-words.ts';

const CLASSES = ['u1', 'u2', 'u3'] as const;
const REASONS = Object.keys(callWords.urgentReasons) as (keyof typeof callWords.urgentReasons)[];
const REPORTED_BY = ['phone', 'in-person', 'email', 'report'] as const;
const OUTCOMES = Object.keys(callWords.urgentOutcomes) as (keyof typeof callWords.urgentOutcomes)[];
const HEARD_BY = ['phone', 'in-person', 'email', 'report', 'screen'] as const;
const HEARD_WORDS = { ...callWords.reportChannels, screen: '区の画面' };

const of = (given: Given) => ({ urgent: givenId(given, 'urgent'), case: givenId(given, 'case') });
const board = () => '/calls/urgent';

function functions({ desk, now }: Asking): readonly string[] {
  return wardCallOrder(now, desk.house.parts.rules.urgent);
}

const heardBy: FieldSpec = {
  name: 'channel',
  label: 'どのように聞きましたか',
  kind: 'one',
  look: 'list',
  options: optionsOf(HEARD_WORDS, HEARD_BY),
  value: 'phone',
};

const raise = act({
  row: urgentActs.raise,
  work: 'calls',
  title: '緊急対応にする',
  button: '緊急対応にする',
  given: ['case'],
  fresh: { urgent: 'urgent' },
  explain: () => (
    <p>
      この時刻から区への報告の時計が動きます。命や体に危険があるときは、先に119または医療機関へつなぎます。
    </p>
  ),
  fields: [
    {
      name: 'class',
      label: '急ぎの度合い',
      kind: 'one',
      options: optionsOf(callWords.urgentClasses, CLASSES),
    },
    { name: 'reason', label: '何がありましたか', kind: 'one', options: optionsOf(callWords.urgentReasons) },
    { name: 'words', label: '聞いたこと', kind: 'lines', optional: true },
  ],
  input: (values, given) => ({
    ...of(given),
    class: values.one('class', CLASSES),
    source: 'inquiry' as const,
    reason: values.one('reason', REASONS),
    channel: 'phone' as const,
    words: values.textOr('words'),
  }),
  done: '緊急対応にしました。すぐに区へ電話します。',
  to: board,
});

const report = act({
  row: urgentActs.report,
  work: 'calls',
  title: '区への電話を記録する',
  button: '記録する',
  given: ['case', 'urgent'],
  fields: (asking) => [
    {
      name: 'to',
      label: 'かけた先',
      kind: 'one',
      options: optionsOf(callWords.wardFunctions, functions(asking)),
      value: functions(asking)[0],
      hint: 'いまの曜日と時刻で、先にかける順に並んでいます。',
    },
    {
      name: 'reached',
      label: '話せましたか',
      kind: 'one',
      options: [
        { value: 'yes', label: '話せた' },
        { value: 'no', label: '出られなかった(続けて次の先にかける)' },
      ],
    },
    {
      name: 'channel',
      label: '方法',
      kind: 'one',
      look: 'list',
      options: optionsOf(callWords.reportChannels, REPORTED_BY),
      value: 'phone',
    },
  ],
  input: (values, given) => ({
    ...of(given),
    to: values.text('to'),
    reached: values.one('reached', ['yes', 'no']) === 'yes',
    channel: values.one('channel', REPORTED_BY),
  }),
  done: '区への電話を、時刻とともに記録しました。',
  to: board,
});

const acknowledge = act({
  row: urgentActs.acknowledge,
  work: 'calls',
  title: '区が承知したことを記録する',
  button: '記録する',
  given: ['case', 'urgent'],
  fields: (asking) => [
    {
      name: 'by',
      label: '承知した係',
      kind: 'one',
      look: 'list',
      options: optionsOf(callWords.wardFunctions, functions(asking)),
    },
    { name: 'ref', label: '区の受付番号', kind: 'text', exact: true, width: 'middle' },
    heardBy,
  ],
  input: (values, given) => ({
    ...of(given),
    by: values.text('by'),
    ref: values.text('ref'),
    channel: values.one('channel', HEARD_BY),
  }),
  done: '区が承知したことを記録しました。',
  to: board,
});

const close = act({
  row: urgentActs.close,
  work: 'calls',
  title: '緊急対応を終える',
  button: '終える',
  given: ['case', 'urgent'],
  fields: [
    { name: 'outcome', label: 'どうなりましたか', kind: 'one', options: optionsOf(callWords.urgentOutcomes) },
    heardBy,
  ],
  input: (values, given) => ({
    ...of(given),
    outcome: values.one('outcome', OUTCOMES),
    channel: values.one('channel', HEARD_BY),
  }),
  done: '緊急対応を終えました。',
  to: board,
});

/** Every step of an urgent case with its moment (CHI-8.10-2). */
export const urgentCaseActs = { raise, report, acknowledge, close };
