import type { CaseId, ListId, PersonId, AccountId } from './basics/ids.ts';
import type { NewFact } from './facts.ts';

/** Who a value in the vault belongs to: the woman of a case, a person just being entered, or one of our own people. */
export type Subject = CaseId | PersonId | AccountId;

/** A value for the vault: one section of one person, field by field. `item` tells several of a kind apart. */
export type Keep = {
  readonly of: Subject;
  readonly section: SectionName;
  readonly item?: string;
  readonly value: Readonly<Record<string, string>>;
};

/** The compartments of the vault. Which role may open which field stands in `security/fields.ts`. */
export type SectionName =
  | 'identity'
  | 'reference'
  | 'address'
  | 'mail-address'
  | 'delivery-address'
  | 'contact'
  | 'language'
  | 'remarks'
  | 'background'
  | 'answers'
  | 'visit'
  | 'consultation'
  | 'inquiry'
  | 'invite'
  | 'staff';

/** A key that nobody else may hold: a seat, a voucher serial, a tracking number, an invoice number, a woman's one booking. */
export type Claim = { readonly kind: ClaimKind; readonly key: string };

export type ClaimKind =
  | 'seat'
  | 'serial'
  | 'tracking'
  | 'invoice-no'
  | 'booking'
  | 'resend'
  | 'list-digest'
  | 'reference'
  | 'person-account'
  | 'reception-no'
  | 'envelope';

/** An order for a queue: ids only, never a decision. The rule is asked again when it is carried out. */
export type Order = {
  readonly queue: 'print' | 'mail' | 'call' | 'ward-notice' | 'pull-piece';
  readonly ref: string;
  readonly case?: CaseId;
};

/**
 * What a decision gives back when it says yes. `facts` go to the journal; `keep` to the vault; `claim` is taken and
 * `release` given back in the same transaction; `link` says whose case this is; `forget` erases persons; `unseal`
 * destroys list keys. Everything or nothing is written.
 */
export type Decision = {
  readonly facts: readonly NewFact[];
  readonly keep?: readonly Keep[];
  readonly claim?: readonly Claim[];
  readonly release?: readonly Claim[];
  readonly send?: readonly Order[];
  readonly link?: readonly { readonly subject: CaseId | AccountId; readonly person: PersonId }[];
  readonly forget?: readonly PersonId[];
  readonly unseal?: readonly ListId[];
};
