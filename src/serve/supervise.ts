import { epochOf } from '../domain/basics/instant.ts';
import type { Machine } from './both/machine.ts';
import type { ZoneProcess } from './zone-process.ts';

export type ZoneWish = { readonly name: 'inside' | 'outside'; readonly start: () => ZoneProcess };

/** Where the zones answer, by name. */
export type Addresses = Readonly<Record<string, string>>;

/** A process that says so cannot begin as it was asked to; beginning again would change nothing. */
const WRONG = 2;
const FIRST_PAUSE = 500;
const LONGEST_PAUSE = 30_000;
/** Whoever lived so long did not die of its beginning. */
const LIVED = 60_000;
const FIRST_WORD = 30_000;
const LAST_WORD = 20_000;

/**
 * Keeps the processes of the zones running, in the order given, until we are told to stop: one that dies is begun again
 * after a pause that grows. `ready` hears once where they answer, when all do. At the end they are told to stop one after the other, the last one first. False: one of
 * them could not begin at all.
 */
export async function supervise(
  zones: readonly ZoneWish[],
  machine: Machine,
  ready: (addresses: Addresses) => void,
): Promise<boolean> {
  const running = new Map<string, ZoneProcess>();
  const addresses = new Map<string, Addresses>();
  const gaveUp = Promise.withResolvers<'wrong'>();
  let over = false;
  const ending = () => over || machine.stopped.aborted;
  const begin = ({ name, start }: ZoneWish): ZoneProcess => {
    const child = start();
    running.set(name, child);
    void hear(name, child);
    return child;
  };
  const hear = async (name: string, child: ZoneProcess): Promise<void> => {
    const said = await child.ready;
    if (!said || addresses.has(name)) return;
    addresses.set(name, said);
    if (addresses.size === zones.length) ready(Object.assign({}, ...addresses.values()));
  };
  const keep = async (zone: ZoneWish, first: ZoneProcess): Promise<void> => {
    let child = first;
    for (let wait = FIRST_PAUSE; ; wait = Math.min(wait * 2, LONGEST_PAUSE)) {
      const since = machine.now();
      const code = await child.ended;
      if (ending()) return;
      if (code === WRONG) return gaveUp.resolve('wrong');
      machine.log({ zone: zone.name, what: 'ended', failed: `code-${code}` });
      if (epochOf(machine.now()) - epochOf(since) > LIVED) wait = FIRST_PAUSE;
      await machine.pause(wait);
      if (ending()) return;
      child = begin(zone);
      machine.log({ zone: zone.name, what: 'begun-again' });
    }
  };
  for (const zone of zones) {
    const child = begin(zone);
    void keep(zone, child);
    await Promise.race([child.ready, machine.patience(FIRST_WORD), untilStopped(machine.stopped)]);
    if (machine.stopped.aborted) break;
  }
  const end = await Promise.race([gaveUp.promise, untilStopped(machine.stopped)]);
  over = true;
  for (const { name } of zones.toReversed()) {
    const child = running.get(name);
    if (child) await endProcess(child, machine);
  }
  return end === 'stopped';
}

async function endProcess(child: ZoneProcess, machine: Machine): Promise<void> {
  child.kill('SIGTERM');
  const late = machine.patience(LAST_WORD).then(() => 'late' as const);
  if ((await Promise.race([child.ended, late])) === 'late') child.kill('SIGKILL');
  await child.ended;
}

function untilStopped(stopped: AbortSignal): Promise<'stopped'> {
  if (stopped.aborted) return Promise.resolve('stopped');
  return new Promise((resolve) => {
    stopped.addEventListener('abort', () => resolve('stopped'), { once: true });
  });
}
