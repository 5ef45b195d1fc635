import { writeSync } from 'node:fs';
import { date } from '../../src/domain/basics/civil-date.ts';
import { instantAt } from '../../src/domain/basics/instant.ts';
import { runRound } from '../../src/exchange/courier/run-round.ts';
import { courierParts, openLine } from '../../src/place/courier.ts';
import { openPlace } from '../../src/place/open-place.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import { randomIds } from '../../src/security/random-ids.ts';

// node courier-worker.ts DATA SOCKET SERVER-PORT LINE-PORT DAY STEP COUNT: goes rounds of the courier until the given
// step was taken so many times, and is killed there and then by itself; without such a step it goes on until it is killed.

const [, , data = '', socket = '', serverPort = '', linePort = '', day = '', step = '', count = '1'] =
  process.argv;
const opened = await openPlace(data, chiyodaVisit, {
  now: () => instantAt(date(day), '10:00'),
  ids: randomIds(),
  server: {
    connection: (database, user, password) => ({
      host: socket,
      port: Number(serverPort),
      database,
      user,
      password,
    }),
    admin: () => {
      throw new Error('A worker makes no database');
    },
    release: () => Promise.resolve(),
  },
});
if (!opened.ok) throw new Error(`The place does not open: ${opened.error.type}`);
const line = await openLine(opened.value, { way: 'https', host: '127.0.0.1', port: Number(linePort) });
if (!line.ok) throw new Error('The place knows no outside');
let left = Number(count);
const parts = await courierParts(opened.value, line.value);
writeSync(1, 'ready\n');
for (;;) {
  const done = await runRound({
    ...parts,
    step: (name) => {
      if (name !== step) return;
      left -= 1;
      if (left === 0) process.kill(process.pid, 'SIGKILL');
    },
  });
  writeSync(1, done.ok ? 'round\n' : `error ${JSON.stringify(done.error)}\n`);
}
