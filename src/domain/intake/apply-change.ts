import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId, ListId } from '../basics/ids.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import { decideFollowUp, type DecideFollowUpRefusal } from '../follow-up/decide-follow-up.ts';
import type { CaseSeen } from '../standing/case-open.ts';
import { changeContact } from '../standing/change-contact.ts';
import { changeDueDate } from '../standing/change-due-date.ts';
import { changeProtection } from '../standing/change-protection.ts';
import { holdCase } from '../standing/hold-case.ts';
import { move, type NewAddress } from '../standing/move.ts';
import { nameMailWay } from '../standing/name-mail-way.ts';
import { reportBirth } from '../standing/report-birth.ts';
import { reportDeath } from '../standing/report-death.ts';
import { reportLoss } from '../standing/report-loss.ts';
import { WARD_STOP } from '../standing/standing.ts';
import type { StandingRefusal } from '../standing/standing-refusals.ts';
import type { ChangeKind } from './rows.ts';

/** One row of the changes list whose number, reading and birth date fit together. */
export type ApplyChange = {
  readonly case: CaseId;
  readonly list: ListId;
  /** The day whose state the list shows: a change without a day of its own is taken to have happened by then. */
  readonly asOf: CivilDate;
  readonly kind: ChangeKind;
  readonly on?: CivilDate | undefined;
  readonly name?: string | undefined;
  readonly kana?: string | undefined;
  readonly postcode?: string | undefined;
  readonly address?: string | undefined;
  readonly building?: string | undefined;
  readonly due?: CivilDate | undefined;
};

/** Whatever the decision of the change's subject says no with. */
export type ApplyChangeRefusal = StandingRefusal | DecideFollowUpRefusal;

/**
 * Carries one change of the ward into its case, by the decision of its subject. What cannot be carried out because a
 * part is missing holds the case instead: a change that came is never a reason to do nothing. What only the ward's
 * recorded word and two people undo (protection, its own stop) is not undone by a list.
 */
export function applyChange(
  seen: CaseSeen,
  command: ApplyChange,
  context: Context,
): Decision | ApplyChangeRefusal {
  const { case: id, list: ref, asOf } = command;
  const source = 'list';
  const on = command.on ?? asOf;
  // What has happened cannot lie ahead; a day that a person let stand as written is taken as today.
  const happened = on > context.today ? context.today : on;
  const address = addressOf(command);
  const incomplete = () => holdCase(seen, { case: id, reason: 'change-incomplete', ref }, context);
  switch (command.kind) {
    case 'moved-out':
      return move(seen, { case: id, kind: 'out', on, source, address }, context);
    case 'move-out-cancelled':
    case 'moved-back':
      return move(seen, { case: id, kind: 'back', on, source, address }, context);
    case 'moved-within':
      return address ? move(seen, { case: id, kind: 'within', on, source, address }, context) : incomplete();
    case 'address-corrected':
      return address
        ? changeContact(seen, { case: id, what: 'correction', source, values: textsOf(address) }, context)
        : incomplete();
    case 'mail-address-changed':
      return address
        ? nameMailWay(seen, { case: id, way: 'designated', address: textsOf(address), ref }, context)
        : incomplete();
    case 'birth':
      return reportBirth(seen, { case: id, on: happened, source }, context);
    case 'loss':
    case 'child-death':
      return reportLoss(seen, { case: id, what: command.kind, on: happened, source }, context);
    case 'woman-death':
      return reportDeath(seen, { case: id, on: happened, source }, context);
    case 'protection-started':
      return changeProtection(seen, { case: id, to: true, ref }, context);
    case 'follow-up-decided':
    case 'follow-up-cancelled':
      return decideFollowUp(
        seen,
        { case: id, to: command.kind === 'follow-up-decided', ref, on: happened },
        context,
      );
    case 'sending-stopped':
      return holdCase(seen, { case: id, reason: WARD_STOP, ref }, context);
    case 'listing-cancelled':
      return holdCase(seen, { case: id, reason: 'listing-cancelled', ref }, context);
    case 'name-changed': {
      const values = { ...text('name', command.name), ...text('kana', command.kana) };
      return Object.keys(values).length > 0
        ? changeContact(seen, { case: id, what: 'name', source, values }, context)
        : incomplete();
    }
    case 'due-date-changed':
      return command.due ? changeDueDate(seen, { case: id, to: command.due, source }, context) : incomplete();
    case 'protection-ended':
    case 'stop-lifted':
      return { facts: [] };
  }
}

function addressOf({ postcode, address, building }: ApplyChange): NewAddress | undefined {
  return postcode && address ? { postcode, address, building } : undefined;
}

function textsOf({ postcode, address, building }: NewAddress): Readonly<Record<string, string>> {
  return { postcode, address, ...text('building', building) };
}

function text(name: string, value: string | undefined): Readonly<Record<string, string>> {
  return value === undefined ? {} : { [name]: value };
}
