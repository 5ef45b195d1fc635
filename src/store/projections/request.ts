import { projection } from '../projection.ts';

/** One row a request for a right: asked, approved, rejected, granted (SEC-6-2 to 6-4). */
export const requestProjection = projection({
  name: 'request',
  of: 'account',
  columns: {
    request: 'text',
    account: 'text',
    role: 'text',
    purpose: 'text',
    until: 'text',
    status: 'text',
    applicant: 'text',
    approved_by: 'text',
    requested_on: 'text',
  },
  indexes: [['status']],
  rows: ({ requests }, id) =>
    requests.map((asked) => ({
      request: asked.request,
      account: id,
      role: asked.role,
      purpose: asked.purpose,
      until: asked.until,
      status: asked.status,
      applicant: asked.applicant,
      approved_by: asked.approvedBy ?? null,
      requested_on: asked.requestedOn,
    })),
});
