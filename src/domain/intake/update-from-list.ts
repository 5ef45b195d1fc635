import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId, ListId } from '../basics/ids.ts';
import { isRefusal } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision, Keep, SectionName } from '../decision.ts';
import type { ContactPart, MailWay } from '../facts/case.ts';
import { decideFollowUp, type DecideFollowUpRefusal } from '../follow-up/decide-follow-up.ts';
import { joined } from '../standing/carry-out-stop.ts';
import { KNOWN_ALREADY, notOpen, type CaseSeen, type NotOpen } from '../standing/case-open.ts';
import { changeContact, type ChangeContactRefusal } from '../standing/change-contact.ts';
import { changeDueDate, type ChangeDueDateRefusal } from '../standing/change-due-date.ts';
import { changeProtection, type ChangeProtectionRefusal } from '../standing/change-protection.ts';
import { nameMailWay, type NameMailWayRefusal } from '../standing/name-mail-way.ts';
import type { RowPart } from './match.ts';
import type { SectionValue } from './row-values.ts';

/** A row of a second delivery that tells something otherwise than the first. */
export type UpdateFromList = {
  readonly case: CaseId;
  readonly list: ListId;
  /** What the ward tells otherwise than the last time; everything else stays, also where she herself changed it. */
  readonly parts: readonly RowPart[];
  readonly values: readonly SectionValue[];
  readonly due?: CivilDate | undefined;
  readonly followUp?: boolean | undefined;
  readonly protected: boolean;
  readonly mailWay: MailWay;
};

export type UpdateFromListRefusal =
  | NotOpen
  | ChangeContactRefusal
  | ChangeDueDateRefusal
  | ChangeProtectionRefusal
  | NameMailWayRefusal
  | DecideFollowUpRefusal;

/**
 * Carries what the ward tells anew into an open case, each part by the decision of its own subject. Her own telephone
 * number goes before the ward's once she has registered; protection begins by list and never ends by list alone
 * (AMB-56); the ward's flag is authoritative (CHI-5-7, AMB-07).
 */
export function updateFromList(
  seen: CaseSeen,
  command: UpdateFromList,
  context: Context,
): Decision | UpdateFromListRefusal {
  const refused = notOpen(seen, command.case);
  if (refused) return refused;
  const decisions: Decision[] = [];
  for (const decide of stepsOf(seen, command, context)) {
    const decision = decide();
    if (isRefusal(decision)) return decision;
    decisions.push(decision);
  }
  return {
    ...joined(...decisions),
    keep: [...decisions.flatMap(({ keep }) => keep ?? []), ...plainKeeps(command)],
  };
}

function stepsOf(
  seen: CaseSeen,
  command: UpdateFromList,
  context: Context,
): readonly (() => Decision | UpdateFromListRefusal)[] {
  const { case: id, list, parts, due, followUp, mailWay } = command;
  const { registration } = seen.case;
  const tell = (what: ContactPart, section: SectionName) => () =>
    changeContact(seen, { case: id, what, source: 'list', values: valuesOf(command, section) }, context);
  const steps: Readonly<Partial<Record<RowPart, () => Decision | UpdateFromListRefusal>>> = {
    identity: tell('name', 'identity'),
    // A registered address that the ward now writes otherwise; a move comes by the changes list, with its day.
    address: tell('correction', 'address'),
    phone: tell('phone', 'contact'),
    mail: () => {
      const address = valuesOf(command, 'mail-address');
      return mailWay === 'undecided'
        ? tell('mail-address', 'mail-address')()
        : nameMailWay(
            seen,
            { case: id, way: mailWay, ref: list, ...(Object.keys(address).length > 0 ? { address } : {}) },
            context,
          );
    },
    due: () =>
      due === undefined ? KNOWN_ALREADY : changeDueDate(seen, { case: id, to: due, source: 'list' }, context),
    followUp: () =>
      followUp === undefined
        ? { facts: [] }
        : decideFollowUp(seen, { case: id, to: followUp, ref: list, on: context.today }, context),
    protected: () =>
      command.protected ? changeProtection(seen, { case: id, to: true, ref: list }, context) : { facts: [] },
  };
  return parts
    .filter((part) => part !== 'phone' || !registration.registeredOn)
    .flatMap((part) => steps[part] ?? []);
}

/** Sections about which nothing is decided, and what the ward delivered last. */
function plainKeeps({ case: of, values }: UpdateFromList): readonly Keep[] {
  return values
    .filter(({ section }) => PLAIN.includes(section))
    .map(({ section, value }) => ({ of, section, value }));
}

const PLAIN: readonly SectionName[] = ['reference', 'language', 'remarks', 'background'];

function valuesOf({ values }: UpdateFromList, section: SectionName): Readonly<Record<string, string>> {
  return values.find((one) => one.section === section)?.value ?? {};
}
