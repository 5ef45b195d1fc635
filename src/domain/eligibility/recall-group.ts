import type { CaseState } from '../case.ts';
import type { PieceKind } from '../facts/mailing.ts';

/**
 * The three groups of those who were sent a notice and have no date (CHI-4.3-3), and why somebody is in none of them.
 * Each case is in exactly one, so that the three work lists never share a woman and miss none.
 */
export type RecallGroup = 'returned' | 'not-applied' | 'not-booked' | 'booked' | 'visited' | 'not-sent';

const NOTICES: readonly PieceKind[] = ['notice', 'resend', 'reissue'];

export function recallGroup({ mail, registration, bookings, visits }: CaseState): RecallGroup {
  if (visits.completed) return 'visited';
  if (bookings.active) return 'booked';
  if (registration.registeredOn) return 'not-booked';
  const last = mail.pieces.findLast(({ kind, postedOn }) => NOTICES.includes(kind) && postedOn !== undefined);
  switch (last?.status) {
    case 'returned':
    case 'lost':
      return 'returned';
    case 'posted':
    case 'delivered':
      return 'not-applied';
    default:
      return 'not-sent';
  }
}
