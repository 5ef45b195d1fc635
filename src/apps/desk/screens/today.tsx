import type { CivilDate } from '../../../domain/basics/civil-date.ts';
import { listDuties } from '../../../gate/inside/duty.ts';
import { ROLE_WORDS } from '../../../programmes/words/role-names.ts';
import { dutyWords } from '../../../programmes/words/duties.ts';
import type { Asking } from '../asking.ts';
import { DataTable, type Column } from '../data-table.tsx';
import { dayWords } from '../day-words.ts';
import { page, type Reply } from '../reply.ts';
import type { DeskRoute } from '../route.ts';

/** The home of everybody: what is due for her roles, the most harmful first; what waits for others below (B-02). */
async function showToday(asking: Asking): Promise<Reply> {
  const duties = await asking.answer(listDuties, {});
  const mine = duties.filter(({ owner }) => asking.who.roles.some((role) => role === owner));
  const others = duties.filter((duty) => !mine.includes(duty));
  return page(
    '本日',
    <>
      <h1>本日 {dayWords(asking.today)}</h1>
      <DataTable
        caption="私の仕事"
        columns={COLUMNS}
        rows={mine}
        keyOf={({ key }) => key}
        hrefOf={hrefOf}
        markOf={({ overdue }) => (overdue ? 'urgent' : undefined)}
        empty="今日までの仕事はありません。"
      />
      <DataTable
        caption="ほかの人を待っているもの"
        columns={COLUMNS}
        rows={others}
        keyOf={({ key }) => key}
        hrefOf={hrefOf}
        markOf={({ overdue }) => (overdue ? 'warn' : undefined)}
        empty="ほかの人を待っているものはありません。"
      />
    </>,
  );
}

type Duty = {
  readonly key: string;
  readonly kind: keyof typeof dutyWords;
  readonly due: CivilDate;
  readonly dueTime?: string;
  readonly owner: string;
  readonly case?: string;
  readonly overdue: boolean;
};

const COLUMNS: readonly Column<Duty>[] = [
  { key: 'what', head: 'すること', of: ({ kind }) => dutyWords[kind] },
  {
    key: 'due',
    head: '期限',
    of: ({ due, dueTime, overdue }) =>
      `${dayWords(due)}${dueTime ? ` ${dueTime}` : ''}${overdue ? '(過ぎています)' : ''}`,
  },
  {
    key: 'owner',
    head: '担当',
    of: ({ owner }) => Object.entries(ROLE_WORDS).find(([role]) => role === owner)?.[1] ?? owner,
  },
];

function hrefOf({ case: id }: Duty): string | undefined {
  return id === undefined ? undefined : `/cases/${id}`;
}

export const todayRoutes: readonly DeskRoute[] = [
  { kind: 'screen', path: '/', work: 'today', title: '本日', tab: 1, asks: [listDuties], show: showToday },
];
