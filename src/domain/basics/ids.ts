/**
 * Random names of things. They stand in the journal, never on paper: a paper carries its piece's token.
 * The prefix says what a name belongs to, so that a wrong one is seen at once by a person and by the compiler.
 */
type Id<Prefix extends string> = `${Prefix}_${string}`;

export type CaseId = Id<'case'>;
export type PersonId = Id<'person'>;
export type ListId = Id<'list'>;
export type BatchId = Id<'batch'>;
export type PieceId = Id<'piece'>;
export type BookingId = Id<'booking'>;
export type SlotId = Id<'slot'>;
export type InquiryId = Id<'inquiry'>;
export type UrgentId = Id<'urgent'>;
export type CallBackId = Id<'call-back'>;
export type ApplicationId = Id<'application'>;
export type MessageId = Id<'message'>;
export type MatterId = Id<'matter'>;
export type AccountId = Id<'account'>;
export type RequestId = Id<'request'>;
export type DeviceId = Id<'device'>;
export type FactorId = Id<'factor'>;
export type FilterId = Id<'filter'>;
export type ErasureId = Id<'erasure'>;
export type FactId = Id<'fact'>;
export type EntryId = Id<'entry'>;
export type JobId = Id<'job'>;

export type IdKind =
  | 'case'
  | 'person'
  | 'list'
  | 'batch'
  | 'piece'
  | 'booking'
  | 'slot'
  | 'inquiry'
  | 'urgent'
  | 'call-back'
  | 'application'
  | 'message'
  | 'matter'
  | 'account'
  | 'request'
  | 'device'
  | 'factor'
  | 'filter'
  | 'erasure'
  | 'fact'
  | 'entry'
  | 'job';

/** Where new names come from. Real ones are random (`start.ts`), those of a simulation are seeded. */
export type Ids = { readonly fresh: <Kind extends IdKind>(kind: Kind) => Id<Kind> };
