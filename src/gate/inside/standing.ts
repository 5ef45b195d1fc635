import { z } from 'zod';
import { carryOver } from '../../domain/standing/carry-over.ts';
import { changeContact } from '../../domain/standing/change-contact.ts';
import { changeDueDate } from '../../domain/standing/change-due-date.ts';
import { closeCase, OUTCOMES } from '../../domain/standing/close-case.ts';
import { designate } from '../../domain/standing/designate.ts';
import { markUnreachable } from '../../domain/standing/mark-unreachable.ts';
import { nameMailWay } from '../../domain/standing/name-mail-way.ts';
import { openCase } from '../../domain/standing/open-case.ts';
import { reportBirth } from '../../domain/standing/report-birth.ts';
import { caseStream } from '../../domain/streams.ts';
import { assigned, machine, roles } from '../../security/access.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';

const onCase = (input: { readonly case: `case_${string}` }) => ({ case: caseStream(input.case) });
const OF_CASE = { case: inputs.id('case') };
const VALUES = z.record(z.string().regex(/^[a-zA-Z]{1,32}$/), z.string().max(400));
/** How somebody of ours hears her; the ward's own word comes in by rows of its own, and so does what she does herself. */
const HER_CHANNEL = z.enum(['phone', 'mail', 'in-person', 'visit']);
const WARD_CHANNEL = z.enum(['ward', 'list']);
const ANY_CHANNEL = z.enum(['web', 'phone', 'mail', 'in-person', 'ward', 'post', 'visit', 'list']);
const SCOPE = z.array(z.enum(['notice', 'visit', 'resend', 'package'])).max(4);
const DESK = roles('operator', 'responsible-manager', 'ward-staff');
const HERSELF = [{ resident: true }] as const;
/** The ward's word: told by the ward's own staff, or recorded with its reference by the manager. */
const WARD_WORD = roles('ward-staff', 'responsible-manager');
const INTAKE = machine('system:intake');
/**
 * Where letters go, and the name on them, by the word of the ward: two people look whose it is (domain.md 8: the address
 * of another woman with the same family name).
 */
const WARD_WORD_BY_TWO = {
  allowed: WARD_WORD,
  second: ['responsible-manager', 'operator', 'ward-staff'],
} as const;

/** What is told of a woman's standing, apart from what stops (`stop.ts`) and her moves (`where-it-goes.ts`). */
export const standingActs = {
  changeDueDate: command({
    name: 'case.change-due-date',
    needs: ['eligibility'],
    says: 'Change the expected date of birth, keeping the earlier ones',
    schema: z.strictObject({
      ...OF_CASE,
      to: inputs.date,
      source: z.enum(['list', 'form', 'visit', 'phone']),
    }),
    who: { allowed: [...DESK, ...assigned('visitor'), ...INTAKE] },
    streams: onCase,
    decide: changeDueDate,
    remembers: 'casework',
  }),
  changeContact: command({
    name: 'case.change-contact',
    says: 'Change how a woman is reached, as she told us; no place to which anything is sent',
    schema: z.strictObject({
      ...OF_CASE,
      what: z.enum(['phone', 'email']),
      source: HER_CHANNEL,
      values: VALUES,
    }),
    who: { allowed: [...roles('operator', 'responsible-manager'), ...assigned('visitor')] },
    streams: onCase,
    decide: changeContact,
    remembers: 'casework',
  }),
  changeContactByWard: command({
    name: 'case.change-contact-by-ward',
    says: 'Change registered name, address, mail address or contact by the word of the ward and two people',
    schema: z.strictObject({
      ...OF_CASE,
      what: z.enum(['mail-address', 'delivery-address', 'name', 'phone', 'email', 'correction']),
      source: WARD_CHANNEL,
      values: VALUES,
    }),
    who: WARD_WORD_BY_TWO,
    streams: onCase,
    decide: changeContact,
    remembers: 'casework',
  }),
  nameMailWay: command({
    name: 'case.name-mail-way',
    says: 'Name where mail to a woman goes, by the word of the ward and two people',
    schema: z.strictObject({
      ...OF_CASE,
      way: z.enum(['registered', 'designated', 'ward']),
      address: VALUES.optional(),
      ref: inputs.code,
    }),
    who: WARD_WORD_BY_TWO,
    streams: onCase,
    knows: { of: (input) => input.case, fields: ['mail-address.address'] },
    decide: nameMailWay,
    remembers: 'casework',
  }),
  reportBirth: command({
    name: 'case.report-birth',
    needs: ['eligibility'],
    says: 'Record that the child is born; letters that invite stop and the booking is decided again',
    schema: z.strictObject({ ...OF_CASE, on: inputs.date, source: ANY_CHANNEL }),
    who: { allowed: [...DESK, ...assigned('visitor'), ...INTAKE, ...HERSELF] },
    streams: onCase,
    decide: reportBirth,
    remembers: 'casework',
  }),
  markUnreachable: command({
    name: 'case.mark-unreachable',
    says: 'Record that mail came back twice: no letter any more, the ward is told',
    schema: z.strictObject({ ...OF_CASE, on: inputs.date }),
    who: { allowed: [...roles('mailing-clerk', 'responsible-manager'), ...machine('system:clock')] },
    streams: onCase,
    decide: markUnreachable,
    remembers: 'mailing',
  }),
  close: command({
    name: 'case.close',
    says: 'Close a case with its outcome',
    schema: z.strictObject({ ...OF_CASE, outcome: z.enum(OUTCOMES) }),
    who: { allowed: [...roles('responsible-manager', 'operator'), ...machine('system:clock')] },
    streams: onCase,
    decide: closeCase,
    remembers: 'casework',
  }),
  carryOver: command({
    name: 'case.carry-over',
    needs: ['eligibility'],
    says: 'Hand a case to the contract of the next year, with the rights that run on',
    schema: z.strictObject({
      ...OF_CASE,
      toYear: z.int(),
      rights: z.array(z.strictObject({ right: inputs.code, last: inputs.date })).max(10),
    }),
    who: { allowed: [...WARD_WORD, ...machine('system:clock')] },
    streams: onCase,
    decide: carryOver,
    remembers: 'casework',
  }),
  designate: command({
    name: 'case.designate',
    needs: ['eligibility'],
    says: 'Designate a woman for notice, visit, re-send or package by the word of the ward',
    schema: z.strictObject({ ...OF_CASE, scope: SCOPE, ref: inputs.code }),
    who: { allowed: [...WARD_WORD, ...INTAKE] },
    streams: onCase,
    decide: designate,
    remembers: 'casework',
  }),
  openDesignated: command({
    name: 'case.open-designated',
    needs: ['eligibility'],
    says: 'Open a case for a person whom the ward designates beside its lists',
    schema: z.strictObject({
      ...OF_CASE,
      person: inputs.id('person'),
      opening: z.strictObject({
        contractYear: z.int(),
        due: inputs.date,
        followUp: z.boolean(),
        designation: z.strictObject({ scope: SCOPE.min(1), ref: inputs.code }),
        mailWay: z.enum(['registered', 'designated', 'ward', 'undecided']),
        protected: z.boolean(),
      }),
      values: z
        .array(
          z.strictObject({
            section: z.enum(['identity', 'address', 'mail-address', 'contact', 'language', 'remarks']),
            value: VALUES,
          }),
        )
        .max(6),
    }),
    who: { allowed: WARD_WORD },
    streams: onCase,
    decide: (state, input, context) =>
      openCase(state, { ...input, opening: { ...input.opening, origin: 'designated' } }, context),
    remembers: 'intake',
  }),
};

export const standingCommands: readonly Command[] = Object.values(standingActs);
