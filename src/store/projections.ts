import type { Projection } from './projection.ts';
import { bookingProjection } from './projections/booking.ts';
import { dayProjection } from './projections/day.ts';
import { visitProjection } from './projections/visit.ts';
import { visitorProjection } from './projections/visitor.ts';
import { caseProjection } from './projections/case.ts';
import { erasureProjection } from './projections/erasure.ts';
import { grantProjection } from './projections/grant.ts';
import { listProjection } from './projections/list.ts';
import { matterProjection } from './projections/matter.ts';
import { pieceProjection } from './projections/piece.ts';
import { placeProjection } from './projections/place.ts';
import { accountProjection } from './projections/account.ts';
import { registerLineProjection } from './projections/register-line.ts';
import { requestProjection } from './projections/request.ts';
import { managerProjection } from './projections/manager.ts';
import { reviewProjection } from './projections/review.ts';

/** Every projection of the house: a joint. What is not here is neither written nor rebuilt nor compared. */
export const projections: readonly Projection[] = [
  caseProjection,
  bookingProjection,
  dayProjection,
  visitProjection,
  visitorProjection,
  pieceProjection,
  listProjection,
  matterProjection,
  grantProjection,
  erasureProjection,
  placeProjection,
  accountProjection,
  registerLineProjection,
  requestProjection,
  managerProjection,
  reviewProjection,
];
