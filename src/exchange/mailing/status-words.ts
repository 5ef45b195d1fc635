import type { ReturnReason } from '../../domain/facts/mailing.ts';

/** What the post's word says about a piece. What is not in the list stays a word that a person has a look at. */
export type PostStatus = 'delivered' | 'returning' | 'returned' | 'under-way' | 'needs-a-look';

/** The words of the tracking page (domain.md 3.2). */
const STATUS: Readonly<Record<string, PostStatus>> = {
  お届け済み: 'delivered',
  お届け先にお届け済み: 'delivered',
  窓口でお渡し: 'delivered',
  返送: 'returning',
  差出人に返送済み: 'returned',
  引受: 'under-way',
  中継: 'under-way',
  通過: 'under-way',
  '中継/通過': 'under-way',
  到着: 'under-way',
  持ち出し中: 'under-way',
  ご不在のため持ち戻り: 'under-way',
  保管: 'under-way',
  転送: 'under-way',
  調査中: 'needs-a-look',
};

/** The words on the envelope that came back (domain.md 3.3), and our codes, which a scanner's menu may give. */
const REASONS: Readonly<Record<string, ReturnReason>> = {
  あて所不明: 'unknown-address',
  宛所不明: 'unknown-address',
  あて所に尋ねあたりません: 'unknown-address',
  宛所に尋ねあたりません: 'unknown-address',
  あて所に尋ねあたりなし: 'unknown-address',
  転居先不明: 'moved-unknown',
  保管期間経過: 'storage-expired',
  受取拒否: 'refused',
  受取拒絶: 'refused',
  差出人の申出による返還: 'recalled-by-sender',
  住所不完全: 'incomplete-address',
  その他: 'other',
  'unknown-address': 'unknown-address',
  'moved-unknown': 'moved-unknown',
  'storage-expired': 'storage-expired',
  refused: 'refused',
  'recalled-by-sender': 'recalled-by-sender',
  'incomplete-address': 'incomplete-address',
  other: 'other',
};

export function postStatusOf(word: string): PostStatus {
  return STATUS[plain(word)] ?? 'needs-a-look';
}

export function returnReasonOf(word: string): ReturnReason | undefined {
  return REASONS[plain(word)];
}

function plain(word: string): string {
  return word.normalize('NFKC').replace(/\s/g, '');
}
