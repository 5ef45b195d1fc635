import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { ListId } from '../domain/basics/ids.ts';
import type { Stage } from '../domain/decision.ts';
import type { KeyRing } from '../security/programme-key.ts';
import { seal, unseal } from '../security/sealing.ts';
import type { Reader, Statement, Writer } from './connection.ts';
import { findListKey, newListKey } from './list-keys.ts';
import { bytes, whole } from './row.ts';

const ADD: Statement = {
  name: 'staged-add',
  text: 'insert into staged_row (list, part, sealed) select $1, * from unnest($2::int[], $3::bytea[])',
};
const FIND: Statement = {
  name: 'staged-find',
  text: 'select part, sealed from staged_row where list = $1 and part >= $2 and part < $3 order by part',
};

const PARTS_AT_A_TIME = 25;

/**
 * Seals parts of lists under their list keys and writes them down. Each part is packed first and bound to its list
 * and number; a list that has no key yet gets one here.
 */
export async function stageParts(writer: Writer, ring: KeyRing, stages: readonly Stage[]): Promise<void> {
  for (const { list, parts } of stages) {
    const key = (await findListKey(writer, ring, list)) ?? (await newListKey(writer, ring, list));
    for (let from = 0; from < parts.length; from += PARTS_AT_A_TIME) {
      const some = parts.slice(from, from + PARTS_AT_A_TIME);
      await writer.rows(ADD, [
        list,
        some.map(({ part }) => part),
        some.map(({ part, text }) => seal(key, deflateRawSync(text, { level: 1 }), boundTo(list, part))),
      ]);
    }
  }
}

/** The parts of a list from `from` up to `to`, opened, in order. None once the key was destroyed. */
export async function readStaged(
  reader: Reader,
  ring: KeyRing,
  list: ListId,
  range: { readonly from: number; readonly to: number },
): Promise<readonly { readonly part: number; readonly text: string }[]> {
  const key = await findListKey(reader, ring, list);
  if (!key) return [];
  const rows = await reader.rows(FIND, [list, range.from, range.to]);
  return rows.map((row) => {
    const part = whole(row, 'part');
    const plain = inflateRawSync(unseal(key, bytes(row, 'sealed'), boundTo(list, part)));
    return { part, text: plain.toString('utf8') };
  });
}

function boundTo(list: ListId, part: number): string {
  return `staged|${list}|${part}`;
}
