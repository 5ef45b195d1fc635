import { addDays } from '../../../../domain/basics/civil-date.ts';
import type { InquiryCategory } from '../../../../domain/inquiry/categories.ts';
import { inquiryAsks } from '../../../../gate/inside/inquiry.ts';
import { callWords } from '../../../../programmes/words/calls.ts';
import { inquiryScripts } from '../../../../programmes/words/inquiry-scripts.ts';
import type { Asking } from '../../asking.ts';
import { DataTable, type Column } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { FilterRow, TypedFilter } from '../../filter-row.tsx';
import { momentWords } from '../../moment-words.ts';
import { page, type Reply } from '../../reply.ts';
import type { Screen } from '../../route.ts';
import { savedAbove } from '../../saved-filters.tsx';
import { typedDay } from '../../typed-day.ts';
import { optionsOf } from '../../code-words.ts';

/** What both lists show of an enquiry: nothing of the person. */
export type ListedEnquiry = {
  readonly inquiry: string;
  readonly no: number;
  readonly channel: string;
  readonly category: string;
  readonly openedAt: string;
  readonly dueBy: string;
  readonly answeredAt: string | null;
  readonly escalatedTo: string | null;
  readonly closedAt: string | null;
  readonly overdue?: boolean;
};

export function categoryWords(code: string): string {
  return inquiryScripts[code as InquiryCategory].label;
}

/** Where it stands, in a word. */
export function stateWords({
  answeredAt,
  escalatedTo,
  closedAt,
}: Pick<ListedEnquiry, 'answeredAt' | 'escalatedTo' | 'closedAt'>): string {
  if (closedAt !== null) return '終了';
  if (escalatedTo !== null) return `${wordOf(callWords.passedTo, escalatedTo)}へ引き継ぎ`;
  return answeredAt === null ? '回答待ち' : '回答済み';
}

function wordOf(words: Readonly<Record<string, string>>, code: string): string {
  return words[code] ?? code;
}

export const ENQUIRY_COLUMNS: readonly Column<ListedEnquiry>[] = [
  { key: 'no', head: '受付番号', of: ({ no }) => `第${no}号` },
  { key: 'category', head: '用件', of: ({ category }) => categoryWords(category) },
  { key: 'channel', head: '方法', of: ({ channel }) => wordOf(callWords.channels, channel) },
  { key: 'state', head: '状況', of: stateWords },
];
const OPENED: Column<ListedEnquiry> = {
  key: 'opened',
  head: '受けた日時',
  of: ({ openedAt }) => momentWords(openedAt as Parameters<typeof momentWords>[0]),
};
const DUE: Column<ListedEnquiry> = {
  key: 'due',
  head: '回答の期限',
  of: ({ dueBy, overdue }) =>
    `${momentWords(dueBy as Parameters<typeof momentWords>[0])}${overdue ? '(過ぎています)' : ''}`,
};

const hrefOf = ({ inquiry }: ListedEnquiry) => `/calls/enquiries/${inquiry}`;

async function showOpen(asking: Asking): Promise<Reply> {
  const all = await asking.answer(inquiryAsks.openList, {});
  const category = asking.query.get('category');
  const rows = all.filter((row) => category === null || category === '' || row.category === category);
  return page(
    '対応中の問い合わせ',
    <>
      <h1>対応中の問い合わせ</h1>
      <FilterRow
        action="/calls/open"
        saved={await savedAbove(asking)}
        filters={[
          {
            name: 'category',
            label: '用件',
            options: optionsOf(
              Object.fromEntries(Object.entries(inquiryScripts).map(([code, { label }]) => [code, label])),
            ),
            value: category,
          },
        ]}
      />
      <DataTable<ListedEnquiry>
        caption="対応中の問い合わせ(期限の近い順)"
        columns={[...ENQUIRY_COLUMNS, OPENED, DUE]}
        rows={rows}
        total={all.length}
        keyOf={({ inquiry }) => inquiry}
        hrefOf={hrefOf}
        markOf={({ overdue }) => (overdue ? 'urgent' : undefined)}
        empty="対応中の問い合わせはありません。電話やフォームで受けると、終わるまでここに出ます。"
      />
    </>,
  );
}

const DAY = '日付';

async function showBook(asking: Asking): Promise<Reply> {
  const typed = typedDay(asking, 'day', DAY, asking.today);
  const day = typed.value;
  const rows = await asking.answer(inquiryAsks.receptionBook, { date: day });
  return page(
    '受付簿',
    <>
      <h1>受付簿 {dayWords(day)}</h1>
      <form method="get" action="/calls/book" className="filters">
        <TypedFilter name="day" label={DAY} of={typed} />
        <button type="submit" className="button plain small">
          開く
        </button>
        <a href={`/calls/book?day=${addDays(day, -1)}`}>前の日</a>
        <a href={`/calls/book?day=${addDays(day, 1)}`}>次の日</a>
      </form>
      <DataTable<ListedEnquiry>
        caption={`${dayWords(day)}の受付簿(番号順)`}
        columns={[...ENQUIRY_COLUMNS, OPENED, DUE]}
        rows={rows}
        keyOf={({ inquiry }) => inquiry}
        hrefOf={hrefOf}
        empty="この日の受け付けはありません。"
      />
    </>,
    typed.problem ? { problems: [typed.problem], status: 422 } : {},
  );
}

/** `/calls/open`: what waits, the most pressing first. */
export const openEnquiriesScreen: Screen = {
  kind: 'screen',
  path: '/calls/open',
  work: 'calls',
  title: '対応中',
  tab: 2,
  asks: [inquiryAsks.openList],
  show: showOpen,
};

/** `/calls/book`: every contact of a day, for the screen and for paper (CHI-9.1-1). */
export const receptionBookScreen: Screen = {
  kind: 'screen',
  path: '/calls/book',
  work: 'calls',
  title: '受付簿',
  tab: 3,
  asks: [inquiryAsks.receptionBook],
  show: showBook,
};
