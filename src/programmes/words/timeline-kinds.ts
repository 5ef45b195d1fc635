/** The kinds by which a timeline is filtered. */
export type TimelineKind = 'letter' | 'contact' | 'booking' | 'package' | 'standing' | 'ward' | 'view';

export const timelineKinds: Readonly<Record<TimelineKind, string>> = {
  letter: '郵便物',
  contact: '電話・連絡・申込み',
  booking: '予約・訪問',
  package: '育児パッケージ',
  standing: '停止・変更',
  ward: '区とのやり取り・緊急',
  view: '閲覧',
};

const KINDS: Readonly<Record<string, TimelineKind>> = {
  piece: 'letter',
  invite: 'letter',
  recall: 'letter',
  benefit: 'package',
  redispatch: 'package',
  booking: 'booking',
  visit: 'booking',
  consultation: 'booking',
  fact: 'booking',
  case: 'standing',
  attendance: 'standing',
  ward: 'ward',
  urgent: 'ward',
  referral: 'ward',
  list: 'ward',
};

/** The kind of a fact by the subject in its name: `piece.posted` is a letter. */
export function kindOfFact(type: string): TimelineKind {
  return KINDS[type.slice(0, type.indexOf('.'))] ?? 'contact';
}
