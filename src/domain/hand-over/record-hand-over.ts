import type { CivilDate } from '../basics/civil-date.ts';
import type { MatterId } from '../basics/ids.ts';
import { dayOfInstant, type Instant } from '../basics/instant.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { Carrier, Movement } from '../facts/governance.ts';
import type { HandOverState } from './hand-over.ts';

/** Who carries it, by which way and means, and whom to call when something happens (PII-9-5). */
export const PLAN_PARTS = ['persons', 'route', 'means', 'contact'] as const;

export type RecordHandOver = {
  readonly matter: MatterId;
  readonly movement: Movement;
  /** When it passed from hand to hand. */
  readonly at: Instant;
  /** Code of the content: `visit-sheets`, `cd-targets`, `password-notice`. */
  readonly what: string;
  readonly carrier: Carrier;
  readonly medium: string;
  readonly mediumNo?: string | undefined;
  readonly quantity: number;
  readonly method: string;
  /** Number of the confirmation slip [確認記録票], or what the movement belongs to. */
  readonly ref: string;
  /** The ward's consent to a take-out (PII-9-2). */
  readonly consent?: string | undefined;
  /** Number of the sturdy case and that it is locked, for paper (PII-9-3). */
  readonly caseNo?: string | undefined;
  readonly locked?: boolean | undefined;
  /** The medium is encrypted (PII-9-3). */
  readonly encrypted?: boolean | undefined;
  /** Where it is kept from now on (PII-9-1). */
  readonly place?: string | undefined;
  /** The last day of a take-out; without it the same day. */
  readonly backBy?: CivilDate | undefined;
  /** This hands over the password of what the other entry handed over. */
  readonly passwordOf?: MatterId | undefined;
  /** Names and free words: for the vault only. */
  readonly from: string;
  readonly to: string;
  readonly reason?: string | undefined;
  readonly remarks?: string | undefined;
  readonly plan?: Readonly<Partial<Record<(typeof PLAN_PARTS)[number], string | undefined>>> | undefined;
};

export type RecordHandOverRefusal =
  | RefusalOf<'handover-recorded-already', { matter: MatterId }>
  | RefusalOf<'handover-in-future', { at: Instant }>
  | RefusalOf<'handover-method-reason', { method: string }>
  | RefusalOf<'take-out-consent-needed'>
  | RefusalOf<'take-out-back-before', { backBy: CivilDate }>
  | RefusalOf<'transport-plan-incomplete', { missing: readonly string[] }>
  | RefusalOf<'paper-case-needed'>
  | RefusalOf<'encryption-needed'>
  | RefusalOf<'password-not-apart', { at: Instant }>
  | RefusalOf<'no-such-handover', { matter: MatterId }>;

/**
 * Enters a movement of data, media or papers (B-06). A take-out needs the ward's consent (PII-9-2) and a locked case or
 * encryption (PII-9-3); what we carry ourselves needs a transport plan (PII-9-5); a password goes at another time than
 * what it opens (BAB-W-5). Names stand in the vault, the fact holds codes.
 */
export function recordHandOver(
  state: { readonly handover: HandOverState; readonly opens?: HandOverState },
  command: RecordHandOver,
  context: Context,
): Decision | RecordHandOverRefusal {
  const { matter, movement, at, what, carrier, medium, quantity, method, ref } = command;
  const { mediumNo, consent, caseNo, place } = command;
  const refusal = whyNot(state, command, context);
  if (refusal) return refusal;
  const backBy = movement === 'take-out' ? (command.backBy ?? dayOfInstant(at)) : undefined;
  return {
    facts: [
      {
        type: 'handover.recorded',
        at,
        matter,
        movement,
        what,
        carrier,
        medium,
        quantity,
        method,
        direction: movement === 'receipt' ? 'in' : 'out',
        ref,
        ...(mediumNo === undefined ? {} : { mediumNo }),
        ...(consent === undefined ? {} : { consent }),
        ...(caseNo === undefined ? {} : { caseNo }),
        ...(place === undefined ? {} : { place }),
        ...(backBy === undefined ? {} : { backBy }),
        ...(command.passwordOf === undefined ? {} : { passwordOf: command.passwordOf }),
      },
    ],
    link: [{ subject: matter, person: context.ids.fresh('person') }],
    keep: [{ of: matter, section: 'handover', value: wordsOf(command) }],
  };
}

function whyNot(
  state: { readonly handover: HandOverState; readonly opens?: HandOverState },
  command: RecordHandOver,
  { now, rules }: Context,
): RecordHandOverRefusal | undefined {
  const { matter, movement, at, carrier, method, plan = {} } = command;
  const { planFor, usualMethods } = rules.handOver;
  if (state.handover.recorded) return { refused: 'handover-recorded-already', matter };
  if (at > now) return { refused: 'handover-in-future', at };
  if (!usualMethods.includes(method) && isEmpty(command.reason)) {
    return { refused: 'handover-method-reason', method };
  }
  if (movement === 'take-out') {
    if (command.consent === undefined) return { refused: 'take-out-consent-needed' };
    if (carrier === 'paper' && (command.caseNo === undefined || command.locked !== true)) {
      return { refused: 'paper-case-needed' };
    }
    if (carrier !== 'paper' && command.encrypted !== true) return { refused: 'encryption-needed' };
    if (command.backBy !== undefined && command.backBy < dayOfInstant(at)) {
      return { refused: 'take-out-back-before', backBy: command.backBy };
    }
  }
  // What goes over a line is carried by nobody.
  if (planFor.includes(movement) && carrier !== 'line') {
    const missing = PLAN_PARTS.filter((part) => isEmpty(plan[part]));
    if (missing.length > 0) return { refused: 'transport-plan-incomplete', missing };
  }
  if (command.passwordOf !== undefined) {
    const other = state.opens?.recorded;
    if (!other) return { refused: 'no-such-handover', matter: command.passwordOf };
    if (other.at.slice(0, MINUTE) === at.slice(0, MINUTE)) return { refused: 'password-not-apart', at };
  }
  return undefined;
}

function wordsOf({ from, to, reason, remarks, plan, at }: RecordHandOver): Readonly<Record<string, string>> {
  const words = {
    from,
    to,
    at,
    reason,
    remarks,
    ...Object.fromEntries(PLAN_PARTS.map((part) => [`plan-${part}`, plan?.[part]])),
  };
  return Object.fromEntries(
    Object.entries(words).flatMap(([name, value]) => (isEmpty(value) ? [] : [[name, value ?? '']])),
  );
}

/** Two hand-overs in the same minute are one occasion. */
const MINUTE = 'YYYY-MM-DDThh:mm'.length;

function isEmpty(words: string | undefined): boolean {
  return words === undefined || words.trim() === '';
}
