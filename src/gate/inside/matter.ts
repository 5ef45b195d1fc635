import { z } from 'zod';
import { recordWardAnswer } from '../../domain/ward/record-ward-answer.ts';
import { recordWardWord } from '../../domain/ward/record-ward-word.ts';
import { tellWard } from '../../domain/ward/tell-ward.ts';
import { matterStream } from '../../domain/streams.ts';
import { machine, roles } from '../../security/access.ts';
import { findMatters } from '../../store/questions/matters.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';
import { question } from '../question.ts';

const CHANNEL = z.enum(['phone', 'mail', 'in-person', 'paper', 'screen']);
const OFFICE = roles('responsible-manager', 'operator');

const TELLING = z.strictObject({
  matter: inputs.id('matter'),
  case: inputs.id('case').optional(),
  about: inputs.code,
  channel: CHANNEL,
  /** A function such as `health-centre`, never a name. */
  by: inputs.code,
  ref: inputs.code,
  words: inputs.words.optional(),
});

/** What the ward is told and asked, and its word (CHI-15.2-1: by function, never by name). */
export const matterActs = {
  tell: command({
    name: 'ward.tell',
    says: 'Record that the ward was told something',
    schema: TELLING,
    who: { allowed: [...OFFICE, ...machine('system:intake')] },
    streams: (input) => ({ matter: matterStream(input.matter) }),
    decide: (state, input, context) => tellWard(state, { ...input, asks: false }, context),
    remembers: 'ward',
  }),
  ask: command({
    name: 'ward.ask',
    says: 'Record that the ward was asked something and an answer is waited for',
    schema: TELLING,
    who: { allowed: [...OFFICE, ...machine('system:intake')] },
    streams: (input) => ({ matter: matterStream(input.matter) }),
    decide: (state, input, context) => tellWard(state, { ...input, asks: true }, context),
    remembers: 'ward',
  }),
  recordAnswer: command({
    name: 'ward.record-answer',
    says: 'Record the word of the ward on a matter',
    schema: z.strictObject({
      matter: inputs.id('matter'),
      answer: inputs.code,
      channel: CHANNEL,
      by: inputs.code,
      ref: inputs.code,
      words: inputs.words.optional(),
    }),
    who: { allowed: [...OFFICE, ...roles('ward-staff')] },
    streams: (input) => ({ matter: matterStream(input.matter) }),
    decide: recordWardAnswer,
    remembers: 'ward',
  }),
  /** `ward.record-word`: what the ward said of a woman without a question of ours, heard by a clerk (CHI-15.2-1). */
  recordWord: command({
    name: 'ward.record-word',
    says: 'Record what the ward said of a woman: by whom, how, when, and under which reference',
    schema: z.strictObject({
      matter: inputs.id('matter'),
      case: inputs.id('case'),
      about: inputs.code,
      answer: inputs.code,
      channel: CHANNEL,
      by: inputs.code,
      ref: inputs.code,
      heardAt: inputs.instant,
      words: inputs.words.optional(),
    }),
    who: { allowed: [...OFFICE, ...roles('ward-staff')] },
    streams: (input) => ({ matter: matterStream(input.matter) }),
    decide: recordWardWord,
    remembers: 'ward',
  }),
};

export const matterCommands: readonly Command[] = Object.values(matterActs);

/** `ward.matters`: what waits for the ward's answer, the oldest first; or everything asked about one case. */
export const listMatters = question({
  name: 'ward.matters',
  says: 'List what the ward was told and asked, and what still waits for its answer',
  schema: z.strictObject({ onlyOpen: z.boolean().default(true), case: inputs.id('case').optional() }),
  who: { allowed: [...OFFICE, ...roles('ward-staff')] },
  reading: 'listed',
  opens: [],
  purpose: 'ward',
  find: ({ reader }, input) => findMatters(reader, input),
  show: (rows) => rows.map(({ subject: _subject, ...row }) => row),
});
