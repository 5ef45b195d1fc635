import type { NoPaper } from '../exchange/papers/paper-files.ts';
import { gateSentence } from '../programmes/words/gate-refusals.ts';

/** Why a paper of the office was not made, and what to do. */
export function noPaperSentence(no: NoPaper): string {
  switch (no.type) {
    case 'refused':
      return gateSentence(no.refusal);
    case 'not-found':
      return `「${no.id}」がないか、まだ締められていません。番号や月を確かめてください。`;
    case 'not-proven':
      return `「${no.id}」を作り直したところ、締切り時の照合値と合いません。印刷せず、業務責任者に知らせてください。`;
    case 'no-papers':
      return `この事業(${no.programme})には、この書類がありません。`;
    case 'missing-glyph':
      return `「${no.file}」の${no.rows.join('、')}行目に印刷できない文字(外字)があります。どの文字で印刷するか、区に確認してください。`;
    case 'paper-broken':
      return `「${no.file}」を作れませんでした。システムの管理者に知らせてください: ${no.why}`;
  }
}
