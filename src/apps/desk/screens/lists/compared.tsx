import type { ReactNode } from 'react';
import type { ListId } from '../../../../domain/basics/ids.ts';
import { compareRow, type ComparedRow } from '../../../../gate/inside/list-review.ts';
import { listWords } from '../../../../programmes/words/lists.ts';
import { Notice } from '../../../kit/still/notice.tsx';
import type { Asking } from '../../asking.ts';
import { dayWords } from '../../day-words.ts';
import { sideBySide } from './side-by-side.ts';

const ENDED: Readonly<Record<NonNullable<ComparedRow['cases'][number]['ended']>, string>> = {
  loss: '台帳の方の妊娠は終わっています',
  birth: '台帳の方は出産されています',
  death: '台帳に亡くなられた記録があります',
  closed: '台帳の方の記録は閉じています',
};

/** A row beside the ledger, for whom the rows are; everybody else is told who decides. The reading is recorded. */
export async function compared(asking: Asking, list: ListId, line: number): Promise<ReactNode> {
  if (!asking.may(compareRow)) {
    return (
      <p className="hint">
        行の内容は業務責任者だけが見られます。区の回答で決まるものは、行番号と理由だけで答えられます。
      </p>
    );
  }
  const found = await asking.answer(compareRow, { list, line });
  if (!found)
    return (
      <p className="hint">この行の内容は、保管の期限が過ぎたか、取り込まれなかったため、見られません。</p>
    );
  const { row, cases } = found;
  return (
    <>
      {'warnings' in row.match && row.match.warnings.length > 0 && (
        <Notice kind="warn" title="取り違えに注意">
          <p>{row.match.warnings.map((warning) => listWords.warnings[warning]).join('。')}。</p>
        </Notice>
      )}
      {cases.length === 0 && <Sides row={row} known={undefined} />}
      {cases.map((known) => (
        <Sides key={known.case} row={row} known={known} />
      ))}
    </>
  );
}

function Sides({
  row,
  known,
}: {
  readonly row: ComparedRow['row'];
  readonly known: ComparedRow['cases'][number] | undefined;
}): ReactNode {
  return (
    <div className="table sides" role="region" aria-label="一覧と台帳" tabIndex={0}>
      <table>
        <caption>
          {known?.ended ? ENDED[known.ended] : known ? '一覧と台帳' : '一覧の行(台帳に当たる方はいません)'}
        </caption>
        <thead>
          <tr>
            <th scope="col">項目</th>
            <th scope="col">一覧({row.line}行目)</th>
            {known && (
              <th scope="col">
                台帳 <a href={`/cases/${known.case}`}>この方を開く</a>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {sideBySide(row.row, known).map(({ term, listed, known: there, differs }) => (
            <tr key={term} className={differs ? 'warn' : undefined}>
              <th scope="row">
                {term}
                {differs && <span className="differs"> 違います</span>}
              </th>
              <td>{shown(listed)}</td>
              {known && <td>{shown(there)}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function shown(value: string): string {
  return value === '' ? '(空欄)' : /^\d{4}-\d{2}-\d{2}$/.test(value) ? dayWords(value) : value;
}
