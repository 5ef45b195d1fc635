import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { MailWay } from '../facts/case.ts';
import { KNOWN_ALREADY, notOpen, type CaseSeen, type NotOpen } from './case-open.ts';
import { outdatedOrders } from './pull-orders.ts';

export type NameMailWay = {
  readonly case: CaseId;
  readonly way: Exclude<MailWay, 'undecided'>;
  /** The place the ward designates; kept before, it need not be given again. */
  readonly address?: Readonly<Record<string, string>> | undefined;
  /** Of the ward's word. */
  readonly ref: string;
};

export type NameMailWayRefusal = NotOpen | RefusalOf<'designated-address-missing'>;

/** 送付先区分, by the ward alone (CHI-8.8-2, AMB-56). What is printed for another way is pulled. */
export function nameMailWay(
  seen: CaseSeen,
  command: NameMailWay,
  context: Context,
): Decision | NameMailWayRefusal {
  const { case: id, way, address, ref } = command;
  const refused = notOpen(seen, id);
  if (refused) return refused;
  const { standing, mail } = seen.case;
  if (way === 'designated' && !address && !context.known['mail-address.address']) {
    return { refused: 'designated-address-missing' };
  }
  if (standing.mailWay === way && !address) return KNOWN_ALREADY;
  return {
    facts: [{ type: 'case.mail-way-named', case: id, way, ref }],
    keep: address ? [{ of: id, section: 'mail-address', value: address }] : [],
    send: outdatedOrders(mail, id),
  };
}
