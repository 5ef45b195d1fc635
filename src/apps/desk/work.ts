/** The kinds of work in the left rail, in its order. What has no screen yet has no place on it either. */
export type Work =
  | 'today'
  | 'cases'
  | 'lists'
  | 'mailing'
  | 'packages'
  | 'bookings'
  | 'calls'
  | 'administration';

export const WORK_WORDS: Readonly<Record<Work, string>> = {
  today: '本日',
  cases: '対象者',
  lists: '名簿',
  mailing: '発送',
  packages: '育児パッケージ',
  bookings: '予約・訪問',
  calls: '電話',
  administration: '管理',
};
