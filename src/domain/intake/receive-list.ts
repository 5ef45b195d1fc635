import type { CivilDate } from '../basics/civil-date.ts';
import type { ListId, MatterId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { YearMonth } from '../basics/year-month.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { ListKind } from '../facts/list.ts';
import type { ListState } from './list.ts';

/** How the list came into the house (B-06, CHI-8.1-2). Whatever else was written down is kept as it is in `more`. */
export type HandOver = {
  readonly method: string;
  readonly medium: string;
  readonly from: string;
  readonly to: string;
  readonly at: string;
  readonly rows?: number | undefined;
  readonly month?: string | undefined;
  readonly by?: string | undefined;
  readonly more: Readonly<Record<string, unknown>>;
};

export type ReceiveList = {
  readonly list: ListId;
  readonly kind: Exclude<ListKind, 'no-change'>;
  readonly months: readonly YearMonth[];
  readonly asOf: CivilDate;
  readonly sha256: string;
  readonly rows: number;
  /** The file as received, base64: sealed under the list key until the list is settled. */
  readonly source: string;
  readonly handOver: HandOver;
};

export type ReceiveListRefusal =
  | RefusalOf<'list-received-already', { list: ListId }>
  | RefusalOf<'hand-over-rows-differ', { said: number; found: number }>
  | RefusalOf<'hand-over-month-differs', { said: string; months: readonly YearMonth[] }>;

/**
 * Writes down that a list came, with its hand-over (CHI-8.1-2; PII-11-1: the custody receipt is made from it). The
 * same file twice is stopped by its digest, and a second list of a kind waits until the one before it is settled:
 * what a list is matched with must not change between matching and commit.
 */
export function receiveList(
  state: { readonly list: ListState },
  command: ReceiveList,
  context: Context,
): Decision | ReceiveListRefusal {
  const { list, kind, months, asOf, sha256, rows, source, handOver } = command;
  if (state.list.received) return { refused: 'list-received-already', list };
  if (handOver.rows !== undefined && handOver.rows !== rows) {
    return { refused: 'hand-over-rows-differ', said: handOver.rows, found: rows };
  }
  const said = handOver.month?.split(',').map((month) => month.trim());
  if (
    said &&
    !(said.length === months.length && said.every((month) => months.includes(month as YearMonth)))
  ) {
    return { refused: 'hand-over-month-differs', said: codeOf(said.join(',')), months };
  }
  const method = methodOf(handOver.method);
  const medium = codeOf(handOver.medium);
  const matter = handOverOf(list);
  const register = context.ids.fresh('person');
  return {
    facts: [
      { type: 'list.received', list, kind, month: months, asOf, sha256, method, medium, rows },
      {
        type: 'handover.recorded',
        matter,
        movement: 'receipt',
        what: `list-${kind}`,
        method,
        carrier: 'medium',
        medium,
        quantity: rows,
        direction: 'in',
        ref: list,
      },
    ],
    link: [{ subject: matter, person: register }],
    keep: [{ of: matter, section: 'handover', value: registerEntry(handOver) }],
    claim: [
      { kind: 'list-digest', key: sha256 },
      { kind: 'list-open', key: kind },
    ],
    stage: [{ list, parts: [{ part: SOURCE_PART, text: source }] }],
  };
}

/** The entry of the register for the hand-over of a list: named after it, so that its stream is known before. */
export function handOverOf(list: ListId): MatterId {
  return `matter_${list.slice('list_'.length)}`;
}

/** Part of the staged list that holds the file itself. */
export const SOURCE_PART = 0;

function registerEntry({ more, rows, ...handOver }: HandOver): Readonly<Record<string, string>> {
  const known = Object.entries(handOver).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return {
    ...Object.fromEntries(known),
    ...(rows === undefined ? {} : { rows: String(rows) }),
    ...(Object.keys(more).length === 0 ? {} : { more: JSON.stringify(more) }),
  };
}

const METHODS: ReadonlyMap<string, string> = new Map([
  ['手渡し', 'in-person'],
  ['手渡', 'in-person'],
  ['対面', 'in-person'],
  ['hand', 'in-person'],
  ['by-hand', 'in-person'],
  ['配達', 'courier'],
  ['配送', 'courier'],
  ['セキュリティ便', 'courier'],
  ['delivery', 'courier'],
]);

/** CHI-8.1-2 knows two ways; another one is taken as written, for the register shows it to the ward. */
function methodOf(written: string): string {
  return METHODS.get(written.trim().toLowerCase()) ?? codeOf(written);
}

/** A fact holds codes only; words that are none stand in the register, and the fact says `other`. */
function codeOf(written: string): string {
  const code = written.trim().replace(/\s+/g, '-');
  return /^[\x21-\x7e]{1,64}$/.test(code) ? code : 'other';
}
