import type { Command } from '../command.ts';
import type { Question } from '../question.ts';
import { accessQuestions } from './access-questions.ts';
import { accessCommands } from './access.ts';
import { accountCommands } from './account.ts';
import { credentialCommands } from './credential.ts';
import { deviceCommands, deviceQuestions } from './device.ts';
import { ownAccountQuestions } from './own-account.ts';
import { savedFilterCommands, savedFilterQuestions } from './saved-filter.ts';
import { recordBackup, recordBackupFailure, recordBackupRemoval, recordRestore } from './backup.ts';
import { batchCommands } from './batch.ts';
import { batchRoomQuestions } from './batch-room.ts';
import { benefitCommands, benefitQuestions } from './benefit.ts';
import { dutyCommands, dutyQuestions } from './duty.ts';
import { bookingQuestions } from './booking-questions.ts';
import { bookingViewQuestions } from './booking-view.ts';
import { bookingCommands } from './booking.ts';
import { courierQuestions } from './courier-questions.ts';
import { courierCommands } from './courier.ts';
import { consultationCommands } from './consultation.ts';
import { visitPlanningQuestions } from './visit-planning.ts';
import { visitQuestions } from './visit-questions.ts';
import { visitRecordQuestions } from './visit-record-questions.ts';
import { visitCommands } from './visit.ts';
import { visitorCommands } from './visitor.ts';
import { applicationCommands } from './application.ts';
import { applicationQuestions } from './application-questions.ts';
import { registrationCommands } from './registration.ts';
import { callBackCommands, callBackQuestions } from './call-back.ts';
import { inquiryReceiptCommands, inquiryReceiptQuestions } from './inquiry-receipt.ts';
import { callerQuestions } from './caller.ts';
import { inquiryCommands, inquiryQuestions } from './inquiry.ts';
import { urgentCommands, urgentQuestions } from './urgent.ts';
import { messageCommands, messageQuestions } from './message.ts';
import { monthCommands } from './month.ts';
import { reportQuestions } from './report-questions.ts';
import { reportCommands } from './report.ts';
import { surveyCommands, surveyQuestions } from './survey.ts';
import { openCaseCommand, showCase } from './case.ts';
import { searchPersons } from './person.ts';
import { completeErasureCommand, orderErasureCommand, replayErasureCommand } from './erasure.ts';
import { disposalQuestions } from './disposal-questions.ts';
import { disposalCommands } from './disposal.ts';
import { handOverQuestions } from './hand-over-questions.ts';
import { invoiceCommands } from './invoice.ts';
import { invoiceQuestions } from './invoice-questions.ts';
import { handOverCommands } from './hand-over.ts';
import { ledgerQuestions } from './ledger.ts';
import {
  answerQuestionCommand,
  approveListCommand,
  closeListCommand,
  destroyListKeysCommand,
  discardListCommand,
  receiveListCommand,
  stageListCommand,
  stageRowsCommand,
  stateNoChangeCommand,
} from './list.ts';
import {
  applyChangeCommand,
  holdForListCommand,
  takeFollowUpCommand,
  updateFromListCommand,
} from './list-apply.ts';
import {
  matchRows,
  showEarlierCases,
  showList,
  showListQuestions,
  showLists,
  showStaged,
  showSummary,
} from './list-questions.ts';
import { nextList } from './list-expected.ts';
import { compareRow, planOfList } from './list-review.ts';
import { needing } from './needing.ts';
import { memberCommands } from './member.ts';
import { memberQuestions } from './member-questions.ts';
import { exportJournal } from './journal.ts';
import { letterQuestions } from './letters.ts';
import { mailingQuestions } from './mailing.ts';
import { pieceCommands } from './piece.ts';
import { envelopeCommands } from './envelope.ts';
import { portalQuestions } from './portal.ts';
import { packageRoomQuestions } from './package-room.ts';
import { overseasLetterQuestion } from './overseas-letter.ts';
import { printFileCommands, printFileQuestions } from './print-file.ts';
import { confirmAfterRestoreCommand, initialisePlace, showPlaceState } from './place.ts';
import { logQuestions } from './log.ts';
import { stockCommands, stockQuestions } from './stock.ts';
import { workerCommands, workerQuestions } from './worker.ts';
import { explainEligibility, listOfCases, showTimeline } from './case-questions.ts';
import { foreseeCaseAct, showCaseActs } from './case-acts.ts';
import { showToday } from './duty-today.ts';
import { countWatched } from './duty-watch.ts';
import { followUpCommands } from './follow-up.ts';
import { listMatters, matterCommands } from './matter.ts';
import { standingCommands } from './standing.ts';
import { showWhereItGoes, whereItGoesCommands } from './where-it-goes.ts';
import { stopCommands } from './stop.ts';

const commandRows: readonly Command[] = [
  receiveListCommand,
  stageRowsCommand,
  stageListCommand,
  answerQuestionCommand,
  approveListCommand,
  discardListCommand,
  stateNoChangeCommand,
  closeListCommand,
  destroyListKeysCommand,
  updateFromListCommand,
  applyChangeCommand,
  holdForListCommand,
  ...needing('followUp', [takeFollowUpCommand]),
  initialisePlace,
  ...accountCommands,
  ...credentialCommands,
  ...savedFilterCommands,
  ...deviceCommands,
  ...workerCommands,
  ...accessCommands,
  ...needing('eligibility', [openCaseCommand]),
  ...needing('members', memberCommands),
  ...standingCommands,
  ...whereItGoesCommands,
  ...stopCommands,
  ...needing('followUp', followUpCommands),
  ...matterCommands,
  ...needing('forms', registrationCommands),
  ...needing('forms', applicationCommands),
  ...needing('portal', envelopeCommands),
  ...needing('inquiry', inquiryCommands),
  ...needing('inquiry', inquiryReceiptCommands),
  ...needing('inquiry', callBackCommands),
  ...needing('urgent', urgentCommands),
  ...needing('messages', messageCommands),
  ...needing('survey', surveyCommands),
  ...needing('reports', monthCommands),
  ...needing('reports', reportCommands),
  ...needing('booking', bookingCommands),
  ...needing('booking', courierCommands),
  ...needing('visits', visitCommands),
  ...needing('visits', visitorCommands),
  ...needing('visits', consultationCommands),
  ...batchCommands,
  ...pieceCommands,
  ...printFileCommands,
  ...needing('benefits', benefitCommands),
  ...dutyCommands,
  ...handOverCommands,
  ...disposalCommands,
  ...needing('benefits', stockCommands),
  ...needing('billing', invoiceCommands),
  confirmAfterRestoreCommand,
  recordBackup,
  recordBackupFailure,
  recordBackupRemoval,
  recordRestore,
  orderErasureCommand,
  replayErasureCommand,
  completeErasureCommand,
];

const questionRows: readonly Question[] = [
  ...handOverQuestions,
  ...disposalQuestions,
  ...ledgerQuestions,
  matchRows,
  showStaged,
  showSummary,
  showList,
  showLists,
  showListQuestions,
  showEarlierCases,
  planOfList,
  compareRow,
  nextList,
  listOfCases,
  ...needing('eligibility', [explainEligibility]),
  ...needing('members', memberQuestions),
  showTimeline,
  listMatters,
  ...mailingQuestions,
  ...batchRoomQuestions,
  ...letterQuestions,
  ...printFileQuestions,
  ...needing('benefits', [overseasLetterQuestion, ...packageRoomQuestions]),
  ...needing('forms', applicationQuestions),
  ...needing('portal', portalQuestions),
  ...needing('inquiry', inquiryQuestions),
  ...needing('inquiry', callerQuestions),
  ...needing('inquiry', inquiryReceiptQuestions),
  ...needing('inquiry', callBackQuestions),
  ...needing('urgent', urgentQuestions),
  ...needing('messages', messageQuestions),
  ...needing('survey', surveyQuestions),
  ...needing('reports', reportQuestions),
  ...needing('booking', bookingQuestions),
  ...needing('booking', bookingViewQuestions),
  ...needing('booking', courierQuestions),
  ...needing('visits', visitQuestions),
  ...needing('visits', visitPlanningQuestions),
  ...needing('visits', visitRecordQuestions),
  ...needing('benefits', benefitQuestions),
  ...dutyQuestions,
  showToday,
  countWatched,
  ...needing('eligibility', [showCaseActs, foreseeCaseAct]),
  ...needing('benefits', stockQuestions),
  ...needing('billing', invoiceQuestions),
  ...accessQuestions,
  ...deviceQuestions,
  ...ownAccountQuestions,
  ...savedFilterQuestions,
  ...workerQuestions,
  ...logQuestions,
  exportJournal,
  showCase,
  showWhereItGoes,
  showPlaceState,
  searchPersons,
];

/** Every command of the inside, by name: a joint. A row that is not here does not exist. */
export const commands: ReadonlyMap<string, Command> = new Map(commandRows.map((row) => [row.name, row]));

/** Every question of the inside, by name. */
export const questions: ReadonlyMap<string, Question> = new Map(questionRows.map((row) => [row.name, row]));
