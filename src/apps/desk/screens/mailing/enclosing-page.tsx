import { formatTracking } from '../../../../domain/text/tracking.ts';
import { scanSheet, voidSheet, type SheetOutcome } from '../../../../exchange/mailing/scan-sheet.ts';
import { showBatchPieces } from '../../../../gate/inside/batch-room.ts';
import {
  enclosePieceCommand,
  labelPieceCommand,
  takeOutPieceCommand,
  voidPieceCommand,
} from '../../../../gate/inside/piece.ts';
import type { VoidReason } from '../../../../domain/facts/mailing.ts';
import { gateSentence } from '../../../../programmes/words/gate-refusals.ts';
import { scanWords, voidWords } from '../../../../programmes/words/mailing-room.ts';
import { trackingTaken } from '../../../../programmes/words/refusals-mailing.ts';
import { Choices } from '../../../kit/still/choices.tsx';
import { ActLink } from '../../act-link.tsx';
import type { Asking } from '../../asking.ts';
import { DataTable } from '../../data-table.tsx';
import { formMarks } from '../../form-marks.ts';
import { givenId } from '../../given-id.ts';
import { page, type Reply } from '../../reply.ts';
import type { Screen, Step } from '../../route.ts';
import { countEnclosedAct, roomOf, voidAct } from './batch-acts.tsx';
import { batchMark, batchName } from './batch-words.ts';
import { byForm, mailDoor } from './mail-door.ts';
import { ScanForm, type Outcome } from './scan-form.tsx';

type Room = Awaited<ReturnType<typeof roomOf>>;
type Piece = Room['pieces'][number];

/** The enclosing table: sheet, label, sheet, label. What was counted stands in the journal, not on this page. */
async function showEnclosing(asking: Asking, scanned?: SheetOutcome): Promise<Reply> {
  const room = await roomOf(asking, asking.params);
  const { batch, numbers, pieces, step } = room;
  const href = `/mailing/batches/${batch.batch}`;
  const needing = pieces.filter((one) => one.status === 'printed' && one.needsLabel);
  const left = pieces.filter(
    (one) => one.status === 'printed' && (!one.enclosed || (one.needsLabel && one.label === null)),
  );
  return page(
    '封入',
    <>
      <h1>封入: {batchName(batch)}</h1>
      <p>
        用紙の下の記号を読み、封筒に入れ、封筒のラベルを読みます。1つの封筒に1人分だけを入れてください。間違えたときは、同じ用紙を続けて2回読むと取り消せます。
      </p>
      <ScanForm
        action={`${href}/enclosing`}
        hidden={{
          ...formMarks(asking),
          ...(scanned?.last ? { last: scanned.last } : {}),
          ...(scanned?.again ? { again: scanned.again } : {}),
        }}
        label={scanned?.last ? 'ラベルの追跡番号、または次の用紙の記号' : '用紙の記号'}
        button="記録"
        counts={[
          { what: '封入', done: numbers.inHand - numbers.unenclosed, of: numbers.inHand },
          { what: 'ラベル', done: needing.length - numbers.unlabelled, of: needing.length },
        ]}
        outcome={scanned && outcomeOf(asking, room, scanned)}
        below={
          <>
            {' '}
            {step === 'count-enclosed' && asking.may(countEnclosedAct.row) && (
              <p>
                <ActLink
                  of={countEnclosedAct}
                  given={{ batch: batch.batch }}
                  text="全部を読み取りました。封入の数を確かめる"
                  main
                />
              </p>
            )}
            <p className="buttons">
              <a className="button plain small" href={`${href}/voiding`}>
                書き損じ・抜き取りを記録する
              </a>
            </p>
            <DataTable
              caption="まだ読み取っていないもの"
              columns={[
                { key: 'place', head: '番', number: true, of: (one: Piece) => `${one.place}` },
                { key: 'what', head: '足りないもの', of: missingOf },
              ]}
              rows={left}
              keyOf={({ piece }) => piece}
              markOf={({ pull }) => (pull ? 'urgent' : undefined)}
              empty="すべて読み取りました。"
            />
          </>
        }
      />
    </>,
    { back: { text: '束へ戻る', href } },
  );
}

function missingOf({ pull, outdated, enclosed }: Piece): string {
  if (outdated) return '刷り直し(宛先などが変わった)';
  if (pull) return '抜き取り(停止)';
  return enclosed ? 'ラベル' : '封入';
}

function outcomeOf(asking: Asking, { batch, pieces }: Room, scanned: SheetOutcome): Outcome {
  const { what, refusal, batch: other } = scanned;
  const found = pieces.find(({ piece }) => piece === scanned.piece);
  const place = found ? `${found.place}番 ` : '';
  const pull =
    found && (what === 'pull' || what === 'outdated') && asking.may(voidAct.row) ? (
      <ActLink
        of={voidAct}
        given={{ batch: batch.batch, case: found.case, piece: found.piece }}
        text="抜き取りを記録する"
      />
    ) : undefined;
  const title = (text: string = scanWords[what]) => `${place}${text}`;
  switch (what) {
    case 'enclosed':
    case 'labelled':
      return {
        tone: 'ok',
        title: found?.needsLabel === false ? `${place}封入しました。次の用紙を読んでください。` : title(),
        ...(found?.label ? { text: formatTracking(found.label) } : {}),
      };
    case 'voided':
      return { tone: 'ok', title: title() };
    case 'same-label':
    case 'again':
      return { tone: 'again', title: title() };
    case 'taken-out':
      return { tone: 'undone', title: title() };
    case 'pull':
    case 'outdated':
    case 'void-copy':
      return { tone: 'stop', title: title(), text: pull };
    case 'other-batch':
      return { tone: 'wrong', title: `${scanWords[what]}(束 ${batchMark(other ?? '')})` };
    case 'number-taken':
      return { tone: 'wrong', title: title() };
    case 'sheet-first':
    case 'unknown':
      return { tone: 'wrong', title: scanWords[what] };
    case 'refused':
      return { tone: 'wrong', title: title(refusal ? sentence(refusal) : scanWords.refused) };
  }
}

function sentence(refusal: NonNullable<SheetOutcome['refusal']>): string {
  return refusal.refused === 'taken' && refusal.kind === 'tracking'
    ? trackingTaken(refusal.key)
    : gateSentence(refusal);
}

async function enclose(asking: Asking): Promise<Reply> {
  const { fields } = asking.form;
  const typed = (fields.get('scan') ?? '').trim();
  if (typed === '') return showEnclosing(asking);
  const scanned = await scanSheet(
    mailDoor(asking),
    {
      batch: givenId(asking.params, 'batch'),
      typed: typed.slice(0, 60),
      last: fields.get('last') ?? undefined,
      again: fields.get('again') ?? undefined,
    },
    byForm(asking),
  );
  return showEnclosing(asking, scanned);
}

const REASONS = Object.keys(voidWords) as VoidReason[];

/** The box of spoiled and pulled sheets: each scanned as it goes in, so that the last count has nothing to guess. */
async function showVoiding(asking: Asking, scanned?: SheetOutcome): Promise<Reply> {
  const room = await roomOf(asking, asking.params);
  const { batch, pieces, numbers } = room;
  const href = `/mailing/batches/${batch.batch}`;
  const reason = asking.form.fields.get('reason');
  const waiting = pieces.filter((one) => one.status === 'printed' && (one.pull || one.condemned));
  return page(
    '書き損じ・抜き取り',
    <>
      <h1>書き損じ・抜き取り: {batchName(batch)}</h1>
      <p>使わない用紙を1枚ずつ読み、裁断箱へ入れます。無効にした用紙の番号は使えなくなり、取り消せません。</p>
      <ScanForm
        action={`${href}/voiding`}
        hidden={formMarks(asking)}
        label="用紙の記号"
        button="無効にする"
        counts={[
          { what: '無効', done: batch.recorded.spoiled + batch.recorded.pulled, of: batch.recorded.printed },
          { what: '手元', done: numbers.inHand, of: batch.recorded.printed },
        ]}
        outcome={scanned && outcomeOf(asking, room, scanned)}
        below={
          <>
            {' '}
            <DataTable
              caption="抜き取るもの"
              columns={[
                { key: 'place', head: '番', number: true, of: (one: Piece) => `${one.place}` },
                {
                  key: 'why',
                  head: 'わけ',
                  of: (one: Piece) => (one.condemned ? '見本に違い(刷り直す)' : missingOf(one)),
                },
                {
                  key: 'act',
                  head: 'すること',
                  of: ({ case: id, piece }: Piece) => (
                    <ActLink
                      of={voidAct}
                      given={{ batch: batch.batch, case: id, piece }}
                      text="読み取らずに無効にする"
                    />
                  ),
                },
              ]}
              rows={waiting}
              keyOf={({ piece }) => piece}
              markOf={() => 'urgent'}
              empty="抜き取るものはありません。"
            />
          </>
        }
      >
        <Choices
          name="reason"
          label="理由"
          pick="one"
          options={REASONS.map((value) => ({
            value,
            label: voidWords[value],
            checked: value === (reason ?? (waiting.some(({ outdated }) => !outdated) ? 'pulled' : 'spoiled')),
          }))}
        />
      </ScanForm>
    </>,
    { back: { text: '束へ戻る', href } },
  );
}

async function voidOne(asking: Asking): Promise<Reply> {
  const { fields } = asking.form;
  const typed = (fields.get('scan') ?? '').trim();
  const reason = REASONS.find((one) => one === fields.get('reason'));
  if (typed === '' || !reason) return showVoiding(asking);
  const batch = givenId(asking.params, 'batch');
  return showVoiding(
    asking,
    await voidSheet(mailDoor(asking), { batch, typed: typed.slice(0, 60) }, reason, byForm(asking)),
  );
}

const common = { work: 'mailing' } as const;

export const enclosingRoutes: readonly (Screen | Step)[] = [
  {
    ...common,
    kind: 'screen',
    path: '/mailing/batches/:batch/enclosing',
    title: '封入',
    asks: [showBatchPieces],
    show: (asking) => showEnclosing(asking),
  },
  {
    ...common,
    kind: 'step',
    path: '/mailing/batches/:batch/enclosing',
    needs: [enclosePieceCommand, takeOutPieceCommand, labelPieceCommand],
    handle: enclose,
  },
  {
    ...common,
    kind: 'screen',
    path: '/mailing/batches/:batch/voiding',
    title: '書き損じ・抜き取り',
    asks: [showBatchPieces],
    show: (asking) => showVoiding(asking),
  },
  {
    ...common,
    kind: 'step',
    path: '/mailing/batches/:batch/voiding',
    needs: [voidPieceCommand],
    handle: voidOne,
  },
];
