import type { PregnancyOpening } from '../../src/domain/facts/case.ts';
import { randomIds } from '../../src/security/random-ids.ts';

const ids = randomIds();

/** What opens a case, as it is sent: due on 2026-08-20 and in a list of her own; say only what differs. */
export function usualOpening(changes: Readonly<Partial<Record<keyof PregnancyOpening, unknown>>> = {}) {
  return {
    contractYear: 2026,
    list: ids.fresh('list'),
    due: '2026-08-20',
    followUp: false,
    origin: 'list',
    mailWay: 'registered',
    protected: false,
    ...changes,
  };
}
