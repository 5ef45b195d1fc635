import { listOpenRequests, showAccessTable } from '../../../../gate/inside/access-questions.ts';
import { listResets } from '../../../../gate/inside/device.ts';
import { accessWords } from '../../../../programmes/words/access.ts';
import { ROLE_WORDS } from '../../../../programmes/words/role-names.ts';
import { ActLink } from '../../act-link.tsx';
import type { Asking } from '../../asking.ts';
import { wordOf } from '../../code-words.ts';
import { DataTable } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { momentWords } from '../../moment-words.ts';
import { page, type Reply } from '../../reply.ts';
import type { DeskRoute } from '../../route.ts';
import { carryOutReset } from './reset.tsx';
import { grantRight, judgeRight } from './right-acts.ts';

/** What waits for the approver or for the ID manager (SEC-6-2 to 6-4), and resets that wait to be carried out. */
async function showRequests(asking: Asking): Promise<Reply> {
  const requests = await asking.answer(listOpenRequests, {});
  const table = await asking.answer(showAccessTable, {});
  const nameOf = (id: string | null) => table.find(({ account }) => account === id)?.shownAs ?? id ?? '';
  const resets = asking.may(listResets) ? await asking.answer(listResets, {}) : undefined;
  return page(
    '権限の申請',
    <>
      <h1>権限の申請</h1>
      <DataTable
        caption="承認または付与を待つ申請"
        rows={requests}
        keyOf={({ request }) => request}
        empty="待っている申請はありません。"
        columns={[
          { key: 'who', head: '対象', of: ({ shownAs, account }) => shownAs ?? account },
          { key: 'role', head: '権限', of: ({ role }) => wordOf(ROLE_WORDS, role) },
          { key: 'purpose', head: '目的', of: ({ purpose }) => wordOf(accessWords.purpose, purpose) },
          { key: 'until', head: '期限', of: ({ until }) => dayWords(until) },
          {
            key: 'applicant',
            head: '申請',
            of: ({ applicant, requestedOn }) => `${nameOf(applicant)}(${dayWords(requestedOn)})`,
          },
          { key: 'status', head: '状態', of: ({ status }) => wordOf(accessWords.status, status) },
          {
            key: 'act',
            head: '操作',
            of: ({ account, request, role, until, status }) =>
              status === 'requested'
                ? asking.may(judgeRight.row) && (
                    <ActLink of={judgeRight} given={{ account, request }} text="審査する" />
                  )
                : asking.may(grantRight.row) && (
                    <ActLink of={grantRight} given={{ account, request, role, until }} text="付与する" />
                  ),
          },
        ]}
      />
      {resets && (
        <DataTable
          caption="承認された再発行(1日以内に行う)"
          rows={resets}
          keyOf={({ reset }) => reset}
          empty="待っている再発行はありません。"
          columns={[
            { key: 'who', head: '対象', of: ({ shownAs, account }) => shownAs ?? account },
            { key: 'what', head: '再発行するもの', of: ({ what }) => wordOf(accessWords.reset, what) },
            {
              key: 'approved',
              head: '承認',
              of: ({ approvedAt, approvedBy }) => `${nameOf(approvedBy)} ${momentWords(approvedAt)}`,
            },
            {
              key: 'act',
              head: '操作',
              of: ({ account, reset }) =>
                asking.may(carryOutReset.needs[0]) && (
                  <a
                    className="button plain small"
                    href={`/administration/reset?account=${account}&request=${reset}`}
                  >
                    再発行する
                  </a>
                ),
            },
          ]}
        />
      )}
    </>,
  );
}

export const requestsScreen: DeskRoute = {
  kind: 'screen',
  path: '/administration/requests',
  work: 'administration',
  title: '権限の申請',
  tab: 2,
  asks: [listOpenRequests, showAccessTable],
  show: showRequests,
};
