import { listWorkers } from '../../../../gate/inside/worker.ts';
import { accessWords } from '../../../../programmes/words/access.ts';
import { lackWords } from '../../../../programmes/words/refusals-access.ts';
import { ActLink } from '../../act-link.tsx';
import type { Asking } from '../../asking.ts';
import { wordOf } from '../../code-words.ts';
import { DataTable } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { page, type Reply } from '../../reply.ts';
import type { DeskRoute } from '../../route.ts';
import { notifyWorker, pledge, registerWorker, teachWorker } from './worker-acts.ts';

const SIDES = { contractor: '受託者', subcontractor: '再委託先', ward: '区' } as const;

/** The register of workers: notified, taught, pledged, and what each still lacks (PII-3, PII-5, PII-6). */
async function showWorkers(asking: Asking): Promise<Reply> {
  const workers = await asking.answer(listWorkers, {});
  return page(
    '従事者名簿',
    <>
      <h1>従事者名簿</h1>
      <div className="buttons">
        {asking.may(registerWorker.row) && (
          <ActLink of={registerWorker} given={{}} text={registerWorker.title} main />
        )}
      </div>
      <DataTable
        caption="従事者"
        rows={workers}
        keyOf={({ account }) => account}
        hrefOf={({ account }) => `/administration/ids/${account}`}
        markOf={({ lacks, state }) => (lacks.length > 0 && state !== 'left' ? 'warn' : undefined)}
        empty="登録された従事者はいません。"
        columns={[
          { key: 'who', head: '氏名・担当', of: ({ shownAs, account }) => shownAs ?? account },
          { key: 'side', head: '所属', of: ({ side }) => SIDES[side] },
          { key: 'state', head: 'ID', of: ({ state }) => wordOf(accessWords.state, state) },
          {
            key: 'from',
            head: '従事する日',
            of: ({ notifiedFrom }) => (notifiedFrom === null ? '未届出' : dayWords(notifiedFrom)),
          },
          {
            key: 'pledge',
            head: '誓約書',
            of: ({ pledge: { signedOn } }) => (signedOn === null ? '未署名' : dayWords(signedOn)),
          },
          {
            key: 'lacks',
            head: '足りないもの',
            of: ({ lacks }) => lacks.map(lackWords).join('、') || 'なし',
          },
          {
            key: 'act',
            head: '記録する',
            of: ({ account }) =>
              asking.may(notifyWorker.row) && (
                <span className="buttons">
                  <ActLink of={notifyWorker} given={{ account }} text="届出" />
                  <ActLink of={teachWorker} given={{ account }} text="教育" />
                  <ActLink of={pledge} given={{ account }} text="誓約書" />
                </span>
              ),
          },
        ]}
      />
    </>,
  );
}

export const workersScreen: DeskRoute = {
  kind: 'screen',
  path: '/administration/workers',
  work: 'administration',
  title: '従事者名簿',
  tab: 3,
  asks: [listWorkers],
  show: showWorkers,
};
