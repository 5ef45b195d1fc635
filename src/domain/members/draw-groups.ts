import type { CaseId } from '../basics/ids.ts';
import { sha256 } from '../basics/sha256.ts';
import type { MemberOpening } from '../facts/case.ts';
import type { GroupRules, MessageGroup, Segment } from './member-rules.ts';

/** What a group is made from, and nothing else: no result can ever change it. */
export type Drawable = { readonly case: CaseId } & Pick<
  MemberOpening,
  'screening' | 'age' | 'sex' | 'history'
>;

/**
 * Draws the group of every person, at once and for good (SCR-A-5). Each segment is put in the order of the digests of
 * seed and case id, and cut by the shares; sizes are exact, a remainder goes to the groups that lost most by rounding.
 * The same persons, seed and rules give the same groups in whatever order the persons come.
 */
export function drawGroups(
  persons: readonly Drawable[],
  seed: string,
  rules: GroupRules,
): ReadonlyMap<CaseId, string> {
  const bySegment = new Map<Segment, CaseId[]>(rules.segments.map((segment) => [segment, []]));
  for (const person of persons) {
    const segment = segmentOf(person, rules);
    bySegment.get(segment)?.push(person.case);
  }
  const drawn = new Map<CaseId, string>();
  for (const [{ groups }, cases] of bySegment) {
    const order = cases.map((id) => ({ id, digest: sha256(`${seed}:${id}`) })).toSorted(byDigest);
    let from = 0;
    for (const { group, size } of sizesOf(groups, cases.length)) {
      for (const { id } of order.slice(from, from + size)) drawn.set(id, group);
      from += size;
    }
  }
  return drawn;
}

/** The first segment that fits. Rules whose last segment does not fit everybody are wrong. */
export function segmentOf(person: Omit<Drawable, 'case'>, { segments }: GroupRules): Segment {
  const found = segments.find(({ when }) => fits(person, when));
  if (!found) throw new Error('The last segment of the message groups must fit everybody');
  return found;
}

/** How many of a segment each of its groups gets, by largest remainder; of equal remainders the earlier group's counts. */
export function sizesOf(
  groups: readonly MessageGroup[],
  persons: number,
): readonly { readonly group: string; readonly size: number }[] {
  const whole = groups.reduce((sum, { share }) => sum + share, 0);
  const cuts = groups.map(({ group, share }, at) => {
    const least = Math.floor((persons * share) / whole);
    return { group, at, least, rest: (persons * share) % whole };
  });
  const left = persons - cuts.reduce((sum, { least }) => sum + least, 0);
  const lucky = new Set(
    cuts
      .toSorted((a, b) => b.rest - a.rest || a.at - b.at)
      .slice(0, left)
      .map(({ at }) => at),
  );
  return cuts.map(({ group, at, least }) => ({ group, size: least + (lucky.has(at) ? 1 : 0) }));
}

function fits(person: Omit<Drawable, 'case'>, { screening, ages, sex, history }: Segment['when']): boolean {
  if (screening !== undefined && person.screening !== screening) return false;
  if (ages !== undefined && (person.age < ages[0] || person.age > ages[1])) return false;
  if (sex !== undefined && person.sex !== sex) return false;
  return history === undefined || history.includes(person.history);
}

type Digested = { readonly id: CaseId; readonly digest: string };

function byDigest(a: Digested, b: Digested): number {
  if (a.digest !== b.digest) return a.digest < b.digest ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
