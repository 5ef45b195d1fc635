import { existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { ClusterHome } from './cluster-home.ts';
import { giveTo } from './cluster-home.ts';
import { isAlive, markOf } from './process-mark.ts';

let entries = 0;

/** Enters this process in the list of those who use the cluster; gives the call that strikes it off again. */
export function enterUser(home: ClusterHome): () => void {
  const list = listOf(home);
  mkdirSync(list, { recursive: true, mode: 0o755 });
  giveTo(home.account, list);
  const entry = join(list, `${markOf(process.pid)}.${++entries}`);
  writeFileSync(entry, '', { mode: 0o644 });
  return () => rmSync(entry, { force: true });
}

/** How many living users the list has. Those who died without a word are struck off on this occasion. */
export function countUsers(home: ClusterHome): number {
  const list = listOf(home);
  if (!existsSync(list)) return 0;
  const [living, dead] = [new Set<string>(), new Set<string>()];
  for (const entry of readdirSync(list)) (isAlive(entry.split('.')[0] ?? '') ? living : dead).add(entry);
  for (const entry of dead) rmSync(join(list, entry), { force: true });
  return living.size;
}

function listOf(home: ClusterHome): string {
  return join(home.dir, 'users');
}
