import { z } from 'zod';
import { machine } from '../../security/access.ts';
import { piecesOfBatch } from '../../store/questions/mailing.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';

const schema = z.strictObject({ batch: inputs.id('batch') });
const who = { allowed: machine('system:print') };

/** Whose letter it is and where it goes: only pieces that are printed and not posted. */
const addressees = question({
  name: 'letters.addressees',
  says: 'Open the names and addresses that the letters of a batch carry, for printing',
  schema,
  who,
  reading: 'bulk',
  opens: ['identity.name', 'identity.printName', 'address.*', 'mail-address.*', 'delivery-address.*'],
  purpose: 'print',
  find: async ({ reader }, { batch }) =>
    (await piecesOfBatch(reader, batch)).filter(({ status }) => status === 'printed'),
  show: (rows, fields) => rows.map((row) => ({ ...row, fields: fields(row) })),
});

/** Token and code of each living copy. Kept apart from the addressees: nobody reads them together but the printer. */
const secrets = question({
  name: 'letters.secrets',
  says: 'Open the tokens and codes that the letters of a batch carry, for printing',
  schema,
  who,
  reading: 'bulk',
  opens: ['invite.*'],
  purpose: 'print',
  find: async ({ reader }, { batch }) =>
    (await piecesOfBatch(reader, batch))
      .filter(({ status }) => status === 'printed')
      .map((row) => ({ ...row, vaultItem: `${row.piece}.${row.copy}` })),
  show: (rows, fields) => rows.map((row) => ({ piece: row.piece, copy: row.copy, fields: fields(row) })),
});

/** What the printer asks. A file of letters is handed out once a copy; who fetched it stands in the log as second. */
export const letterQuestions: readonly Question[] = [addressees, secrets];
