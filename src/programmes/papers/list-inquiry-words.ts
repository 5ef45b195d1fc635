import type { RowProblemCode } from '../../domain/intake/problems.ts';
import type { ListQuestionCode } from '../../domain/intake/questions.ts';
import { rowProblemWords } from '../words/intake-problems.ts';

type OwnCode = Exclude<ListQuestionCode, RowProblemCode>;

/** What the ward is asked, as the ward reads it; the desk's own words are in `words/list-questions.ts`. */
const ASKED: Readonly<Record<OwnCode, string>> = {
  'kana-differs': '整理番号と生年月日は以前の一覧の方と同じですが、フリガナが違います。同じ方でしょうか。',
  'birth-date-differs':
    '整理番号とフリガナは以前の一覧の方と同じですが、生年月日が違います。同じ方でしょうか。',
  'number-of-another': '以前の一覧の別の方が同じ整理番号を持っています。番号は正しいでしょうか。',
  'number-differs':
    'フリガナ・生年月日・住所が以前の一覧の方と同じで、整理番号だけが違います。同じ方でしょうか。',
  'other-address': 'フリガナと生年月日が以前の一覧の方と同じで、住所と整理番号が違います。同じ方でしょうか。',
  'several-fit': '以前の一覧に当てはまる方が2人以上います。どの方でしょうか。',
  'twice-in-file': 'この一覧の前の行に、同じフリガナ・生年月日で別の整理番号の方がいます。別の方でしょうか。',
  'new-pregnancy':
    '出産予定日が以前の一覧と60日を超えて違うか、前の妊娠が終わったとの連絡を受けています。新しい妊娠でしょうか。',
  'row-refused': 'この行は取り込めませんでした。',
  'missing-from-list': '前回の一覧にいた方が、今回の一覧にいません。対象から外れた理由をお知らせください。',
  'follow-up-list-missing': '要フォロー妊婦の一覧が届いていません。今月は対象の方がいないのでしょうか。',
  'change-identity-differs':
    '整理番号・フリガナ・生年月日がそろって合う方がいません(発送は止めています)。どの方の異動でしょうか。',
  'change-not-found': '当てはまる方が見つかりません。整理番号は正しいでしょうか。',
  'change-by-ward-only': '停止の解除は一覧だけでは行えません。文書でご指示をお願いします。',
  'date-in-future': '異動日が先の日付です。正しいでしょうか。',
  'commit-refused': '取込みの時点で記録できませんでした。内容の確認をお願いします。',
};

/** What is asked of the ward about a line: what is so, what was wrong in which column, and what is needed. */
export function askedOfWard(
  code: string,
  faults: readonly { readonly code: RowProblemCode; readonly column?: string }[],
): string {
  const own = ASKED[code as OwnCode];
  const told = (fault: (typeof faults)[number]) =>
    `${fault.column === undefined ? '' : `「${fault.column}」: `}${rowProblemWords[fault.code].fault}`;
  if (own === undefined) return `${rowProblemWords[code as RowProblemCode].fault}${NEEDED}`;
  return faults.length === 0 ? own : `${own}${faults.map(told).join('')}${NEEDED}`;
}

const NEEDED = '正しい内容をお知らせください。';
