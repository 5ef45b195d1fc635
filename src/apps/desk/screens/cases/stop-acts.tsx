import { stopActs } from '../../../../gate/inside/stop.ts';
import { standingActs } from '../../../../gate/inside/standing.ts';
import { WARD_STOP } from '../../../../domain/standing/standing.ts';
import { caseActWords } from '../../../../programmes/words/case-acts.ts';
import type { Asking } from '../../asking.ts';
import type { FieldSpec } from '../../field-spec.ts';
import { givenId } from '../../given-id.ts';
import { act } from '../../route.ts';
import { ACT_OF_CASE } from './act-of-case.ts';
import { foreseen } from './foreseen.tsx';
import { heardBy } from './heard-by.ts';
import { optionsOf } from '../../code-words.ts';
import { refOf, wardRef } from './ward-ref.ts';

const CHANNELS = ['phone', 'in-person', 'mail', 'post', 'visit', 'ward'] as const;
const PAUSES = ['her-wish', 'hospital', 'away'] as const;

function dayOf(asking: Asking, label: string, hint: string): FieldSpec {
  return { name: 'on', label, hint, kind: 'date', value: asking.today };
}

/** Stops, told by anybody in one act, each with what it stops shown before (design.md section 4). */
export const stopCaseActs = {
  loss: act({
    ...ACT_OF_CASE,
    row: stopActs.reportLoss,
    title: '流産・死産等を記録して、すべて止める',
    button: '記録して止める',
    explain: foreseen('loss'),
    fields: (asking) => [
      {
        name: 'what',
        label: '何がありましたか',
        kind: 'one',
        options: [
          { value: 'loss', label: '流産・死産など' },
          { value: 'child-death', label: 'お子さんが亡くなられた' },
        ],
        value: 'loss',
      },
      dayOf(asking, 'その日', '分からないとき、尋ねないほうがよいときは、聞いた日のままにします。'),
      heardBy('source', CHANNELS),
    ],
    input: (values, given) => ({
      case: givenId(given, 'case'),
      what: values.one('what', ['loss', 'child-death']),
      on: values.date('on'),
      source: values.one('source', CHANNELS),
    }),
    done: 'すべて止めました。区への報告は、本日の緊急対応に出ています。',
  }),
  death: act({
    ...ACT_OF_CASE,
    row: stopActs.reportDeath,
    title: 'ご本人の死亡を記録して、すべて止める',
    button: '記録して止める',
    explain: foreseen('death'),
    fields: (asking) => [
      dayOf(asking, '亡くなられた日', '分からないときは、聞いた日のままにします。'),
      heardBy('source', CHANNELS),
    ],
    input: (values, given) => ({
      case: givenId(given, 'case'),
      on: values.date('on'),
      source: values.one('source', CHANNELS),
    }),
    done: 'すべて止めました。区への報告は、本日の緊急対応に出ています。',
  }),
  birth: act({
    ...ACT_OF_CASE,
    row: standingActs.reportBirth,
    title: '出産を記録する',
    button: '記録する',
    explain: foreseen('birth'),
    fields: (asking) => [
      dayOf(asking, '出産の日', '予定日ではなく、実際の日です。'),
      heardBy('source', CHANNELS),
    ],
    input: (values, given) => ({
      case: givenId(given, 'case'),
      on: values.date('on'),
      source: values.one('source', CHANNELS),
    }),
    done: '出産を記録しました。予約は、この方の画面で確かめてください。',
  }),
  pause: act({
    ...ACT_OF_CASE,
    row: stopActs.pause,
    title: '一時中止にする',
    button: '一時中止にする',
    explain: foreseen('pause'),
    fields: [
      { name: 'until', label: '再開する日', hint: 'この日から、ご案内がまた始まります。', kind: 'date' },
      {
        name: 'reason',
        label: 'わけ',
        kind: 'one',
        options: optionsOf(caseActWords.pauses),
        value: 'her-wish',
      },
      {
        name: 'by',
        label: 'どなたの申し出ですか',
        kind: 'one',
        options: [
          { value: 'herself', label: 'ご本人' },
          { value: 'ward', label: '区' },
          { value: 'staff', label: '担当者の判断' },
        ],
        value: 'herself',
      },
      heardBy('channel', CHANNELS),
    ],
    input: (values, given) => ({
      case: givenId(given, 'case'),
      until: values.date('until'),
      reason: values.one('reason', PAUSES),
      by: values.one('by', ['herself', 'ward', 'staff']),
      channel: values.one('channel', CHANNELS),
    }),
    done: '一時中止にしました。',
  }),
  withdraw: act({
    ...ACT_OF_CASE,
    row: stopActs.withdraw,
    title: '連絡を止める(辞退)',
    button: '連絡を止める',
    explain: foreseen('withdraw'),
    fields: [
      {
        name: 'package',
        label: '育児パッケージ(受け取れる方だけ)',
        hint: '訪問が済んでいる方には、一度だけ希望をうかがいます。',
        kind: 'one',
        optional: true,
        options: optionsOf(caseActWords.packages),
      },
      heardBy('channel', CHANNELS),
    ],
    input: (values, given) => ({
      case: givenId(given, 'case'),
      channel: values.one('channel', CHANNELS),
      package: values.oneOr('package', ['send', 'keep', 'decline']),
    }),
    done: '連絡を止めました。',
  }),
  hold: act({
    ...ACT_OF_CASE,
    row: stopActs.hold,
    title: '確認のため止める',
    button: '止める',
    explain: foreseen('hold'),
    fields: [
      { name: 'reason', label: '何を確かめますか', kind: 'one', options: optionsOf(caseActWords.holds) },
    ],
    input: (values, given) => ({ case: givenId(given, 'case'), reason: values.text('reason') }),
    done: '止めました。確かめたら、この方の画面で解いてください。',
  }),
  wardStop: act({
    ...ACT_OF_CASE,
    row: stopActs.hold,
    name: 'case.hold-by-ward',
    title: '区の連絡で発送を止める',
    button: '止める',
    explain: foreseen('ward-stop'),
    fields: async (asking, given) => [await wardRef(asking, given)],
    input: (values, given) => ({ case: givenId(given, 'case'), reason: WARD_STOP, ref: refOf(values) }),
    done: '区の連絡により止めました。解除は区の言葉と2人で行います。',
  }),
  protection: act({
    ...ACT_OF_CASE,
    row: stopActs.startProtection,
    title: '支援措置を始める',
    button: '始める',
    explain: foreseen('start-protection'),
    fields: async (asking, given) => [await wardRef(asking, given)],
    input: (values, given) => ({ case: givenId(given, 'case'), ref: refOf(values) }),
    done: '支援措置を始めました。区が決めた送付先を記録してください。',
  }),
} as const;
