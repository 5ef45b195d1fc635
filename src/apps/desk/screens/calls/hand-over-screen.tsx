import { applicationAsks } from '../../../../gate/inside/application-questions.ts';
import { callBackAsks } from '../../../../gate/inside/call-back.ts';
import { inquiryAsks } from '../../../../gate/inside/inquiry.ts';
import { listMatters } from '../../../../gate/inside/matter.ts';
import { messageAsks } from '../../../../gate/inside/message.ts';
import { urgentAsks } from '../../../../gate/inside/urgent.ts';
import { callWords } from '../../../../programmes/words/calls.ts';
import type { Asking } from '../../asking.ts';
import { DataTable } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { momentWords } from '../../moment-words.ts';
import { page, type Reply } from '../../reply.ts';
import type { Screen } from '../../route.ts';
import { ENQUIRY_COLUMNS, type ListedEnquiry } from './enquiry-lists.tsx';

const at = (moment: string) => momentWords(moment as Parameters<typeof momentWords>[0]);

/** What the next shift takes over. No name and no number stands on it: it is printed and lies on the desk. */
async function showHandOver(asking: Asking): Promise<Reply> {
  const [enquiries, today, callBacks, urgents, due, matters, applications] = [
    await asking.answer(inquiryAsks.openList, {}),
    await asking.answer(inquiryAsks.receptionBook, { date: asking.today }),
    await asking.answer(callBackAsks.standing, {}),
    await asking.answer(urgentAsks.open, {}),
    await asking.answer(messageAsks.comeDue, {}),
    await asking.answer(listMatters, { onlyOpen: true }),
    // Counted without opening anything of anybody.
    await asking.answer(applicationAsks.list, { since: asking.desk.house.parts.rules.contract.from }),
  ];
  const calls = due.filter(({ way }) => way === 'call');
  const counts: readonly (readonly [string, string, number])[] = [
    ['緊急対応', '/calls/urgent', urgents.length],
    ['折り返し(期限を過ぎたもの)', '/calls/call-backs', callBacks.filter(({ overdue }) => overdue).length],
    ['折り返し', '/calls/call-backs', callBacks.length],
    ['かける電話', '/calls/to-make', calls.length],
    [
      '照合を待つ申し込み',
      '/calls/applications',
      applications.filter(({ state }) => state === 'pending').length,
    ],
    ['区の回答待ち', '/calls/matters', matters.length],
  ];
  return page(
    '引き継ぎ',
    <>
      <h1>引き継ぎ {momentWords(asking.now)}</h1>
      <p>
        {dayWords(asking.today)}は{today.length}件を受け、
        {today.filter(({ closedAt }) => closedAt !== null).length}
        件を終えました。お名前と電話番号は、この紙には出ません。
      </p>
      <dl className="facts">
        {counts.map(([term, href, count]) => (
          <div key={term} className="contact">
            <dt>
              <a href={href}>{term}</a>
            </dt>
            <dd>{count}件</dd>
          </div>
        ))}
      </dl>
      <DataTable
        caption="緊急対応"
        columns={[
          { key: 'class', head: '急ぎの度合い', of: (row) => callWords.urgentClasses[row.class as 'u1'] },
          { key: 'due', head: '区に伝える期限', of: ({ dueAt }) => at(dueAt) },
          {
            key: 'state',
            head: '区との状況',
            of: ({ reachedAt }) => (reachedAt ? '話せた' : '話せていません'),
          },
        ]}
        rows={urgents}
        keyOf={({ urgent }) => urgent}
        hrefOf={() => '/calls/urgent'}
        markOf={({ overdue }) => (overdue ? 'urgent' : 'warn')}
        empty="緊急対応はありません。"
      />
      <DataTable<ListedEnquiry>
        caption="終わっていない問い合わせ"
        columns={[
          ...ENQUIRY_COLUMNS,
          {
            key: 'due',
            head: '回答の期限',
            of: ({ dueBy, overdue }) => `${at(dueBy)}${overdue ? '(過ぎています)' : ''}`,
          },
        ]}
        rows={enquiries}
        keyOf={({ inquiry }) => inquiry}
        hrefOf={({ inquiry }) => `/calls/enquiries/${inquiry}`}
        markOf={({ overdue }) => (overdue ? 'urgent' : undefined)}
        empty="終わっていない問い合わせはありません。"
      />
      <DataTable
        caption="折り返しの約束"
        columns={[
          { key: 'due', head: '期限', of: ({ dueBy }) => at(dueBy) },
          { key: 'about', head: '用件', of: ({ about }) => callWords.callBacks[about] },
        ]}
        rows={callBacks}
        keyOf={({ callBack }) => callBack}
        hrefOf={() => '/calls/call-backs'}
        markOf={({ overdue }) => (overdue ? 'urgent' : undefined)}
        empty="折り返しの約束はありません。"
      />
    </>,
  );
}

/** `/calls/hand-over`: from one shift to the next. */
export const handOverScreen: Screen = {
  kind: 'screen',
  path: '/calls/hand-over',
  work: 'calls',
  title: '引き継ぎ',
  tab: 10,
  asks: [
    inquiryAsks.openList,
    callBackAsks.standing,
    urgentAsks.open,
    messageAsks.comeDue,
    listMatters,
    applicationAsks.list,
  ],
  show: showHandOver,
};
