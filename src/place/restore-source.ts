import { access } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { err, ok, type Result } from '../domain/basics/result.ts';
import type { Programme } from '../programmes/programme.ts';
import { publicHalf } from '../security/signature.ts';
import { generationsIn, readManifest, type Manifest } from '../store/backup/generation.ts';
import { readKeyMirror, type KeyMirror } from '../store/backup/key-mirror.ts';
import { brokenFiles } from '../store/backup/prove-generation.ts';
import { MIRROR_FILE } from './change-epoch.ts';
import { readRegister, type RegisteredErasure } from './erasure-register.ts';
import { keyFolder, programmeKeyName } from './key-folder.ts';
import { PORTAL_PEPPER } from './portal-pepper.ts';

export type RestoreWish = {
  /** Folder of the generations, and which one; by default the newest. */
  readonly from: string;
  readonly generation?: string;
  /** Folder with the programme key, the backup key and the anchor key: the second place, or what was saved of the first. */
  readonly keys: string;
  /** Folder with the key mirror and the register of erasures; by default the one that belongs to `keys`. */
  readonly mirror?: string;
  /** An empty data directory. */
  readonly dataDir: string;
  readonly programmes: readonly Programme[];
  /**
   * Second place of the new place. Named with real data; a try-out place gets one in its data directory, never that of the
   * place it was made from, which may be living on.
   */
  readonly secondPlace?: string;
  readonly database?: string;
};

/** What a restore stands on, read and proved before anything is written. */
export type Source = {
  readonly from: string;
  readonly manifest: Manifest;
  readonly programme: Programme;
  readonly secrets: {
    readonly backupKey: Buffer;
    readonly anchorPem: string;
    readonly programmeKey: Buffer;
    /** Absent where letters were never printed with a link. */
    readonly pepper: Buffer | undefined;
  };
  readonly mirror: KeyMirror;
  readonly mirrorDir: string;
  readonly register: readonly RegisteredErasure[];
};

export type NoSource =
  | { readonly type: 'no-generation'; readonly dir: string }
  | { readonly type: 'unknown-programme'; readonly programme: string }
  | { readonly type: 'key-missing'; readonly name: string; readonly dir: string }
  | { readonly type: 'mirror-missing' | 'mirror-broken'; readonly dir: string }
  | { readonly type: 'generation-broken'; readonly files: readonly string[] };

/** Reads keys, manifest, mirror and register, and opens every file of the generation once. */
export async function readSource(wish: RestoreWish): Promise<Result<Source, NoSource>> {
  const from = resolve(wish.from);
  const keys = await keyFolder(wish.keys);
  const backupKey = await keys.read('backup-key');
  if (!backupKey) return err({ type: 'key-missing', name: 'backup-key', dir: wish.keys });
  const anchorPem = (await keys.read('anchor-key'))?.toString('utf8');
  if (!anchorPem) return err({ type: 'key-missing', name: 'anchor-key', dir: wish.keys });
  const generation = wish.generation ?? (await generationsIn(from)).at(-1);
  const manifest = generation && (await readManifest(from, generation, publicHalf(anchorPem)));
  if (!manifest) return err({ type: 'no-generation', dir: from });
  const programme = wish.programmes.find((one) => one.id === manifest.programme);
  if (!programme) return err({ type: 'unknown-programme', programme: manifest.programme });
  const mirrorDir = wish.mirror ?? (await mirrorOf(wish.keys));
  if (!mirrorDir) return err({ type: 'mirror-missing', dir: wish.keys });
  const mirror = await readKeyMirror(join(mirrorDir, MIRROR_FILE), backupKey).catch((error: Error) => {
    if ('syscall' in error) throw error;
    return undefined;
  });
  if (!mirror) return err({ type: 'mirror-broken', dir: mirrorDir });
  const name = programmeKeyName(mirror.epoch);
  const secret = await keys.read(name);
  if (!secret) return err({ type: 'key-missing', name, dir: wish.keys });
  const broken = await brokenFiles(from, manifest, backupKey);
  if (broken.length > 0) return err({ type: 'generation-broken', files: broken });
  return ok({
    from,
    manifest,
    programme,
    secrets: { backupKey, anchorPem, programmeKey: secret, pepper: await keys.read(PORTAL_PEPPER) },
    mirror,
    mirrorDir,
    register: await readRegister(mirrorDir),
  });
}

async function mirrorOf(keys: string): Promise<string | undefined> {
  for (const folder of [join(keys, 'key-mirror'), join(dirname(resolve(keys)), 'key-mirror')]) {
    if (await isThere(join(folder, MIRROR_FILE))) return folder;
  }
  return undefined;
}

export async function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
