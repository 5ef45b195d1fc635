import type { CivilDate } from '../basics/civil-date.ts';
import type { BatchId, CaseId, PieceId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { NewFact } from '../facts.ts';
import type { PieceKind } from '../facts/mailing.ts';
import type { PersonalCode } from '../text/personal-code.ts';
import type { BatchState } from './batch.ts';
import type { Mail } from './mail.ts';
import { cardOf } from '../members/next-card.ts';
import { onceClaims } from './plan-piece.ts';
import { templateFor } from './template-for.ts';
import { whyNoLonger } from './why-not-due.ts';

export type PrintPiece = {
  readonly batch: BatchId;
  readonly case: CaseId;
  readonly piece: PieceId;
  /** Which approved text; without it the one in force. Where birth or loss call for other words, those are printed. */
  readonly template?: string | undefined;
  /**
   * Drawn for this copy alone. The paper carries the token, and the code when its kind has one; no id of ours. `mark` is
   * made of the token, for finding the copy without it. `link` is
   * what her birthday makes of the code: where her capsule lies outside and what opens it.
   */
  readonly secrets: {
    readonly token: string;
    readonly mark: string;
    readonly code: PersonalCode;
    readonly link: (birthDate: CivilDate) => { readonly locator: string; readonly key: string };
  };
};

export type PrintPieceRefusal =
  | RefusalOf<'batch-not-fixed', { batch: BatchId }>
  | RefusalOf<'batch-closed', { batch: BatchId }>
  | RefusalOf<'piece-not-in-batch', { piece: PieceId; batch: BatchId }>
  | RefusalOf<'piece-already-printed', { piece: PieceId; copy: number }>
  | RefusalOf<'template-not-approved', { template: string; kind: PieceKind }>;

/**
 * Prints one copy. Asks again whether she is to get it: what was right when the batch was fixed and is not any more is
 * dropped instead, without stopping the others. A second copy exists only after the first was voided, and carries a
 * code of its own; the codes before it are revoked (Tsukuba 2018: never print again without voiding). Under protection
 * there is no link and so no code (AMB-56). `known`: `identity.birthDate`; without it no code would ever open.
 */
export function printPiece(
  state: { readonly case: CaseState; readonly batch: BatchState },
  command: PrintPiece,
  { today, rules, known }: Context,
): Decision | PrintPieceRefusal {
  const { batch, case: id, piece, secrets } = command;
  if (!state.batch.fixed) return { refused: 'batch-not-fixed', batch };
  if (state.batch.counted?.stage === 'posted') return { refused: 'batch-closed', batch };
  const { mail } = state.case;
  const found = mail.pieces.find((other) => other.piece === piece && other.batch === batch);
  if (!found || found.status === 'dropped' || (found.status === 'voided' && found.reason === 'pulled')) {
    return { refused: 'piece-not-in-batch', piece, batch };
  }
  if (found.status !== 'planned' && found.status !== 'voided') {
    return { refused: 'piece-already-printed', piece, copy: found.copy };
  }
  const { kind } = found;
  const wanted = command.template ?? rules.mailing.templates[kind][0] ?? '';
  if (!rules.mailing.templates[kind].includes(wanted)) {
    return { refused: 'template-not-approved', template: wanted, kind };
  }
  const template = cardOf(state.case, rules) ?? templateFor(state.case, kind, wanted, rules.mailing);
  const why = whyNoLonger(state.case, found, today, rules, 'print');
  if (why) {
    return {
      facts: [{ type: 'piece.dropped', case: id, batch, piece, reason: why }],
      release: onceClaims(id, kind),
    };
  }
  const copy = found.copy + 1;
  const item = `${piece}.${copy}`;
  const round = state.batch.samples;
  const { mark } = secrets;
  const printed: NewFact = {
    type: 'piece.printed',
    piece,
    batch,
    case: id,
    kind,
    template,
    copy,
    mark,
    round,
  };
  const sheet = { token: secrets.token, template };
  const birthDate = known['identity.birthDate'];
  if (!rules.mailing.carriesCode[kind] || state.case.standing.protected || !birthDate) {
    return { facts: [printed], keep: [{ of: id, section: 'invite', item: `${item}/token`, value: sheet }] };
  }
  const { locator, key } = secrets.link(birthDate as CivilDate);
  return {
    facts: [
      printed,
      ...revokeLiving(mail, id, 'replaced'),
      { type: 'invite.issued', case: id, piece, copy, reason: kind, locator },
    ],
    keep: [
      // Stays when the code is emptied: with it the inside writes her capsule and opens what she sends.
      { of: id, section: 'invite', item: `${item}/token`, value: { ...sheet, locator, key } },
      { of: id, section: 'invite', item, value: { code: secrets.code } },
    ],
  };
}

/** The codes that still open something, of one piece or of all, revoked with the reason. */
export function revokeLiving(mail: Mail, id: CaseId, reason: string, piece?: PieceId): readonly NewFact[] {
  return mail.invites
    .filter((invite) => invite.revoked === undefined && (piece === undefined || invite.piece === piece))
    .map(({ piece: of, copy }) => ({ type: 'invite.revoked', case: id, piece: of, copy, reason }));
}
