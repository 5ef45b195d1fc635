import { projection } from '../projection.ts';

/** The responsible manager and her deputies; `acting_until` for the deputy who stands in (CHI-6.1-1, AMB-54). */
export const managerProjection = projection({
  name: 'manager',
  of: 'office',
  columns: { account: 'text', post: 'text', until: 'text', acting_until: 'text' },
  rows: ({ managers: { manager, deputies, standIn } }) => [
    ...(manager
      ? [{ account: manager.account, post: 'manager', until: manager.until, acting_until: null }]
      : []),
    ...deputies.map(({ account, until }) => ({
      account,
      post: 'deputy',
      until,
      acting_until: standIn?.account === account ? standIn.until : null,
    })),
  ],
});
