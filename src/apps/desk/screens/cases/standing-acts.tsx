import { OUTCOMES } from '../../../../domain/standing/close-case.ts';
import type { CaseId } from '../../../../domain/basics/ids.ts';
import { instantAt } from '../../../../domain/basics/instant.ts';
import { followUpActs } from '../../../../gate/inside/follow-up.ts';
import { matterActs } from '../../../../gate/inside/matter.ts';
import { standingActs } from '../../../../gate/inside/standing.ts';
import { callWords } from '../../../../programmes/words/calls.ts';
import { caseActWords } from '../../../../programmes/words/case-acts.ts';
import type { Asking, Given } from '../../asking.ts';
import type { FieldSpec } from '../../field-spec.ts';
import { givenId } from '../../given-id.ts';
import { act } from '../../route.ts';
import type { Values } from '../../values.ts';
import { optionsOf } from '../../code-words.ts';
import { ACT_OF_CASE } from './act-of-case.ts';
import { ADDRESS } from './address-fields.ts';
import { GoesNow } from './goes-now.tsx';
import { refOf, wardRef } from './ward-ref.ts';
import { HeldNow, shownCase, WhoLine } from './who-line.tsx';

const HER_CHANNELS = ['phone', 'in-person', 'mail', 'visit'] as const;
const WARD_CHANNELS = ['phone', 'mail', 'in-person', 'paper', 'screen'] as const;
const HER_PARTS = ['phone', 'email'] as const;
const WARD_PARTS = ['name', 'correction', 'mail-address', 'phone', 'email', 'delivery-address'] as const;
const SCOPES = ['notice', 'visit', 'resend', 'package'] as const;

const whose =
  (words: string) =>
  async (asking: Asking, given: Given): Promise<React.ReactNode> => (
    <>
      {await WhoLine({ asking, id: givenId(given, 'case') })}
      <p>{words}</p>
    </>
  );

/** The same, with what holds now above what is typed (domain.md 8: the address of another woman of the same name). */
const whoseNow =
  (words: string, Now: (of: Hers) => Promise<React.ReactNode>) =>
  async (asking: Asking, given: Given): Promise<React.ReactNode> => {
    const id = givenId(given, 'case');
    return (
      <>
        {await WhoLine({ asking, id })}
        <p>{words}</p>
        {await Now({ asking, id })}
      </>
    );
  };

type Hers = { readonly asking: Asking; readonly id: CaseId };

async function AllNow(of: Hers): Promise<React.ReactNode> {
  return (
    <>
      {await HeldNow(of)}
      {await GoesNow(of)}
    </>
  );
}

const VALUE: readonly FieldSpec[] = [
  {
    name: 'value',
    label: '新しい番号・メールアドレス・氏名',
    hint: '住所のときは空けて、下の欄に書きます。',
    kind: 'text',
    optional: true,
    width: 'full',
    most: 254,
  },
  { name: 'kana', label: '新しい氏名のカナ', kind: 'text', optional: true, width: 'middle', most: 200 },
  ...ADDRESS,
];

const HAS_ADDRESS = ['delivery-address', 'mail-address', 'correction'];

/** The new values by field, as the vault keeps them. */
function newValues(values: Values, what: string): Readonly<Record<string, string>> {
  if (HAS_ADDRESS.includes(what)) {
    const building = values.textOr('building');
    return {
      postcode: values.text('postcode'),
      address: values.text('address'),
      ...(building === undefined ? {} : { building }),
    };
  }
  const value = values.text('value');
  const kana = values.textOr('kana');
  return what === 'name' ? { name: value, ...(kana === undefined ? {} : { kana }) } : { [what]: value };
}

function missing(values: Values) {
  const what = values.text('what');
  if (HAS_ADDRESS.includes(what) && values.textOr('address') === undefined)
    return [{ field: 'address', text: '新しい住所を入力してください。' }];
  return !HAS_ADDRESS.includes(what) && values.textOr('value') === undefined
    ? [{ field: 'value', text: '新しい番号・メールアドレス・氏名を入力してください。' }]
    : [];
}

/** What is told of a case apart from what stops, and the word of the ward on it. */
export const standingCaseActs = {
  contact: act({
    ...ACT_OF_CASE,
    row: standingActs.changeContact,
    title: '連絡先を変える',
    button: '変える',
    shown: shownCase,
    explain: whoseNow(
      'ご本人から聞いた連絡先です。氏名と郵便の送付先は、区の言葉でだけ変わります。引っ越し先とお届け先の住所は、別の操作で2人で変えます。前の連絡先も記録に残ります。',
      HeldNow,
    ),
    fields: [
      {
        name: 'what',
        label: '何を変えますか',
        kind: 'one',
        options: optionsOf(caseActWords.parts, HER_PARTS),
      },
      { name: 'value', label: '新しい番号・メールアドレス', kind: 'text', width: 'full', most: 254 },
      {
        name: 'source',
        label: '方法',
        kind: 'one',
        look: 'list',
        options: optionsOf(caseActWords.channels, HER_CHANNELS),
        value: 'phone',
      },
    ],
    input: (values, given) => {
      const what = values.one('what', HER_PARTS);
      return {
        case: givenId(given, 'case'),
        what,
        source: values.one('source', HER_CHANNELS),
        values: { [what]: values.text('value') },
      };
    },
    done: '連絡先を変えました。',
  }),
  contactByWard: act({
    ...ACT_OF_CASE,
    row: standingActs.changeContactByWard,
    title: '区の言葉で氏名・住所・連絡先を変える',
    button: '変える',
    shown: shownCase,
    explain: whoseNow(
      '区の言葉で変えます。印刷済みの郵便物に前の内容があるときは、抜き取って作り直します。',
      AllNow,
    ),
    fields: [
      {
        name: 'what',
        label: '何を変えますか',
        kind: 'one',
        options: optionsOf(caseActWords.parts, WARD_PARTS),
      },
      ...VALUE,
    ],
    wrong: missing,
    input: (values, given) => {
      const what = values.one('what', WARD_PARTS);
      return { case: givenId(given, 'case'), what, source: 'ward' as const, values: newValues(values, what) };
    },
    done: '区の言葉で変えました。',
  }),
  dueDate: act({
    ...ACT_OF_CASE,
    row: standingActs.changeDueDate,
    title: '出産予定日を変える',
    button: '変える',
    shown: shownCase,
    explain: whose(
      '前の予定日も記録に残ります。大きく違うときは、別の方か書き間違いのおそれがあるため受け付けません。',
    ),
    fields: [
      { name: 'to', label: '新しい出産予定日', kind: 'date' },
      {
        name: 'source',
        label: 'どこで聞きましたか',
        kind: 'one',
        options: [
          { value: 'phone', label: '電話' },
          { value: 'visit', label: '訪問' },
          { value: 'form', label: '申込書' },
        ],
        value: 'phone',
      },
    ],
    input: (values, given) => ({
      case: givenId(given, 'case'),
      to: values.date('to'),
      source: values.one('source', ['phone', 'visit', 'form']),
    }),
    done: '出産予定日を変えました。',
  }),
  mailWay: act({
    ...ACT_OF_CASE,
    row: standingActs.nameMailWay,
    title: '送付先の扱いを決める(区の言葉)',
    button: '決める',
    shown: shownCase,
    explain: whoseNow(
      '区が決めた送付先を記録します。ほかの送付先で印刷済みの郵便物は抜き取ります。',
      GoesNow,
    ),
    fields: async (asking, given) => [
      {
        name: 'way',
        label: '郵便物の送り先',
        kind: 'one',
        options: [
          { value: 'registered', label: '住民登録地' },
          { value: 'designated', label: '区が指定した送付先', hint: '下に住所を書きます。' },
          { value: 'ward', label: '区からの手渡し' },
        ],
      },
      ...ADDRESS,
      await wardRef(asking, given),
    ],
    input: (values, given) => {
      const address = values.textOr('address');
      return {
        case: givenId(given, 'case'),
        way: values.one('way', ['registered', 'designated', 'ward']),
        ...(address === undefined ? {} : { address: newValues(values, 'mail-address') }),
        ref: refOf(values),
      };
    },
    done: '送付先の扱いを記録しました。',
  }),
  designate: act({
    ...ACT_OF_CASE,
    row: standingActs.designate,
    title: '区の指定を記録する',
    button: '記録する',
    explain: whose('区が、期間や住所の条件によらず対象とする方です。選んだものが全体として有効になります。'),
    fields: async (asking, given) => [
      {
        name: 'scope',
        label: '何の対象ですか',
        kind: 'many',
        options: optionsOf(caseActWords.scopes, SCOPES),
      },
      await wardRef(asking, given),
    ],
    input: (values, given) => ({
      case: givenId(given, 'case'),
      scope: [...values.many('scope', SCOPES)],
      ref: refOf(values),
    }),
    done: '区の指定を記録しました。',
  }),
  proposeFollowUp: act({
    ...ACT_OF_CASE,
    row: followUpActs.proposeFollowUp,
    title: '要フォローを区に提案する',
    button: '提案する',
    explain: whose('区が判断するまでは、何も変わりません。'),
    fields: [
      {
        name: 'to',
        label: '提案',
        kind: 'one',
        options: [
          { value: 'yes', label: '該当' },
          { value: 'no', label: '非該当' },
        ],
      },
      {
        name: 'source',
        label: '何によりますか',
        kind: 'one',
        options: [
          { value: 'visit', label: '訪問' },
          { value: 'questionnaire', label: '事前アンケート' },
        ],
        value: 'visit',
      },
    ],
    input: (values, given) => ({
      case: givenId(given, 'case'),
      to: values.text('to') === 'yes',
      source: values.one('source', ['visit', 'questionnaire']),
    }),
    done: '区に提案しました。',
  }),
  decideFollowUp: act({
    ...ACT_OF_CASE,
    row: followUpActs.decideFollowUp,
    title: '要フォローの区の判断を記録する',
    button: '記録する',
    explain: whose('区の判断は、訪問の時間と担当の決め方を変えます。'),
    fields: async (asking, given) => [
      {
        name: 'to',
        label: '区の判断',
        kind: 'one',
        options: [
          { value: 'yes', label: '該当' },
          { value: 'no', label: '非該当' },
        ],
      },
      { name: 'on', label: '判断の日', kind: 'date', value: asking.today },
      await wardRef(asking, given),
    ],
    input: (values, given) => ({
      case: givenId(given, 'case'),
      to: values.text('to') === 'yes',
      on: values.date('on'),
      ref: refOf(values),
    }),
    done: '区の判断を記録しました。',
  }),
  close: act({
    ...ACT_OF_CASE,
    row: standingActs.close,
    title: '対応を終える',
    button: '終える',
    explain: whose('新しい連絡を終えます。届けることになっている育児パッケージと期限は、そのまま続きます。'),
    fields: [
      {
        name: 'outcome',
        label: 'どうなりましたか',
        kind: 'one',
        options: optionsOf(caseActWords.outcomes, OUTCOMES),
      },
    ],
    input: (values, given) => ({ case: givenId(given, 'case'), outcome: values.one('outcome', OUTCOMES) }),
    done: '対応を終えました。',
  }),
  wardWord: act({
    ...ACT_OF_CASE,
    row: matterActs.recordWord,
    title: '区の言葉を記録する',
    button: '記録する',
    fresh: { matter: 'matter' },
    explain: whose(
      '区がこの方について言ったことを、係・方法・日時・番号とともに残します。お名前は書きません。',
    ),
    fields: (asking) => [
      { name: 'about', label: '用件', kind: 'one', look: 'list', options: optionsOf(callWords.matters) },
      {
        name: 'answer',
        label: '区の言葉',
        kind: 'one',
        look: 'list',
        options: optionsOf(callWords.matterAnswers),
      },
      {
        name: 'by',
        label: '区のどの係ですか',
        kind: 'one',
        look: 'list',
        options: optionsOf(callWords.wardFunctions),
      },
      {
        name: 'channel',
        label: '方法',
        kind: 'one',
        look: 'list',
        options: optionsOf(callWords.wordChannels, WARD_CHANNELS),
        value: 'phone',
      },
      { name: 'day', label: '聞いた日', kind: 'date', value: asking.today },
      { name: 'time', label: '聞いた時刻', kind: 'time', value: asking.now.slice(11, 16) },
      {
        name: 'ref',
        label: '文書番号・スキャンの番号・受付番号',
        hint: '英数字で。紙やファクスは、スキャンを区分ごとの置き場に入れ、その番号を書きます。電話だけのときは tel-0901-1430 のように書きます。',
        kind: 'text',
        exact: true,
        width: 'middle',
        most: 128,
      },
      { name: 'words', label: '内容', kind: 'lines', optional: true },
    ],
    input: (values, given) => ({
      matter: givenId(given, 'matter'),
      case: givenId(given, 'case'),
      about: values.text('about'),
      answer: values.text('answer'),
      by: values.text('by'),
      channel: values.one('channel', WARD_CHANNELS),
      ref: values.text('ref'),
      heardAt: instantAt(values.date('day'), values.text('time')),
      words: values.textOr('words'),
    }),
    done: '区の言葉を記録しました。',
  }),
} as const;
