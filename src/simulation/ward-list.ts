import { err, ok, type Result } from '../domain/basics/result.ts';
import type { CivilDate } from '../domain/basics/civil-date.ts';
import { formatEraDate } from '../domain/calendar/japanese-date.ts';
import { writeWardFile } from '../exchange/intake/ward-file.ts';
import type { Woman } from './town.ts';

const COLUMNS = [
  '整理番号',
  '氏名',
  '氏名カナ',
  '通称名',
  '生年月日',
  '郵便番号',
  '住所',
  '方書',
  '電話番号',
  '出産予定日',
  '妊娠届出日',
  '初産',
  '相談できる人数',
  '要フォロー',
  '支援措置',
  '使用言語',
  '備考',
] as const;

type Cells = Readonly<Record<(typeof COLUMNS)[number], string>>;

/** The ward's targets list as a real locked file: CP932 in an AES-256 ZIP. `spoil` lets a story put faults into rows. */
export async function targetsFile(
  women: readonly Woman[],
  on: CivilDate,
  password: string,
  spoil: (cells: Cells, index: number) => Cells = (cells) => cells,
): Promise<Result<Uint8Array, { readonly type: 'characters-lost' }>> {
  const rows = women.map((woman, index) => {
    const cells = spoil(cellsOf(woman, on), index);
    return COLUMNS.map((column) => cells[column]);
  });
  const written = await writeWardFile({
    columns: COLUMNS,
    rows,
    encoding: 'cp932',
    lock: {
      kind: 'zip-aes256',
      password,
      name: `taisho-${on}.csv`,
      modified: new Date(`${on}T09:00:00+09:00`),
      workFactor: 15,
    },
  });
  return written.ok ? ok(written.value) : err({ type: 'characters-lost' });
}

function cellsOf(woman: Woman, on: CivilDate): Cells {
  const age = Number(woman.due.slice(0, 4)) - Number(woman.birthDate.slice(0, 4));
  return {
    整理番号: woman.number,
    氏名: woman.name,
    氏名カナ: woman.kana,
    通称名: '',
    生年月日: formatEraDate(woman.birthDate),
    郵便番号: woman.postcode,
    住所: woman.address,
    方書: woman.building,
    電話番号: woman.phone,
    出産予定日: formatEraDate(woman.due),
    妊娠届出日: woman.notified < on ? formatEraDate(woman.notified) : '',
    初産: woman.firstBirth ? '1' : '0',
    相談できる人数: String(woman.toTalkTo),
    要フォロー: (woman.firstBirth && age <= 25) || woman.toTalkTo <= 1 ? '1' : '0',
    支援措置: woman.protected ? '1' : '0',
    使用言語: woman.language,
    備考: '',
  };
}
