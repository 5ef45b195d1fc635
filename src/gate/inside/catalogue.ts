import type { Command } from '../command.ts';
import type { Question } from '../question.ts';
import { accessQuestions } from './access-questions.ts';
import { accessCommands } from './access.ts';
import { accountCommands } from './account.ts';
import { recordBackup, recordBackupFailure, recordBackupRemoval, recordRestore } from './backup.ts';
import { bookingQuestions } from './booking-questions.ts';
import { bookingCommands } from './booking.ts';
import { openCaseCommand, showCase } from './case.ts';
import { consultationCommands } from './consultation.ts';
import { visitQuestions } from './visit-questions.ts';
import { visitCommands } from './visit.ts';
import { visitorCommands } from './visitor.ts';
import { searchPersons } from './person.ts';
import { completeErasureCommand, orderErasureCommand, replayErasureCommand } from './erasure.ts';
import { exportJournal } from './journal.ts';
import { confirmAfterRestoreCommand, initialisePlace, showPlaceState } from './place.ts';
import { logQuestions } from './log.ts';
import { workerCommands, workerQuestions } from './worker.ts';
import { explainEligibility, listOfCases, showTimeline } from './case-questions.ts';
import { followUpCommands } from './follow-up.ts';
import { listMatters, matterCommands } from './matter.ts';
import { standingCommands } from './standing.ts';
import { stopCommands } from './stop.ts';

const commandRows: readonly Command[] = [
  initialisePlace,
  ...accountCommands,
  ...workerCommands,
  ...accessCommands,
  openCaseCommand,
  ...standingCommands,
  ...stopCommands,
  ...followUpCommands,
  ...matterCommands,
  ...bookingCommands,
  ...visitCommands,
  ...visitorCommands,
  ...consultationCommands,
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
  listOfCases,
  explainEligibility,
  showTimeline,
  listMatters,
  ...bookingQuestions,
  ...visitQuestions,
  ...accessQuestions,
  ...workerQuestions,
  ...logQuestions,
 exportJournal, showCase, showPlaceState, searchPersons];

/** Every command of the inside, by name: a joint. A row that is not here does not exist. */
export const commands: ReadonlyMap<string, Command> = new Map(commandRows.map((row) => [row.name, row]));

/** Every question of the inside, by name. */
export const questions: ReadonlyMap<string, Question> = new Map(questionRows.map((row) => [row.name, row]));
