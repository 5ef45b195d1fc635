import type { BookingConsequence } from '../../domain/booking/booking-preview.ts';
import type { RemoteReason, VisitMode } from '../../domain/facts/booking.ts';
import type { MissedReason } from '../../domain/facts/visit.ts';
import type { Suits } from '../../domain/visits/suggest-visitors.ts';

/** What the office reads about dates, visits and visitors. */
export const MODE_WORDS: Readonly<Record<VisitMode, string>> = {
  visit: '訪問',
  online: 'オンライン面談',
  phone: '電話面談',
};

export const REMOTE_REASON_WORDS: Readonly<Record<RemoteReason, string>> = {
  satogaeri: '里帰り中',
  hospital: '入院中',
  unavoidable: 'そのほかのやむを得ない事情',
};

export const MISSED_WORDS: Readonly<Record<MissedReason, string>> = {
  absent: '不在だった',
  'others-only': 'ご家族だけで、ご本人に会えなかった',
  refused: 'その場で断られた',
  'visitor-side': '支援員の都合',
  closure: '訪問休止(荒天など)',
  'wrong-address': '住所が違っていた',
  hospital: '入院していた',
  born: '出産していた',
  moved: '転居していた',
};

/** Why a date is given up. Stops have their own page: they cancel the date themselves. */
export const CANCEL_WORDS = {
  'her-wish': 'ご本人の希望',
  illness: 'ご本人・ご家族の体調',
  closure: '訪問休止(荒天など)',
  'visitor-side': '支援員の都合',
  mistake: '予約の入れまちがい',
} as const;

export const CLOSURE_WORDS = {
  typhoon: '台風・荒天',
  earthquake: '地震・災害',
  infection: '感染症',
  'visitor-ill': '支援員の急な休み',
  other: 'そのほか',
} as const;

export const SUITS_WORDS: Readonly<Record<Suits, string>> = {
  language: '言語が合う',
  area: '地域が近い',
  qualification: '保健師',
  'language-missing': '言語が合わない(通訳の手配が要る)',
};

/** Said before the date is given. */
export const CONSEQUENCE_WORDS: Readonly<Record<BookingConsequence, string>> = {
  'outside-month8': '妊娠8か月の外の日です。ご本人の希望のときだけ予約できます。',
  'on-due-date': '出産予定日当日です。出産のあとになると、育児パッケージをお届けできないことがあります。',
  'after-due-date':
    '出産予定日より後の日です。出産のあとになると、育児パッケージをお届けできないことがあります。',
  'ask-still-pregnant': 'まだご出産前であることを、いまお電話で伺ってください。',
  'after-cut-off':
    '今の予約は、画面での変更の締切りを過ぎています。支援員がもう出ているかもしれません。支援員に必ず電話してください。',
  'short-notice': '新しい日は間近です。担当の支援員をすぐに決めてください。',
  'assign-anew': '担当の支援員はいったん外れます。変更のあとで、担当を決め直してください。',
};

/** Why the handbook was not stamped. A reason that a programme adds is shown by its code. */
export const NO_STAMP_WORDS: Readonly<Record<string, string>> = {
  'handbook-not-at-hand': '手帳が手元にない',
  'handbook-at-clinic': '手帳を医療機関に預けている',
  'not-wished': '希望されない',
  'slip-enclosed': '育児パッケージに訪問済みの紙を同封する',
};

export const LICENCE_WORDS: Readonly<Record<string, string>> = {
  'public-health-nurse': '保健師',
  nurse: '看護師',
};

/** How a mistake in a record came about. */
export const CORRECTION_WORDS = {
  typing: '入力のまちがい',
  misheard: '聞きまちがい・伝えまちがい',
  'told-later': 'あとから正しい内容がわかった',
} as const;

/** Why one attempt more is allowed (CHI-8.7-2). */
export const CAP_WORDS = {
  'her-wish': 'ご本人の希望',
  'reached-now': '連絡がついた',
  'ward-asks': '区の依頼',
} as const;
