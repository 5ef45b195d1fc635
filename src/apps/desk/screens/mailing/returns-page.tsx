import type { ReactNode } from 'react';
import type { NotAskedBack, ReturnReason } from '../../../../domain/facts/mailing.ts';
import { parseWardDate } from '../../../../domain/calendar/ward-date.ts';
import { deliveryFile, type DeliveryLine } from '../../../../exchange/mailing/delivery-file.ts';
import { scanReturn, type ReturnOutcome } from '../../../../exchange/mailing/scan-return.ts';
import { findOfNumbers, watchMail } from '../../../../gate/inside/mailing.ts';
import {
  askBackPiece,
  followPieceCommand,
  returnPieceCommand,
  reviewReturnCommand,
} from '../../../../gate/inside/piece.ts';
import { gateSentence } from '../../../../programmes/words/gate-refusals.ts';
import { fileRefusalSentence } from '../../../../programmes/words/intake-problems.ts';
import { deliveryProblemWords, entryWords } from '../../../../programmes/words/mail-entry.ts';
import {
  kindWords,
  returnScanWords,
  returnWords,
  watchWords,
} from '../../../../programmes/words/mailing-room.ts';
import { Button, ButtonRow } from '../../../kit/still/button.tsx';
import { Choices } from '../../../kit/still/choices.tsx';
import { Field } from '../../../kit/still/field.tsx';
import { ActLink } from '../../act-link.tsx';
import type { Asking, Given } from '../../asking.ts';
import { DataTable } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { formMarks } from '../../form-marks.ts';
import { givenId } from '../../given-id.ts';
import { page, type Problem, type Reply } from '../../reply.ts';
import { act, type Screen, type Step } from '../../route.ts';
import { byForm, mailDoor } from './mail-door.ts';
import { ScanForm, type Outcome } from './scan-form.tsx';

const REASONS = Object.keys(returnWords) as ReturnReason[];
const ofPiece = { work: 'mailing', given: ['case', 'piece'], to: () => '/mailing/returns' } as const;
const pieceOf = (given: Given) => ({ case: givenId(given, 'case'), piece: givenId(given, 'piece') });

const reviewAct = act({
  ...ofPiece,
  row: reviewReturnCommand,
  title: '受取拒否の扱いを決める',
  button: '決める',
  done: '戻った郵便の扱いを決めました。',
  explain: () => <p>「再び送る」とした方だけが、来月の再送の対象になります。再送は1回までです。</p>,
  fields: [
    {
      kind: 'one',
      name: 'resend',
      label: '扱い',
      options: [
        { value: 'yes', label: '来月もう一度送る' },
        { value: 'no', label: '再び送らない' },
      ],
    },
  ],
  input: (values, given) => ({ ...pieceOf(given), resend: values.one('resend', ['yes', 'no']) === 'yes' }),
});

const NOT_ASKED: Readonly<Record<NotAskedBack, string>> = {
  'delivered-already': 'もう配達されている',
  'post-cannot': '郵便局が取り戻せない',
  'ward-agrees': '区が取り戻さないことに同意した',
  'her-wish': 'ご本人の希望',
};

const askBackAct = act({
  ...ofPiece,
  row: askBackPiece,
  title: '郵便局への取戻し請求',
  button: '記録する',
  done: '取戻しの請求を記録しました。',
  explain: () => (
    <p>
      差し出した後に停止になった1通です。郵便局に取戻しを請求し、その結果をここに記録します。しないときは理由を残します。
    </p>
  ),
  fields: [
    {
      kind: 'one',
      name: 'asked',
      label: '請求',
      options: [
        { value: 'asked', label: '請求した' },
        ...Object.entries(NOT_ASKED).map(([value, label]) => ({ value, label: `請求しない: ${label}` })),
      ],
    },
    {
      kind: 'text',
      name: 'ref',
      label: '請求書の番号',
      exact: true,
      optional: true,
      width: 'middle',
      most: 40,
    },
  ],
  input: (values, given) => {
    const asked = values.one('asked', ['asked', ...(Object.keys(NOT_ASKED) as NotAskedBack[])]);
    const ref = values.textOr('ref');
    return asked === 'asked'
      ? { ...pieceOf(given), asked: true as const, ...(ref === undefined ? {} : { ref }) }
      : { ...pieceOf(given), asked: false as const, reason: asked };
  },
});

const followAct = act({
  ...ofPiece,
  row: followPieceCommand,
  title: '郵便物の行方を記録する',
  button: '記録する',
  done: '郵便物の行方を記録しました。',
  explain: () => (
    <p>郵便局で調べた結果を記録します。「郵便事故」とした案内は、回数に数えずに書き直されます。</p>
  ),
  fields: (asking) => [
    {
      kind: 'one',
      name: 'what',
      label: '結果',
      options: [
        { value: 'delivered', label: '配達された' },
        { value: 'lost', label: '郵便事故(届かない)' },
        { value: 'withdrawn', label: '取戻し請求で戻った' },
      ],
    },
    { kind: 'date', name: 'on', label: 'その日', value: asking.today },
    {
      kind: 'one',
      name: 'source',
      label: '確かめた方法',
      options: [
        { value: 'tracking-page', label: '追跡の画面' },
        { value: 'post-office', label: '郵便局' },
        { value: 'herself', label: 'ご本人' },
        { value: 'ward', label: '区' },
      ],
    },
  ],
  input: (values, given) => ({
    ...pieceOf(given),
    what: values.one('what', ['delivered', 'lost', 'withdrawn']),
    on: values.date('on'),
    source: values.one('source', ['tracking-page', 'post-office', 'herself', 'ward']),
  }),
});

type Shown = {
  readonly scanned?: ReturnOutcome;
  readonly read?: { readonly lines: readonly DeliveryLine[]; readonly committed: boolean };
  readonly problems?: readonly Problem[];
};

/** What came back, one envelope after the other, and what the post says about the rest (CHI-8.1-7, 8.1-8). */
async function showReturns(asking: Asking, { scanned, read, problems = [] }: Shown = {}): Promise<Reply> {
  const { fields } = asking.form;
  const watched = await asking.answer(watchMail, {});
  const waiting = watched.flatMap((one) => ('piece' in one && HERE.includes(one.what) ? [one] : []));
  const error = (name: string) => problems.find(({ field }) => field === name)?.text;
  return page(
    '返戻・配達結果',
    <>
      <h1>返戻・配達結果</h1>
      {asking.may(returnPieceCommand) && (
        <>
          <h2>戻った封筒を読み取る</h2>
          <ScanForm
            action="/mailing/returns"
            hidden={{ ...formMarks(asking), count: `${countOf(asking, scanned)}` }}
            label="ラベルの追跡番号"
            button="返戻を記録"
            counts={[]}
            outcome={scanned ? outcomeOf(scanned, countOf(asking, scanned)) : undefined}
          >
            <>
              <Choices
                name="reason"
                label="封筒に書かれた理由"
                pick="one"
                error={error('reason')}
                options={REASONS.map((value) => ({
                  value,
                  label: returnWords[value],
                  checked: fields.get('reason') === value,
                }))}
              />
              <Field
                name="on"
                label="戻った日"
                width="middle"
                hint="続けて読み取る間、そのまま使われます"
                value={fields.get('on') ?? asking.today}
                error={error('on')}
              />
            </>
          </ScanForm>
          <h2>郵便局の配達結果を読み込む</h2>
          <form method="post" action="/mailing/delivery" encType="multipart/form-data" noValidate>
            {Object.entries(formMarks(asking)).map(([name, value]) => (
              <input key={name} type="hidden" name={name} defaultValue={value} />
            ))}
            <label className="label" htmlFor="file">
              配達結果のファイル(CSV: 追跡番号、状態、日付、理由)
            </label>
            <input id="file" name="file" type="file" accept=".csv,text/csv" />
            <ButtonRow>
              <Button text="中身を確かめる" kind="plain" name="what" value="look" />
              <Button text="読み込んで記録する" name="what" value="commit" />
            </ButtonRow>
          </form>
        </>
      )}
      {read && <Lines read={read} />}
      <DataTable
        caption="行方や扱いを確かめるもの"
        columns={[
          { key: 'what', head: 'こと', of: (one: Waiting) => watchWords[one.what] ?? one.what },
          { key: 'kind', head: '種類', of: (one: Waiting) => kindWords[one.kind as keyof typeof kindWords] },
          { key: 'since', head: 'いつから', of: (one: Waiting) => dayWords(one.since) },
          { key: 'act', head: 'すること', of: (one: Waiting) => actOf(asking, one) },
        ]}
        rows={waiting}
        keyOf={({ piece }) => piece}
        markOf={({ what }) => (what === 'to-ask-back' ? 'urgent' : 'warn')}
        empty="確かめるものはありません。差し出してから10日たっても知らせのないものが、ここに出ます。"
      />
    </>,
    { problems, ...(problems.length > 0 ? { status: 422 } : {}) },
  );
}

type Waiting = {
  readonly what: string;
  readonly kind: string;
  readonly since: string;
  readonly piece: string;
  readonly case: string;
};
const HERE: readonly string[] = ['to-ask-back', 'not-heard-of', 'not-judged', 'vouchers-out'];

function actOf(asking: Asking, { what, case: id, piece }: Waiting): ReactNode {
  const given = { case: id, piece };
  const of = what === 'to-ask-back' ? askBackAct : what === 'not-judged' ? reviewAct : followAct;
  if (what === 'vouchers-out') return <a href="/packages">商品券を金庫へ戻す</a>;
  return asking.may(of.row) ? <ActLink of={of} given={given} text={of.title} /> : '担当者を待っています';
}

/** How many were entered in a row, as far as this page knows; what counts stands in the journal. */
function countOf({ form }: Asking, scanned: ReturnOutcome | undefined): number {
  const before = Number(form.fields.get('count') ?? 0);
  return (Number.isSafeInteger(before) ? before : 0) + (scanned?.what === 'returned' ? 1 : 0);
}

function outcomeOf({ what, kind, unreachable, refusal }: ReturnOutcome, count: number): Outcome {
  const named = kind === undefined ? '' : `${kindWords[kind]}: `;
  if (what === 'refused') {
    return { tone: 'wrong', title: `${named}${refusal ? gateSentence(refusal) : returnScanWords.refused}` };
  }
  if (what === 'returned') {
    return {
      tone: 'ok',
      title: `${named}${returnScanWords.returned}続けて${count}通`,
      ...(unreachable ? { text: '2回目の返戻です。郵便では届かない方として区に知らせます。' } : {}),
    };
  }
  return { tone: what === 'again' ? 'again' : 'wrong', title: `${named}${returnScanWords[what]}` };
}

function Lines({ read }: { readonly read: NonNullable<Shown['read']> }): ReactNode {
  const wrong = read.lines.filter(({ what }) => what === 'wrong' || what === 'refused').length;
  return (
    <>
      <p role="status">
        {read.lines.length}行のうち、{read.committed ? '記録した' : '記録できる'}のは
        {read.lines.filter(({ what }) => what === 'record' || what === 'recorded').length}行、直すものは
        {wrong}
        行です。{!read.committed && 'まだ何も記録していません。'}
      </p>
      <DataTable
        caption="ファイルの行"
        columns={[
          { key: 'line', head: '行', number: true, of: (one: DeliveryLine) => `${one.line}` },
          { key: 'what', head: '結果', of: (one: DeliveryLine) => entryWords[one.what] },
          {
            key: 'why',
            head: 'わけ',
            of: (one: DeliveryLine) =>
              one.problem ? deliveryProblemWords[one.problem] : one.refusal ? gateSentence(one.refusal) : '',
          },
        ]}
        rows={read.lines}
        keyOf={({ line }) => `${line}`}
        markOf={({ what }) =>
          what === 'wrong' || what === 'refused' ? 'urgent' : what === 'look' ? 'warn' : undefined
        }
        empty="行がありません。"
      />
    </>
  );
}

async function scanOne(asking: Asking): Promise<Reply> {
  const { fields } = asking.form;
  const typed = (fields.get('scan') ?? '').trim();
  const reason = REASONS.find((one) => one === fields.get('reason'));
  const day = parseWardDate((fields.get('on') ?? '').normalize('NFKC').trim());
  const problems: Problem[] = [];
  if (!reason) problems.push({ field: 'reason', text: '封筒に書かれた理由を選んでください。' });
  if (!day.ok)
    problems.push({
      field: 'on',
      text: '戻った日を日付として読めません。2026-09-01 のように入力してください。',
    });
  if (typed === '' || !reason || !day.ok) return showReturns(asking, { problems });
  const scanned = await scanReturn(
    mailDoor(asking),
    { typed: typed.slice(0, 60), reason, on: day.value },
    byForm(asking),
  );
  return showReturns(asking, { scanned });
}

async function readDelivery(asking: Asking): Promise<Reply> {
  const file = asking.form.files.get('file');
  if (!file)
    return showReturns(asking, { problems: [{ field: 'file', text: 'ファイルを選んでください。' }] });
  const commit = asking.form.fields.get('what') === 'commit';
  const read = await deliveryFile(mailDoor(asking), file.bytes, commit, asking.by);
  if (read.ok) return showReturns(asking, { read: read.value });
  const text =
    read.error.type === 'refused'
      ? gateSentence(read.error.refusal)
      : fileRefusalSentence(read.error.refusal);
  return showReturns(asking, { problems: [{ field: 'file', text }] });
}

const screen: Screen = {
  kind: 'screen',
  path: '/mailing/returns',
  work: 'mailing',
  title: '返戻・配達結果',
  tab: 2,
  asks: [watchMail],
  show: (asking) => showReturns(asking),
};
const needs = [returnPieceCommand, followPieceCommand, findOfNumbers, watchMail];

export const returnsRoutes = [
  screen,
  { kind: 'step', path: '/mailing/returns', work: 'mailing', needs, handle: scanOne },
  { kind: 'step', path: '/mailing/delivery', work: 'mailing', needs, files: true, handle: readDelivery },
  reviewAct,
  askBackAct,
  followAct,
] as const satisfies readonly (Screen | Step | typeof reviewAct)[];
