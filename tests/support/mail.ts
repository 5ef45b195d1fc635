import { date } from '../../src/domain/basics/civil-date.ts';
import type { BatchId, CaseId, PieceId } from '../../src/domain/basics/ids.ts';
import type { Recorded } from '../../src/domain/facts/fact.ts';
import type { PieceKind, ReturnReason } from '../../src/domain/facts/mailing.ts';
import { evolveBatch, noBatch, type BatchState } from '../../src/domain/mailings/batch.ts';
import type { Fact, RecordedFact } from '../../src/domain/facts.ts';
import type { YearMonth } from '../../src/domain/basics/year-month.ts';
import { yen } from '../../src/domain/basics/yen.ts';
import { personalCode } from '../../src/domain/text/personal-code.ts';
import { CASE, on } from './given.ts';

export const BATCH: BatchId = 'batch_may';
export const PIECE: PieceId = 'piece_one';

/** What is drawn for a printed copy, and the birthday that makes a link of it. */
export const SECRETS = {
  token: 'TOKEN2345678',
  mark: 'a1b2',
  code: personalCode(Array.from({ length: 19 }, () => 7)),
  link: (birthDate: string) => ({ locator: 'ab12', key: `key of ${birthDate}` }),
};
export const BORN = { 'identity.birthDate': '1995-05-05' };

type Of = {
  readonly case?: CaseId;
  readonly piece?: PieceId;
  readonly batch?: BatchId;
  readonly kind?: PieceKind;
};

const whose = ({ case: id = CASE, piece = PIECE }: Of) => ({ case: id, piece });

export const planned = (day: string, of: Of = {}): Recorded<Fact> =>
  on(day, { type: 'piece.planned', ...whose(of), batch: of.batch ?? BATCH, kind: of.kind ?? 'notice' });

export const printed = (day: string, of: Of & { readonly copy?: number; readonly round?: number } = {}) =>
  on(day, {
    type: 'piece.printed',
    ...whose(of),
    batch: of.batch ?? BATCH,
    kind: of.kind ?? 'notice',
    template: `${of.kind ?? 'notice'}-1`,
    copy: of.copy ?? 1,
    round: of.round ?? 0,
  });

export const issued = (day: string, of: Of & { readonly copy?: number } = {}) =>
  on(day, { type: 'invite.issued', ...whose(of), copy: of.copy ?? 1, reason: of.kind ?? 'notice' });

export const posted = (day: string, of: Of & { readonly tracking?: string } = {}) =>
  on(day, {
    type: 'piece.posted',
    ...whose(of),
    kind: of.kind ?? 'notice',
    service: of.kind === 'recall' ? 'postcard' : 'specified-record',
    ...(of.kind === 'recall' ? {} : { tracking: of.tracking ?? '13112383852' }),
    postage: yen(of.kind === 'recall' ? 85 : 320),
  });

/** Planned, printed with its code, and posted on one day. */
export const sent = (day: string, of: Of = {}): readonly RecordedFact[] => [
  planned(day, of),
  printed(day, of),
  ...(of.kind === 'recall' ? [] : [issued(day, of)]),
  posted(day, of),
];

export const delivered = (day: string, of: Of = {}) =>
  on(day, { type: 'piece.delivered', ...whose(of), on: date(day), source: 'tracking-page' });

export const returned = (day: string, of: Of & { readonly reason?: ReturnReason } = {}) =>
  on(day, {
    type: 'piece.returned',
    ...whose(of),
    on: date(day),
    reason: of.reason ?? 'unknown-address',
    source: 'envelope',
  });

export const begun = (day: string, kind: PieceKind = 'notice', plan = 1) =>
  on(day, {
    type: 'batch.begun',
    batch: BATCH,
    kind,
    month: day.slice(0, 7) as YearMonth,
    planned: plan,
    against: 'list_changes',
    asOf: date(day),
  });

export const fixed = (day: string, kind: PieceKind = 'notice', pieces = 1) =>
  on(day, { type: 'batch.fixed', batch: BATCH, kind, pieces, dropped: 0, against: 'list_changes' });

export const sampled = (day: string, differing = 0, count = 1) =>
  on(day, {
    type: 'batch.sampled',
    batch: BATCH,
    witnesses: ['account_a', 'account_b'],
    sampled: count,
    differing,
  });

export const released = (day: string) =>
  on(day, { type: 'batch.released', batch: BATCH, witnesses: ['account_a', 'account_b'] });

export const enclosed = (day: string, count = 1) =>
  on(day, {
    type: 'batch.counted',
    batch: BATCH,
    stage: 'enclosed',
    printed: count,
    enclosed: count,
    spoiled: 0,
    pulled: 0,
    posted: 0,
  });

/** A batch that is ready for the post. */
export const ready = (day: string, kind: PieceKind = 'notice', pieces = 1): readonly RecordedFact[] => [
  begun(day, kind, pieces),
  fixed(day, kind, pieces),
  sampled(day),
  released(day),
  enclosed(day, pieces),
];

export function batchAfter(...facts: readonly RecordedFact[]): { readonly batch: BatchState } {
  return { batch: facts.reduce(evolveBatch, noBatch) };
}
