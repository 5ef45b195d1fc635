import { ask } from '../../../../gate/ask.ts';
import { overseasLetter } from '../../../../exchange/papers/overseas-letter.ts';
import { overseasLetterQuestion } from '../../../../gate/inside/overseas-letter.ts';
import { packagesHeld } from '../../../../gate/inside/package-room.ts';
import { heldWords } from '../../../../programmes/words/packages.ts';
import { ActLink } from '../../act-link.tsx';
import type { Asking } from '../../asking.ts';
import { DataTable, type Column } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { givenId } from '../../given-id.ts';
import { NotAnswered, NotHere } from '../../not-here.ts';
import { page, type Reply } from '../../reply.ts';
import type { Screen } from '../../route.ts';
import { decideAct, releaseAct } from './benefit-acts.tsx';

type Held = {
  readonly case: `case_${string}`;
  readonly heldFor: string;
  readonly interviewOn: string;
  readonly entitlement: string;
  readonly until: string;
};

/** What waits and why: for the ward's word, for her return from abroad, for an address (CHI-8.8-8, AMB-06, AMB-17). */
async function showHeld(asking: Asking): Promise<Reply> {
  const held = await asking.answer(packagesHeld, {});
  const columns: readonly Column<Held>[] = [
    { key: 'why', head: '理由', of: ({ heldFor }) => heldWords(heldFor) },
    { key: 'interview', head: '面談の日', of: ({ interviewOn }) => dayWords(interviewOn) },
    { key: 'until', head: 'お申し出の期限', of: ({ until }) => dayWords(until) },
    {
      key: 'case',
      head: '対象者',
      of: (one) => (
        <a className="id" href={`/cases/${one.case}`}>
          {one.case}
        </a>
      ),
    },
    {
      key: 'do',
      head: 'できること',
      of: (one) => {
        const given = { case: one.case };
        return (
          <>
            {one.entitlement === 'undecided' && asking.may(decideAct.row) && (
              <ActLink of={decideAct} given={given} text="区の判断を記録" />
            )}
            {one.entitlement === 'granted' && asking.may(releaseAct.row) && (
              <ActLink of={releaseAct} given={given} />
            )}
            {one.heldFor === 'overseas' && asking.may(overseasLetterQuestion) && (
              <a className="button plain small" href={`/packages/letter/${one.case}`}>
                海外の方への手紙(PDF)
              </a>
            )}
          </>
        );
      },
    },
  ];
  return page(
    '保留中の育児パッケージ',
    <>
      <h1>保留中の育児パッケージ</h1>
      <DataTable
        caption="保留中"
        columns={columns}
        rows={held}
        keyOf={(one) => one.case}
        empty="保留中の育児パッケージはありません。"
      />
    </>,
  );
}

/** The letter to a woman abroad (DOC-20); that it was made stands in the log as an export. */
async function giveLetter(asking: Asking): Promise<Reply> {
  const { desk, now, by, params } = asking;
  const { parts } = desk.house;
  const made = await overseasLetter(
    {
      programme: desk.programme,
      tryout: desk.tryout,
      now: () => now,
      ask: (question, input, who) => ask(parts, question, input, who),
    },
    givenId(params, 'case'),
    by,
  );
  if (!made.ok) {
    if (made.error.type === 'refused') throw new NotAnswered(made.error.refusal);
    throw new NotHere();
  }
  return { reply: 'file', type: 'application/pdf', name: 'overseas-letter.pdf', bytes: made.value };
}

export const heldScreen: Screen = {
  kind: 'screen',
  path: '/packages/held',
  work: 'packages',
  title: '保留',
  tab: 2,
  asks: [packagesHeld],
  show: showHeld,
};

export const letterScreen: Screen = {
  kind: 'screen',
  path: '/packages/letter/:case',
  work: 'packages',
  title: '海外の方への手紙',
  asks: [overseasLetterQuestion],
  show: giveLetter,
};
