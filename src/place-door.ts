import { resolve } from 'node:path';
import type { CourierWay, PlaceDoor, Problem } from './cli/doors.ts';
import type { CaseId } from './domain/basics/ids.ts';
import { err, ok } from './domain/basics/result.ts';
import { anchorNow, sealPlace, verifyPlace } from './place/anchors.ts';
import { backupPlace } from './place/backup.ts';
import { erasePersons, resumeErasures } from './place/erasure.ts';
import { standStill } from './place/place-clock.ts';
import { noteWhereKeysAre } from './place/where-keys-are.ts';
import { backupSentence, erasureSentence } from './place/task-words.ts';
import type { Place } from './place/place.ts';
import { resetPassword } from './place/reset-password.ts';
import { courierRound } from './place/courier-round.ts';
import { exportJournal } from './store/export-journal.ts';
import { checkProjections, refillProjections } from './store/rebuild.ts';

/** A place as the command line sees it. Every command that may have written ends with a fresh anchor. */
export function placeDoor(place: Place): PlaceDoor {
  const { parts } = place;
  return {
    programme: place.programme,
    tryout: place.card.tryout,
    where: place.folders.root,
    parts,
    execute: place.execute,
    ask: place.ask,
    exportJournal: async (by, options, write) => {
      const allowed = await place.ask('journal.export', options, by);
      if (!allowed.ok) return allowed;
      await sealPlace(place);
      return ok(await exportJournal(place.database.reader, options, write));
    },
    verify: async () => {
      await sealPlace(place);
      const { ok: sound, ...found } = await verifyPlace(place);
      return { ok: sound, ...found };
    },
    rebuild: async ({ check }) => {
      if (!check) await refillProjections(place.database, parts.projections, parts.rules);
      const found = await checkProjections(place.database, parts.projections, parts.rules);
      return { ok: found.differences.length === 0, ...found };
    },
    backup: async (by, [dir = '', second], progress) => {
      const wish = { dir, ...(second === undefined ? {} : { second }) };
      const made = await backupPlace(place, wish, by, (done, total) => progress('控え', done, total));
      if (!made.ok) return err(problem(made.error.type, backupSentence(made.error)));
      await noteWhereKeysAre(dir, place.card.secondPlace);
      return made;
    },
    erase: async (by, order, progress) => {
      progress('消去', 0, 1);
      const witnesses = [by.actor, by.second ?? by.actor];
      const done = order
        ? await erasePersons(place, { cases: order.cases as CaseId[], ref: order.ref, witnesses }, by)
        : await resumeErasures(place);
      if (!done.ok) return err(problem(done.error.type, erasureSentence(done.error)));
      return done;
    },
    resetPassword: (by, wish) => resetPassword(place, by, wish),
    standStill: () => standStill(place.folders.card, parts.now()),
    courier: (way) => goCourier(place, way),
    close: async () => {
      await anchorNow(place);
      await place.close();
    },
  };
}

async function goCourier(place: Place, way: CourierWay): ReturnType<PlaceDoor['courier']> {
  const done =
    way.way === 'line'
      ? await courierRound(place, { way: 'https', ...addressOf(way.url) })
      : await courierRound(
          place,
          { way: 'medium', dir: resolve(way.dir) },
          way.way === 'export' ? { only: 'out', always: true } : { only: 'in' },
        );
  if (done.ok) return done;
  return err(done.error.type === 'no-outside' ? problem('no-outside', NO_OUTSIDE) : done.error);
}

function addressOf(url: string | undefined): { readonly host?: string; readonly port?: number } {
  if (url === undefined) return {};
  const { hostname, port } = new URL(url);
  return { host: hostname, port: Number(port || 443) };
}

const NO_OUTSIDE =
  'この事業には外側(申込ページ)の設定がありません。--courier https://HOST:PORT で場所を指定するか、外側を用意してください。';

function problem(type: string, sentence: string): Problem {
  return { type, sentence };
}
