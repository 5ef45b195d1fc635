/** Kinds of fact that happen in a simulated year of the first programme; `year.slow.test.ts` holds the year to it. */
export const HAPPENING: readonly string[] = `
  access.approved access.granted access.requested account.opened application.cancelled
  application.matched application.received application.refused batch.begun batch.counted
  batch.fixed batch.released batch.sampled benefit.expired benefit.granted benefit.held
  benefit.packed benefit.released benefit.withheld booking.cancelled booking.made booking.moved
  call.made case.birth-reported case.carried-over case.closed case.contact-changed case.died
  case.due-date-changed case.follow-up-decided case.follow-up-proposed case.held case.hold-ended
  case.loss-reported case.mail-way-named case.moved case.opened case.paused
  case.protection-changed case.resumed case.stop-lifted case.unreachable case.withdrawn
  consent.recorded consultation.recorded day.closed day.opened duty.closed fact.corrected
  handover.recorded inquiry.answered inquiry.closed inquiry.escalated inquiry.identified
  inquiry.opened invite.issued invite.redeemed invite.revoked invoice.issued invoice.paid
  invoice.received list.approved list.committed list.keys-destroyed list.question-answered
  list.question-raised list.received list.staged manager.appointed message.bounced message.sent
  message.stopped month.closed piece.asked-back piece.delivered piece.dropped piece.lost
  piece.planned piece.posted piece.printed piece.reissue-granted piece.return-reviewed
  piece.returned piece.voided piece.withdrawn place.initialised pledge.signed postage.receipted
  questionnaire.answered questionnaire.withdrawn recall.sent reception.entered
  redispatch.requested referral.made referral.received report.accepted report.issued
  report.returned resident.registered review.closed stock.counted stock.destroyed stock.differed
  stock.packed stock.received stock.returned survey.answered survey.closed survey.opened
  survey.sent training.recorded urgent.acknowledged urgent.closed urgent.raised urgent.reported
  visit.assigned visit.cap-raised visit.completed visit.missed visitor.qualified ward.answered
  ward.asked ward.told worker.notified worker.registered
`
  .trim()
  .split(/\s+/);
