import { formatJapaneseDate } from '../../domain/calendar/japanese-date.ts';
import type { Undoing } from '../../domain/standing/stops-in-force.ts';
import type { PackageAt, WhereSheStands } from '../../domain/standing/where-she-stands.ts';
import { stopWords } from './stops.ts';

const MODES = { visit: '訪問', online: 'オンライン面談', phone: '電話面談' } as const;

const PACKAGES: Readonly<Record<PackageAt, string>> = {
  none: '育児パッケージはお届けしません',
  waits: '育児パッケージは確認を待っています',
  owed: '育児パッケージはこれからお届けします',
  'on-its-way': '育児パッケージを発送しました',
  received: '育児パッケージは届いています',
};

const LETTERS = { posted: '発送しました', delivered: '届いています', returned: '戻ってきました' } as const;

/** Where a woman stands, in one sentence. */
export function standingSentence(where: WhereSheStands): string {
  switch (where.at) {
    case 'stopped':
      return `止めています(${stopWords[where.by]}${where.until ? `、${formatJapaneseDate(where.until)}まで` : ''})。`;
    case 'visited':
      return `${formatJapaneseDate(where.on)}に${MODES[where.mode]}を行いました。${PACKAGES[where.package]}。`;
    case 'booked':
      return `${formatJapaneseDate(where.on)}の${MODES[where.mode]}を予約しています(支援員は${where.assigned ? '決まっています' : 'まだ決まっていません'})。`;
    case 'closed':
      return `${formatJapaneseDate(where.on)}に対応を終えています。`;
    case 'missed':
      return `${formatJapaneseDate(where.on)}の訪問は行えず、次の予約がありません。`;
    case 'applied':
      return '申込みを受け付け、予約を待っています。';
    case 'registered':
      return '連絡先を登録され、申込みを待っています。';
    case 'letter':
      return `ご案内は${LETTERS[where.status]}(${formatJapaneseDate(where.on)})。申込みを待っています。`;
    case 'waiting':
      return 'ご案内の発送を待っています。';
  }
}

/** How a stop is taken back, for who reads it on the page. */
export const undoingWords: Readonly<Record<Undoing, string>> = {
  'two-people': '区の言葉の記録と、2人の確認で解除します。',
  'end-protection': '区の言葉の記録と、2人の確認で終えます。',
  herself: 'ご本人の申し出で、3項目を確かめてから再開します。',
  'move-back': '区内に戻られたこと(転出の取消しを含む)を2人で記録すると再開します。',
  'end-hold': '確認が済んだことを、根拠を添えて記録すると解けます。',
  'name-mail-way': '区が送付先を決めると進みます。',
  none: '画面からは解除しません。',
};
