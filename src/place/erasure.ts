import { err, ok, type Result } from '../domain/basics/result.ts';
import type { CaseId, ErasureId, ListId } from '../domain/basics/ids.ts';
import type { By } from '../gate/gate.ts';
import type { GateRefusal } from '../gate/refusal.ts';
import { livingLists } from '../store/list-keys.ts';
import { withPlaceLock } from '../store/place-lock.ts';
import { orderedErasures, type OrderedErasure } from '../store/questions/erasure.ts';
import { vaultSession } from '../store/vault/session.ts';
import { writeCertificate } from './certificate.ts';
import {
  changeEpoch,
  finishChange,
  isChangeUnfinished,
  mirrorFolders,
  type AfterStep,
  type SecondPlaceMissing,
} from './change-epoch.ts';
import { registerErasure } from './erasure-register.ts';
import type { LeftErasure } from './left-erasure.ts';
import type { Place } from './place.ts';

export type Erased = {
  readonly completed: readonly {
    readonly erasure: ErasureId;
    readonly persons: number;
    readonly epoch: number;
    /** Path of the certificate, and its SHA-256. */
    readonly certificate: string;
    readonly digest: string;
  }[];
  readonly left: readonly LeftErasure[];
};

export type EraseWish = {
  readonly cases: readonly CaseId[];
  /** The ward's consent (PII-12-2). */
  readonly ref: string;
  readonly witnesses: readonly string[];
};

export type NotErased =
  | { readonly type: 'nobody-there'; readonly cases: readonly CaseId[] }
  | { readonly type: 'refused'; readonly refusal: GateRefusal };

/**
 * Erases the persons of these cases in every copy (design 1, Erasure): order as a fact and rows and keys deleted in one
 * transaction, register, new epoch, certificate. What cannot be finished now is named and finished at the next start.
 */
export async function erasePersons(
  place: Place,
  wish: EraseWish,
  by: By,
  after: AfterStep = () => undefined,
): Promise<Result<Erased, NotErased>> {
  const done = await withPlaceLock(place.reader, true, async (): Promise<Result<Erased, NotErased>> => {
    // Another process may have changed the epoch since: under older keys nobody would be found.
    await place.ring.refresh();
    const vault = vaultSession(place.database.reader, place.ring.get());
    const found = await Promise.all(
      wish.cases.map(async (one) => ({ case: one, person: await vault.personOf(one) })),
    );
    const nobody = found.filter(({ person }) => person === undefined);
    if (nobody.length > 0 || found.length === 0) {
      return err({ type: 'nobody-there', cases: nobody.map((one) => one.case) });
    }
    const input = {
      erasure: place.parts.ids.fresh('erasure'),
      persons: found.flatMap(({ person }) => person ?? []),
      ref: wish.ref,
      witnesses: wish.witnesses,
      lists: await livingLists(place.database.reader),
    };
    const ordered = await place.execute([{ row: 'erasure.order', input }], by);
    if (!ordered.ok) return err({ type: 'refused', refusal: ordered.error });
    await after('ordered');
    return ok(await finishErasures(place, after));
  });
  if (!done) throw new Error('The lock of the place was not waited for');
  return done;
}

/** Finishes erasures that were interrupted, or says what is left and why. Called whenever a place is opened. */
export async function resumeErasures(
  place: Place,
  after: AfterStep = () => undefined,
): Promise<Result<Erased, never>> {
  const waiting = await orderedErasures(place.database.reader);
  if (waiting.length === 0 && !(await isChangeUnfinished(place))) return ok({ completed: [], left: [] });
  const done = await withPlaceLock(place.reader, false, () => finishErasures(place, after));
  return ok(done ?? { completed: [], left: waiting.map((one) => leave(one, 'somebody-else-is-at-it')) });
}

/** What a restore does again for every entry of the register that the restored journal does not know. */
export async function replayErasure(
  place: Place,
  entry: Parameters<typeof registerErasure>[1],
  lists: readonly ListId[],
): Promise<void> {
  const { erasure, persons, ref, witnesses } = entry;
  const done = await place.execute(
    [{ row: 'erasure.replay', input: { erasure, persons, ref, witnesses, lists } }],
    { actor: 'system:restore' },
  );
  if (!done.ok) throw new Error(`The erasure ${erasure} of the register was refused: ${done.error.refused}`);
}

/** Under the lock of the place. One change of epoch serves every erasure that was ordered before it. */
export async function finishErasures(place: Place, after: AfterStep = () => undefined): Promise<Erased> {
  await place.ring.refresh();
  if (await isChangeUnfinished(place)) {
    const finished = await finishChange(place, after);
    if (!finished.ok) return leaveAll(place, finished.error);
  }
  const waiting = await orderedErasures(place.database.reader);
  if (waiting.length === 0) return { completed: [], left: [] };
  for (const { erasure, order } of waiting) {
    await registerErasure(mirrorFolders(place), {
      erasure,
      persons: order.erased,
      ref: order.ref,
      witnesses: order.witnesses,
      at: order.at,
    });
  }
  await after('registered');
  // Whether an interrupted change began before or after an order is not written anywhere: a new one is certain.
  const changed = await changeEpoch(place, after);
  if (!changed.ok) return leaveAll(place, changed.error);
  const completed: Erased['completed'][number][] = [];
  for (const one of waiting) completed.push(await complete(place, one, changed.value));
  await after('completed');
  return { completed, left: [] };
}

async function complete(
  place: Place,
  { erasure, order }: OrderedErasure,
  epoch: number,
): Promise<Erased['completed'][number]> {
  const { path, digest } = await writeCertificate(place, { erasure, order, epoch });
  const done = await place.execute(
    [{ row: 'erasure.complete', input: { erasure, epoch, certificate: digest } }],
    { actor: 'system:erasure' },
  );
  if (!done.ok) throw new Error(`The erasure ${erasure} could not be completed: ${done.error.refused}`);
  return { erasure, persons: order.erased.length, epoch, certificate: path, digest };
}

async function leaveAll(place: Place, { type }: SecondPlaceMissing): Promise<Erased> {
  const waiting = await orderedErasures(place.database.reader);
  return { completed: [], left: waiting.map((one) => leave(one, type)) };
}

function leave({ erasure, order }: OrderedErasure, why: LeftErasure['why']): LeftErasure {
  return { erasure, orderedAt: order.at, why };
}
