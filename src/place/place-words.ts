import { sayClusterError } from './cluster-words.ts';
import type { NotInitialised } from './init-place.ts';

/** Why a place could not be made or opened, and what to do. */
export function placeSentence(error: NotInitialised): string {
  switch (error.type) {
    case 'no-place':
      return `${error.dir} に事業の置き場所がありません。先に mimamori init で作ってください。`;
    case 'exists-already':
      return `${error.dir} にはすでに置き場所があります。別の --data を指定するか、そのまま使ってください。`;
    case 'place-unusable':
      if (error.why === 'init')
        return `${error.dir} の作成が途中で止まっています。もう一度 mimamori init を行ってください。`;
      return `${error.dir} への復元が途中で止まりました(${error.why})。この置き場所は使えません。別の空の --data に、もう一度復元してください。`;
    case 'second-place-needed':
      return '実データの置き場所には、鍵の写しを置く別の場所(--second-place、別の機械のディスク)が必要です。';
    case 'second-place-taken':
      return `${error.dir} には別の置き場所の鍵があります。上書きすると失われるため、置き場所ごとに別のフォルダーを指定してください。`;
    case 'other-programme':
      return `${error.dir} は別の事業「${error.programme}」の置き場所です。事業ごとに --programme と --data を確かめてください。`;
    case 'unknown-programme':
      return `事業「${error.programme}」はありません。`;
    default:
      return sayClusterError(error);
  }
}
