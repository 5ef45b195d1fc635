import type {
  FileRefusal,
  ListEncoding,
  PlainFileRefusal,
  RowProblem,
  RowProblemCode,
} from '../../domain/intake/problems.ts';

/** A row's problem as a sentence for the clerk and for the ward: where, what kind of fault, what to do. */
export function rowProblemSentence(problem: RowProblem): string {
  const place =
    problem.column === undefined ? `${problem.line}行目` : `${problem.line}行目「${problem.column}」`;
  const twin = problem.otherLine === undefined ? '' : `（${problem.otherLine}行目と）`;
  const { fault, advice } = rowProblemWords[problem.code];
  return `${place}: ${twin}${fault}${advice}`;
}

type Words = { readonly fault: string; readonly advice: string };

/** What is wrong and what to do about it, never what stood in the cell. */
export const rowProblemWords: Readonly<Record<RowProblemCode, Words>> = {
  'cell-count': {
    fault: '項目の数が見出しと合いません。',
    advice: '区切りのコンマの過不足を直した一覧を区から受け取ってください。',
  },
  'header-repeated': {
    fault: '見出しがもう一度入っています。',
    advice: '見出しは1行目だけにしてもらってください。',
  },
  'total-row': {
    fault: '合計の行です。対象者としては扱いません。',
    advice: '合計の行を除いた一覧にしてもらってください。',
  },
  'last-line-unended': {
    fault: '最後の行が改行で終わっていません。途中で切れている可能性があります。',
    advice: 'この行の内容が最後まであるか、区に確認してください。',
  },
  'number-repeated': {
    fault: '同じ整理番号で内容の違う行があります。',
    advice: 'どちらが正しいか、区に確認してください。',
  },
  blank: { fault: '空欄です。', advice: '区に確認してください。' },
  'cell-too-long': { fault: '文字数が多すぎます。', advice: '項目がずれていないか、区に確認してください。' },
  'control-character': {
    fault: '目に見えない制御文字が入っています。',
    advice: '入力し直した一覧を区から受け取ってください。',
  },
  'line-feed': {
    fault: 'セルの中に改行が入っています。',
    advice: '改行を除いた一覧を区から受け取ってください。',
  },
  'replacement-character': {
    fault: '文字が失われた印（U+FFFD）が入っています。',
    advice: '文字コードの変換をせずに書き出してもらってください。',
  },
  gaiji: {
    fault: '外字（区の機器でしか読めない文字）が入っています。',
    advice: '宛名に印字する文字を区に確認してください。',
  },
  'character-lost': {
    fault: '「?」や「〓」に置き換わった文字があります。',
    advice: '正しい文字を区に確認してください。',
  },
  'ditto-mark': {
    fault: '「〃」や「同上」が入っています。',
    advice: 'すべての行に値を書いてもらってください。',
  },
  'excel-error': {
    fault: '表計算ソフトのエラー値が入っています。',
    advice: '計算式を直し、値で書き出してもらってください。',
  },
  'excel-overflow': {
    fault: '「####」が入っています。',
    advice: '列の幅を広げてから書き出してもらってください。',
  },
  'scientific-number': {
    fault: '指数表示（1.23E+10 の形）になっています。下の桁が失われています。',
    advice: '書式を文字列にして書き出してもらってください。',
  },
  'date-serial': {
    fault: '日付が通し番号になっています。',
    advice: '日付の書式にして書き出してもらってください。',
  },
  'number-became-date': {
    fault: '番号が日付に変わっています。',
    advice: '書式を文字列にして書き出してもらってください。',
  },
  'leading-zero-lost': {
    fault: '先頭の0が失われています。',
    advice: '書式を文字列にして書き出してもらってください。',
  },
  apostrophe: {
    fault: "先頭に「'」が付いています。取り除いて読みました。",
    advice: '残りの値が正しいか確認してください。',
  },
  honorific: {
    fault: '敬称が付いています。宛名で敬称が重なります。',
    advice: '敬称を除いた氏名を区に確認してください。',
  },
  'reference-unreadable': {
    fault: '整理番号に使えない文字が入っています。',
    advice: '区に確認してください。',
  },
  'kana-not-kana': {
    fault: 'カナ以外の文字が入っています。',
    advice: '項目がずれていないか、区に確認してください。',
  },
  'date-unreadable': {
    fault: '日付として読めません。',
    advice: '2026-09-01、R8.9.1、令和8年9月1日 などの形で書いてもらってください。',
  },
  'date-year-unclear': {
    fault: '年が西暦か和暦か分かりません。',
    advice: '西暦4桁か元号を付けて書いてもらってください。',
  },
  'date-does-not-exist': { fault: '存在しない日付です。', advice: '正しい日付を区に確認してください。' },
  'birth-date-implausible': {
    fault: '出産予定日の時点の年齢が12歳から60歳の間にありません。',
    advice: '生年月日と出産予定日を区に確認してください。',
  },
  'notified-implausible': {
    fault: '妊娠届出日が妊娠の期間の外にあります。',
    advice: '日付を区に確認してください。',
  },
  'month8-outside-list-months': {
    fault: '妊娠8か月に入る月が、この一覧の月と違います。',
    advice: '出産予定日か、一覧の月を区に確認してください。',
  },
  'postcode-unreadable': { fault: '郵便番号が7桁ではありません。', advice: '区に確認してください。' },
  'phone-unreadable': {
    fault: '電話番号として読めません。',
    advice: '1件だけを、0から始まる10桁か11桁で書いてもらってください。',
  },
  'address-not-in-ward': {
    fault: '住所が区の外です。',
    advice: '対象とする理由と送付先を区に確認してください。',
  },
  'house-number-missing': { fault: '番地がありません。', advice: '番地を区に確認してください。' },
  'room-missing': {
    fault: '建物に部屋番号がないようです。',
    advice: '届かないおそれがあります。区に確認してください。',
  },
  'flag-unreadable': {
    fault: '1でも0でもありません。',
    advice: '1（該当）か0（非該当）で書いてもらってください。',
  },
  'count-unreadable': { fault: '人数として読めません。', advice: '数字だけで書いてもらってください。' },
  'language-unknown': {
    fault: '登録のない言語です。書かれたまま残します。',
    advice: '通知に使う言語を決めてください。',
  },
  'protection-blank': {
    fault: '支援措置の有無が空欄です。',
    advice: '安全に関わるため、1か0を区に必ず確認してください。',
  },
  'protected-way-undecided': {
    fault: '支援措置の対象ですが、送付の方法が指定されていません。',
    advice: '区が送付先を指定するまで、印刷も案内もしません。',
  },
  'mail-way-unreadable': {
    fault: '送付先区分が0、1、2のどれでもありません。',
    advice: '区に確認してください。',
  },
  'designated-address-missing': {
    fault: '区指定送付先の郵便番号か住所がありません。',
    advice: '送付先を区に確認してください。',
  },
  'mail-address-unused': {
    fault: '送付先の住所がありますが、送付先区分は1（区指定送付先）ではありません。',
    advice: 'どちらに送るか、区に確認してください。',
  },
  'origin-unreadable': {
    fault: '対象区分が「一般」「区指定」「繰越」のどれでもありません。',
    advice: '区に確認してください。',
  },
  'designation-scope-unreadable': {
    fault: '区指定範囲として読めません。',
    advice: '「通知」「訪問」「再送」「パッケージ」「すべて」を「・」で区切って書いてもらってください。',
  },
  'residence-day-after-list': {
    fault: '居住の基準日が一覧の作成より後になります。',
    advice: '次の異動一覧で住所をもう一度確認します。',
  },
  'sex-unreadable': {
    fault: '性別が読み取れません。',
    advice: '男・女・その他のどれかで入れてもらってください。',
  },
  'history-unreadable': {
    fault: '過去の受診歴が読み取れません。',
    advice: 'なし・一部・毎年のどれかで入れてもらってください。',
  },
  'screening-unreadable': {
    fault: '受診の種別が読み取れません。',
    advice: '特定健診・がん検診のどちらかで入れてもらってください。',
  },
  'not-recalled': {
    fault: '年度末の年齢または受診の状況から、勧奨の対象ではありません。',
    advice: '生年月日と受診日が正しいか、区に確認してください。',
  },
  'attended-ahead': {
    fault: '受診日が一覧の日より先です。',
    advice: '受診日が正しいか、区に確認してください。',
  },
  'change-kind-unknown': {
    fault: '異動種別が決められた言葉ではありません。',
    advice:
      '「転出」「転出取消」「再転入」「区内転居」「住所訂正」「送付先変更」「出生」「死産等」「児死亡」「本人死亡」' +
      '「支援措置開始」「支援措置終了」「要フォロー認定」「要フォロー取消」「発送停止」「停止解除」「氏名変更」' +
      '「予定日変更」「取消」のどれかで書いてもらってください。',
  },
  'change-date-missing': { fault: '異動日がありません。', advice: 'いつの異動か、区に確認してください。' },
  'new-address-missing': {
    fault: '新しい郵便番号か住所がありません。',
    advice: '新しい住所を区に確認してください。',
  },
  'new-name-missing': {
    fault: '新しい氏名か氏名カナがありません。',
    advice: '新しい氏名を区に確認してください。',
  },
  'new-due-date-missing': {
    fault: '新しい出産予定日がありません。',
    advice: '新しい予定日を区に確認してください。',
  },
  'protection-end-needs-ward': {
    fault: '支援措置の終了は、一覧だけでは行いません。',
    advice: '区の担当者の確認を記録し、2人で行ってください。',
  },
};

const SEND_AGAIN = '区から正しいファイルを受け取り直してください。';

/** Why a file was sent back, as a sentence. Exhaustive: a new refusal without words does not compile. */
export function fileRefusalSentence(refusal: FileRefusal): string {
  if (isPlain(refusal)) return plainRefusals[refusal.type];
  switch (refusal.type) {
    case 'several-files-inside':
      return `中にファイルが2つ以上あります（${refusal.names.join('、')}）。一覧を1つだけ入れてもらってください。`;
    case 'too-large':
      return `ファイルが大きすぎます（上限 ${refusal.limit / 1024 / 1024} MB）。${SEND_AGAIN}`;
    case 'inflates-too-much':
      return `展開すると異常に大きくなるファイルです（${refusal.limit}倍を超えます）。開かずに区へ連絡してください。`;
    case 'broken-byte':
      return (
        `${refusal.line}行目（先頭から${refusal.byte}バイト目）に、${encodingNames[refusal.encoding]}として読めない` +
        `文字があります。${SEND_AGAIN}`
      );
    case 'nul-byte':
      return `${refusal.line}行目にNUL文字があります。ファイルが壊れています。${SEND_AGAIN}`;
    case 'quote-broken':
      return `${refusal.line}行目から、引用符（"）の対応が壊れています。${SEND_AGAIN}`;
    case 'half-file':
      return `${refusal.line}行目の途中でファイルが終わっています。残りの行が失われています。${SEND_AGAIN}`;
    case 'columns-missing':
      return `必要な項目がありません: ${refusal.columns.join('、')}。見出しを直してもらってください。`;
    case 'columns-repeated':
      return `同じ項目が2つあります: ${refusal.columns.join('、')}。見出しを直してもらってください。`;
    case 'too-many-rows':
      return `行が多すぎます（上限 ${refusal.limit} 行）。一覧を分けてもらってください。`;
    case 'row-count-differs':
      return (
        `授受の記録では${refusal.expected}件ですが、ファイルには${refusal.found}件あります。` +
        '欠けた行か余分な行がないか、区に確認してください。'
      );
    case 'too-many-refused':
      return (
        `${refusal.rows}行のうち${refusal.refused.length}行が受け入れられないため、全体を取り込みませんでした。` +
        '一覧の作り方を区に確認してください。'
      );
  }
}

function isPlain(refusal: FileRefusal): refusal is { readonly type: PlainFileRefusal } {
  return Object.hasOwn(plainRefusals, refusal.type);
}

const plainRefusals: Readonly<Record<PlainFileRefusal, string>> = {
  'empty-file': `ファイルが空です。${SEND_AGAIN}`,
  'not-encrypted':
    'ファイルが暗号化されていません。パスワード付きのZIP（AES-256）で受け取り直し、このファイルは区と相談して消去してください。',
  'unknown-container':
    '開けない形式です。パスワード付きのZIP（AES-256）か age のファイルで受け取り直してください。',
  'excel-book': 'Excelのブックです。CSVに書き出し、パスワード付きのZIPにしてもらってください。',
  'password-missing': 'パスワードがありません。区から別の方法で受け取ったパスワードを入力してください。',
  'wrong-password': 'パスワードが違います。入力を確かめるか、区に確認してください。',
  'wrong-password-or-damaged':
    'パスワードが違うか、ファイルが壊れています。入力を確かめてから、区に確認してください。',
  damaged: `ファイルが壊れているか、途中で切れています。${SEND_AGAIN}`,
  'encryption-unsupported': '使えない暗号方式です。AES-256のZIPで受け取り直してください。',
  'compression-unsupported': '使えない圧縮方式です。標準の圧縮（Deflate）のZIPで受け取り直してください。',
  'no-file-inside': `中に一覧のファイルがありません。${SEND_AGAIN}`,
  'unsafe-entry-name': '中のファイル名に使えない文字や場所の指定があります。開かずに区へ連絡してください。',
  'nested-archive': '中にさらに圧縮または暗号化されたファイルがあります。CSVを直接入れてもらってください。',
  'age-not-by-passphrase':
    'パスワードで開くageのファイルではありません。パスワード方式で作ってもらってください。',
  'age-work-factor': 'ageの計算量の設定が大きすぎます。標準の設定（18）で作ってもらってください。',
  'utf16-without-mark':
    '文字コードの印（BOM）のないUTF-16です。CP932か、BOM付きUTF-8で書き出してもらってください。',
  'kind-unknown-here': 'この事業では使わない種類の一覧です。一覧の種類を確かめてください。',
  'not-comma-separated': 'コンマ区切りではありません。CSV（コンマ区切り）で書き出してもらってください。',
  'line-ends-unknown': '改行の形が違います。改行をCRLFにして書き出してもらってください。',
  'no-header': '見出しの行がありません。1行目に項目名を入れてもらってください。',
  'no-rows':
    '見出しのほかに行がありません。該当者や異動がない月は、ファイルではなく「なし」の連絡を記録してください。',
};

const encodingNames: Readonly<Record<ListEncoding, string>> = {
  cp932: 'CP932（シフトJIS）',
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
};
