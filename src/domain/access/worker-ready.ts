import type { CivilDate } from '../basics/civil-date.ts';
import { oneYearLimit } from '../calendar/one-year.ts';
import type { AccountState } from './account.ts';
import type { AccessRules } from './access-rules.ts';

/** What a worker still lacks; empty = everything is there. Topics of the training as `training:<topic>`. */
export type Lack =
  | 'registration'
  | 'notice'
  | 'pledge'
  | 'pledge-copy-consent'
  | 'pledge-copy'
  | `training:${string}`;

/**
 * Nobody starts before the ward was told, the training held within the last year, and the pledge signed twice with its
 * copy handed in (PII-3-1, PII-5-1, PII-6-2; the same gates for a re-subcontractor, PII-7-3). The ward's own people are
 * there on the ward's word alone.
 */
export function lacksOf(account: AccountState, today: CivilDate, rules: AccessRules): readonly Lack[] {
  const { registered, notified, pledge, trainedOn } = account;
  if (!registered) return ['registration'];
  if (registered.side === 'ward') return [];
  const { topics, repeat } = rules.training;
  const untaught = topics.filter((topic) => {
    const last = trainedOn[topic];
    return !last || oneYearLimit(last, repeat) < today;
  });
  return [
    ...(notified && notified.effectiveFrom <= today ? [] : ['notice' as const]),
    ...untaught.map((topic) => `training:${topic}` as const),
    ...(pledge.signedOn ? [] : ['pledge' as const]),
    ...(pledge.copyConsentOn ? [] : ['pledge-copy-consent' as const]),
    ...(pledge.copySubmittedOn ? [] : ['pledge-copy' as const]),
  ];
}
