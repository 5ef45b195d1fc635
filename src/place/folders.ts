import { join } from 'node:path';

/** Where everything of one programme lies below the data directory: zones and keys apart (design 6). */
export type Folders = {
  readonly root: string;
  readonly inside: string;
  readonly outside: string;
  readonly keys: string;
  /** Facts about the place that are no secret: programme, try-out mark, where the second place is. */
  readonly card: string;
  readonly anchors: string;
  /** Wrapped keys of the current epoch and the register of erasures, never beside a generation. */
  readonly mirror: string;
  /** Certificates of erasure. */
  readonly certificates: string;
  /** Says why this place cannot be used; a restore that was broken off leaves it behind. */
  readonly unusable: string;
  readonly cluster: string;
};

export function foldersOf(dataDir: string, programme: string): Folders {
  const root = join(dataDir, programme);
  return {
    root,
    inside: join(root, 'inside'),
    outside: join(root, 'outside'),
    keys: join(root, 'keys'),
    card: join(root, 'place.json'),
    mirror: join(root, 'key-mirror'),
    certificates: join(root, 'inside', 'certificates'),
    unusable: join(root, 'UNUSABLE.json'),
    anchors: join(root, 'outside', 'anchors.ndjson'),
    cluster: join(dataDir, 'postgres'),
  };
}
