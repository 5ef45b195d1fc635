import type { ReactNode } from 'react';
import type { Instant } from '../../../domain/basics/instant.ts';
import { HARM, type DutyKind } from '../../../domain/duties/duty.ts';
import { closeDutyCommand } from '../../../gate/inside/duty.ts';
import { showToday } from '../../../gate/inside/duty-today.ts';
import { countWatched } from '../../../gate/inside/duty-watch.ts';
import { urgentAsks } from '../../../gate/inside/urgent.ts';
import { callWords } from '../../../programmes/words/calls.ts';
import { dutyWords } from '../../../programmes/words/duties.ts';
import { ROLE_WORDS } from '../../../programmes/words/role-names.ts';
import { Notice } from '../../kit/still/notice.tsx';
import type { Asking } from '../asking.ts';
import { DataTable } from '../data-table.tsx';
import { dayWords } from '../day-words.ts';
import { listPiece, type ListPiece } from '../list-piece.ts';
import { momentWords } from '../moment-words.ts';
import { page, type Reply } from '../reply.ts';
import { act, type DeskRoute } from '../route.ts';
import { DUTY_WAYS, WATCH_WAYS } from './today-ways.ts';

const KINDS = Object.keys(HARM) as DutyKind[];
/** As many as the gate shows of one kind at a time. */
const OF_ONE_KIND = 100;

/** The home of everybody: urgent cases, what is due for her, what should have moved, what waits for others (B-02). */
async function showPage(asking: Asking): Promise<Reply> {
  const kind = KINDS.find((one) => one === asking.query.get('kind'));
  const piece = kind && listPiece(asking, { list: 'duties', size: OF_ONE_KIND });
  const [today, watched, urgent] = await Promise.all([
    asking.may(showToday) ? asking.answer(showToday, { kind, skip: piece?.from }) : { mine: [], others: [] },
    asking.may(countWatched) && kind === undefined ? asking.answer(countWatched, {}) : [],
    asking.may(urgentAsks.open) && kind === undefined ? asking.answer(urgentAsks.open, {}) : [],
  ]);
  const quiet = today.mine.length + watched.length + urgent.length === 0;
  return page(
    '本日',
    <>
      <h1>本日 {dayWords(asking.today)}</h1>
      {urgent.length > 0 && <Urgent cases={urgent} />}
      {kind !== undefined && (
        <p>
          「{dutyWords[kind]}」だけを出しています。<a href="/">すべてに戻る</a>
        </p>
      )}
      {quiet && (piece?.from ?? 0) === 0 ? (
        <p className="empty">今日までの仕事はありません。期限が近づくと、ここに出ます。</p>
      ) : (
        <Mine duties={today.mine} piece={piece} />
      )}
      {watched.length > 0 && <Watched rows={watched} />}
      {today.others.length > 0 && kind === undefined && (
        <DataTable
          caption="ほかの人を待っているもの"
          columns={[
            { key: 'what', head: '待っていること', of: (one) => dutyWords[one.kind] },
            { key: 'owner', head: '担当', of: ({ owner }) => roleWords(owner) },
            { key: 'count', head: '件数', number: true, of: ({ count }) => `${count}件` },
            {
              key: 'late',
              head: '期限を過ぎたもの',
              number: true,
              of: ({ late }) => (late > 0 ? `${late}件` : ''),
            },
            { key: 'due', head: '最も早い期限', of: ({ due }) => dayWords(due) },
          ]}
          rows={today.others}
          keyOf={({ owner, kind: what }) => `${owner} ${what}`}
          markOf={({ late }) => (late > 0 ? 'warn' : undefined)}
          empty=""
        />
      )}
    </>,
  );
}

type Duty = {
  readonly key: string;
  readonly kind: DutyKind;
  readonly due: string;
  readonly dueTime?: string;
  readonly overdue: boolean;
  readonly case?: string;
  readonly batch?: string;
  readonly total: number;
  readonly name?: string | undefined;
  readonly kana?: string | undefined;
};

/** Each line one verb, one due time and the one button that does it; of many alike the first, then how many more. */
function Mine({
  duties,
  piece,
}: {
  readonly duties: readonly Duty[];
  readonly piece: ListPiece | undefined;
}): ReactNode {
  const shown = Map.groupBy(duties, ({ kind }) => kind);
  const more = [...shown].flatMap(([kind, rows]) => {
    const left = (rows[0]?.total ?? rows.length) - rows.length;
    return left > 0 ? [{ kind, left }] : [];
  });
  const total = piece
    ? Math.max(piece.from + duties.length, ...duties.map((one) => one.total))
    : duties.length + more.reduce((sum, { left }) => sum + left, 0);
  return (
    <>
      <DataTable
        caption="私の仕事"
        columns={[
          { key: 'what', head: 'すること', of: ({ kind }) => dutyWords[kind] },
          { key: 'whose', head: 'どなた', of: ({ kana, name, case: id }) => name ?? kana ?? id ?? '' },
          {
            key: 'due',
            head: '期限',
            of: ({ due, dueTime, overdue }) =>
              `${dayWords(due)}${dueTime ? ` ${dueTime}まで` : ''}${overdue ? ' 期限を過ぎています' : ''}`,
          },
          {
            key: 'go',
            head: '行う',
            of: (duty) => (
              <a className="button plain small" href={DUTY_WAYS[duty.kind].href(duty)}>
                {DUTY_WAYS[duty.kind].text}
              </a>
            ),
          },
        ]}
        rows={duties}
        keyOf={({ key }) => key}
        total={total}
        piece={piece}
        markOf={({ overdue, kind }) => (overdue ? 'urgent' : HARM[kind] === 1 ? 'warn' : undefined)}
        empty="今日までの私の仕事はありません。"
      />
      {more.length > 0 && !piece && (
        <ul className="more">
          {more.map(({ kind, left }) => (
            <li key={kind}>
              {dutyWords[kind]}: ほか{left}件<a href={`/?kind=${kind}`}>すべて見る</a>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function Urgent({
  cases,
}: {
  readonly cases: readonly {
    readonly urgent: string;
    readonly case: string;
    readonly class: string;
    readonly dueAt: string;
    readonly overdue: boolean;
    readonly reachedAt: string | null;
  }[];
}): ReactNode {
  return (
    <Notice kind="urgent" title={`緊急対応 ${cases.length}件`}>
      <ul className="urgent-cases">
        {cases.map((one) => (
          <li key={one.urgent}>
            <strong>{classWords(one.class)}</strong>{' '}
            {one.reachedAt === null
              ? `${momentWords(one.dueAt as Instant)}までに区へ電話${one.overdue ? '(期限を過ぎています)' : ''}`
              : '区に届いています。区の確認を待っています'}{' '}
            <a className="button plain small" href="/calls/urgent">
              緊急対応を開く
            </a>{' '}
            <a href={`/cases/${one.case}`}>この方の記録</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}

function Watched({
  rows,
}: {
  readonly rows: readonly {
    readonly kind: keyof typeof WATCH_WAYS;
    readonly count: number;
    readonly late?: number | undefined;
    readonly since?: string | undefined;
  }[];
}): ReactNode {
  return (
    <DataTable
      caption="動いているはずのもの"
      columns={[
        { key: 'what', head: '何が', of: ({ kind }) => WATCH_WAYS[kind].text },
        { key: 'count', head: '件数', number: true, of: ({ count }) => `${count}件` },
        {
          key: 'late',
          head: '期限を過ぎたもの',
          number: true,
          of: ({ late }) => (late ? `${late}件` : ''),
        },
        {
          key: 'since',
          head: '最も古いもの',
          of: ({ since }) => (since === undefined ? '' : dayWords(since.slice(0, 10))),
        },
      ]}
      rows={rows}
      keyOf={({ kind }) => kind}
      hrefOf={({ kind }) => WATCH_WAYS[kind].href}
      markOf={({ late }) => (late ? 'warn' : undefined)}
      empty=""
    />
  );
}

function roleWords(owner: string): string {
  return Object.entries(ROLE_WORDS).find(([role]) => role === owner)?.[1] ?? owner;
}

function classWords(code: string): string {
  return Object.entries(callWords.urgentClasses).find(([name]) => name === code)?.[1] ?? code;
}

/** A dated duty of the programme ends with its evidence (B-02). Its name stands in an address without slashes. */
const closeDuty = act({
  row: closeDutyCommand,
  work: 'today',
  title: '終えたことを記録する',
  button: '記録する',
  given: ['duty'],
  fields: [
    {
      name: 'evidence',
      label: '証拠の番号',
      hint: '文書番号などを英数字で書きます。',
      kind: 'text',
      exact: true,
      width: 'middle',
      most: 128,
    },
  ],
  input: (values, given) => ({
    duty: (given['duty'] ?? '').replaceAll('~', '/'),
    evidence: values.text('evidence'),
  }),
  done: '記録しました。',
  to: () => '/',
});

export const todayRoutes: readonly DeskRoute[] = [
  // Everybody who signs in has this page; each part of it is asked with its own right.
  { kind: 'screen', path: '/', work: 'today', title: '本日', tab: 1, asks: [], show: showPage },
  closeDuty,
];
