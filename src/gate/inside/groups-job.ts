import type { CaseId, ListId } from '../../domain/basics/ids.ts';
import { drawGroups } from '../../domain/members/draw-groups.ts';
import { subjectOf } from '../../domain/rules-of.ts';
import { ask } from '../ask.ts';
import type { GateParts } from '../gate.ts';
import { CHUNK, type JobKind } from '../job.ts';
import type { ShownDraw } from './member-questions.ts';

/**
 * Writes down the groups of a list, 250 persons a transaction. What is drawn follows from the persons of the list, the
 * seed and the rules, none of which changes any more: whoever begins again writes the same.
 */
export const groupsJob: JobKind = {
  kind: 'groups',
  actor: 'system:groups',
  chunk: async (parts, input, after) => {
    const { version, drawn } = await drawnGroups(parts, input as ListId);
    const from = after === '' ? 0 : Number(after);
    const some = drawn.slice(from, from + CHUNK);
    if (some.length === 0) return undefined;
    return {
      calls: some.map(({ case: id, group }) => ({
        call: { row: 'case.group', input: { case: id, list: input, version, group } },
        counts: 'grouped',
        label: id,
      })),
      nextKey: String(from + some.length),
      done: some.length,
    };
  },
  close: (input, { counts, refused }) => [
    {
      row: 'groups.close',
      input: { list: input, grouped: counts['grouped'] ?? 0, refused: refused.length },
    },
  ],
};

type Drawn = {
  readonly list: ListId;
  readonly version: string;
  readonly drawn: readonly { readonly case: CaseId; readonly group: string }[];
};

/** The draw of the list that a place works on: made once for its two hundred chunks. */
const lastDrawn = new WeakMap<GateParts, Drawn>();

async function drawnGroups(parts: GateParts, list: ListId): Promise<Drawn> {
  const before = lastDrawn.get(parts);
  if (before?.list === list) return before;
  const answer = await ask(parts, 'groups.members', { list }, { actor: 'system:groups' });
  if (!answer.ok) throw new Error(`The job may not see whom it groups: ${answer.error.refused}`);
  const { draw, members } = answer.value as ShownDraw;
  const { groups } = subjectOf(parts.rules, 'members');
  if (!draw) throw new Error('The draw of a running job is not there');
  if (draw.version !== groups.version) {
    throw new Error(`The groups were ordered by the rules ${draw.version}, which are not in force any more`);
  }
  const byCase = drawGroups(members, draw.seed, groups);
  const drawn = members.flatMap(({ case: id }) => {
    const group = byCase.get(id);
    return group === undefined ? [] : [{ case: id, group }];
  });
  const made: Drawn = { list, version: draw.version, drawn };
  lastDrawn.set(parts, made);
  return made;
}
