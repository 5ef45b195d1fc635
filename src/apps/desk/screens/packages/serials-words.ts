import type { UnreadSerials } from '../../../../domain/benefits/serial-range.ts';

/** Why serials could not be read, and what to do. */
export function serialsSentence(unread: UnreadSerials): string {
  switch (unread.type) {
    case 'serial-unreadable':
      return `${unread.place}番目の番号を読めません。英数字だけで入力してください。`;
    case 'range-unreadable':
      return `${unread.place}番目の範囲を読めません。KS0001-KS0100 のように、同じ桁数で、2,000組までにしてください。`;
    case 'serial-twice':
      return `番号 ${unread.serial} が2回あります。現物を確かめてください。`;
  }
}
