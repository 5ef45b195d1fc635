import type { Command } from '../command.ts';
import type { Question } from '../question.ts';
import { accessQuestions } from './access-questions.ts';
import { accessCommands } from './access.ts';
import { accountCommands } from './account.ts';
import { recordBackup, recordBackupFailure, recordBackupRemoval, recordRestore } from './backup.ts';
import { batchCommands } from './batch.ts';
import { benefitCommands, benefitQuestions } from './benefit.ts';
import { dutyCommands, dutyQuestions } from './duty.ts';
import { bookingQuestions } from './booking-questions.ts';
import { bookingCommands } from './booking.ts';
import { consultationCommands } from './consultation.ts';
import { visitQuestions } from './visit-questions.ts';
import { visitCommands } from './visit.ts';
import { visitorCommands } from './visitor.ts';
import { applicationCommands } from './application.ts';
import { applicationQuestions } from './application-questions.ts';
import { registrationCommands } from './registration.ts';
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
import { exportJournal } from './journal.ts';
import { letterQuestions } from './letters.ts';
import { mailingQuestions } from './mailing.ts';
import { pieceCommands } from './piece.ts';
import { overseasLetterQuestion } from './overseas-letter.ts';
import { printFileCommands, printFileQuestions } from './print-file.ts';
import { confirmAfterRestoreCommand, initialisePlace, showPlaceState } from './place.ts';
import { logQuestions } from './log.ts';
import { stockCommands, stockQuestions } from './stock.ts';
import { workerCommands, workerQuestions } from './worker.ts';
import { explainEligibility, listOfCases, showTimeline } from './case-questions.ts';
import { followUpCommands } from './follow-up.ts';
import { listMatters, matterCommands } from './matter.ts';
import { standingCommands } from './standing.ts';
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
  takeFollowUpCommand,
  initialisePlace,
  ...accountCommands,
  ...workerCommands,
  ...accessCommands,
  openCaseCommand,
  ...standingCommands,
  ...stopCommands,
  ...followUpCommands,
  ...matterCommands,
  ...registrationCommands,
  ...applicationCommands,
  ...inquiryCommands,
  ...urgentCommands,
  ...messageCommands,
  ...surveyCommands,
  ...monthCommands,
  ...reportCommands,
  ...bookingCommands,
  ...visitCommands,
  ...visitorCommands,
  ...consultationCommands,
  ...batchCommands,
  ...pieceCommands,
  ...printFileCommands,
  ...benefitCommands,
  ...dutyCommands,
  ...handOverCommands,
  ...disposalCommands,
  ...stockCommands,
  ...invoiceCommands,
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
  listOfCases,
  explainEligibility,
  showTimeline,
  listMatters,
  ...mailingQuestions,
  ...letterQuestions,
  ...printFileQuestions,
  overseasLetterQuestion,
  ...applicationQuestions,
  ...inquiryQuestions,
  ...urgentQuestions,
  ...messageQuestions,
  ...surveyQuestions,
  ...reportQuestions,
  ...bookingQuestions,
  ...visitQuestions,
  ...benefitQuestions,
  ...dutyQuestions,
  ...stockQuestions,
  ...invoiceQuestions,
  ...accessQuestions,
  ...workerQuestions,
  ...logQuestions,
  exportJournal,
  showCase,
  showPlaceState,
  searchPersons,
];

/** Every command of the inside, by name: a joint. A row that is not here does not exist. */
export const commands: ReadonlyMap<string, Command> = new Map(commandRows.map((row) => [row.name, row]));

/** Every question of the inside, by name. */
export const questions: ReadonlyMap<string, Question> = new Map(questionRows.map((row) => [row.name, row]));
