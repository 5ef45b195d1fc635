import assert from 'node:assert/strict';
import { test } from 'node:test';
import { factsOf } from './facts.ts';

const TEXT = `
import type { CaseId } from '../basics/ids.ts';

/** What a visit leaves. */
export type VisitFact =
  | {
      readonly type: 'visit.completed' | 'visit.missed';
      readonly case: CaseId;
      /** HH:MM. */
      readonly from?: string;
      readonly how: 'home' | 'phone';
      readonly inner: { readonly type: 'other' };
    }
  /** Somebody else goes. */
  | ({ readonly type: 'visit.assigned' } & Opening & Elsewhere);

/** Something urgent. */
export type UrgentFact = { readonly urgent: UrgentId } & (
  | { readonly type: 'urgent.raised'; readonly reason?: string }
  | { readonly type: 'urgent.closed' }
);

type Opening = { readonly due: CivilDate; readonly list?: ListId };

type Hidden = { readonly type: 'not.exported' };
`;

test('every fact of a type is named with its fields and the words above it', () => {
  const file = 'src/domain/facts/visit.ts';
  const payload = ['case: CaseId', 'from?: string', "how: 'home' | 'phone'", "inner: { type: 'other' }"];
  assert.deepEqual(factsOf({ path: file, text: TEXT }), [
    { name: 'visit.completed', file, payload, says: 'What a visit leaves.' },
    { name: 'visit.missed', file, payload, says: 'What a visit leaves.' },
    {
      name: 'visit.assigned',
      file,
      payload: ['due: CivilDate', 'list?: ListId', '…Elsewhere'],
      says: 'Somebody else goes.',
    },
    {
      name: 'urgent.raised',
      file,
      payload: ['reason?: string', 'urgent: UrgentId'],
      says: 'Something urgent.',
    },
    { name: 'urgent.closed', file, payload: ['urgent: UrgentId'], says: 'Something urgent.' },
  ]);
});
