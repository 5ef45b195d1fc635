import { whereItGoesActs } from '../../../../gate/inside/where-it-goes.ts';
import { ActLink } from '../../act-link.tsx';
import type { Asking, Given } from '../../asking.ts';
import type { FieldSpec } from '../../field-spec.ts';
import { givenId } from '../../given-id.ts';
import { act } from '../../route.ts';
import type { Values } from '../../values.ts';
import { ACT_OF_CASE } from './act-of-case.ts';
import { ADDRESS } from './address-fields.ts';
import { foreseen } from './foreseen.tsx';
import { GoesNow } from './goes-now.tsx';
import { heardBy } from './heard-by.ts';
import { shownCase, WhoLine } from './who-line.tsx';

const HER_CHANNELS = ['phone', 'in-person', 'mail', 'visit'] as const;
const MOVES = ['out', 'within', 'back'] as const;

const herWord = heardBy('source', HER_CHANNELS);

/** What is typed stands right below what holds now. */
function newAddress(...needed: readonly string[]): readonly FieldSpec[] {
  return ADDRESS.map((one) => ({
    ...one,
    ...(one.name === 'postcode' ? { section: 'これからの住所' } : {}),
    optional: !needed.includes(one.name),
  }));
}

function movingDay({ today }: Asking): FieldSpec {
  return {
    name: 'on',
    label: '引っ越しの日',
    hint: '先の日でも記録できます。転出は、その日から止まります。',
    kind: 'date',
    value: today,
  };
}

function addressOf(values: Values) {
  const building = values.textOr('building');
  return {
    postcode: values.textOr('postcode') ?? '',
    address: values.text('address'),
    ...(building === undefined ? {} : { building }),
  };
}

function moveOf(values: Values, given: Given) {
  return {
    case: givenId(given, 'case'),
    kind: values.one('kind', MOVES),
    on: values.date('on'),
    ...(values.textOr('address') === undefined ? {} : { address: addressOf(values) }),
  };
}

/** What was chosen, or the kind of the link that led here, if it named one. */
function kindAsked({ form, query }: Asking): (typeof MOVES)[number] | undefined {
  return MOVES.find((one) => one === (form.fields.get('kind') ?? query.get('kind')));
}

const moves = (asking: Asking): FieldSpec => ({
  name: 'kind',
  label: 'どちらですか',
  kind: 'one',
  value: kindAsked(asking),
  options: [
    { value: 'within', label: '区内で転居', hint: '新しい住所が要ります。印刷済みの郵便物は作り直します。' },
    { value: 'out', label: '区外へ転出', hint: '新しい住所は、お届けするものだけに使います。' },
    { value: 'back', label: '区内に戻られた(転出の取消しを含む)' },
  ],
});

const moveOut = act({
  ...ACT_OF_CASE,
  row: whereItGoesActs.moveOut,
  title: '区外への転出を記録する',
  button: '記録する',
  explain: async (asking, given) => (
    <>
      {await foreseen('move-out')(asking, given)}
      <p>
        止めるだけなので、1人ですぐに記録できます。新しい住所も記録するときは、2人で行います。{' '}
        <ActLink of={moveByTwo} given={{ ...given, kind: 'out' }} text="新しい住所も2人で記録する" />
      </p>
    </>
  ),
  fields: (asking) => [movingDay(asking), herWord],
  input: (values, given) => ({
    case: givenId(given, 'case'),
    on: values.date('on'),
    source: values.one('source', HER_CHANNELS),
  }),
  done: '記録しました。区にも知らせます。',
});

const moveByTwo = act({
  ...ACT_OF_CASE,
  row: whereItGoesActs.moveByTwo,
  title: '引っ越し先を2人で記録する',
  button: '2人で記録する',
  shown: shownCase,
  explain: async (asking, given) => (
    <>
      {await foreseen(`move-${kindAsked(asking) ?? 'within'}`)(asking, given)}
      <p>
        送り先が変わるので、2人で行います。新しい住所が分からない転出は、1人で記録できます。2人目も、お名前・生年月日と、前とこれからの住所を見比べてください。
      </p>
      {await GoesNow({ asking, id: givenId(given, 'case') })}
    </>
  ),
  fields: (asking) => {
    const kind = kindAsked(asking);
    const needed = kind === undefined || kind === 'back' ? [] : ['address'];
    return [...newAddress(...needed), moves(asking), movingDay(asking), herWord];
  },
  input: (values, given) => ({ ...moveOf(values, given), source: values.one('source', HER_CHANNELS) }),
  done: '記録しました。区にも知らせます。',
});

const moveByWard = act({
  ...ACT_OF_CASE,
  row: whereItGoesActs.moveByWard,
  title: '区の言葉で転出・転居・転入を記録する',
  button: '2人で記録する',
  shown: shownCase,
  explain: async (asking, given) => (
    <>
      {await WhoLine({ asking, id: givenId(given, 'case') })}
      <p>
        区の言葉によって、2人で記録します。転出は、その日からご案内が止まります。区内の転居では、印刷済みの郵便物を作り直します。
      </p>
      {await GoesNow({ asking, id: givenId(given, 'case') })}
    </>
  ),
  fields: (asking) => [...newAddress(), moves(asking), movingDay(asking)],
  input: (values, given) => ({ ...moveOf(values, given), source: 'ward' as const }),
  done: '区の言葉で記録しました。',
});

const delivery = act({
  ...ACT_OF_CASE,
  row: whereItGoesActs.nameDeliveryByTwo,
  title: 'お届け先の住所を2人で変える',
  button: '2人で変える',
  shown: shownCase,
  explain: async (asking, given) => (
    <>
      {await WhoLine({ asking, id: givenId(given, 'case') })}
      <p>
        ご本人から聞いた、国内のお届け先です。登録の住所は変わりません。2人目も、お名前・生年月日と、前とこれからの住所を見比べてください。
      </p>
      {await GoesNow({ asking, id: givenId(given, 'case') })}
    </>
  ),
  fields: [...newAddress('postcode', 'address'), herWord],
  input: (values, given) => ({
    case: givenId(given, 'case'),
    source: values.one('source', HER_CHANNELS),
    address: addressOf(values),
  }),
  done: 'お届け先の住所を変えました。印刷済みの送り状があれば作り直します。',
});

/** What changes where letters and the package go, and the move that only stops them. */
export const whereItGoesCaseActs = { moveOut, moveByTwo, moveByWard, delivery } as const;
