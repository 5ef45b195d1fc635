import { z } from 'zod';
import { registerDevice, withdrawDevice } from '../../domain/access/device.ts';
import { deviceStream } from '../../domain/streams.ts';
import { roles } from '../../security/access.ts';
import { addMinutes } from '../../domain/basics/instant.ts';
import { allDevices, approvedResets, lockedSince } from '../../store/questions/sign-ins.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';
import { question, type Question } from '../question.ts';
import { shownAs } from './worker.ts';

const device = inputs.id('device');

/** `device.register`: the ID manager has seen the terminal, the name it shows and its number in the register. */
export const registerDeviceCommand = command({
  name: 'device.register',
  says: 'Register a terminal from which people may sign in',
  schema: z.strictObject({ device, register: inputs.code }),
  who: { allowed: roles('administrator') },
  streams: (input) => ({ device: deviceStream(input.device) }),
  decide: registerDevice,
  remembers: 'access',
});

/** `device.withdraw`: nobody signs in there any more, and who is signed in is out. */
export const withdrawDeviceCommand = command({
  name: 'device.withdraw',
  says: 'Withdraw a terminal: nobody signs in there any more',
  schema: z.strictObject({ device, reason: inputs.code }),
  who: { allowed: roles('administrator', 'access-approver') },
  streams: (input) => ({ device: deviceStream(input.device) }),
  decide: withdrawDevice,
  remembers: 'access',
});

const WATCHERS = { allowed: roles('administrator', 'access-approver', 'auditor') };

export const listDevices = question({
  name: 'device.list',
  says: 'List the terminals from which people may or might sign in',
  schema: z.strictObject({}),
  who: WATCHERS,
  reading: 'listed',
  opens: [],
  purpose: 'access',
  find: ({ reader }) => allDevices(reader),
  show: (rows) => rows,
});

/** `account.alerts`: what the ID manager is to look at; each ends with an unlocking or a reset. */
export const listAlerts = question({
  name: 'account.alerts',
  says: 'List the IDs that are locked after failures in a row, the longest locked first',
  schema: z.strictObject({}),
  who: WATCHERS,
  reading: 'listed',
  opens: ['staff.name', 'ward-person.name'],
  purpose: 'access',
  find: ({ reader }) => lockedSince(reader),
  show: (rows, fields) =>
    rows.map((row) => ({
      account: row.account,
      lockedSince: row.at,
      shownAs: shownAs({ function: null }, fields(row)),
    })),
});

/** `account.resets`: what was approved and waits for the ID manager; after a day it is over (SEC-5-1). */
export const listResets = question({
  name: 'account.resets',
  says: 'List the resets that were approved and are not carried out yet',
  schema: z.strictObject({}),
  who: WATCHERS,
  reading: 'listed',
  opens: ['staff.name', 'ward-person.name'],
  purpose: 'access',
  find: ({ reader, now, rules }) =>
    approvedResets(reader, addMinutes(now, -rules.access.signIn.approvalHours * 60)),
  show: (rows, fields) =>
    rows.map(({ subject: _subject, ...row }) => ({
      ...row,
      shownAs: shownAs({ function: null }, fields({ ...row, subject: row.account })),
    })),
});

export const deviceCommands: readonly Command[] = [registerDeviceCommand, withdrawDeviceCommand];
export const deviceQuestions: readonly Question[] = [listDevices, listAlerts, listResets];
