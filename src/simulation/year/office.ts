import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { RecordedFact } from '../../domain/facts.ts';

/** Somebody who acts on days of the year at a time of the day, and hears what the others did. */
export type Office = {
  readonly name: string;
  /** HH:MM at which it acts; offices act in the order of the list, which is the order of their times. */
  readonly time: string;
  readonly open: (day: CivilDate) => boolean;
  readonly work: () => Promise<void>;
  readonly hear?: (fact: RecordedFact) => void;
};
