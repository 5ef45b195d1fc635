import type { ListQuestionCode } from '../../domain/intake/questions.ts';
import type { RowProblemCode } from '../../domain/intake/problems.ts';
import { rowProblemWords } from './intake-problems.ts';

type OwnCode = Exclude<ListQuestionCode, RowProblemCode>;

/** What is asked about a row or a list, in one sentence; never what stands in the row. */
const QUESTION_WORDS: Readonly<Record<OwnCode, string>> = {
  'kana-differs':
    '整理番号と生年月日は台帳の方と同じですが、フリガナが違います。同じ方か、区に確認してください。',
  'birth-date-differs':
    '整理番号とフリガナは台帳の方と同じですが、生年月日が違います。同じ方か、区に確認してください。',
  'number-of-another': '台帳の別の方が同じ整理番号を持っています。番号が正しいか、区に確認してください。',
  'number-differs':
    'フリガナ・生年月日・住所が同じで、整理番号の違う方が台帳にいます。同じ方か、区に確認してください。',
  'other-address':
    'フリガナと生年月日が同じで、住所と整理番号の違う方が台帳にいます。同じ方か、区に確認してください。',
  'several-fit': '当てはまる方が台帳に2人以上います。先に台帳を確かめ、どの方か区に確認してください。',
  'twice-in-file':
    '同じフリガナ・生年月日の方が、別の整理番号でこの一覧の前の行にもいます。別の方か、区に確認してください。',
  'new-pregnancy':
    '予定日が60日を超えて違うか、台帳の妊娠が終わっています。新しい妊娠か、区に確認してください。',
  'row-refused':
    '取り込めなかった行です。通知が届かない方が出ないよう、期日までに区の回答をもらってください。',
  'missing-from-list':
    '前回の一覧にいた方が、今回の一覧にいません。理由を区に確認してください(台帳は変えていません)。',
  'follow-up-list-missing':
    '要フォローの一覧が付いていません。今月は対象の方がいないのか、区に確認してください。',
  'change-identity-differs':
    '整理番号・フリガナ・生年月日がそろって合いません。この方への発送を止めてあります。区に確認してください。',
  'change-not-found': '異動の行に当たる方が台帳に見つかりません。整理番号を区に確認してください。',
  'change-by-ward-only': '停止の解除は、一覧だけでは行いません。区の文書を受けて、2人で操作してください。',
  'date-in-future': '異動日が先の日付です。正しいか、区に確認してください。',
  'commit-refused': '確定のときに台帳が受け付けなかった行です。内容を確かめて、個別に操作してください。',
};

/** The sentence for a question about a list. */
export function listQuestionSentence(code: string): string {
  const own = QUESTION_WORDS[code as OwnCode];
  if (own) return own;
  const { fault, advice } = rowProblemWords[code as RowProblemCode];
  return `${fault}${advice}`;
}
