import type { CivilDate } from '../basics/civil-date.ts';
import type { ListId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import { programmeDaysSince } from '../calendar/programme-days.ts';
import type { ListState } from '../intake/list.ts';
import type { Rules } from '../rules.ts';
import type { Word } from './batch.ts';

export type FreshWordRefusal =
  | RefusalOf<'word-not-fit', { list: ListId }>
  | RefusalOf<'word-too-old', { asOf: CivilDate; days: number; most: number }>;

/** A list that can be the ward's fresh word: its changes, worked in, or its statement that nothing changed. */
export function wordOfList(
  list: ListState,
  id: ListId,
  today: CivilDate,
  rules: Rules,
): Word | FreshWordRefusal {
  const { received } = list;
  const fit =
    received &&
    !list.discarded &&
    (received.kind === 'no-change' || (received.kind === 'changes' && list.committed));
  if (!fit || received.asOf > today) return { refused: 'word-not-fit', list: id };
  const word = { against: id, asOf: received.asOf };
  return tooOld(word, today, rules) ?? word;
}

/** Nothing is fixed on a word older than 3 programme days (design 4). A batch without a word has a manager's reason. */
export function tooOld(word: Word, today: CivilDate, rules: Rules): FreshWordRefusal | undefined {
  if (!word.asOf) return undefined;
  const most = rules.mailing.freshWord.maxAge;
  const days = programmeDaysSince(word.asOf, today, rules.mailing.calendar);
  return days > most ? { refused: 'word-too-old', asOf: word.asOf, days, most } : undefined;
}
