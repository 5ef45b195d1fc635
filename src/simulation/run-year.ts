import { mkdir, writeFile } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import type { Doors, PlaceDoor } from '../cli/doors.ts';
import { addDays, type CivilDate } from '../domain/basics/civil-date.ts';
import type { TakenIn } from '../exchange/intake/intake.ts';
import { err, ok, type Result } from '../domain/basics/result.ts';
import type { RecordedFact } from '../domain/facts.ts';
import { beginYear, endYear, writeLettersToTry } from './year-folder.ts';
import { lettersToTry, printedCodes } from './letters-to-try.ts';
import { livesOf } from './lives.ts';
import { openToPortal } from './open-to-portal.ts';
import type { Book } from './year/book.ts';
import type { Clock } from './year/clock.ts';
import { handsOf, Surprise } from './year/hands.ts';
import type { Papers } from './year/papers.ts';
import { firstPeople, STAFF } from './year/staff.ts';
import { summaryOf, type YearSummary } from './year/summary.ts';
import { liveYear } from './year/year.ts';

/** What is to be lived, and where it is left. */
export type SimulationWish = {
  readonly programme: string;
  readonly year: number;
  readonly people: number;
  readonly seed: number;
  readonly out: string;
  /** Where the place lies; without it below `out`, as `data`. */
  readonly data?: string;
  readonly secondPlace?: string;
  /** How many threads set letters and papers: it changes no byte. */
  readonly workers?: number;
  /** The last day that is lived; without it two years after the contract. */
  readonly until?: CivilDate;
  /** Leaves the portal seats to give, and three letters in a file with which somebody may try it. */
  readonly toTry?: boolean;
};

/** What a simulation stands on: doors whose clock, ids and secrets come from the wish, and what hears their facts. */
export type Simulation = { readonly doors: Doors; readonly clock: Clock; readonly book: Book };

export type NotLived = { readonly type: string; readonly sentence: string };

/** Lives a year in a fresh folder: the place below `data`, the ward's lists, the papers, the journal and a summary. */
export async function runYear(
  { doors, clock, book }: Simulation,
  wish: SimulationWish,
  seen: {
    readonly progress: (day: CivilDate, done: number, total: number) => void;
    /** Hears what became of each list of the ward. */
    readonly list?: (taken: TakenIn) => void;
  },
): Promise<Result<YearSummary, NotLived>> {
  const { out, seed } = wish;
  await beginYear(out);
  const made = await doors.init({
    dataDir: wish.data ?? join(out, 'data'),
    ...(wish.secondPlace === undefined ? {} : { secondPlace: wish.secondPlace }),
    programme: wish.programme,
    tryout: true,
    people: firstPeople(),
  });
  if (!made.ok) return err(made.error);
  const place = made.value;
  try {
    const hands = handsOf(place, clock, book, seed);
    const papers = papersIn(out);
    const lives = livesOf({ people: wish.people, seed });
    const codes = printedCodes();
    const { breaches, people } = await liveYear(hands, papers, {
      lives,
      seed,
      workers: wish.workers ?? Math.max(1, availableParallelism() - 1),
      progress: seen.progress,
      list: seen.list,
      printed: codes.hear,
      ...(wish.until ? { until: wish.until } : {}),
      // Whoever tries it finds the work of some days on her screen.
      ...(wish.toTry && wish.until ? { deskRestsFrom: addDays(wish.until, -5) } : {}),
    });
    const until = clock.today();
    if (wish.toTry) {
      await openToPortal(hands);
      const day = { now: clock.now(), today: clock.today(), rules: hands.rules };
      await writeLettersToTry(out, lettersToTry(book.cases(), people, codes, day));
    }
    const facts = await exportJournal(place, join(out, 'journal.ndjson'));
    const { programme, year } = wish;
    const summary = summaryOf({ programme, year, people: wish.people, seed, until }, facts, {
      toldNo: hands.toldNo,
      files: papers.written(),
      breaches,
      proven: (await place.verify()).ok,
    });
    await writeFile(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
    await place.standStill();
    await endYear(out);
    return ok(summary);
  } catch (error) {
    if (!(error instanceof Surprise)) throw error;
    return err({ type: 'surprise', sentence: error.message });
  } finally {
    await place.close();
  }
}

function papersIn(out: string): Papers {
  const written: string[] = [];
  return {
    write: async (path, bytes) => {
      const file = join(out, path);
      await mkdir(dirname(file), { recursive: true, mode: 0o700 });
      await writeFile(file, bytes, { mode: 0o600 });
      written.push(path);
    },
    written: () => written,
  };
}

async function exportJournal(place: PlaceDoor, file: string): Promise<readonly RecordedFact[]> {
  const lines: string[] = [];
  const done = await place.exportJournal({ actor: STAFF.manager }, { statistics: false }, async (line) => {
    lines.push(line);
  });
  if (!done.ok) throw new Error(`The journal was not exported: ${done.error.refused}`);
  await writeFile(file, `${lines.join('\n')}\n`, { mode: 0o600 });
  return lines.map((line): RecordedFact => JSON.parse(line));
}
