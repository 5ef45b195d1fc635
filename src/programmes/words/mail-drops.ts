import type { DropReason } from '../../domain/mailings/due-mail.ts';

/** Why a letter does not go, as the mailing room reads it. A stop is a stop: the reason behind it is not for the clerk. */
export const dropWords: Readonly<Record<DropReason, string>> = {
  'not-opened': '記録が開かれていません',
  'under-way': '前の郵便物が準備中です',
  'not-confirmed': '前の郵便物の到着がまだ確かめられていません',
  'refused-unreviewed': '受取りを断られ、担当者の判断を待っています',
  'refused-by-her': '受取りを断られ、再び送らないことになりました',
  'called-back': 'こちらから取り戻した郵便物です',
  'cap-used': '決められた回数を送り終えています',
  unreachable: '郵便では届かないことが分かっています',
  registered: '連絡先の登録が済んでいます',
  'not-grouped': 'ご案内の組がまだ決まっていません',
  'control-group': '比べるためにお送りしない組です',
  'proof-not-approved': 'ご案内の校正を区がまだ承認していません',
  attended: '受診が済んでいます',
  'not-yet': 'まだ送る時期ではありません',
  'past-due-date': '送る期間を過ぎました',
  stopped: '停止されています',
  'moved-out': '区外へ転出しています',
  'mail-way-undecided': '送り先を区が決めるのを待っています',
  'not-a-target': '送付の要件を満たしていません',
  'outside-window': 'この契約の期間の対象ではありません',
  'not-due': '今回の種類の郵便物の対象ではなくなりました',
};
