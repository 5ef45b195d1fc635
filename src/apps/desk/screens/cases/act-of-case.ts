import type { Given } from '../../asking.ts';

/** What every act on a case has: where it stands, what it is given, and that it leads back to her page. */
export const ACT_OF_CASE = {
  work: 'cases',
  given: ['case'],
  to: ({ case: id = '' }: Given): string => `/cases/${id}`,
} as const;
