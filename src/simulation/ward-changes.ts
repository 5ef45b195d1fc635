import { addDays, type CivilDate } from '../domain/basics/civil-date.ts';
import { formatEraDate } from '../domain/calendar/japanese-date.ts';
import { changeKindByWord } from '../domain/intake/change-kinds.ts';
import { LIST_COLUMNS } from '../exchange/intake/list-columns.ts';
import type { Life, WardChange } from './life.ts';

/** One row of a changes list, and what it tells of whom. */
export type ChangeTold = {
  readonly life: Life;
  readonly change: WardChange;
  /** The row stands there again, set right, after the ward was asked. */
  readonly again: boolean;
};

/** A row under a wrong reading comes again, set right, so many days after it was first known. */
export const SET_RIGHT_AFTER = 7;

/** What the ward learned after one day and up to another, in the order in which it did. Both list days. */
export function changesBetween(
  lives: readonly Life[],
  after: CivilDate,
  upTo: CivilDate,
): readonly ChangeTold[] {
  const told = lives.flatMap((life) =>
    life.changes.flatMap((change) => {
      const first = { life, change, again: false, on: change.known };
      const right = { life, change, again: true, on: addDays(change.known, SET_RIGHT_AFTER) };
      return change.mistaken === 'kana' ? [first, right] : [first];
    }),
  );
  return told
    .filter(({ on }) => after < on && on <= upTo)
    .toSorted((a, b) => (a.on === b.on ? (a.life.id < b.life.id ? -1 : 1) : a.on < b.on ? -1 : 1))
    .map(({ life, change, again }) => ({ life, change, again }));
}

/** The cells of such a row, in the order of the columns. */
export function changeRow({ life, change, again }: ChangeTold): readonly string[] {
  const kana = kanaOn(life, change.known);
  const cells: Readonly<Record<(typeof LIST_COLUMNS.changes.required)[number], string>> = {
    整理番号: life.woman.number,
    // The neighbour in the register: the reading of another family.
    氏名カナ: change.mistaken === 'kana' && !again ? kana.replace(/^\S+/, 'ミホンガワ') : kana,
    生年月日: formatEraDate(life.woman.birthDate),
    異動種別: WORDS.get(change.kind) ?? '',
    異動日: formatEraDate(change.on),
    新氏名: change.name ?? '',
    新氏名カナ: change.kana ?? '',
    新郵便番号: change.home?.postcode ?? '',
    新住所: change.home?.address ?? '',
    新方書: change.home?.building ?? '',
    新予定日: change.due ? formatEraDate(change.due) : '',
  };
  return LIST_COLUMNS.changes.required.map((column) => cells[column]);
}

/** Once a change of name has been told, she is known by the new reading. */
function kanaOn(life: Life, day: CivilDate): string {
  const renamed = life.changes.findLast(({ kana, known }) => kana !== undefined && known < day);
  return renamed?.kana ?? life.woman.kana;
}

/** The first word of each kind is the ward's own; 死産 and 流産 are other words for 死産等. */
const WORDS = new Map([...changeKindByWord].toReversed().map(([word, kind]) => [kind, word]));
