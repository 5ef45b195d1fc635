import { packagesDue, type OwedPackage, type PackageNext } from '../../../../gate/inside/package-room.ts';
import { planPieceCommand } from '../../../../gate/inside/piece.ts';
import { packageWords } from '../../../../programmes/words/packages.ts';
import { ButtonRow, LinkButton } from '../../../kit/still/button.tsx';
import { ActLink } from '../../act-link.tsx';
import type { Asking } from '../../asking.ts';
import { DataTable, type Column } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { FilterRow } from '../../filter-row.tsx';
import { page, type Reply } from '../../reply.ts';
import type { Screen } from '../../route.ts';
import { savedAbove } from '../../saved-filters.tsx';
import { redispatchAct } from './benefit-acts.tsx';

const GOING = ['package', 'package-resend', 'package-request'] as const;

/** Packages that are owed, the most urgent first, with the clock of ten programme days (CHI-8.4-3). */
async function showOwed(asking: Asking): Promise<Reply> {
  const owed = await asking.answer(packagesDue, {});
  const next = asking.query.get('next');
  const shown = owed.filter((one) => !next || one.next === next);
  const late = owed.filter(({ daysLeft, next: goes }) => isGoing(goes) && (daysLeft ?? 0) < 0).length;
  return page(
    '育児パッケージ',
    <>
      <h1>育児パッケージ</h1>
      <p>
        今送れるもの {owed.filter((one) => isGoing(one.next)).length}件 / まだ届けていないもの {owed.length}件
        {late > 0 && <strong>(期限を過ぎたもの {late}件)</strong>}
      </p>
      {asking.may(planPieceCommand) && (
        <ButtonRow>
          {GOING.map((kind) => {
            const count = owed.filter((one) => one.next === kind).length;
            return (
              count > 0 && (
                <LinkButton
                  key={kind}
                  text={`${packageWords.next[kind]}の束をつくる(${count}件)`}
                  href={`/packages/begin?kind=${kind}`}
                />
              )
            );
          })}
        </ButtonRow>
      )}
      <FilterRow
        action="/packages"
        saved={await savedAbove(asking)}
        filters={[
          {
            name: 'next',
            label: '次にすること',
            value: next,
            options: Object.entries(packageWords.next).map(([value, label]) => ({ value, label })),
          },
        ]}
      />
      <DataTable
        caption="まだ届けていない育児パッケージ"
        columns={asking.may(redispatchAct.row) ? [...COLUMNS, HER_REQUEST] : COLUMNS}
        rows={shown}
        total={owed.length}
        keyOf={(one) => one.case}
        hrefOf={(one) => asking.link(`/cases/${one.case}`)}
        markOf={({ daysLeft, next: goes }) =>
          !isGoing(goes) || daysLeft === null
            ? undefined
            : daysLeft < 0
              ? 'urgent'
              : daysLeft <= 3
                ? 'warn'
                : undefined
        }
        empty="届けていない育児パッケージはありません。訪問の結果が入ると、ここに出ます。"
      />
    </>,
  );
}

function isGoing(next: PackageNext): boolean {
  return GOING.some((kind) => kind === next);
}

const COLUMNS: readonly Column<OwedPackage>[] = [
  {
    key: 'left',
    head: '残り(開庁日)',
    of: ({ daysLeft }) => (daysLeft === null ? '-' : leftWords(daysLeft)),
  },
  { key: 'due', head: '発送の期限', of: ({ dueBy }) => (dueBy ? dayWords(dueBy) : '-') },
  { key: 'next', head: '次にすること', of: ({ next }) => packageWords.next[next] },
  { key: 'case', head: '対象者', of: ({ name }) => name ?? '(氏名は表示できません)' },
];

/** Sent twice already: it goes again only when she asks herself (CHI-8.4-8). */
const HER_REQUEST: Column<OwedPackage> = {
  key: 'do',
  head: 'すること',
  of: (one) =>
    one.next === 'awaiting-her-request' && (
      <ActLink of={redispatchAct} given={{ case: one.case }} text="お申し出を記録" />
    ),
};

export const owedScreen: Screen = {
  kind: 'screen',
  path: '/packages',
  work: 'packages',
  title: '送るもの',
  tab: 1,
  asks: [packagesDue],
  show: showOwed,
};

function leftWords(days: number): string {
  if (days === 0) return '今日まで';
  return days < 0 ? `${-days}日過ぎています` : `あと${days}日`;
}
