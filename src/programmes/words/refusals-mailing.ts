import { formatTracking } from '../../domain/text/tracking.ts';
import type { MailingRefusal } from '../../domain/mailings/mailing-refusals.ts';
import { dropWords } from './mail-drops.ts';
import type { RefusalWords } from './refusal-words.ts';

const COUNTED = {
  printed: '印刷した枚数',
  enclosed: '封入した通数',
  spoiled: '書き損じの枚数',
  pulled: '抜き取った通数',
  posted: '差し出した通数',
} as const;

/** Post services, as the counter calls them. */
export const SERVICES = {
  'specified-record': '特定記録',
  'simplified-registered': '簡易書留',
  registered: '一般書留',
  postcard: 'はがき',
  ordinary: '普通郵便',
  'letterpack-plus': 'レターパックプラス',
  'handed-to-ward': '区への手渡し',
} as const;

export const KINDS = {
  notice: '案内通知',
  resend: '再送',
  recall: '勧奨はがき',
  reissue: '再発行',
  package: '育児パッケージ',
  'package-resend': 'パッケージの再送',
  'package-request': 'パッケージの申出による再送',
} as const;

const TRACKING = {
  empty: '番号が入っていません',
  characters: '数字以外の文字があります',
  length: '桁数が違います（11桁または12桁）',
  check: '末尾の検査数字が合いません',
  kind: '選んだ種類の郵便物の番号ではありません',
} as const;

/** What the mailing room reads when something may not go on. */
export const mailingRefusals: RefusalWords<MailingRefusal> = {
  'batch-exists': () => 'この発送分はすでに始められています。一覧から開いてください。',
  'batch-too-early': ({ month }) => `${month}の発送分は、その月になってから始めてください。`,
  'batch-too-large': ({ planned, most }) =>
    `1回の発送分は${most}件までです（今回${planned}件）。いくつかに分けてください。`,
  'word-not-fit': () =>
    '区からの異動の知らせとして使えるものではありません。取り込みを終えた異動者一覧か、「異動なし」の連絡を選んでください。',
  'word-too-old': ({ asOf, most }) =>
    `区からの知らせが${asOf}時点のもので、${most}開庁日より古くなっています。新しい知らせを受け取るか、責任者が理由を記録してください。`,
  'batch-not-open': () => 'この発送分は、対象者を決める段階ではありません。',
  'batch-has-case': () => 'この方は、この発送分ですでに判断されています。',
  'batch-undecided': ({ planned, decided }) =>
    `予定${planned}件のうち${decided}件しか判断が済んでいません。残りを判断してから確定してください。`,
  'batch-not-fixed': () => 'この発送分はまだ確定していません。先に確定してください。',
  'batch-closed': () => 'この発送分は差出しの数まで確認が済み、閉じられています。',
  'batch-incomplete': ({ pieces, found }) =>
    `確定した${pieces}件に対して${found}件しか見つかりません。一覧を読み直して、もう一度行ってください。`,
  'batch-unprinted': ({ left }) =>
    `まだ印刷していないものが${left}件あります。印刷するか、抜き取りを記録してください。`,
  'batch-unenclosed': ({ left }) =>
    `まだ読み取っていない封入前のものが${left}件あります。読み取るか、書き損じ・抜き取りを記録してから数えてください。`,
  'batch-unposted': ({ left }) => `まだ差し出していないものが${left}件あります。`,
  'batch-blocked': ({ left }) =>
    `見本の照合で違いが見つかったため止まっています。違いが出る前の${left}枚を無効にして刷り直し、もう一度照合してください。`,
  'batch-not-sampled': () =>
    '見本の照合が済んでいません。2人で区の一覧と照らし合わせ、違いがないことを記録してください。',
  'batch-released': () => 'この発送分の発送許可は、すでに出ています。',
  'batch-not-released': () => 'この発送分には、まだ2人による発送許可が出ていません。',
  'batch-not-counted': () => '封入した数の確認がまだです。先に数を数えて記録してください。',
  'batch-too-late': ({ days, most }) =>
    `確定から${days}開庁日たちました（${most}開庁日以内に差し出す決まりです）。区に異動がないかを確かめ直すか、責任者が理由を記録してください。`,
  'needs-two-people': () => '発送許可には、別の人がもう1人必要です。',
  'sample-too-small': ({ sampled, least }) => `照合は${least}通以上必要です（今回${sampled}通）。`,
  'sample-impossible': ({ sampled, differing, most }) =>
    `照合した数（${sampled}通、うち違い${differing}通）が、手元の${most}通と合いません。数を確かめてください。`,
  'piece-not-in-batch': () => 'この発送分に、この郵便物はありません。',
  'piece-already-printed': ({ copy }) =>
    `すでに印刷されています（${copy}枚目）。刷り直すときは、先にその1枚を無効にしてください。`,
  'template-not-approved': ({ template, kind }) =>
    `文面「${template}」は、${KINDS[kind]}として区の承諾を得た版ではありません。`,
  'print-file-exists': ({ file }) => `印刷ファイル${file}は、すでに作られています。`,
  'print-file-unknown': ({ file }) => `この発送分に、印刷ファイル${file}はありません。`,
  'print-file-taken': ({ file, on }) =>
    `印刷ファイル${file}は${on}に渡してあります。二重に印刷しないため、もう一度渡すには業務責任者が理由を記録してください。`,
  'print-file-gone': ({ file }) =>
    `印刷ファイル${file}は消去されました。必要なものは、無効にしてから刷り直してください。`,
  'print-file-kept-until': ({ file, until }) => `印刷ファイル${file}は${until}まで保管します。`,
  'piece-not-in-hand': () => 'この郵便物は、印刷済みで手元にあるものではありません。',
  'piece-enclosed': () => 'この1通は、もう封入として数えてあります。',
  'piece-not-enclosed': () =>
    'この1通は、まだ封入として読み取られていません。先に用紙の記号を読んでください。',
  'piece-labelled': ({ tracking }) =>
    `この封筒には、もう${formatTracking(tracking)}のラベルがあります。1通に1枚です。`,
  'piece-without-number': () => 'この1通は追跡番号のない方法で出します。ラベルは貼りません。',
  'piece-not-sampled': () => '刷り直した分がまだ照合されていません。2人で照合してから差し出してください。',
  'piece-outdated': () => '印刷の後に宛先などが変わりました。この1枚を無効にして刷り直してください。',
  'pull-this-piece': ({ why }) => `差し出さず、この1通を抜き取ってください（${dropWords[why]}）。`,
  'service-not-allowed': ({ service, kind }) =>
    `${KINDS[kind]}を${SERVICES[service]}で送ることはできません。決められた方法を選んでください。`,
  'tracking-missing': ({ service }) => `${SERVICES[service]}には追跡番号が必要です。`,
  'tracking-wrong': ({ reason }) => `追跡番号を確かめてください。${TRACKING[reason]}。`,
  'piece-not-weighed': () => '重さを量り、形とグラム数を入れてください。',
  'package-not-packed': () => 'このパッケージには商品券がまだ入っていません。2人で数えて入れてください。',
  'no-postage': ({ reason }) =>
    reason === 'too-heavy'
      ? 'この重さで送れる料金がありません。重さと形を確かめてください。'
      : 'この日の郵便料金が登録されていません。',
  'piece-not-under-way': () => 'この郵便物は差出し中ではないため、結果を記録できません。',
  'asked-back-already': () => 'この郵便物の取戻しは、すでに請求しています。',
  'piece-day-impossible': ({ from, to }) => `日付は差し出した${from}から${to}までの間で入れてください。`,
  'piece-not-returned': () => 'この郵便物は戻ってきたものではありません。',
  'return-reviewed': () => 'この戻りは、すでに判断が記録されています。',
  'piece-not-replaceable': () => '書き直せるのは、この方に最後に送った案内だけです。',
  'reissue-granted': () => 'この案内の再発行は、すでに決まっています。',
  'counts-unbalanced': ({ of, counted, accounted, difference }) =>
    `${COUNTED[of]}${counted}に対し、内訳の合計は${accounted}で、${gap(difference)}。見つかるまで刷り直さず、数え直してください。`,
  'counts-differ': ({ of, counted, recorded, difference }) =>
    `${COUNTED[of]}は数えて${counted}、記録では${recorded}で、${gap(difference)}。見つかるまで刷り直さず、確かめてください。`,
  'day-receipted': ({ on }) => `${on}の差出しの受領証は、すでに記録されています。`,
  'receipt-pieces-differ': ({ receipt, recorded, difference }) =>
    `受領証の${receipt}通に対し、この日に差し出した記録は${recorded}通で、${gap(difference)}。`,
  'receipt-amount-differs': ({ receipt, recorded, difference }) =>
    `受領証の${receipt}円に対し、記録の合計は${recorded}円で、${gap(difference, '円')}。重さや種類の入力を確かめてください。`,
};

/** The words for a number that two pieces may not share. */
export function trackingTaken(number: string): string {
  return `追跡番号${formatTracking(number)}は、すでに別の郵便物に使われています。`;
}

function gap(difference: number, unit = ''): string {
  return difference > 0 ? `${difference}${unit}多くなっています` : `${-difference}${unit}足りません`;
}
