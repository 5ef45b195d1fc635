import type { ReactNode } from 'react';
import type { CaseId } from '../../../../domain/basics/ids.ts';
import { explainEligibility } from '../../../../gate/inside/case-questions.ts';
import type { Asking } from '../../asking.ts';
import { dayWords } from '../../day-words.ts';

const TARGETS = {
  mailing: 'ご案内の発送',
  visit: '訪問',
  resend: '再送',
  recall: '勧奨',
} as const;

/** Why she is or is not a target, condition by condition with its clause, and what may go out (CHI-4-1). */
export async function Eligibility({
  asking,
  id,
}: {
  readonly asking: Asking;
  readonly id: CaseId;
}): Promise<ReactNode> {
  const [found] = await asking.answer(explainEligibility, { case: id });
  if (!found) return null;
  return (
    <details className="eligibility">
      <summary>対象かどうか、何を送れるか({dayWords(found.on)}の時点)</summary>
      <div className="table" role="region" aria-label="条件" tabIndex={0}>
        <table>
          <caption>条件ごとの判定</caption>
          <thead>
            <tr>
              <th scope="col">何の対象か</th>
              <th scope="col">対象</th>
              <th scope="col">条件</th>
            </tr>
          </thead>
          <tbody>
            {(Object.keys(TARGETS) as (keyof typeof TARGETS)[]).map((target) => (
              <tr key={target}>
                <th scope="row">{TARGETS[target]}</th>
                <td>{found[target].eligible ? '対象' : '対象外'}</td>
                <td>
                  <ul>
                    {found[target].conditions.map((one) => (
                      <li key={one.code}>
                        {one.words} <small>{one.clause}</small>
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <h3>今送れるもの</h3>
      <ul>
        {found.ways.map(({ way, words }) => (
          <li key={way}>{words}</li>
        ))}
      </ul>
    </details>
  );
}
