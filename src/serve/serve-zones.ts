import { access } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServeWish } from '../cli/doors.ts';
import { err, ok, type Result } from '../domain/basics/result.ts';
import { OUTSIDE_CONFIG } from '../exchange/outside/outside-config.ts';
import { chooseProgramme } from '../place/choose-programme.ts';
import { foldersOf } from '../place/folders.ts';
import { programmes } from '../programmes/all.ts';
import type { Machine } from './both/machine.ts';
import { OUTSIDE_MEMORY } from './outside-memory.ts';
import type { NotServed } from './serve-inside.ts';
import { supervise, type Addresses, type ZoneWish } from './supervise.ts';
import { zoneEnvironment } from './zone-environment.ts';
import { startZone } from './zone-process.ts';

/** The start files of both processes. */
export type ZoneStarts = { readonly inside: string; readonly outside: string };

/**
 * Runs one process for each zone wished, each with an environment of its own. The inside comes first: it starts the
 * database server, and makes the outside of a place that has none yet.
 */
export async function serveZones(
  wish: ServeWish,
  starts: ZoneStarts,
  env: Readonly<Record<string, string | undefined>>,
  machine: Machine,
  ready: (addresses: Addresses) => void,
): Promise<Result<'stopped', NotServed>> {
  const chosen = await chooseProgramme(wish.dataDir, wish.programme, programmes);
  if (!chosen.ok) return chosen;
  const { outside } = foldersOf(wish.dataDir, chosen.value.id);
  const inside: ZoneWish = {
    name: 'inside',
    start: () =>
      startZone([starts.inside, ...insideWords(wish, chosen.value.id)], zoneEnvironment('inside', env)),
  };
  const portal: ZoneWish = {
    name: 'outside',
    start: () =>
      startZone([...OUTSIDE_MEMORY.words, starts.outside, outside, ...outsideWords(wish)], {
        ...zoneEnvironment('outside', env),
        ...OUTSIDE_MEMORY.environment,
      }),
  };
  if (wish.zone === 'outside' && !(await isThere(join(outside, OUTSIDE_CONFIG)))) {
    return err({
      sentence: `${outside} に外側の設定がありません。先に内側(--zone all または inside)を一度動かしてください。`,
    });
  }
  const begun = await supervise(wish.zone === 'all' ? [inside, portal] : [portal], machine, ready);
  return begun ? ok('stopped') : err({ sentence: '動かせなかったものがあるため、すべて止めました。' });
}

/** The words that start the inside alone. */
function insideWords(
  { dataDir, deskPort, courier, portal }: ServeWish,
  programme: string,
): readonly string[] {
  return [
    'serve',
    ...option('zone', 'inside'),
    ...option('data', dataDir),
    ...option('programme', programme),
    ...option('desk-port', deskPort),
    ...option('courier', courier),
    ...option('courier-port', portal.courierPort),
  ];
}

function outsideWords({ portal }: ServeWish): readonly string[] {
  return [
    ...option('portal-port', portal.port),
    ...option('courier-port', portal.courierPort),
    ...option('host', portal.host),
    ...option('origin', portal.origin),
    ...option('tls-cert', portal.tlsCert),
    ...option('tls-key', portal.tlsKey),
  ];
}

function option(name: string, value: string | number | undefined): readonly string[] {
  return value === undefined ? [] : [`--${name}`, String(value)];
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
