import type { CaseId, PieceId, SlotId } from '../basics/ids.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision, OutsideSeat, SeatAct } from '../decision.ts';
import type { NewFact } from '../facts.ts';
import type { EnvelopeFact } from '../facts/portal.ts';

export type TakeEnvelope = Omit<Extract<EnvelopeFact, { type: 'envelope.taken' }>, 'type' | 'case'> & {
  readonly case: CaseId;
  /** The letter with whose code she came. */
  readonly piece: PieceId;
  readonly copy: number;
  /** What she sent, when it could not be carried out: nothing of it is lost. */
  readonly words?: string | undefined;
  /** The seat that she took outside and that is not hers: the outside hears who has it. */
  readonly seatBack?: (OutsideSeat & { readonly slot: SlotId }) | undefined;
};

/**
 * Writes down that an envelope was taken, in the same list of commands as what it asks for (CHI-8.2-1). The claim lets
 * each one count once, however often the courier brings it. Who comes with a code has had the letter: that is noted, but
 * a contact is noted by the registration itself.
 */
export function takeEnvelope(
  { case: { mail } }: { readonly case: CaseState },
  { case: id, piece, copy, words, seatBack, ...taken }: TakeEnvelope,
  _context: Context,
): Decision {
  const invite = mail.invites.find((one) => one.piece === piece && one.copy === copy);
  const first = invite && !invite.redeemed && !invite.revoked && taken.kind !== 'contact';
  const redeemed: readonly NewFact[] = first
    ? [{ type: 'invite.redeemed', case: id, piece, copy, reason: 'link' }]
    : [];
  return {
    facts: [...redeemed, { type: 'envelope.taken', case: id, ...taken }],
    claim: [{ kind: 'envelope', key: taken.envelope }],
    ...(seatBack ? { seats: [heard(seatBack)] } : {}),
    ...(words
      ? { keep: [{ of: id, section: 'portal', item: taken.envelope, value: { kind: taken.kind, words } }] }
      : {}),
  };
}

function heard({ slot, seat, ref }: NonNullable<TakeEnvelope['seatBack']>): SeatAct {
  return { act: 'heard', slot, outside: { seat, ref } };
}

export type TakeOpenEnvelope = Omit<TakeEnvelope, 'case' | 'piece' | 'copy' | 'words' | 'seatBack'>;

/** The same for what came without a proof: it belongs to no case. */
export function takeOpenEnvelope(_state: object, taken: TakeOpenEnvelope, _context: Context): Decision {
  return {
    facts: [{ type: 'envelope.taken', ...taken }],
    claim: [{ kind: 'envelope', key: taken.envelope }],
  };
}

export type RejectEnvelope = { readonly envelope: string };

/**
 * Counts an envelope that does not open. Whose it claimed to be is not written down: it is not hers. Its claim is another
 * one, so that a copy under a false label cannot take the place of the true one.
 */
export function rejectEnvelope(_state: object, { envelope }: RejectEnvelope, _context: Context): Decision {
  return {
    facts: [{ type: 'envelope.rejected', envelope }],
    claim: [{ kind: 'envelope', key: `rejected/${envelope}` }],
  };
}
