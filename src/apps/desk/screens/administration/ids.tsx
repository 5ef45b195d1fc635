import type { ReactNode } from 'react';
import { listIdleAccounts, showAccessTable } from '../../../../gate/inside/access-questions.ts';
import { listAlerts } from '../../../../gate/inside/device.ts';
import { accessWords } from '../../../../programmes/words/access.ts';
import { ROLE_WORDS } from '../../../../programmes/words/role-names.ts';
import { Notice } from '../../../kit/still/notice.tsx';
import type { Asking } from '../../asking.ts';
import { wordOf } from '../../code-words.ts';
import { DataTable } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { page, type Reply } from '../../reply.ts';
import type { DeskRoute } from '../../route.ts';

/** The ID register (SEC-4-7): who holds which right until when; printed, it is DOC-33. */
async function showIds(asking: Asking): Promise<Reply> {
  const table = await asking.answer(showAccessTable, {});
  const locked = asking.may(listAlerts) ? await asking.answer(listAlerts, {}) : [];
  const idle = asking.may(listIdleAccounts) ? await asking.answer(listIdleAccounts, {}) : [];
  return page(
    'ID管理簿',
    <>
      <h1>ID管理簿</h1>
      {locked.length > 0 && (
        <Notice kind="urgent" title={`続けて失敗して止まったIDが${locked.length}件あります`}>
          <Names of={locked} />
        </Notice>
      )}
      {idle.length > 0 && (
        <Notice kind="warn" title={`しばらく使われていないIDが${idle.length}件あります`}>
          <Names of={idle} />
        </Notice>
      )}
      <DataTable
        caption="ID"
        rows={table}
        keyOf={({ account }) => account}
        hrefOf={({ account }) => `/administration/ids/${account}`}
        empty="IDはまだありません。従事者を登録し、届出・教育・誓約書のあとに発行します。"
        columns={[
          { key: 'who', head: '氏名・担当', of: ({ shownAs, account }) => shownAs ?? account },
          { key: 'state', head: '状態', of: ({ state }) => wordOf(accessWords.state, state) },
          {
            key: 'rights',
            head: '権限と期限',
            of: ({ grants }) =>
              grants
                .filter(({ inForce }) => inForce)
                .map(({ role, until }) => `${wordOf(ROLE_WORDS, role)}(${dayWords(until)}まで)`)
                .join('、') || 'なし',
          },
        ]}
      />
    </>,
  );
}

function Names({
  of,
}: {
  readonly of: readonly { readonly account: string; readonly shownAs: string | null }[];
}): ReactNode {
  return (
    <ul>
      {of.map(({ account, shownAs }) => (
        <li key={account}>
          <a href={`/administration/ids/${account}`}>{shownAs ?? account}</a>
        </li>
      ))}
    </ul>
  );
}

export const idsScreen: DeskRoute = {
  kind: 'screen',
  path: '/administration',
  work: 'administration',
  title: 'ID管理簿',
  tab: 1,
  asks: [showAccessTable],
  show: showIds,
};
