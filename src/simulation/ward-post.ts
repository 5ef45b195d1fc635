import type { CivilDate } from '../domain/basics/civil-date.ts';
import { monthContaining, type YearMonth } from '../domain/basics/year-month.ts';
import { formatEraDate } from '../domain/calendar/japanese-date.ts';
import type { ListEncoding } from '../domain/intake/problems.ts';
import { LIST_COLUMNS } from '../exchange/intake/list-columns.ts';
import { encodeList } from '../exchange/intake/ward-file.ts';
import type { Life } from './life.ts';
import { CATCH_UP_MONTHS, correctionDay, listDay } from './life-days.ts';
import { lockSeeded } from './seeded-lock.ts';
import { changeRow, changesBetween, type ChangeTold } from './ward-changes.ts';
import { spoiled, targetCells } from './ward-list.ts';

/** A file of the ward, as it is handed over: the wish of `exchange/intake` can be made from it as it stands. */
export type WardPost = {
  readonly kind: 'targets' | 'follow-up' | 'changes';
  readonly months: readonly YearMonth[];
  /** Rows set right, beside a list that came before: nobody is missing from it. */
  readonly addition: boolean;
  /** The ward sends the same file a second time, to the byte. */
  readonly again: boolean;
  readonly on: CivilDate;
  /** `taisho-2026-06.zip`; its password lies apart. */
  readonly fileName: string;
  readonly bytes: Uint8Array;
  readonly password: string;
  readonly handOver: Readonly<Record<string, string | number>>;
  /** Whom line 2, 3, … of the file is about. */
  readonly lives: readonly Life[];
  /** What each line tells, of a changes list. */
  readonly told: readonly ChangeTold[];
};

/** The ward says by telephone that nothing changed; `calledBackAt` is the office's to add (`list.state-no-change`). */
export type NoChange = {
  readonly kind: 'no-change';
  readonly month: readonly YearMonth[];
  readonly asOf: CivilDate;
  readonly by: string;
  readonly ref: string;
  readonly method: 'telephone';
};

export type Town = { readonly seed: number; readonly lives: readonly Life[] };

/**
 * All targets and follow-up lists of the year, in the order in which the ward hands them over: the catch-up list, one a
 * month, the follow-up list beside each that needs one, rows set right a few days later, and one list twice.
 */
export function listsOfTheYear({ seed, lives }: Town): readonly WardPost[] {
  const groups = Map.groupBy(lives, (one) =>
    one.listing.file === 'catch-up' ? 'catch-up' : one.listing.month,
  );
  const posts = [...groups].flatMap(([file, carried]) => {
    const months = file === 'catch-up' ? CATCH_UP_MONTHS : [file];
    const [month] = months;
    if (month === undefined) return [];
    const list = targetsPost(seed, months, carried, false);
    const needing = carried.filter((one) => one.listing.followUp);
    const wrong = carried.filter((one) => SET_RIGHT.has(one.listing.fault ?? ''));
    return [
      list,
      ...(needing.length > 0 ? [followUpPost(seed, months, needing)] : []),
      ...(wrong.length > 0 ? [targetsPost(seed, months, wrong, true)] : []),
      ...(month === SENT_TWICE ? [{ ...list, on: correctionDay(month), again: true }] : []),
    ];
  });
  return posts.toSorted((a, b) => (a.on === b.on ? 0 : a.on < b.on ? -1 : 1));
}

/** The ward's word of a day on what it learned since its last one: a changes list, or the statement that there is none. */
export function wordOfTheWard({ seed, lives }: Town, after: CivilDate, on: CivilDate): WardPost | NoChange {
  const told = changesBetween(lives, after, on);
  const months = [monthContaining(on)];
  if (told.length === 0) {
    return {
      kind: 'no-change',
      month: months,
      asOf: on,
      by: 'ward-health',
      ref: `tel-${on}`,
      method: 'telephone',
    };
  }
  return post({
    seed,
    kind: 'changes',
    months,
    on,
    stem: `ido-${on}`,
    columns: LIST_COLUMNS.changes.required,
    rows: told.map(changeRow),
    lives: told.map(({ life }) => life),
    told,
  });
}

const SENT_TWICE = '2026-08';
/** The ward's new system writes UTF-8 and locks with age, for one month. */
const BY_AGE = '2026-10';
/** In that month the column 要フォロー is left to the follow-up list. */
const FOLLOW_UP_APART = '2026-09';
/** Faults of rows that were refused or left out; the others are put right by the ward's answer. */
const SET_RIGHT: ReadonlySet<string> = new Set([
  'wrong-era',
  'protection-blank',
  'columns-swapped',
  'postcode-short',
  'due-outside-month',
]);

function targetsPost(
  seed: number,
  months: readonly YearMonth[],
  lives: readonly Life[],
  addition: boolean,
): WardPost {
  const [month = SENT_TWICE as YearMonth] = months;
  const on = addition ? correctionDay(month) : listDay(month);
  const columns = [...LIST_COLUMNS.targets.required, ...LIST_COLUMNS.targets.optional];
  const apart = month === FOLLOW_UP_APART;
  const rows = lives.map(({ woman, listing }) => {
    const right = targetCells(woman, listing, on);
    const cells = addition ? right : spoiled(right, woman, listing.fault);
    return columns.map((column) => (apart && column === '要フォロー' ? '' : cells[column]));
  });
  const stem = `taisho-${month}${addition ? '-teisei' : ''}`;
  return post({
    seed,
    kind: 'targets',
    months,
    on,
    stem,
    columns,
    rows,
    lives,
    addition,
    age: month === BY_AGE,
  });
}

function followUpPost(seed: number, months: readonly YearMonth[], lives: readonly Life[]): WardPost {
  const [month = SENT_TWICE as YearMonth] = months;
  const rows = lives.map(({ woman, listing }) => [
    woman.number,
    woman.kana,
    formatEraDate(woman.birthDate),
    listing.followUpReason ?? '区の判断による',
  ]);
  const columns = LIST_COLUMNS['follow-up'].required;
  return post({
    seed,
    kind: 'follow-up',
    months,
    on: listDay(month),
    stem: `follow-${month}`,
    columns,
    rows,
    lives,
  });
}

type Written = Pick<WardPost, 'kind' | 'months' | 'on' | 'lives'> & {
  readonly seed: number;
  readonly stem: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly told?: readonly ChangeTold[];
  readonly addition?: boolean;
  readonly age?: boolean;
};

function post({
  seed,
  stem,
  columns,
  rows,
  age = false,
  addition = false,
  told = [],
  ...head
}: Written): WardPost {
  const encoding: ListEncoding = age ? 'utf-8' : 'cp932';
  const text = encodeList({ columns, rows, encoding });
  if (!text.ok) throw new Error(`${stem}: a character that ${encoding} does not have`);
  const kind = age ? 'age' : 'zip-aes256';
  const { on } = head;
  const password = `Mihon-${stem}-No-Password`;
  return {
    ...head,
    addition,
    told,
    again: false,
    fileName: `${stem}.${age ? 'age' : 'zip'}`,
    bytes: lockSeeded(text.value, { kind, name: `${stem}.csv`, password, on, seed }),
    password,
    handOver: {
      method: 'in-person',
      medium: 'CD-R',
      from: '区 健康づくり課',
      to: '見守り訪問事務局',
      at: `${on}T09:30`,
      rows: rows.length,
      asOf: on,
    },
  };
}
