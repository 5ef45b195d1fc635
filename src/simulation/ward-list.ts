import { addDays, type CivilDate } from '../domain/basics/civil-date.ts';
import { err, ok, type Result } from '../domain/basics/result.ts';
import { formatEraDate } from '../domain/calendar/japanese-date.ts';
import { LIST_COLUMNS } from '../exchange/intake/list-columns.ts';
import { writeWardFile } from '../exchange/intake/ward-file.ts';
import { calmListing } from './calm-life.ts';
import type { Listing } from './life.ts';
import type { Woman } from './town.ts';

type Required = (typeof LIST_COLUMNS.targets.required)[number];
type Optional = (typeof LIST_COLUMNS.targets.optional)[number];

/** One row of the targets list by the names of its columns. */
export type TargetCells = Readonly<Record<Required | Optional, string>>;

/** The ward's targets list as a real locked file: CP932 in an AES-256 ZIP. `spoil` lets a story put faults into rows. */
export async function targetsFile(
  women: readonly Woman[],
  on: CivilDate,
  password: string,
  spoil: (cells: TargetCells, index: number) => TargetCells = (cells) => cells,
): Promise<Result<Uint8Array, { readonly type: 'characters-lost' }>> {
  const columns = LIST_COLUMNS.targets.required;
  const rows = women.map((woman, index) => {
    const listing = { ...calmListing(woman, '2026-06' as Listing['month']), mailCode: '' } as const;
    const cells = spoil(targetCells(woman, listing, on), index);
    return columns.map((column) => cells[column]);
  });
  const written = await writeWardFile({
    columns,
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

/** What the ward writes about her on a day; what is noted after that day is left blank. */
export function targetCells(woman: Woman, listing: Listing, on: CivilDate): TargetCells {
  const { mailTo, origin } = listing;
  return {
    整理番号: woman.number,
    氏名: woman.name,
    氏名カナ: woman.kana,
    通称名: woman.commonName ?? '',
    生年月日: formatEraDate(woman.birthDate),
    郵便番号: woman.postcode,
    住所: woman.address,
    方書: woman.building,
    電話番号: woman.phone,
    出産予定日: formatEraDate(woman.due),
    妊娠届出日: woman.notified < on ? formatEraDate(woman.notified) : '',
    初産: woman.firstBirth ? '1' : '0',
    相談できる人数: String(woman.toTalkTo),
    要フォロー: listing.followUp ? '1' : '0',
    支援措置: woman.protected ? '1' : '0',
    使用言語: woman.language,
    備考: '',
    送付先区分: listing.mailCode,
    送付先郵便番号: mailTo?.postcode ?? '',
    送付先住所: mailTo?.address ?? '',
    送付先方書: mailTo?.building ?? '',
    住定日: listing.residentSince ? formatEraDate(listing.residentSince) : '',
    胎児数: woman.children === undefined ? '' : String(woman.children),
    対象区分: origin === 'designated' ? '区指定' : '一般',
    区指定範囲: listing.scope.map((scope) => SCOPE_WORDS[scope]).join('・'),
  };
}

const SCOPE_WORDS = { notice: '通知', visit: '訪問', resend: '再送', package: 'パッケージ' } as const;

/** The row as it stands in the list it first comes with. */
export function spoiled(cells: TargetCells, woman: Woman, fault: Listing['fault']): TargetCells {
  switch (fault) {
    case 'wrong-era':
      return { ...cells, 生年月日: cells.生年月日.replace('平成', '昭和') };
    case 'protection-blank':
      return { ...cells, 支援措置: '' };
    case 'columns-swapped':
      return { ...cells, 氏名: cells.氏名カナ, 氏名カナ: cells.氏名 };
    case 'postcode-short':
      return { ...cells, 郵便番号: woman.postcode.replace('-', '').slice(0, 5) };
    case 'due-outside-month':
      return { ...cells, 出産予定日: formatEraDate(addDays(woman.due, 366)) };
    // What cannot be written or shown stands in her name itself; the ward tells how to print it.
    case 'gaiji':
    case 'character-lost':
    case undefined:
      return cells;
  }
}
