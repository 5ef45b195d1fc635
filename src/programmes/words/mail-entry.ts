/** What is wrong with a line of a file of tracking numbers, and what to do. Never what stood in the cell. */
export const trackingProblemWords = {
  'cells-wrong': '項目の数が見出しと合いません。',
  'tracking-empty': '追跡番号がありません。ラベルを読み取り直してください。',
  'tracking-characters': '追跡番号に数字でない文字があります。ラベルを読み取り直してください。',
  'tracking-length': '追跡番号の桁数が違います。ラベルを読み取り直してください。',
  'tracking-check': '追跡番号の検査数字が合いません。ラベルを読み取り直してください。',
  'tracking-kind': 'この差出方法の追跡番号ではありません。差出方法とラベルの種類を確かめてください。',
  'number-twice': '同じ追跡番号がもう一度あります。どちらの封筒のものか、現物で確かめてください。',
  'piece-twice': '同じ郵便物がもう一度あります。ラベルが2枚貼られていないか、現物で確かめてください。',
  'number-taken': 'この追跡番号は、すでに別の郵便物に使われています。ラベルを確かめてください。',
  'piece-unknown': 'この束の郵便物ではありません。別の束のものが混ざっていないか確かめてください。',
  'piece-not-in-hand': 'この郵便物は手元にありません(取消し済み、または別の番号で差出し済み)。',
  'grams-unreadable': '重さは1から9999までの数字(グラム)で入れてください。',
  'too-many-lines': '封筒の数より番号が多くあります。読み取った順番と数を確かめてください。',
  'pull-first':
    '抜き取る郵便物が残っているため、順番では対応づけられません。先に抜き取って取消しを記録してください。',
} as const;

/** The same for what the post says, and for envelopes that came back. */
export const deliveryProblemWords = {
  'cells-wrong': '項目の数が見出しと合いません。',
  'tracking-wrong': '追跡番号を読めません。番号を確かめてください。',
  'number-twice': '同じ追跡番号に、別の結果がもう一度あります。どちらが正しいか確かめてください。',
  'number-unknown': 'この追跡番号で差し出した郵便物はありません。',
  'date-unreadable': '日付を読めません。2026-05-14 のように入れてください。',
  'date-impossible': '日付が差し出した日より前か、今日より後です。',
  'reason-unknown': '戻った理由を読めません。封筒の表示のとおりに入れてください。',
  'reason-missing': '差出人に返送されました。戻った封筒を、理由とともに読み取ってください。',
  contradicts: 'すでに別の結果が記録されています。現物と追跡の画面で確かめてください。',
} as const;

/** What is, or was, done with a line. */
export const entryWords = {
  post: '差し出せます',
  posted: '差し出しました',
  already: '記録済みです',
  pull: '差し出せません。抜き取ってください',
  record: '記録できます',
  recorded: '記録しました',
  wait: 'まだ途中です',
  look: '確認が必要です(調査中、または知らない言葉)',
  wrong: '誤り',
  refused: 'できません',
} as const;
