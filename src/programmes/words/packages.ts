type Words<Code extends string> = Readonly<Record<Code, string>>;

const next: Words<
  'package' | 'package-resend' | 'package-request' | 'next-month' | 'awaiting-her-request' | 'stopped'
> = {
  package: '初回の発送',
  'package-resend': '戻ったものの再発送',
  'package-request': 'お申し出による再発送',
  'next-month': '来月に再発送',
  'awaiting-her-request': 'ご本人のお申し出を待つ',
  stopped: '発送できない(業務責任者へ)',
};

const held: Readonly<Record<string, string>> = {
  overseas: '海外に滞在中',
  ward: '区の返答待ち',
  'address-unclear': 'お届け先が不明',
  loss: '死産等のあと(区と決める)',
  'early-birth-unclear': '早い出産で可否が不明',
  'cohort-after-birth': '4・5月の方の可否が未決定',
};

/** Where voucher sets are that left the safe, by the state of their package. */
const outside: Readonly<Record<string, string>> = {
  printed: '封入して手元',
  posted: '郵便で配達中',
  delivered: 'お届け済み',
  returned: '戻った(金庫へ戻す前)',
  voided: '取りやめ(金庫へ戻す前)',
  withdrawn: '取り戻した(金庫へ戻す前)',
  lost: '郵便で紛失',
  unknown: '行き先不明',
};

/** Where the package of one woman stands. */
const states: Readonly<Record<string, string>> = {
  owed: 'これから送ります',
  held: '保留しています',
  'on-its-way': '送る途中です',
  received: 'お届け済みです',
  expired: 'お申し出の期限が過ぎました',
  none: '渡さないと区が決めました',
};

const places: Words<'registered' | 'japan' | 'abroad'> = {
  registered: '住民登録地',
  japan: '国内の別の場所(里帰りなど)',
  abroad: '海外',
};

const channels: Words<'phone' | 'mail' | 'in-person' | 'ward'> = {
  phone: '電話',
  mail: 'メール',
  'in-person': '対面',
  ward: '区から',
};

/** Words about packages and vouchers, by their codes. */
export const packageWords = { next, held, outside, states, places, channels } as const;

/** Why a package is held; a code without words is shown as it is. */
export function heldWords(code: string): string {
  return held[code] ?? code;
}
