import type { CivilDate } from '../../../domain/basics/civil-date.ts';
import type { YearMonth } from '../../../domain/basics/year-month.ts';
import type { VisitMode } from '../../../domain/facts/booking.ts';
import type { MissedReason } from '../../../domain/facts/visit.ts';
import type { Cell, Paper } from '../../paper.ts';
import { ERASED } from '../../papers/batch-told.ts';
import { written } from '../../papers/numbers.ts';
import { toWard } from '../../papers/office.ts';
import { chiyodaOffice } from './office.ts';

/** One visit, or one that failed, of one woman, as the results table tells it. */
export type ResultTold = {
  /** Short number of ours that leads back to the case, printed even when she was erased. */
  readonly token: string;
  /** Absent = erased: 消去済み is printed. */
  readonly name?: string;
  readonly birthDate?: CivilDate;
  readonly date: CivilDate;
  readonly mode: VisitMode;
  readonly attempt: number;
  readonly followUp: boolean;
  readonly outcome: 'completed' | MissedReason;
  readonly minutes?: number;
  /** Item ④: health, other, noticed. Only with her consent (AMB-12); absent = not told. */
  readonly conditions?: readonly string[];
};

export type ResultsTold = {
  readonly month: YearMonth;
  readonly edition: number;
  readonly digest: string;
  readonly on: CivilDate;
  readonly results: readonly ResultTold[];
};

const MODES: Readonly<Record<VisitMode, string>> = { visit: '訪問', online: 'オンライン', phone: '電話' };
const OUTCOMES: Readonly<Record<ResultTold['outcome'], string>> = {
  completed: '実施',
  absent: '不在',
  'others-only': '本人以外のみ',
  refused: '辞退',
  'visitor-side': '訪問者の都合',
  closure: '業務の休止',
  'wrong-address': '住所相違',
  hospital: '入院',
  born: '出産',
  moved: '転出',
};

/** 見守り訪問実績一覧表 (DOC-14, CHI-9.1-2, 9.1-7): one line a visit or failed visit, per woman; for the ward alone. */
export function resultsTable(told: ResultsTold): Paper {
  const done = told.results.filter(({ outcome }) => outcome === 'completed');
  const women = new Set(told.results.map(({ token }) => token)).size;
  return {
    template: 'results-table-1',
    title: '見守り訪問実績一覧表',
    date: told.on,
    wide: true,
    ...toWard(chiyodaOffice, [['対象月', `${written.month(told.month)}分　第${told.edition}版`]]),
    blocks: [
      {
        kind: 'table',
        name: '',
        dense: true,
        columns: [
          { head: '番号', width: 11, align: 'right' },
          { head: '照合番号', width: 24 },
          { head: '氏名', width: 32 },
          { head: '生年月日', width: 31 },
          { head: '実施日', width: 30 },
          { head: '方法', width: 18, align: 'center' },
          { head: '回', width: 9, align: 'right' },
          { head: '要フォロー', width: 17, align: 'center' },
          { head: '結果', width: 22, align: 'center' },
          { head: '時間(分)', width: 14, align: 'right' },
          { head: '訪問時の様子', width: 'rest' },
        ],
        rows: told.results.map((result, at): readonly Cell[] => [
          String(at + 1),
          result.token,
          result.name ?? ERASED,
          result.birthDate === undefined
            ? result.name === undefined
              ? ERASED
              : '―'
            : written.day(result.birthDate),
          written.day(result.date),
          MODES[result.mode],
          String(result.attempt),
          result.followUp ? '○' : '',
          OUTCOMES[result.outcome],
          result.minutes === undefined ? '―' : String(result.minutes),
          conditionsOf(result),
        ]),
        totals: [
          [
            { text: '計', strong: true },
            {
              text: `対象者 ${written.number(women)}人、実施 ${written.number(done.length)}件(訪問 ${written.number(done.filter(({ mode }) => mode === 'visit').length)}件、面談 ${written.number(done.filter(({ mode }) => mode !== 'visit').length)}件、うち要フォロー ${written.number(done.filter(({ followUp }) => followUp).length)}件)、未実施 ${written.number(told.results.length - done.length)}件`,
              strong: true,
              span: 10,
            },
          ],
        ],
      },
      {
        kind: 'text',
        small: true,
        text: '「訪問時の様子」は、区への提供に同意のある方のみ記載しています。消去済みの方は氏名等を印字せず、件数には含めています。',
      },
    ],
    edition: `第${told.edition}版`,
    proof: `照合値 ${told.digest.slice(0, 16)}`,
  };
}

function conditionsOf({ outcome, name, conditions }: ResultTold): string {
  if (outcome !== 'completed') return '―';
  if (name === undefined) return ERASED;
  return conditions === undefined ? '同意なし' : conditions.join('\n') || '特記なし';
}
