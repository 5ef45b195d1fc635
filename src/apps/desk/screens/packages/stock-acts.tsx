import { readSerials } from '../../../../domain/benefits/serial-range.ts';
import {
  countStockCommand,
  destroyStockCommand,
  receiveStockCommand,
  returnStockCommand,
} from '../../../../gate/inside/stock.ts';
import type { FieldSpec } from '../../field-spec.ts';
import { givenId } from '../../given-id.ts';
import { act } from '../../route.ts';
import type { Values } from '../../values.ts';
import { serialsSentence } from './serials-words.ts';

const SERIALS: FieldSpec = {
  name: 'serials',
  kind: 'lines',
  label: '商品券の番号',
  hint: '1行に1つ。続き番号は KS0001-KS0100。読み取り機でも入力できます。',
  most: 40_000,
};

const PATH = '/packages/stock';
const stock = { work: 'packages', given: [], to: () => PATH } as const;

/** Everything that moves vouchers is done by two people (CHI-8.4-14). */
export const receiveAct = act({
  ...stock,
  row: receiveStockCommand,
  title: '商品券を金庫に受け入れる',
  button: '受け入れを記録する',
  explain: () => (
    <p>
      2人で現物を数え、番号と有効期限を記録します。数えた数と番号の数が合わないときは、何も記録されません。
    </p>
  ),
  fields: [
    SERIALS,
    { name: 'expiry', kind: 'date', label: '有効期限' },
    { name: 'count', kind: 'number', label: '2人で数えた数', unit: '組', min: 1, max: 2000 },
  ],
  wrong: wrongSerials,
  input: (values) => ({
    serials: serialsOf(values),
    expiry: values.date('expiry'),
    count: values.number('count'),
  }),
  done: '商品券の受け入れを記録しました。',
});

export const countAct = act({
  ...stock,
  row: countStockCommand,
  title: '金庫の商品券を数える',
  button: '数を記録する',
  explain: () => (
    <p>
      帳簿の数は見ずに、2人で現物を数えてください。帳簿と合わないときもそのまま記録され、合うまで封入できなくなります。
    </p>
  ),
  fields: [{ name: 'counted', kind: 'number', label: '2人で数えた数', unit: '組', max: 1_000_000 }],
  input: (values) => ({ counted: values.number('counted') }),
  done: '金庫の数を記録しました。帳簿と合ったかは、この画面の「前回の確認」に出ています。',
});

export const returnAct = act({
  row: returnStockCommand,
  work: 'packages',
  title: '戻った商品券を金庫に戻す',
  button: '金庫に戻す',
  given: ['case', 'piece'],
  explain: () => (
    <p>2人で開け、入っていた番号を読み取ります。封入したときの番号とすべて合ったときだけ、金庫に戻ります。</p>
  ),
  fields: [SERIALS],
  wrong: wrongSerials,
  input: (values, given) => ({
    case: givenId(given, 'case'),
    piece: givenId(given, 'piece'),
    serials: serialsOf(values),
  }),
  done: '商品券を金庫に戻しました。',
  to: () => '/packages/back',
});

export const destroyAct = act({
  ...stock,
  row: destroyStockCommand,
  title: '商品券を廃棄する',
  button: '廃棄を記録する',
  grave: true,
  explain: () => <p>区の同意を得て廃棄した商品券を記録します。金庫にある番号だけが対象です。</p>,
  fields: [
    SERIALS,
    { name: 'ref', kind: 'text', label: '区の同意の記録番号', exact: true, width: 'middle', most: 64 },
  ],
  wrong: wrongSerials,
  input: (values) => ({ serials: serialsOf(values), ref: values.text('ref') }),
  done: '商品券の廃棄を記録しました。',
});

function serialsOf(values: Values): string[] {
  const read = readSerials(values.text('serials'));
  return read.ok ? [...read.value] : [];
}

function wrongSerials(values: Values) {
  const read = readSerials(values.text('serials'));
  return read.ok ? [] : [{ field: 'serials', text: serialsSentence(read.error) }];
}
