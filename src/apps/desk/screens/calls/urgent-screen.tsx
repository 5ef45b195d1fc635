import type { ReactNode } from 'react';
import { wardCallOrder } from '../../../../domain/urgent/ward-call-order.ts';
import { urgentAsks } from '../../../../gate/inside/urgent.ts';
import { callWords } from '../../../../programmes/words/calls.ts';
import { ActLink } from '../../act-link.tsx';
import type { Asking } from '../../asking.ts';
import { DataTable, type Column } from '../../data-table.tsx';
import { momentWords } from '../../moment-words.ts';
import { page, type Reply } from '../../reply.ts';
import type { Screen } from '../../route.ts';
import { urgentCaseActs } from './urgent-acts.tsx';

type Row = {
  readonly urgent: string;
  readonly case: string;
  readonly class: string;
  readonly source: string | null;
  readonly raisedAt: string;
  readonly dueAt: string;
  readonly calls: number;
  readonly reachedAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly overdue: boolean;
  readonly callNext?: string | undefined;
};

const words = (of: Readonly<Record<string, string>>, code: string) => of[code] ?? code;
const at = (moment: string) => momentWords(moment as Parameters<typeof momentWords>[0]);

const COLUMNS: readonly Column<Row>[] = [
  { key: 'class', head: '急ぎの度合い', of: (row) => words(callWords.urgentClasses, row.class) },
  { key: 'raised', head: '起きた時刻', of: ({ raisedAt }) => at(raisedAt) },
  {
    key: 'due',
    head: '区に伝える期限',
    of: ({ dueAt, overdue }) => `${at(dueAt)}${overdue ? '(過ぎています)' : ''}`,
  },
  { key: 'source', head: '気づいた場', of: ({ source }) => words(callWords.urgentSources, source ?? '') },
  {
    key: 'state',
    head: '区との状況',
    of: ({ calls, reachedAt, acknowledgedAt, callNext }) =>
      acknowledgedAt !== null
        ? `${at(acknowledgedAt)} 区が承知`
        : reachedAt !== null
          ? `${at(reachedAt)} 話せた(承知待ち)`
          : `まだ話せていません(${calls}回)。次: ${words(callWords.wardFunctions, callNext ?? '')}`,
  },
];

async function showUrgent(asking: Asking): Promise<Reply> {
  const rows = await asking.answer(urgentAsks.open, {});
  const order = wardCallOrder(asking.now, asking.desk.house.parts.rules.urgent);
  const columns: readonly Column<Row>[] = [
    ...COLUMNS,
    { key: 'do', head: 'すること', of: (row) => <Next asking={asking} row={row} /> },
  ];
  return page(
    '緊急対応',
    <>
      <h1>緊急対応</h1>
      <p>
        いまかける順: {order.map((one) => words(callWords.wardFunctions, one)).join(' → ')}。
        電話番号は緊急時の手引きにあります。
      </p>
      <DataTable<Row>
        caption="終わっていない緊急対応(区に伝わっていないものが上)"
        columns={columns}
        rows={rows}
        keyOf={({ urgent }) => urgent}
        markOf={({ overdue, reachedAt }) => (overdue ? 'urgent' : reachedAt === null ? 'warn' : undefined)}
        empty="緊急対応はありません。訪問・電話・アンケートで気づいたものは、すぐここに出ます。"
      />
    </>,
  );
}

/** The one next step. */
function Next({ asking, row }: { readonly asking: Asking; readonly row: Row }): ReactNode {
  const given = { case: row.case, urgent: row.urgent };
  const { report, acknowledge, close } = urgentCaseActs;
  if (row.acknowledgedAt !== null) {
    return asking.may(close.row) ? (
      <ActLink of={close} given={given} text="終える" />
    ) : (
      '終えるのを待っています'
    );
  }
  return (
    <div className="calls-record">
      {asking.may(report.row) && <ActLink of={report} given={given} text="区への電話を記録" />}
      {asking.may(acknowledge.row) && <ActLink of={acknowledge} given={given} text="区の承知を記録" />}
    </div>
  );
}

/** `/calls/urgent`. */
export const urgentScreen: Screen = {
  kind: 'screen',
  path: '/calls/urgent',
  work: 'calls',
  title: '緊急対応',
  tab: 4,
  asks: [urgentAsks.open],
  show: showUrgent,
};
