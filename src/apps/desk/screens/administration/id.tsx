import { showAccessTable } from '../../../../gate/inside/access-questions.ts';
import { listAlerts } from '../../../../gate/inside/device.ts';
import { accessWords } from '../../../../programmes/words/access.ts';
import { ROLE_WORDS } from '../../../../programmes/words/role-names.ts';
import { ActLink } from '../../act-link.tsx';
import type { Asking } from '../../asking.ts';
import { wordOf } from '../../code-words.ts';
import { DataTable } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { givenId } from '../../given-id.ts';
import { NotHere } from '../../not-here.ts';
import { page, type Reply } from '../../reply.ts';
import type { Act, DeskRoute } from '../../route.ts';
import { approveReset, disableId, endAllSessions, leave, openId, unlock } from './id-acts.ts';
import { requestRight, requestWardRight, withdrawRight } from './right-acts.ts';

/** One ID with its rights, its whole history, and what may be done with it. */
async function showId(asking: Asking): Promise<Reply> {
  const account = givenId(asking.params, 'account');
  const table = await asking.answer(showAccessTable, { account });
  const one = table.find((line) => line.account === account);
  if (!one) throw new NotHere();
  const everybody = await asking.answer(showAccessTable, {});
  const nameOf = (id: string) =>
    id.startsWith('system:') ? '自動' : (everybody.find((line) => line.account === id)?.shownAs ?? id);
  const isLocked =
    asking.may(listAlerts) && (await asking.answer(listAlerts, {})).some((one) => one.account === account);
  const acts: readonly Act[] =
    one.state === 'registered'
      ? [openId]
      : one.state === 'open'
        ? [
            ...(isLocked ? [unlock] : []),
            requestRight,
            requestWardRight,
            approveReset,
            endAllSessions,
            disableId,
            leave,
          ]
        : [leave];
  return page(
    'ID',
    <>
      <h1>{one.shownAs ?? account}</h1>
      <dl className="facts">
        <dt>状態</dt>
        <dd>{wordOf(accessWords.state, one.state)}</dd>
        <dt>権限</dt>
        <dd>
          {one.grants.filter(({ inForce }) => inForce).length === 0 && 'なし'}
          <ul>
            {one.grants
              .filter(({ inForce }) => inForce)
              .map(({ role, until }) => (
                <li key={role}>
                  {wordOf(ROLE_WORDS, role)}({dayWords(until)}まで){' '}
                  {asking.may(withdrawRight.row) && <ActLink of={withdrawRight} given={{ account, role }} />}
                </li>
              ))}
          </ul>
        </dd>
      </dl>
      <div className="buttons">
        {acts
          .filter(({ row }) => asking.may(row))
          .map((act) => (
            <ActLink key={act.name} of={act} given={{ account }} text={act.title} />
          ))}
      </div>
      <DataTable
        caption="履歴"
        rows={one.history.toReversed()}
        keyOf={({ on, what, role }) => `${on}${what}${role ?? ''}`}
        empty="履歴はまだありません。"
        columns={[
          { key: 'on', head: '日', of: ({ on }) => dayWords(on) },
          { key: 'what', head: 'こと', of: ({ what }) => wordOf(accessWords.what, what) },
          { key: 'role', head: '権限', of: ({ role }) => wordOf(ROLE_WORDS, role) },
          { key: 'until', head: '期限', of: ({ until }) => (until === null ? '' : dayWords(until)) },
          { key: 'reason', head: '理由', of: ({ reason }) => wordOf(accessWords.reason, reason) },
          { key: 'by', head: '行った人', of: ({ by }) => nameOf(by) },
        ]}
      />
    </>,
    { back: { text: 'ID管理簿へ戻る', href: '/administration' } },
  );
}

export const idScreen: DeskRoute = {
  kind: 'screen',
  path: '/administration/ids/:account',
  work: 'administration',
  title: 'ID',
  asks: [showAccessTable],
  show: showId,
};
