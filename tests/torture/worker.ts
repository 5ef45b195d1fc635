import { writeSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { date } from '../../src/domain/basics/civil-date.ts';
import { instantAt } from '../../src/domain/basics/instant.ts';
import { backupPlace } from '../../src/place/backup.ts';
import { erasePersons } from '../../src/place/erasure.ts';
import type { BatchId } from '../../src/domain/basics/ids.ts';
import { openPlace } from '../../src/place/open-place.ts';
import type { Place } from '../../src/place/place.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { billMonths, enterVisits, readPlan } from './closing-office.ts';
import { workOnBatch } from './mailing-room.ts';
import { openCases, openingOf, someWoman } from '../support/women.ts';

// node worker.ts MODE DATA [DIR SECOND MANAGER SUPERVISOR]: works until it is killed and says on its output what it
// began and what was acknowledged, one line each. `jobs` goes on with what was begun, such as a list; `open` opens cases, one or three at a time; `keep` makes generations
// and erases; `close` (DATA MONTH MANAGER) closes a month; `visits` and `bill` (DATA PLAN) enter visits, and close and bill months;
// `mail` (DATA BATCH CLERK MANAGER) prints and posts a batch. A command whose connection was lost is given again under the same key until there is an answer.

const [, , mode = '', data = '', dir = '', second = '', manager = '', supervisor = ''] = process.argv;
/** The longest pause of a lane between two commands, in milliseconds: about as long as a command takes. */
const BREATH = 20;
/** The day on which the process works, where it is not the first of May. */
const DAYS: Readonly<Record<string, string>> = {
  close: '2026-06-05',
  visits: '2027-03-15',
  bill: '2027-03-15',
};
const opened = await openPlace(data, chiyodaVisit, {
  now: () => instantAt(date(DAYS[mode] ?? '2026-05-01'), '10:00'),
  ids: randomIds(),
  ...(mode === 'jobs' ? { jobProgress: (done: number) => say(`chunk ${done}`) } : {}),
});
if (!opened.ok) throw new Error(`The place does not open: ${opened.error.type}`);
const place = opened.value;
say('ready');
if (mode === 'jobs') say('finished');
else if (mode === 'mail') {
  const [batch, clerk, room] = [dir as BatchId, second, manager];
  await workOnBatch(place, batch, { clerk, manager: room }, say);
} else if (mode === 'close') await closeMonth(place, dir, second);
else if (mode === 'visits') await enterVisits(place, readPlan(dir), say);
else if (mode === 'bill') await billMonths(place, readPlan(dir), say);
else if (mode === 'open') await Promise.all([1, 3, 1, 3].map((size) => openForever(place, size)));
else await keepForever(place);

async function closeMonth(at: Place, month: string, actor: string): Promise<void> {
  say('begin closing');
  const done = await at.execute([{ row: 'month.close', input: { month } }], { actor });
  say(done.ok ? 'closed' : `error ${done.error.refused}`);
}

async function openForever(at: Place, size: number): Promise<void> {
  for (;;) {
    const women = Array.from({ length: size }, someWoman);
    const names = women.map((woman) => woman.case).join(',');
    say(`begin ${names}`);
    for (;;) {
      const done = await at.execute(
        women.map((woman) => openingOf(woman)),
        { actor: 'system:intake', key: women[0]?.case ?? '' },
      );
      if (done.ok) break;
      say(`error ${done.error.refused}`);
      if (done.error.refused !== 'connection-lost') return;
      await sleep(20);
    }
    say(`done ${names}`);
    // A breath: without it four lanes take the whole machine from whoever checks them, and kills hit no more often.
    await sleep(Math.random() * BREATH);
  }
}

async function keepForever(at: Place): Promise<void> {
  for (;;) {
    const [gone, stays] = await openCases(at, 2);
    if (!gone || !stays) return;
    say(`done ${stays.case}`);
    const made = await backupPlace(at, { dir, second });
    say(made.ok ? `generation ${made.value.generation}` : `error ${made.error.type}`);
    say(`begin-erasing ${gone.case}`);
    const erased = await erasePersons(
      at,
      { cases: [gone.case], ref: 'WARD-1', witnesses: [] },
      { actor: manager, second: supervisor },
    );
    if (erased.ok) say(`erased ${gone.case}`);
    else say(`error ${erased.error.type}`);
  }
}

function say(line: string): void {
  writeSync(1, `${line}\n`);
}
