import { z } from 'zod';
import { recordConsent } from '../../domain/application/record-consent.ts';
import { registerResident } from '../../domain/application/register-resident.ts';
import { PORTAL_LANGUAGES } from '../../domain/portal/language.ts';
import { caseStream } from '../../domain/streams.ts';
import { assigned, roles } from '../../security/access.ts';
import { command, type Command } from '../command.ts';
import { inputs } from '../inputs.ts';

const channel = z.enum(['web', 'phone', 'mail', 'in-person', 'visit', 'ward']);

/** `resident.register`: the code redeemed and the contact confirmed (AMB-52); again, it changes the contact. */
const register = command({
  name: 'resident.register',
  says: 'Register a woman with a contact that she has confirmed',
  schema: z.strictObject({
    case: inputs.id('case'),
    channel,
    phone: z.string().max(40).optional(),
    email: z.string().max(254).optional(),
    language: z.enum(PORTAL_LANGUAGES).optional(),
    piece: inputs.id('piece').optional(),
    copy: z.int().positive().optional(),
    /** An operator has read it back to her; the portal has sent her a link that she opened. */
    confirmed: z.literal(true),
  }),
  who: { allowed: [{ resident: true }, ...roles('operator', 'responsible-manager', 'ward-staff')] },
  streams: (input) => ({ case: caseStream(input.case) }),
  knows: {
    of: (input) => input.case,
    fields: ['contact.phone', 'contact.email', 'contact.language', 'contact.earlierPhone'],
  },
  decide: registerResident,
  remembers: 'registration',
});

/** `consent.record`: her answer to sharing with the ward, on the telephone, at the visit, or taken back (CHI-8.3-9). */
const consent = command({
  name: 'consent.record',
  says: 'Record her answer to sharing what was heard with the ward',
  schema: z.strictObject({
    case: inputs.id('case'),
    text: inputs.code,
    version: inputs.code,
    answer: z.enum(['given', 'refused', 'withdrawn']),
    channel,
    on: inputs.date,
  }),
  who: {
    allowed: [{ resident: true }, ...roles('operator', 'responsible-manager'), ...assigned('visitor')],
  },
  streams: (input) => ({ case: caseStream(input.case) }),
  decide: recordConsent,
  remembers: 'consent',
});

export const registrationActs = { register, consent };

export const registrationCommands: readonly Command[] = Object.values(registrationActs);
