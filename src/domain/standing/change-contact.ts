import type { CaseId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Context } from '../context.ts';
import type { Decision, Keep, Order } from '../decision.ts';
import type { Channel, ContactPart } from '../facts/case.ts';
import type { Mail } from '../mailings/mail.ts';
import { readPostcode } from '../text/postcode.ts';
import { notOpen, type CaseSeen, type NotOpen } from './case-open.ts';
import { outdatedOrders, outdatedPackages } from './pull-orders.ts';

export type ChangeContact = {
  readonly case: CaseId;
  readonly what: ContactPart;
  readonly source: Channel;
  /** The new values by field, for the vault. */
  readonly values: Readonly<Record<string, string>>;
};

export type ChangeContactRefusal =
  | NotOpen
  | RefusalOf<'changed-by-ward-only', { what: ContactPart }>
  | RefusalOf<'address-not-in-japan'>;

/** Where each part lies in the vault. Parts of one section have items of their own, so that one does not wipe another. */
const PLACES: Readonly<Record<ContactPart, Pick<Keep, 'section' | 'item'>>> = {
  name: { section: 'identity', item: 'name' },
  correction: { section: 'address' },
  'mail-address': { section: 'mail-address' },
  'delivery-address': { section: 'delivery-address' },
  phone: { section: 'contact', item: 'phone' },
  email: { section: 'contact', item: 'email' },
};

/** Registered name and address, and where letters go, are the ward's to say (CHI-8.4-10, 8.8-2). */
const WARD_ONLY: readonly ContactPart[] = ['name', 'correction', 'mail-address'];
const ON_PAPER: readonly ContactPart[] = ['name', 'correction', 'mail-address'];
const FROM_WARD: readonly Channel[] = ['ward', 'list'];

/**
 * Changes how she is reached. Under protection every part is changed by the ward alone: whoever calls may not be her
 * (AMB-56). A delivery address is one in Japan (CHI-8.4-9). Each telling is a fact, the same values again too.
 */
export function changeContact(
  seen: CaseSeen,
  command: ChangeContact,
  context: Context,
): Decision | ChangeContactRefusal {
  const { case: id, what, source, values } = command;
  const refused = notOpen(seen, id);
  if (refused) return refused;
  const { standing, mail } = seen.case;
  const guarded = standing.protected !== undefined || WARD_ONLY.includes(what);
  if (guarded && !FROM_WARD.includes(source)) return { refused: 'changed-by-ward-only', what };
  if (what === 'delivery-address' && !readPostcode(values['postcode'] ?? '').ok) {
    return { refused: 'address-not-in-japan' };
  }
  return {
    facts: [{ type: 'case.contact-changed', case: id, what, source, on: context.today }],
    keep: [{ of: id, ...PLACES[what], value: values }],
    send: ordersFor(what, mail, id),
  };
}

/** Printed letters that carry the old name or place are pulled; a new place for the package concerns the package alone. */
function ordersFor(what: ContactPart, mail: Mail, id: CaseId): readonly Order[] {
  if (what === 'delivery-address') return outdatedPackages(mail, id);
  return ON_PAPER.includes(what) ? outdatedOrders(mail, id) : [];
}
