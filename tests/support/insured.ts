import type { Cells } from './ward-file.ts';

const KANA = 'アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワ';

/** A reading of its own for every number: five kana in the positional system of the syllabary. */
function reading(number: number): string {
  let left = number;
  let text = '';
  for (let at = 0; at < 5; at += 1) {
    text = (KANA[left % KANA.length] ?? '') + text;
    left = Math.floor(left / KANA.length);
  }
  return text;
}

/**
 * An invented insured person, different for every number: of 40 to 74 years at the end of 令和8年度, two of five men,
 * one of five with the check-up done and cancer screening not.
 */
export function insured(number: number, changes: Cells = {}): Cells {
  const age = 40 + (number % 35);
  return {
    整理番号: `S${String(number).padStart(6, '0')}`,
    氏名: `見本　${String(number)}`,
    氏名カナ: `ミホン　${reading(number)}`,
    通称名: '',
    生年月日: `${2026 - age}-${String((number % 12) + 1).padStart(2, '0')}-15`,
    性別: number % 5 < 2 ? '男' : '女',
    郵便番号: '160-0022',
    住所: `東京都新宿区新宿${(number % 7) + 1}丁目${(number % 30) + 1}番${(Math.floor(number / 30) % 40) + 1}号`,
    方書: `みほん荘${number}号`,
    電話番号: '',
    健診受診日: number % 5 === 0 ? '2026-05-10' : '',
    がん検診受診日: '',
    過去受診歴: ['なし', '一部', '毎年'][number % 3] ?? 'なし',
    支援措置: '0',
    使用言語: '日本語',
    備考: '',
    ...changes,
  };
}

/** The same person on a list of attendance. */
export function attended(number: number, on: string, changes: Cells = {}): Cells {
  const { 整理番号, 氏名カナ, 生年月日, 健診受診日 } = insured(number);
  return {
    整理番号: 整理番号 ?? '',
    氏名カナ: 氏名カナ ?? '',
    生年月日: 生年月日 ?? '',
    受診種別: 健診受診日 === '' ? '特定健診' : 'がん検診',
    受診日: on,
    ...changes,
  };
}
