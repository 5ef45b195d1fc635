import {
  decideEntitlementCommand,
  holdBenefitCommand,
  releaseBenefitCommand,
  requestRedispatchAgain,
  requestRedispatchCommand,
  tellPlaceCommand,
} from '../../../../gate/inside/benefit.ts';
import { packageWords } from '../../../../programmes/words/packages.ts';
import { ActLink } from '../../act-link.tsx';
import type { Asking, Given } from '../../asking.ts';
import type { FieldSpec } from '../../field-spec.ts';
import { givenId } from '../../given-id.ts';
import { act } from '../../route.ts';
import type { Values } from '../../values.ts';
import { GoesNow } from '../cases/goes-now.tsx';
import { whereItGoesCaseActs } from '../cases/where-it-goes-acts.tsx';
import { WhoLine } from '../cases/who-line.tsx';

const CHANNELS = ['phone', 'mail', 'in-person', 'ward'] as const;
const PLACES = ['registered', 'japan', 'abroad'] as const;

const channel: FieldSpec = {
  name: 'channel',
  kind: 'one',
  label: '聞いた方法',
  options: CHANNELS.map((value) => ({ value, label: packageWords.channels[value] })),
};
const ref: FieldSpec = {
  name: 'ref',
  kind: 'text',
  label: '区の返答の記録番号',
  exact: true,
  width: 'middle',
  most: 64,
};
const ofCase = { work: 'packages', given: ['case'] } as const;
const caseIn = (given: Given) => givenId(given, 'case');
const toHeld = () => '/packages/held';
const toCase = (given: Given) => `/cases/${given['case'] ?? ''}`;

export const decideAct = act({
  ...ofCase,
  row: decideEntitlementCommand,
  title: '育児パッケージの可否(区の判断)',
  button: '区の判断を記録する',
  explain: () => <p>送ると決まれば、今日の翌日から10開庁日が発送の期限になります。</p>,
  fields: [
    {
      name: 'to',
      kind: 'one',
      label: '区の判断',
      options: [
        { value: 'grant', label: '送る' },
        { value: 'withhold', label: '送らない' },
      ],
    },
    ref,
  ],
  input: (values, given) => ({
    case: caseIn(given),
    to: values.one('to', ['grant', 'withhold']),
    ref: values.text('ref'),
  }),
  done: '区の判断を記録しました。',
  to: toHeld,
});

export const holdAct = act({
  ...ofCase,
  row: holdBenefitCommand,
  title: '育児パッケージの発送を保留する',
  button: '保留する',
  explain: () => <p>期限の数えは止まります。保留を解いた日の翌日から、あらためて10開庁日を数えます。</p>,
  fields: [
    {
      name: 'reason',
      kind: 'one',
      label: '理由',
      options: [
        { value: 'overseas', label: '海外に滞在中' },
        { value: 'ward', label: '区から待つよう言われた' },
        { value: 'address-unclear', label: 'お届け先が分からない' },
      ],
    },
  ],
  input: (values, given) => ({
    case: caseIn(given),
    reason: values.one('reason', ['overseas', 'ward', 'address-unclear']),
  }),
  done: '発送を保留しました。',
  to: toHeld,
});

export const releaseAct = act({
  ...ofCase,
  row: releaseBenefitCommand,
  title: '保留を解く',
  button: '保留を解く',
  explain: () => (
    <p>
      海外からの保留は、ご本人の連絡だけで解けます。ほかの保留は、区の返答が要ります。解くと、連絡のあった日の翌日から10開庁日が発送の期限になります。
    </p>
  ),
  fields: (asking) => [
    { name: 'on', kind: 'date', label: '連絡のあった日', value: asking.today },
    channel,
    {
      name: 'by',
      kind: 'one',
      label: 'だれからか',
      options: [
        { value: 'herself', label: 'ご本人' },
        { value: 'ward', label: '区' },
        { value: 'other', label: 'ほかの方' },
      ],
    },
    { ...ref, optional: true },
    { name: 'wish', kind: 'check', label: 'ご本人が受け取りを望まれていると確かめました', optional: true },
  ],
  input: (values, given) => {
    const said = values.textOr('ref');
    return {
      case: caseIn(given),
      on: values.date('on'),
      channel: values.one('channel', CHANNELS),
      by: values.one('by', ['herself', 'ward', 'other']),
      ...(said === undefined ? {} : { ref: said }),
      ...(values.checked('wish') ? { wish: true } : {}),
    };
  },
  done: '保留を解きました。発送の期限は10開庁日です。',
  to: toHeld,
});

export const placeAct = act({
  ...ofCase,
  row: tellPlaceCommand,
  title: '育児パッケージのお届け先',
  button: 'お届け先を記録する',
  explain: async (asking, given) => (
    <>
      {await WhoLine({ asking, id: caseIn(given) })}
      <p>
        海外のときは、国内で受け取れるとご本人から連絡があるまで保留します。国内の別の場所は、先にその住所を2人で記録してください。{' '}
        <ActLink
          of={whereItGoesCaseActs.delivery}
          given={{ case: caseIn(given) }}
          text="お届け先の住所を2人で変える"
        />
      </p>
      {await GoesNow({ asking, id: caseIn(given) })}
    </>
  ),
  fields: [
    {
      name: 'place',
      kind: 'one',
      label: '届くころにいる場所',
      options: PLACES.map((value) => ({ value, label: packageWords.places[value] })),
    },
    channel,
  ],
  input: (values, given) => ({
    case: caseIn(given),
    place: values.one('place', PLACES),
    channel: values.one('channel', CHANNELS),
  }),
  done: 'お届け先を記録しました。',
  to: toCase,
});

const redispatch = {
  ...ofCase,
  button: '申し出を記録する',
  fields: (asking: Asking): readonly FieldSpec[] => [
    { name: 'on', kind: 'date', label: 'お申し出の日', value: asking.today },
    channel,
    {
      name: 'by',
      kind: 'one',
      label: 'だれからか',
      options: [
        { value: 'herself', label: 'ご本人' },
        { value: 'other', label: 'ほかの方' },
      ],
    },
    { name: 'address', kind: 'check', label: 'お届け先をご本人と確認しました', optional: true },
  ],
  input: (values: Values, given: Given) => ({
    case: caseIn(given),
    on: values.date('on'),
    channel: values.one('channel', CHANNELS),
    by: values.one('by', ['herself', 'other']),
    addressConfirmed: values.checked('address'),
  }),
  done: 'お申し出を記録しました。',
  to: toCase,
} as const;

export const redispatchAct = act({
  ...redispatch,
  row: requestRedispatchCommand,
  title: '育児パッケージの送り直しの申し出',
  explain: (_asking, given) => (
    <>
      <p>
        面談から1年以内の、ご本人のお申し出だけで送り直せます。期限を過ぎたお申し出も記録し、送れないことをお伝えします。
      </p>
      <p>
        2回目からは業務責任者と2人で記録します。
        <ActLink of={redispatchAgainAct} given={{ case: given['case'] ?? '' }} text="2回目以降のお申し出" />
      </p>
    </>
  ),
});

/** The further request of the same woman: the manager confirms as second person (AMB-16). */
export const redispatchAgainAct = act({
  ...redispatch,
  row: requestRedispatchAgain,
  title: '育児パッケージの送り直しの申し出(2回目以降)',
  explain: () => (
    <p>
      一度送り直した後の、さらに次のお申し出です。届かないわけとお届け先をご本人と確かめ、業務責任者が2人目として確認します。面談から1年以内の、ご本人のお申し出だけで送り直せます。
    </p>
  ),
});
