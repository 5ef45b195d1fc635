import type { ListEncoding } from '../../src/domain/intake/problems.ts';
import { writeWardFile, type WardLock } from '../../src/exchange/intake/ward-file.ts';

/** A row by the names of its columns. */
export type Cells = Readonly<Record<string, string>>;

export const PASSWORD = 'kikkou-4512-nagi';

/** How a list is locked and written unless a test says otherwise: AES-256 and CP932, as agreed with the ward. */
export type Making = {
  readonly encoding?: ListEncoding;
  readonly lock?: Partial<WardLock>;
  /** Columns of the file, in this order; by default every column that a row names. */
  readonly columns?: readonly string[];
};

/** The bytes of a locked list made of rows. Throws when the encoding cannot hold them: then the test is wrong. */
export async function wardFile(rows: readonly Cells[], making: Making = {}): Promise<Uint8Array> {
  const columns = making.columns ?? [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const made = await writeWardFile({
    columns,
    rows: rows.map((row) => columns.map((column) => row[column] ?? '')),
    encoding: making.encoding ?? 'cp932',
    lock: lockWith(making.lock),
  });
  if (!made.ok) throw new Error('CP932 cannot hold a character of this test list');
  return made.value;
}

export function lockWith(changes: Partial<WardLock> = {}): WardLock {
  return {
    kind: 'zip-aes256',
    password: PASSWORD,
    name: 'list.csv',
    modified: new Date('2026-04-20T09:00:00+09:00'),
    workFactor: 4,
    ...changes,
  };
}

/**
 * A woman on the targets list whose 8th month begins in May 2026 (due 2026-07-24 to 2026-08-23), without a fault.
 * She does not exist; her number tells her from the others.
 */
export function target(number: number, changes: Cells = {}): Cells {
  return {
    整理番号: `26-${String(number).padStart(5, '0')}`,
    氏名: `見本　花子`,
    氏名カナ: 'ミホン　ハナコ',
    通称名: '',
    生年月日: 'H8.4.2',
    郵便番号: '102-0074',
    住所: '東京都千代田区九段南一丁目２番１号',
    方書: 'みほんマンション３０２',
    電話番号: '03-0000-0000',
    出産予定日: '2026-08-01',
    妊娠届出日: '令和8年1月10日',
    初産: '1',
    相談できる人数: '2',
    要フォロー: '0',
    支援措置: '0',
    使用言語: '日本語',
    備考: '',
    ...changes,
  };
}

/** A woman on the follow-up list. */
export function followUp(number: number, changes: Cells = {}): Cells {
  const { 整理番号, 氏名カナ, 生年月日 } = target(number);
  return {
    整理番号: 整理番号 ?? '',
    氏名カナ: 氏名カナ ?? '',
    生年月日: 生年月日 ?? '',
    該当事由: '相談できる人が1人以下',
    ...changes,
  };
}

/** A change: by default she moved out. */
export function change(number: number, changes: Cells = {}): Cells {
  const { 整理番号, 氏名カナ, 生年月日 } = target(number);
  return {
    整理番号: 整理番号 ?? '',
    氏名カナ: 氏名カナ ?? '',
    生年月日: 生年月日 ?? '',
    異動種別: '転出',
    異動日: 'R8.5.10',
    新氏名: '',
    新氏名カナ: '',
    新郵便番号: '',
    新住所: '',
    新方書: '',
    新予定日: '',
    ...changes,
  };
}
