import type { ReactNode } from 'react';
import type { WordlessReason } from '../../../../domain/mailings/begin-batch.ts';
import type { VoidReason } from '../../../../domain/facts/mailing.ts';
import {
  countBatchCommand,
  fixBatchCommand,
  receiptPostageCommand,
  releaseBatchCommand,
  renewBatchWithoutWord,
  renewBatchWord,
  sampleBatchCommand,
} from '../../../../gate/inside/batch.ts';
import { pickSample, showBatchPieces } from '../../../../gate/inside/batch-room.ts';
import { showLists } from '../../../../gate/inside/list-questions.ts';
import { voidPieceCommand } from '../../../../gate/inside/piece.ts';
import { destroyPrintFileCommand } from '../../../../gate/inside/print-file.ts';
import { voidWords, wordlessWords } from '../../../../programmes/words/mailing-room.ts';
import type { Asking, Given } from '../../asking.ts';
import { DataTable } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { givenId } from '../../given-id.ts';
import { NotHere } from '../../not-here.ts';
import { act } from '../../route.ts';
import { batchName } from './batch-words.ts';

/** A batch with its numbers; an id that is no batch is no page. */
export async function roomOf(asking: Asking, given: Given) {
  const room = await asking.answer(showBatchPieces, { batch: givenId(given, 'batch') });
  if (!room) throw new NotHere();
  return room;
}

const batchOf = (given: Given) => givenId(given, 'batch');
const toBatch = (given: Given) => `/mailing/batches/${given['batch'] ?? ''}`;
const common = { work: 'mailing', given: ['batch'], to: toBatch } as const;

export const fixAct = act({
  ...common,
  row: fixBatchCommand,
  title: '束を確定する',
  button: '確定する',
  done: '束を確定しました。次は印刷の準備です。',
  explain: async (asking, given) => {
    const { batch, numbers } = await roomOf(asking, given);
    return (
      <p>
        {batchName(batch)}: {numbers.planned}人のうち<strong>{numbers.unprinted}人に出し</strong>、
        {numbers.planned - numbers.unprinted}
        人は見送ります。確定すると、この束に人を加えられません。区の情報は
        {batch.asOf === null ? 'なし(理由を記録済み)' : `${dayWords(batch.asOf)}時点`}です。
      </p>
    );
  },
  input: (_values, given) => ({ batch: batchOf(given) }),
});

const SAMPLE_COLUMNS = [
  { key: 'place', head: '番', number: true, of: (one: Sampled) => `${one.place}` },
  {
    key: 'name',
    head: '氏名',
    of: (one: Sampled) =>
      one.fields['identity.printName'] ?? one.fields['identity.name'] ?? '(表示できません)',
  },
  { key: 'kana', head: 'フリガナ', of: (one: Sampled) => one.fields['identity.kana'] ?? '' },
  {
    key: 'postcode',
    head: '郵便番号',
    of: (one: Sampled) => one.fields['address.postcode'] ?? '(区を通して送付)',
  },
] as const;
type Sampled = {
  readonly piece: string;
  readonly place: number;
  readonly fields: Readonly<Record<string, string>>;
};

export const sampleAct = act({
  ...common,
  row: sampleBatchCommand,
  title: '見本を2人で照合する',
  button: '照合を記録する',
  done: '見本の照合を記録しました。',
  explain: async (asking, given) => {
    const { numbers } = await roomOf(asking, given);
    const sample = await asking.answer(pickSample, { batch: batchOf(given) });
    return (
      <>
        <p>
          印刷した{numbers.inHand}通から選ばれた<strong>{sample.length}通</strong>
          です。2人で1通ずつ、印刷された宛先・氏名を区の名簿と見比べてください。1通でも違えば束は止まり、全部を刷り直します。
        </p>
        <DataTable
          caption="照合する見本(先頭5・末尾5・無作為10)"
          columns={SAMPLE_COLUMNS}
          rows={sample}
          keyOf={({ piece }) => piece}
          empty="照合するものはありません。"
        />
      </>
    );
  },
  fields: async (asking, given) => {
    const { least } = await roomOf(asking, given);
    return [
      { kind: 'number', name: 'sampled', label: '照合した通数', hint: `${least}通以上`, min: 1 },
      { kind: 'number', name: 'differing', label: '違っていた通数', hint: 'すべて正しければ 0', min: 0 },
    ];
  },
  input: (values, given) => ({
    batch: batchOf(given),
    sampled: values.number('sampled'),
    differing: values.number('differing'),
  }),
});

export const releaseAct = act({
  ...common,
  row: releaseBatchCommand,
  title: '束を2人で放出する',
  button: '放出する',
  grave: true,
  done: '束を放出しました。封入を始められます。',
  explain: async (asking, given) => {
    const { batch, numbers } = await roomOf(asking, given);
    return (
      <p>
        {batchName(batch)}の<strong>{numbers.inHand}通</strong>
        を封入・差出しへ進めます。見本の照合で違いはありませんでした。この後に停止になった方は、封入と差出しのときに止まります。
      </p>
    );
  },
  input: (_values, given) => ({ batch: batchOf(given) }),
});

const handCount = (name: string, label: string, hint: string) =>
  ({ kind: 'number', name, label, hint, min: 0, max: 100_000, unit: '通' }) as const;

const COUNT_FIELDS = [
  handCount('printed', '印刷した枚数', 'プリンターの印刷枚数(刷り直しを含む)'),
  handCount('spoiled', '書き損じの枚数', '裁断箱に入れた、刷り直した用紙'),
  handCount('pulled', '抜き取った通数', '停止のため抜き取った用紙'),
] as const;

function CountWords({ what }: { readonly what: string }): ReactNode {
  return (
    <p>
      現物を数えた数を入れてください。印刷 = {what} + 書き損じ + 抜き取り
      で、記録とも合わなければ先へ進めません。合わないときは、見つかるまで刷り直さないでください。
    </p>
  );
}

export const countEnclosedAct = act({
  ...common,
  name: 'batch.count-enclosed',
  row: countBatchCommand,
  title: '封入の数を確かめる',
  button: '数を記録する',
  done: '封入の数が合いました。差し出せます。',
  explain: () => <CountWords what="封入" />,
  fields: [
    COUNT_FIELDS[0],
    handCount('enclosed', '封入した通数', '封筒を手で数えた数'),
    ...COUNT_FIELDS.slice(1),
  ],
  input: (values, given) => ({
    batch: batchOf(given),
    stage: 'enclosed' as const,
    printed: values.number('printed'),
    enclosed: values.number('enclosed'),
    spoiled: values.number('spoiled'),
    pulled: values.number('pulled'),
    posted: 0,
  }),
});

export const countPostedAct = act({
  ...common,
  name: 'batch.count-posted',
  row: countBatchCommand,
  title: '差し出した数を確かめる',
  button: '数を記録して束を閉じる',
  grave: true,
  done: '差し出した数が合い、束を閉じました。受領証を記録してください。',
  explain: () => <CountWords what="差出し" />,
  fields: [
    COUNT_FIELDS[0],
    handCount('posted', '差し出した通数', '窓口で渡した封筒(区への手渡しを含む)'),
    ...COUNT_FIELDS.slice(1),
  ],
  input: (values, given) => ({
    batch: batchOf(given),
    stage: 'posted' as const,
    printed: values.number('printed'),
    enclosed: values.number('posted'),
    spoiled: values.number('spoiled'),
    pulled: values.number('pulled'),
    posted: values.number('posted'),
  }),
});

export const receiptAct = act({
  ...common,
  row: receiptPostageCommand,
  title: '郵便局の受領証を記録する',
  button: '記録する',
  done: '受領証を記録しました。',
  explain: async (asking, given) => {
    const { days } = await roomOf(asking, given);
    const open = days.filter(({ receipt }) => receipt === null);
    return (
      <p>
        受領証のない差出し:{' '}
        {open.length === 0 ? 'ありません' : [...new Set(open.map(({ on }) => dayWords(on)))].join('、')}
        。通数と金額が記録と合わなければ記録できません。
      </p>
    );
  },
  fields: async (asking, given) => {
    const { days } = await roomOf(asking, given);
    return [
      { kind: 'text', name: 'receipt', label: '受領証の番号', exact: true, width: 'middle', most: 40 },
      {
        kind: 'date',
        name: 'on',
        label: '差し出した日',
        value: days.find(({ receipt }) => receipt === null)?.on,
      },
      { kind: 'number', name: 'pieces', label: '受領証の通数', unit: '通' },
      { kind: 'number', name: 'amount', label: '受領証の金額', unit: '円', max: 100_000_000 },
    ];
  },
  input: (values, given) => ({
    batch: batchOf(given),
    receipt: values.text('receipt'),
    on: values.date('on'),
    pieces: values.number('pieces'),
    amount: values.number('amount'),
  }),
});

export const renewAct = act({
  ...common,
  row: renewBatchWord,
  title: '区の最新情報を確かめ直す',
  button: '記録する',
  done: '区の最新情報を確かめ直しました。',
  explain: () => (
    <p>
      確定から2開庁日を過ぎた束は、区にもう一度確かめるまで差し出せません。新しい区の情報を選んでください。
    </p>
  ),
  fields: async (asking) => [
    {
      kind: 'one',
      name: 'against',
      label: '区の最新情報',
      options: (await asking.answer(showLists, {}))
        .filter(({ kind, state }) => kind === 'no-change' || (kind === 'changes' && state === 'committed'))
        .slice(0, 5)
        .map(({ list, kind, asOf }) => ({
          value: list,
          label: `${kind === 'no-change' ? '「異動なし」の連絡' : '異動者一覧'}(${dayWords(asOf)}時点)`,
        })),
    },
  ],
  input: (values, given) => ({
    batch: batchOf(given),
    against: givenId({ list: values.text('against') }, 'list'),
  }),
});

export const renewWithoutAct = act({
  ...common,
  row: renewBatchWithoutWord,
  title: '区の新しい情報なしで差し出す',
  button: '理由を記録する',
  grave: true,
  done: '理由を記録しました。区に示されます。',
  explain: () => <p>この理由は区に示されます。停止の確認は、差し出すときに1通ずつ行われます。</p>,
  fields: [
    {
      kind: 'one',
      name: 'reason',
      label: '理由',
      options: Object.entries(wordlessWords).map(([value, label]) => ({ value, label })),
    },
  ],
  input: (values, given) => ({
    batch: batchOf(given),
    reason: values.one('reason', Object.keys(wordlessWords) as WordlessReason[]),
  }),
});

export const voidAct = act({
  work: 'mailing',
  given: ['batch', 'case', 'piece'],
  to: toBatch,
  row: voidPieceCommand,
  title: '印刷した1通を無効にする',
  button: '無効にする',
  grave: true,
  done: '無効として記録しました。用紙は裁断箱へ入れてください。',
  explain: async (asking, given) => {
    const { pieces } = await roomOf(asking, given);
    const found = pieces.find(({ piece }) => piece === given['piece']);
    return (
      <p>
        {found?.place ?? '?'}
        番の1通を無効にします。書かれた番号は使えなくなります。書き損じと宛先の変更では刷り直し、抜き取りでは刷り直しません。
      </p>
    );
  },
  fields: async (asking, given) => {
    const { pieces } = await roomOf(asking, given);
    const found = pieces.find(({ piece }) => piece === given['piece']);
    const likely: VoidReason | undefined = found?.outdated ? 'outdated' : found?.pull ? 'pulled' : undefined;
    return [
      {
        kind: 'one',
        name: 'reason',
        label: '理由',
        value: likely,
        options: Object.entries(voidWords).map(([value, label]) => ({ value, label })),
      },
    ];
  },
  input: (values, given) => ({
    batch: batchOf(given),
    case: givenId(given, 'case'),
    piece: givenId(given, 'piece'),
    reason: values.one('reason', Object.keys(voidWords) as VoidReason[]),
  }),
});

export const destroyFileAct = act({
  work: 'mailing',
  given: ['batch', 'file'],
  to: toBatch,
  row: destroyPrintFileCommand,
  title: '印刷ファイルを消去する',
  button: '消去する',
  grave: true,
  done: '印刷ファイルを消去しました。',
  explain: (_asking, given) => (
    <p>印刷ファイル{given['file']}を開く鍵を消します。保管の期限より前には消せません。</p>
  ),
  input: (_values, given) => ({ batch: batchOf(given), file: Number(given['file']) }),
});

export const batchActs = [
  fixAct,
  sampleAct,
  releaseAct,
  countEnclosedAct,
  countPostedAct,
  receiptAct,
  renewAct,
  renewWithoutAct,
  voidAct,
  destroyFileAct,
] as const;
