import type { CourierStopped, RoundTally } from '../exchange/courier/courier-parts.ts';
import { gateSentence } from '../programmes/words/gate-refusals.ts';

/** What a round came to, as a clerk reads it: what came in, what went out, and what was refused and why. */
export function tallyLines({ inward, outward, anew }: RoundTally): readonly string[] {
  const refused = Object.entries(inward.refused);
  return [
    ...(anew ? [ANEW[anew]] : []),
    `受け取り: ${inward.envelopes}通(受け付け ${inward.accepted}、受け取り済み ${inward.again})`,
    ...(inward.withoutDate > 0
      ? [`  うち日時を取れなかったもの: ${inward.withoutDate}通(本人の画面に出ます)`]
      : []),
    ...refused.map(
      ([code, count]) => `  お受けできなかったもの: ${count}通(${code})。問い合わせ簿に載せました。`,
    ),
    ...(inward.rejected > 0 ? [`  開けられなかったもの: ${inward.rejected}通。何も行っていません。`] : []),
    ...(inward.bounces > 0 ? [`  戻ってきたメール: ${inward.bounces}通`] : []),
    ...(inward.lost > 0
      ? [
          `  外側にもう残っていない束: ${inward.lost}。古い世代から復元したためです。控えの記録と照合してください。`,
        ]
      : []),
    `送り出し: ${outward.bundles}束(リンクの内容 ${outward.capsules}、無効にした番号 ${outward.revoked}、席 ${outward.seats}、中止の日 ${outward.days})`,
  ];
}

const ANEW: Readonly<Record<NonNullable<RoundTally['anew']>, string>> = {
  met: '外側(申込ページ)と初めてつながりました。すべての内容を送ります。',
  'inside-restored': '内側が復元されたため、外側の記録を聞き直し、すべての内容を送り直します。',
  'outside-restored': '外側が復元されたため、すべての内容を送り直します。',
};

/** Why a round ended before its end, and what to do. What was done stands. */
export function stoppedSentence(stopped: CourierStopped): string {
  switch (stopped.type) {
    case 'line-down':
      return `外側(申込ページ)につながりません(${stopped.why})。回線と外側の動作を確かめて、もう一度実行してください。途中までの分は失われません。`;
    case 'no-state':
      return `${stopped.dir} に外側の状態のファイル(state.json)がありません。外側の bundles/out の中身を媒体に入れて持ち帰ってください。`;
    case 'state-altered':
      return `${stopped.dir} の state.json は外側が署名したものではありません。使わずに、外側からもう一度持ち帰ってください。`;
    case 'bundle-missing':
      return `受け取りの${stopped.n}番の束が媒体にありません。番号の順に受け取ります。外側の bundles/out からもう一度持ち帰ってください。`;
    case 'bundle-altered':
      return `受け取りの${stopped.n}番の束は外側が署名したものではありません(途中で変わっています)。何も取り込んでいません。外側からもう一度持ち帰ってください。`;
    case 'bundle-not-next':
      return `次に受け取るのは${stopped.n}番の束ですが、別の番号の束でした。何も取り込んでいません。`;
    case 'bundle-of-other-programme':
      return `受け取りの${stopped.n}番の束はほかの事業のものです。何も取り込んでいません。`;
    case 'bundle-not-understood':
      return `受け取りの${stopped.n}番の束を読み取れません。内側と外側の版が同じか確かめてください。`;
    case 'round-under-way':
      return 'ほかの受け渡しが進んでいます。終わってからもう一度実行してください。';
    case 'gate-refused':
      return gateSentence(stopped.refusal);
    case 'outside-refused':
      return `外側が送り出しの${stopped.n}番の束を受け取りませんでした(${OUTSIDE_WHY[stopped.why] ?? stopped.why})。もう一度実行してください。`;
  }
}

const OUTSIDE_WHY: Readonly<Record<string, string>> = {
  'not-next': '番号が続いていません',
  altered: '署名が合いません',
  'other-programme': 'ほかの事業のものです',
  'not-understood': '読み取れません。内側と外側の版が同じか確かめてください',
  'needs-snapshot': '外側が復元されています',
};
