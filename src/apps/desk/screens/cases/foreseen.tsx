import type { ReactNode } from 'react';
import type { CaseAct } from '../../../../domain/standing/foresee-act.ts';
import { foreseeCaseAct } from '../../../../gate/inside/case-acts.ts';
import { caseActWords } from '../../../../programmes/words/case-acts.ts';
import { outgoingWords } from '../../../../programmes/words/stops.ts';
import { callWords } from '../../../../programmes/words/calls.ts';
import { Notice } from '../../../kit/still/notice.tsx';
import type { Asking, Given } from '../../asking.ts';
import { dayWords } from '../../day-words.ts';
import { givenId } from '../../given-id.ts';
import { WhoLine } from './who-line.tsx';

/** Whose act it is, and everything that it does at once, said before it is done (design.md section 4). */
export function foreseen(act: CaseAct): (asking: Asking, given: Given) => Promise<ReactNode> {
  return async (asking, given) => {
    const id = givenId(given, 'case');
    const [who, [found]] = await Promise.all([
      WhoLine({ asking, id }),
      asking.answer(foreseeCaseAct, { case: id, act }),
    ]);
    return (
      <>
        {who}
        {found?.effects && <Effects of={found.effects} />}
      </>
    );
  };
}

type Found = Awaited<ReturnType<typeof answerOf>>[number];
type EffectsOf = NonNullable<Found['effects']>;

function answerOf(asking: Asking, id: `case_${string}`) {
  return asking.answer(foreseeCaseAct, { case: id, act: 'loss' });
}

function Effects({ of }: { readonly of: EffectsOf }): ReactNode {
  const { ways = [], papers, booking, link, callBacks, tellsWard } = of;
  const at = [
    ...(booking ? [`${dayWords(booking.date)}の予約を取り消し、時間枠を空けます。`] : []),
    ...(link ? ['専用ページとコードは、この言葉に合わせてすぐに閉じるか、文面を変えます。'] : []),
    ...(callBacks > 0 ? [`約束していた折り返し電話${callBacks}件を取りやめます。`] : []),
    ...(of.package ? ['育児パッケージは、区と決めるまで発送しません。'] : []),
    ...(tellsWard ? ['区に知らせる仕事ができます。'] : []),
  ];
  return (
    <section className="foreseen" aria-labelledby="foreseen">
      <h2 id="foreseen">この操作ですぐに起きること</h2>
      {papers.length > 0 && (
        <Notice kind="urgent" level={3} title={`途中の郵便物が${papers.length}件あります`}>
          <ul>
            {papers.map(({ piece, kind, status }) => (
              <li key={piece}>
                {callWords.pieces[kind]}: {caseActWords.papers[status]}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {papers.length === 0 && <p>途中の郵便物はありません。</p>}
      {at.length > 0 && (
        <ul>
          {at.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      )}
      {ways.length > 0 && (
        <table className="ways">
          <caption>何が止まり、何が続くか</caption>
          <thead>
            <tr>
              <th scope="col">出ていくもの</th>
              <th scope="col">この操作のあと</th>
            </tr>
          </thead>
          <tbody>
            {ways.map(({ way, verdict }) => (
              <tr key={way} className={typeof verdict === 'string' ? 'stays' : undefined}>
                <th scope="row">{outgoingWords[way]}</th>
                <td>{verdictWords(verdict)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

function verdictWords(verdict: NonNullable<EffectsOf['ways']>[number]['verdict']): string {
  if (typeof verdict === 'string') return caseActWords.stays[verdict];
  if (verdict.onlyTo) return caseActWords.onlyTo[verdict.onlyTo];
  return verdict.words === 'after-birth' ? caseActWords.afterBirth : caseActWords.goesOn;
}
