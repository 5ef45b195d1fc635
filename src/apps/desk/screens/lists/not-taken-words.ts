import type { NotTakenIn } from '../../../../exchange/intake/intake.ts';
import { fileRefusalSentence } from '../../../../programmes/words/intake-problems.ts';
import { gateSentence } from '../../../../programmes/words/gate-refusals.ts';

/** Why a file was not taken in, and what to do. Nothing of it has been written then. */
export function notTakenSentence(no: NotTakenIn): string {
  switch (no.type) {
    case 'file-refused':
      return fileRefusalSentence(no.refusal);
    case 'hand-over-incomplete':
      return '授受の記録が足りません。方法・媒体・渡した人・受けた人・日時を入れてください。';
    case 'another-list-waits':
      return '同じ種類の一覧が、まだ確定も差し戻しもされていません。先にそちらを済ませてから、この画面に戻ってパスワードを入れてください。';
    case 'too-few-fit':
      return `${no.rows}行のうち、台帳と合う方は${no.fitting}人だけです。月や種類のちがうファイルではないか、区に確認してください。前の一覧への追加分なら、下の「追加分」にチェックを入れてやり直せます。`;
    case 'refused':
      return gateSentence(no.refusal);
  }
}

/** Whether the same file may go on here: another password, another word beside it, or after somebody else has finished. */
export function mayTryAgain(no: NotTakenIn): boolean {
  if (no.type !== 'file-refused') return true;
  const { type } = no.refusal;
  return type === 'wrong-password' || type === 'wrong-password-or-damaged' || type === 'password-missing';
}
