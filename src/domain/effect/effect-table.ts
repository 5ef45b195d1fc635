import type { MemberRules } from '../members/member-rules.ts';
import type { Outcome } from '../members/outcome.ts';
import { differenceOf, type Difference } from './difference.ts';

/**
 * The effect of the recall (SCR-A-10): group by group against the control group of its own segment, by the group that
 * was drawn, whatever then happened (nobody is counted elsewhere because a card came back). `null` is a cell that is
 * not shown because few would be known by it.
 */
export type EffectTable = {
  readonly version: string;
  readonly groups: readonly EffectRow[];
  /** By what was done for those who were to get something; not drawn by chance, so compared with nothing. */
  readonly channels: readonly ChannelRow[];
  readonly total: Omit<EffectRow, 'segment' | 'group' | 'control' | 'difference'>;
};

export type EffectRow = {
  readonly segment: string;
  readonly group: string;
  readonly control: boolean;
  readonly persons: number;
  readonly sent: number;
  readonly returned: number;
  readonly reached: number;
  readonly attended: number | null;
  /** Attended of all persons of the group, between 0 and 1. */
  readonly rate: number | null;
  readonly difference: Difference | null;
};

export type ChannelRow = {
  readonly channel: 'nothing' | 'card' | 'call' | 'card-and-call';
  readonly persons: number;
  readonly attended: number | null;
  readonly rate: number | null;
};

/** Counts every outcome once. `outcomes` may be as many as a city has people; they are looked at one after the other. */
export function effectTable(outcomes: Iterable<Outcome>, { groups, smallCell }: MemberRules): EffectTable {
  const counts = new Map(
    groups.segments.flatMap((one) => one.groups.map(({ group }) => [group, newCount()])),
  );
  const channels = new Map(CHANNELS.map((channel) => [channel, newCount()]));
  const withCard = new Set(
    groups.segments.flatMap((one) => one.groups.filter(({ card }) => card).map(({ group }) => group)),
  );
  const total = newCount();
  for (const outcome of outcomes) {
    const own = counts.get(outcome.group);
    if (!own) throw new Error(`No message group has the code ${outcome.group}`);
    add(own, outcome);
    add(total, outcome);
    const channel = channels.get(channelOf(outcome));
    if (channel && withCard.has(outcome.group)) add(channel, outcome);
  }
  const hidden = hiddenOf([...counts.entries()], smallCell);
  const rows = groups.segments.flatMap(({ segment, groups: own }) => {
    const control = own.find(({ card }) => card === undefined);
    const against = control && counts.get(control.group);
    return own.map(({ group, card }): EffectRow => {
      const count = counts.get(group) ?? newCount();
      const shown = !hidden.has(group);
      const compared = shown && against && control && card !== undefined && !hidden.has(control.group);
      return {
        segment,
        group,
        control: card === undefined,
        ...shownOf(count, shown),
        difference: (compared && differenceOf(shareOf(count), shareOf(against))) || null,
      };
    });
  });
  const hiddenChannels = hiddenOf([...channels.entries()], smallCell);
  return {
    version: groups.version,
    groups: rows,
    channels: [...channels].map(([channel, count]) => {
      const { persons, attended, rate } = shownOf(count, !hiddenChannels.has(channel));
      return { channel, persons, attended, rate };
    }),
    total: shownOf(total, !isSmall(total, smallCell)),
  };
}

const CHANNELS = ['nothing', 'card', 'call', 'card-and-call'] as const;

type Count = { persons: number; sent: number; returned: number; reached: number; attended: number };

function newCount(): Count {
  return { persons: 0, sent: 0, returned: 0, reached: 0, attended: 0 };
}

function add(count: Count, { sent, returned, reached, attended }: Outcome): void {
  count.persons += 1;
  if (sent) count.sent += 1;
  if (returned) count.returned += 1;
  if (reached) count.reached += 1;
  if (attended) count.attended += 1;
}

function channelOf({ sent, reached }: Outcome): ChannelRow['channel'] {
  if (sent) return reached ? 'card-and-call' : 'card';
  return reached ? 'call' : 'nothing';
}

function shownOf(count: Count, shown: boolean): EffectTable['total'] {
  const { attended, persons } = count;
  if (!shown) return { ...count, attended: null, rate: null };
  return { ...count, rate: persons === 0 ? null : attended / persons };
}

function shareOf({ attended, persons }: Count) {
  return { hits: attended, persons };
}

/** Few who attended, or few who did not: either would be known by the number. A cell of nobody hides nobody. */
function isSmall({ persons, attended }: Count, smallCell: number): boolean {
  const few = (number: number) => number > 0 && number < smallCell;
  return few(attended) || few(persons - attended);
}

/** Cells that are not shown; one alone would follow from the total, so the next smallest goes with it. */
function hiddenOf<Key>(counts: readonly (readonly [Key, Count])[], smallCell: number): ReadonlySet<Key> {
  const hidden = new Set(counts.filter(([, count]) => isSmall(count, smallCell)).map(([key]) => key));
  if (hidden.size !== 1) return hidden;
  const [next] = counts
    .filter(([key, { persons }]) => !hidden.has(key) && persons > 0)
    .toSorted(([, a], [, b]) => a.attended - b.attended);
  if (next) hidden.add(next[0]);
  return hidden;
}
