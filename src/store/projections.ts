import type { Projection } from './projection.ts';
import { batchProjection } from './projections/batch.ts';
import { postageReceiptProjection } from './projections/postage-receipt.ts';
import { printFileProjection } from './projections/print-file.ts';
import { dropProjection } from './projections/drop.ts';
import { sheetProjection } from './projections/sheet.ts';
import { letterProjection } from './projections/letter.ts';
import { benefitProjection } from './projections/benefit.ts';
import { closedDutyProjection } from './projections/closed-duty.ts';
import { dutyProjection } from './projections/duty.ts';
import { applicationProjection } from './projections/application.ts';
import { registrationProjection } from './projections/registration.ts';
import { callBackProjection } from './projections/call-back.ts';
import { inquiryProjection } from './projections/inquiry.ts';
import { urgentProjection } from './projections/urgent.ts';
import { messageProjection } from './projections/message.ts';
import { plannedMessageProjection } from './projections/planned-message.ts';
import { surveyProjection } from './projections/survey.ts';
import { bookingProjection } from './projections/booking.ts';
import { dayProjection } from './projections/day.ts';
import { visitProjection } from './projections/visit.ts';
import { visitorProjection } from './projections/visitor.ts';
import { voucherSetProjection } from './projections/voucher-set.ts';
import { memberProjection } from './projections/member.ts';
import { drawProjection } from './projections/draw.ts';
import { resetProjection } from './projections/reset.ts';
import { caseProjection } from './projections/case.ts';
import { erasureProjection } from './projections/erasure.ts';
import { grantProjection } from './projections/grant.ts';
import { listProjection } from './projections/list.ts';
import { monthProjection } from './projections/month.ts';
import { matterProjection } from './projections/matter.ts';
import { listQuestionProjection } from './projections/list-question.ts';
import { pieceProjection } from './projections/piece.ts';
import { disposalProjection } from './projections/disposal.ts';
import { generationProjection } from './projections/generation.ts';
import { handOverProjection } from './projections/hand-over.ts';
import { bundleProjection, courierProjection, recipientKeyProjection } from './projections/courier.ts';
import { inviteProjection } from './projections/invite.ts';
import { partChangeProjection } from './projections/part-change.ts';
import { placeProjection } from './projections/place.ts';
import { accountProjection } from './projections/account.ts';
import { registerLineProjection } from './projections/register-line.ts';
import { requestProjection } from './projections/request.ts';
import { deviceProjection } from './projections/device.ts';
import { savedFilterProjection } from './projections/saved-filter.ts';
import { signInProjection } from './projections/sign-in.ts';
import { managerProjection } from './projections/manager.ts';
import { reviewProjection } from './projections/review.ts';

/** Every projection of the house: a joint. What is not here is neither written nor rebuilt nor compared. */
export const projections: readonly Projection[] = [
  caseProjection,
  applicationProjection,
  registrationProjection,
  inquiryProjection,
  callBackProjection,
  urgentProjection,
  messageProjection,
  plannedMessageProjection,
  surveyProjection,
  bookingProjection,
  dayProjection,
  visitProjection,
  visitorProjection,
  pieceProjection,
  dropProjection,
  sheetProjection,
  letterProjection,
  inviteProjection,
  partChangeProjection,
  batchProjection,
  postageReceiptProjection,
  printFileProjection,
  benefitProjection,
  dutyProjection,
  closedDutyProjection,
  voucherSetProjection,
  listProjection,
  listQuestionProjection,
  matterProjection,
  monthProjection,
  grantProjection,
  erasureProjection,
  placeProjection,
  courierProjection,
  recipientKeyProjection,
  bundleProjection,
  generationProjection,
  handOverProjection,
  disposalProjection,
  accountProjection,
  savedFilterProjection,
  signInProjection,
  resetProjection,
  deviceProjection,
  registerLineProjection,
  requestProjection,
  managerProjection,
  reviewProjection,
  memberProjection,
  drawProjection,
];
