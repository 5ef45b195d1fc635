import type { ReactNode } from 'react';
import { showBatchPieces } from '../../../../gate/inside/batch-room.ts';
import { showBatch } from '../../../../gate/inside/mailing.ts';
import {
  enclosePieceCommand,
  postPieceCommand,
  printPieceCommand,
  planPieceCommand,
} from '../../../../gate/inside/piece.ts';
import { takePrintFileAgain, takePrintFileCommand } from '../../../../gate/inside/print-file.ts';
import { formatTracking } from '../../../../domain/text/tracking.ts';
import { dropWords } from '../../../../programmes/words/mail-drops.ts';
import {
  pieceWords,
  stateWords,
  stepWords,
  wordlessWords,
} from '../../../../programmes/words/mailing-room.ts';
import { Button } from '../../../kit/still/button.tsx';
import { Form } from '../../../kit/still/form.tsx';
import { Notice } from '../../../kit/still/notice.tsx';
import { ActLink } from '../../act-link.tsx';
import type { Asking } from '../../asking.ts';
import { DataTable } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { FilterRow } from '../../filter-row.tsx';
import { formMarks } from '../../form-marks.ts';
import { page, type Reply } from '../../reply.ts';
import type { Act, Screen } from '../../route.ts';
import { savedAbove } from '../../saved-filters.tsx';
import {
  countEnclosedAct,
  countPostedAct,
  destroyFileAct,
  fixAct,
  receiptAct,
  releaseAct,
  renewAct,
  renewWithoutAct,
  roomOf,
  sampleAct,
  voidAct,
} from './batch-acts.tsx';
import { BatchLine } from './batch-line.tsx';
import { batchName } from './batch-words.ts';

type Room = Awaited<ReturnType<typeof roomOf>>;

/** One batch: where it stands, the one next step, what lies on the table, and who was left out for what reason. */
async function showBatchPage(asking: Asking): Promise<Reply> {
  const room = await roomOf(asking, asking.params);
  const { batch, step, numbers, files, drops } = room;
  const named = asking.query.get('names') === '1';
  const shown = named ? await asking.answer(showBatch, { batch: batch.batch as never }) : undefined;
  const names = new Map(shown?.pieces.map((one) => [one.piece, one.fields['identity.name'] ?? '']));
  const status = asking.query.get('status');
  const pieces = room.pieces.filter((one) => !status || one.status === status);
  const href = `/mailing/batches/${batch.batch}`;
  return page(
    batchName(batch),
    <>
      <h1>{batchName(batch)}</h1>
      <BatchLine step={step} />
      {batch.state === 'blocked' && (
        <Notice kind="urgent" title="見本の照合で違いが見つかりました">
          <p>
            違いが出る前に印刷した用紙は1通も差し出せません。すべて無効にして刷り直し、もう一度2人で照合してください。
          </p>
        </Notice>
      )}
      {asking.query.get('posted') && numbers.inHand === 0 && (
        <Notice kind="success" title={`${batch.recorded.posted}通を差し出しました`} />
      )}
      <section className="next-step" aria-labelledby="next">
        <h2 id="next">次にすること: {stepWords[step]}</h2>
        <p>{reasonOf(room)}</p>
        <div className="buttons">
          <NextButton asking={asking} room={room} />
          {numbers.released && batch.state !== 'closed' && <Renew asking={asking} room={room} />}
        </div>
      </section>
      <dl className="facts">
        <dt>段階</dt>
        <dd>{stateWords[batch.state] ?? batch.state}</dd>
        <dt>区の最新情報</dt>
        <dd>{wordOf(batch)}</dd>
        <dt>対象 / 見送り</dt>
        <dd>
          {room.pieces.length}人 / {drops.length}人(予定{batch.planned}人)
        </dd>
        <dt>印刷 / 書き損じ / 抜き取り</dt>
        <dd>
          {batch.recorded.printed}枚 / {batch.recorded.spoiled}枚 / {batch.recorded.pulled}通
        </dd>
        <dt>封入 / 差出し</dt>
        <dd>
          {numbers.inHand - numbers.unenclosed} / {numbers.inHand}通(手元)、差出し{batch.recorded.posted}通
        </dd>
        <dt>差出しの内訳</dt>
        <dd>
          配達中{batch.recorded.underWay}、配達{batch.recorded.delivered}、返戻{batch.recorded.returned}、事故
          {batch.recorded.lost}、取戻し{batch.recorded.withdrawn}
        </dd>
        <dt>受領証</dt>
        <dd>
          {batch.receipt.pieces} / {batch.recorded.posted}通、{batch.receipt.yen.toLocaleString('ja-JP')}円
        </dd>
      </dl>
      <FilterRow
        action={href}
        saved={await savedAbove(asking)}
        filters={[
          {
            name: 'status',
            label: '状態',
            value: status,
            options: [...new Set(room.pieces.map((one) => one.status))].map((value) => ({
              value,
              label: pieceWords[value] ?? value,
            })),
          },
        ]}
      />
      <DataTable
        caption="この束の郵便物"
        columns={[
          { key: 'place', head: '番', number: true, of: (one: Piece) => `${one.place}` },
          ...(named ? [{ key: 'name', head: '氏名', of: (one: Piece) => names.get(one.piece) ?? '' }] : []),
          { key: 'status', head: '状態', of: statusOf },
          {
            key: 'copy',
            head: '部',
            number: true,
            of: (one: Piece) => (one.copy === 0 ? 'まだ' : `${one.copy}部目`),
          },
          {
            key: 'enclosed',
            head: '封入',
            of: (one: Piece) => (one.enclosed ? '済' : one.status === 'printed' ? 'まだ' : ''),
          },
          { key: 'label', head: '追跡番号', of: numberOf },
          { key: 'act', head: 'すること', of: (one: Piece) => voidLink(asking, batch.batch, one) },
        ]}
        rows={pieces}
        total={room.pieces.length}
        keyOf={({ piece }) => piece}
        hrefOf={(one) => asking.link(`/cases/${one.case}`)}
        markOf={({ pull, condemned }) => (pull || condemned ? 'urgent' : undefined)}
        empty={
          room.pieces.length === 0 ? 'この束に出すものはありません。' : 'この条件に合うものはありません。'
        }
      />
      {!named && asking.may(showBatch) && room.pieces.length > 0 && (
        <p>
          <a href={`${href}?names=1`}>氏名を表示する</a>(だれが見たかが記録に残ります)
        </p>
      )}
      <DataTable
        caption="見送った方"
        columns={[
          {
            key: 'why',
            head: '理由',
            of: (one: Drop) => dropWords[one.reason as keyof typeof dropWords] ?? one.reason,
          },
          { key: 'case', head: '対象者', of: (one: Drop) => <a href={`/cases/${one.case}`}>対象者を開く</a> },
        ]}
        rows={drops}
        keyOf={(one) => one.case}
        empty="見送った方はいません。"
      />
      <Files asking={asking} batch={batch.batch} files={files} />
    </>,
    { back: { text: '今月の発送へ', href: '/mailing' } },
  );
}

type Piece = Room['pieces'][number];
type Drop = Room['drops'][number];

function statusOf({ status, pull, outdated, condemned }: Piece): string {
  if (outdated && pull) return '宛先などが変わった(刷り直す)';
  if (pull) return '停止(抜き取る)';
  if (condemned) return '見本に違い(刷り直す)';
  return pieceWords[status] ?? status;
}

function numberOf({ tracking, label, needsLabel, status }: Piece): string {
  const number = tracking ?? label;
  if (number !== null) return formatTracking(number);
  if (!needsLabel) return '番号なし';
  return status === 'printed' || status === 'planned' ? 'まだ' : '';
}

function voidLink(asking: Asking, batch: string, { status, case: id, piece }: Piece): ReactNode {
  if (status !== 'printed' || !asking.may(voidAct.row)) return '';
  return <ActLink of={voidAct} given={{ batch, case: id, piece }} text="無効にする" />;
}

function wordOf({ asOf, reason }: Room['batch']): string {
  if (asOf !== null) return `${dayWords(asOf)}時点`;
  const known = Object.entries(wordlessWords).find(([code]) => code === reason);
  return `なし(${known?.[1] ?? '理由の記録あり'})`;
}

/** Why this is the next step, and what stands in the way of the one after it. */
function reasonOf({ step, numbers, batch }: Room): string {
  const { inHand, unenclosed, unlabelled } = numbers;
  switch (step) {
    case 'decide':
      return `${numbers.decided} / ${numbers.planned}人の判断が済んでいます。残りを判断するまで確定できません。`;
    case 'fix':
      return `${numbers.planned}人の判断が済みました。区の最新情報が新しいうちに確定してください。`;
    case 'print':
      return `${numbers.unprinted}通に、この1枚だけの記号と番号を割り当てます。停止になった方はここで外れます。`;
    case 'hand-out':
      return `印刷ファイルは1枚の用紙につき1回だけ渡します。紙づまりなどでもう一度要るときは、業務責任者が理由を記録します。`;
    case 'void':
      return `印刷の後に止まったもの、宛先が変わったもの、照合で違いがあったものが${numbers.overtaken + numbers.condemned}通あります。先に抜き取ってください。`;
    case 'sample':
      return `印刷した${numbers.unsampled}通が、まだ2人で照合されていません。照合が済むまで放出できません。`;
    case 'release':
      return '見本に違いはありませんでした。業務責任者ともう1人で放出すると、封入を始められます。';
    case 'enclose':
      return `封入 ${inHand - unenclosed} / ${inHand}通、ラベル ${inHand - unenclosed - (unlabelled - Math.min(unlabelled, unenclosed))} / ${inHand}通。全部を読み取るまで数を閉じられません。`;
    case 'count-enclosed':
      return `${inHand}通すべてを読み取りました。手で数えた数と合うか確かめてください。`;
    case 'post':
      return `封筒とラベルが${inHand}通そろいました。窓口へ行く日に差し出してください。`;
    case 'count-posted':
      return `${batch.recorded.posted}通を差し出しました。数が合えば束を閉じます。`;
    case 'receipt':
      return '受領証の通数と金額が記録と合うと、請求の根拠になります。';
    case 'done':
      return 'この束の仕事は終わりました。配達の結果と返戻は「返戻・配達結果」で記録します。';
  }
}

function NextButton({ asking, room }: { readonly asking: Asking; readonly room: Room }): ReactNode {
  const { batch, step } = room;
  const href = `/mailing/batches/${batch.batch}`;
  const ofAct = (of: Act) =>
    asking.may(of.row) ? (
      <ActLink of={of} given={{ batch: batch.batch }} text={stepWords[step]} main />
    ) : (
      <p className="empty">担当者の操作を待っています。</p>
    );
  const ofPost = (path: string) => (
    <Form action={`${href}/${path}`} hidden={formMarks(asking)}>
      <Button text={stepWords[step]} />
    </Form>
  );
  const link = (path: string) => (
    <a className="button main" href={`${href}/${path}`}>
      {stepWords[step]}
    </a>
  );
  switch (step) {
    case 'decide':
      return asking.may(planPieceCommand) && ofPost('decide');
    case 'fix':
      return ofAct(fixAct);
    case 'print':
      return asking.may(printPieceCommand) && ofPost('print');
    case 'hand-out':
      return asking.may(takePrintFileCommand) && ofPost('hand-out');
    case 'void':
      return asking.may(voidAct.row) && link('voiding');
    case 'sample':
      return ofAct(sampleAct);
    case 'release':
      return ofAct(releaseAct);
    case 'enclose':
      return asking.may(enclosePieceCommand) && link('enclosing');
    case 'count-enclosed':
      return ofAct(countEnclosedAct);
    case 'post':
      return asking.may(postPieceCommand) && link('post');
    case 'count-posted':
      return ofAct(countPostedAct);
    case 'receipt':
      return ofAct(receiptAct);
    case 'done':
      return null;
  }
}

/** A batch that did not leave in time asks the ward again. */
function Renew({ asking, room: { batch } }: { readonly asking: Asking; readonly room: Room }): ReactNode {
  const given = { batch: batch.batch };
  return (
    <>
      {asking.may(renewAct.row) && <ActLink of={renewAct} given={given} text="区の最新情報を確かめ直す" />}
      {asking.may(renewWithoutAct.row) && (
        <ActLink of={renewWithoutAct} given={given} text="区の情報なしで出す理由を記録する" />
      )}
    </>
  );
}

function Files({
  asking,
  batch,
  files,
}: {
  readonly asking: Asking;
  readonly batch: string;
  readonly files: Room['files'];
}): ReactNode {
  type File = Room['files'][number];
  const taken = files.some((one) => one.taken > 0 && !one.destroyed);
  return (
    <>
      <DataTable
        caption="印刷ファイル"
        columns={[
          { key: 'file', head: '番号', number: true, of: (one: File) => `${one.file}` },
          { key: 'letters', head: '通数', number: true, of: (one: File) => `${one.letters}通` },
          { key: 'on', head: '作った日', of: (one: File) => dayWords(one.on) },
          {
            key: 'taken',
            head: '受け取り',
            of: (one: File) => (one.taken === 0 ? 'まだ' : `${one.taken}回`),
          },
          {
            key: 'until',
            head: '消去する日',
            of: (one: File) => (one.destroyed ? '消去済み' : `${dayWords(one.until)}に自動で消去`),
          },
          {
            key: 'act',
            head: 'すること',
            of: (one: File) =>
              !one.destroyed && asking.may(destroyFileAct.row) && asking.today >= one.until ? (
                <ActLink of={destroyFileAct} given={{ batch, file: `${one.file}` }} />
              ) : (
                ''
              ),
          },
        ]}
        rows={files}
        keyOf={({ file }) => `${file}`}
        empty="印刷ファイルはまだありません。印刷の準備ができると作られます。"
      />
      {taken && asking.may(takePrintFileAgain) && (
        <Form action={`/mailing/batches/${batch}/hand-out-again`} hidden={formMarks(asking)}>
          <p className="again">
            <label htmlFor="again">もう一度渡す理由</label>{' '}
            <select id="again" name="again" defaultValue="">
              <option value="">選んでください</option>
              <option value="printer-failed">プリンターの故障・紙づまり</option>
              <option value="file-lost">ファイルをなくした</option>
            </select>{' '}
            <button type="submit" className="button plain small">
              印刷ファイルをもう一度渡す
            </button>
          </p>
        </Form>
      )}
    </>
  );
}

export const batchScreen: Screen = {
  kind: 'screen',
  path: '/mailing/batches/:batch',
  work: 'mailing',
  title: '束',
  asks: [showBatchPieces],
  show: showBatchPage,
};
