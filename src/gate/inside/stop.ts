import { z } from 'zod';
import { changeProtection } from '../../domain/standing/change-protection.ts';
import { endHold } from '../../domain/standing/end-hold.ts';
import { holdCase } from '../../domain/standing/hold-case.ts';
import { liftStop } from '../../domain/standing/lift-stop.ts';
import { pause } from '../../domain/standing/pause.ts';
import { reportDeath } from '../../domain/standing/report-death.ts';
import { reportLoss } from '../../domain/standing/report-loss.ts';
import { resume } from '../../domain/standing/resume.ts';
import { withdraw } from '../../domain/standing/withdraw.ts';
import { caseStream } from '../../domain/streams.ts';
import { assigned, machine, roles } from '../../security/access.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';

const onCase = (input: { readonly case: `case_${string}` }) => ({ case: caseStream(input.case) });
const OF_CASE = { case: inputs.id('case') };
const CHANNEL = z.enum(['web', 'phone', 'mail', 'in-person', 'ward', 'post', 'visit', 'list']);
const HERSELF = [{ resident: true }] as const;
const INTAKE = machine('system:intake');
const WARD_WORD = roles('ward-staff', 'responsible-manager');
const DESK = roles('operator', 'responsible-manager', 'ward-staff');
/** "Stop" may be said by anybody on the staff (design.md section 4, domain.md 8). */
const ANYBODY = [
  ...roles('operator', 'mailing-clerk', 'responsible-manager', 'ward-staff'),
  ...assigned('visitor'),
  ...INTAKE,
  ...HERSELF,
];
/** Undoing what the ward stopped takes two people and its recorded word. */
const TWO = { allowed: WARD_WORD, second: ['responsible-manager', 'operator', 'ward-staff'] } as const;

/** What stops, and what undoes it. */
export const stopActs = {
  reportLoss: command({
    name: 'case.report-loss',
    needs: ['eligibility'],
    says: 'Record a loss or the death of the child: everything stops at once and the ward is told',
    schema: z.strictObject({
      ...OF_CASE,
      what: z.enum(['loss', 'child-death']),
      on: inputs.date,
      source: CHANNEL,
    }),
    who: { allowed: ANYBODY },
    streams: onCase,
    decide: reportLoss,
    remembers: 'stop',
  }),
  reportDeath: command({
    name: 'case.report-death',
    says: 'Record that the woman has died: everything stops at once and the ward is told',
    schema: z.strictObject({ ...OF_CASE, on: inputs.date, source: CHANNEL }),
    who: { allowed: ANYBODY.filter((line) => !('resident' in line)) },
    streams: onCase,
    decide: reportDeath,
    remembers: 'stop',
  }),
  startProtection: command({
    name: 'case.start-protection',
    says: 'Begin the protection of a woman (支援措置): only the place the ward names is reached',
    schema: z.strictObject({ ...OF_CASE, ref: inputs.code }),
    who: { allowed: [...WARD_WORD, ...INTAKE] },
    streams: onCase,
    decide: (state, input, context) => changeProtection(state, { ...input, to: true }, context),
    remembers: 'stop',
  }),
  endProtection: command({
    name: 'case.end-protection',
    says: 'End the protection of a woman, by the word of the ward and two people',
    schema: z.strictObject({ ...OF_CASE, ref: inputs.code }),
    who: TWO,
    streams: onCase,
    decide: (state, input, context) => changeProtection(state, { ...input, to: false }, context),
    remembers: 'stop',
  }),
  pause: command({
    name: 'case.pause',
    says: 'Let invitations, reminders, calls and surveys rest until a day',
    schema: z.strictObject({
      ...OF_CASE,
      reason: inputs.code,
      until: inputs.date,
      by: z.enum(['herself', 'ward', 'staff']),
      channel: CHANNEL,
    }),
    who: { allowed: [...DESK, ...assigned('visitor'), ...HERSELF] },
    streams: onCase,
    decide: pause,
    remembers: 'stop',
  }),
  resume: command({
    name: 'case.resume',
    says: 'Take back a pause or a withdrawal, by herself after three points',
    schema: z.strictObject({
      ...OF_CASE,
      by: z.enum(['herself', 'staff']),
      identity: z.literal('three-points').optional(),
      channel: CHANNEL,
    }),
    who: { allowed: roles('operator', 'responsible-manager') },
    streams: onCase,
    decide: resume,
    remembers: 'stop',
  }),
  resumeByLink: command({
    name: 'case.resume-by-link',
    says: 'Take back a pause by her link; a withdrawal is taken back by telephone',
    schema: z.strictObject({ ...OF_CASE }),
    who: { allowed: HERSELF },
    streams: onCase,
    decide: (state, input, context) =>
      resume(state, { ...input, by: 'herself', identity: 'code', channel: 'web' }, context),
    remembers: 'stop',
  }),
  endPause: command({
    name: 'case.end-pause',
    says: 'Write down that a pause is over',
    schema: z.strictObject({ ...OF_CASE }),
    who: { allowed: machine('system:clock') },
    streams: onCase,
    decide: (state, input, context) => resume(state, { ...input, by: 'clock', channel: 'web' }, context),
    remembers: 'stop',
  }),
  withdraw: command({
    name: 'case.withdraw',
    says: 'Record that a woman wants no contact any more, with her answer about an earned package',
    schema: z.strictObject({
      ...OF_CASE,
      channel: CHANNEL,
      package: z.enum(['send', 'keep', 'decline']).optional(),
    }),
    who: { allowed: [...DESK, ...assigned('visitor'), ...HERSELF] },
    streams: onCase,
    decide: withdraw,
    remembers: 'stop',
  }),
  hold: command({
    name: 'case.hold',
    says: 'Hold all outgoing of a case until a person has looked',
    schema: z.strictObject({ ...OF_CASE, reason: inputs.code, ref: inputs.code.optional() }),
    who: { allowed: [...roles('operator', 'mailing-clerk', 'responsible-manager', 'ward-staff'), ...INTAKE] },
    streams: onCase,
    decide: holdCase,
    remembers: 'stop',
  }),
  endHold: command({
    name: 'case.end-hold',
    says: 'End a hold after a person has looked',
    schema: z.strictObject({ ...OF_CASE, reason: inputs.code, ref: inputs.code }),
    who: { allowed: WARD_WORD },
    streams: onCase,
    decide: endHold,
    remembers: 'stop',
  }),
  liftStop: command({
    name: 'case.lift-stop',
    says: 'Undo a loss, death, birth or stop of the ward, by the word of the ward and two people',
    schema: z.strictObject({
      ...OF_CASE,
      of: inputs.id('fact'),
      by: z.enum(['ward', 'ward-and-herself']),
      ref: inputs.code,
    }),
    who: TWO,
    streams: onCase,
    decide: liftStop,
    remembers: 'stop',
  }),
};

export const stopCommands: readonly Command[] = Object.values(stopActs);
