import type { Outgoing, StopWord } from '../../domain/standing/what-stops-what.ts';

/** What a stop is called on screens of those who may know it. Others read 停止 and no more. */
export const stopWords: Readonly<Record<StopWord, string>> = {
  'not-opened': '記録がまだ開かれていません',
  'woman-died': 'ご本人の死亡',
  loss: '死産等',
  protection: '支援措置',
  'ward-stop': '区からの発送停止',
  hold: '確認中',
  withdrawal: '辞退',
  birth: '出産済み',
  'moved-out': '転出',
  pause: '一時中止',
  'mail-way-undecided': '送付先の確認待ち',
  unreachable: '郵便が届きません',
  'carried-over': '次の契約へ繰越',
  closed: '終了',
};

export const outgoingWords: Readonly<Record<Outgoing, string>> = {
  print: '印刷',
  post: '郵送',
  calls: '電話',
  mail: 'メール',
  parcels: '育児パッケージ',
  surveys: '満足度調査',
  invitations: 'ご案内',
  recalls: '勧奨',
  bookings: '予約',
  link: '専用ページ',
};
