import type { CivilDate } from '../basics/civil-date.ts';
import type { ErasureId, MatterId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { ErasureState } from '../retention/erasure.ts';
import { disposalStanding, type DisposalState } from './disposal.ts';

export type CloseDisposal = {
  readonly disposal: MatterId;
  readonly doneOn: CivilDate;
  readonly method: string;
  readonly quantity: number;
  /** Number of the pledge and the day it was signed (PII-12-5), number or digest of the certificate (SEC-19-1). */
  readonly pledge: string;
  readonly pledgeSignedOn: CivilDate;
  readonly certificate: string;
  readonly attended: 'ward' | 'waived';
  /** Who of the ward attended: for the vault only. */
  readonly attendee?: string | undefined;
  /** The erasure that carried it out, where persons were erased. */
  readonly erasure?: ErasureId | undefined;
};

export type CloseDisposalRefusal =
  | RefusalOf<'no-such-disposal', { disposal: MatterId }>
  | RefusalOf<'disposal-not-consented', { disposal: MatterId }>
  | RefusalOf<'disposal-closed-already', { disposal: MatterId }>
  | RefusalOf<'disposal-differs', { field: 'method' | 'quantity'; consented: string | number }>
  | RefusalOf<'disposal-days-wrong', { consentedOn: CivilDate }>
  | RefusalOf<'disposal-attendance-open', { disposal: MatterId }>
  | RefusalOf<'disposal-erasure-needed', { disposal: MatterId }>;

/**
 * Closes a disposal with its pledge: done by the consented method, with the ward attending unless it waived (PII-12-3),
 * and, where persons were erased, with the erasure that reached every copy (PII-12-4).
 */
export function closeDisposal(
  state: { readonly disposal: DisposalState; readonly erasure?: ErasureState },
  command: CloseDisposal,
  { today, rules }: Context,
): Decision | CloseDisposalRefusal {
  const { disposal, doneOn, pledgeSignedOn, attended, attendee, erasure } = command;
  const standing = disposalStanding(state.disposal);
  const { requested, consented } = state.disposal;
  if (!requested) return { refused: 'no-such-disposal', disposal };
  if (standing === 'closed') return { refused: 'disposal-closed-already', disposal };
  if (standing !== 'consented' || !consented) return { refused: 'disposal-not-consented', disposal };
  for (const field of ['method', 'quantity'] as const) {
    if (command[field] !== requested[field]) {
      return { refused: 'disposal-differs', field, consented: requested[field] };
    }
  }
  if (doneOn < consented.on || doneOn > today || pledgeSignedOn < doneOn || pledgeSignedOn > today) {
    return { refused: 'disposal-days-wrong', consentedOn: consented.on };
  }
  if (attended === 'waived' && consented.attendance === 'attends') {
    return { refused: 'disposal-attendance-open', disposal };
  }
  const rule = rules.retention.classes.find((one) => one.class === requested.class);
  if (rule?.byErasure && !state.erasure?.completed) return { refused: 'disposal-erasure-needed', disposal };
  const { method, quantity, pledge, certificate } = command;
  return {
    facts: [
      {
        type: 'disposal.closed',
        disposal,
        doneOn,
        method,
        quantity,
        consent: consented.ref,
        pledge,
        pledgeSignedOn,
        certificate,
        attended,
        ...(erasure === undefined ? {} : { erasure }),
      },
      ...(requested.of === undefined
        ? []
        : [{ type: 'handover.disposed', matter: requested.of, disposal } as const]),
    ],
    ...(attendee === undefined
      ? {}
      : { keep: [{ of: disposal, section: 'handover', item: 'attendance', value: { attendee } }] }),
  };
}
