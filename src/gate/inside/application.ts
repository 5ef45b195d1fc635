import { z } from 'zod';
import { cancelApplication } from '../../domain/application/cancel-application.ts';
import { matchApplication } from '../../domain/application/match-application.ts';
import { receiveApplication } from '../../domain/application/receive-application.ts';
import { receiveOpenApplication } from '../../domain/application/receive-open-application.ts';
import { refuseApplication } from '../../domain/application/refuse-application.ts';
import { PORTAL_LANGUAGES } from '../../domain/portal/language.ts';
import { applicationStream, caseStream } from '../../domain/streams.ts';
import { roles, type Allowed } from '../../security/access.ts';
import { command, type Command, type Knows } from '../command.ts';
import { inputs } from '../inputs.ts';

const answers = z.record(inputs.code, z.union([z.int(), z.string().max(4000), z.array(inputs.code).max(40)]));
const channel = z.enum(['web', 'phone', 'mail', 'in-person', 'visit', 'ward']);
const herselfOrDesk: readonly Allowed[] = [{ resident: true }, ...roles('operator', 'responsible-manager')];
const both = (input: { readonly application: `application_${string}`; readonly case: `case_${string}` }) => ({
  application: applicationStream(input.application),
  case: caseStream(input.case),
});

/** `application.receive`: her answers to the questionnaire, with the code of her letter or entered by an operator. */
const receive = command({
  name: 'application.receive',
  says: 'Take the application and questionnaire of a woman whose case is known',
  schema: z.strictObject({
    application: inputs.id('application'),
    case: inputs.id('case'),
    form: inputs.code,
    channel,
    answers,
    consent: inputs.code.optional(),
    language: z.enum(PORTAL_LANGUAGES).optional(),
  }),
  who: { allowed: herselfOrDesk },
  streams: both,
  knows: { of: (input) => input.case, fields: ['identity.birthDate'] },
  decide: receiveApplication,
  remembers: 'application',
});

const line = z.string().max(200);

/** `application.receive-open`: somebody applies without a code; it waits in the clearing queue. */
const receiveOpen = command({
  name: 'application.receive-open',
  says: 'Take an application without a code into the clearing queue',
  schema: z.strictObject({
    application: inputs.id('application'),
    form: inputs.code,
    channel,
    answers,
    applicant: z.strictObject({
      name: line.min(1),
      kana: line.min(1),
      birthDate: inputs.date,
      phone: line.optional(),
      email: line.optional(),
      postcode: line.optional(),
      address: line.optional(),
      building: line.optional(),
    }),
  }),
  who: { allowed: herselfOrDesk },
  streams: (input) => ({ application: applicationStream(input.application) }),
  decide: receiveOpenApplication,
  remembers: 'application',
});

const matching = z.strictObject({ application: inputs.id('application'), case: inputs.id('case') });

const compared: readonly Knows<z.infer<typeof matching>>[] = [
  { of: (input) => input.application, fields: ['applicant.*', 'answers.*'] },
  {
    of: (input) => input.case,
    as: 'ledger',
    fields: [
      'identity.kana',
      'identity.birthDate',
      'address.address',
      'address.building',
      'contact.phone',
      'contact.email',
      'contact.language',
    ],
  },
];

/** `application.match`: a person says whose it is; reading, date of birth, and telephone or address agree. */
const match = command({
  name: 'application.match',
  says: 'Say whose application it is, when the keys of identity agree',
  schema: matching,
  who: { allowed: roles('operator', 'responsible-manager') },
  streams: both,
  knows: compared,
  decide: matchApplication,
  remembers: 'application',
});

/** `application.match-differing`: two people say why she is the one although keys differ. */
const matchDiffering = command({
  name: 'application.match-differing',
  says: 'Say by two people whose application it is although keys of identity differ',
  schema: matching.extend({ overrule: inputs.code }),
  who: {
    allowed: roles('responsible-manager'),
    second: ['operator', 'responsible-manager', 'work-supervisor'],
  },
  streams: both,
  knows: compared,
  decide: matchApplication,
  remembers: 'application',
});

/** `application.refuse`: out of the clearing queue without a case. */
const refuse = command({
  name: 'application.refuse',
  says: 'Refuse or give up an application that waits in the clearing queue',
  schema: z.strictObject({ application: inputs.id('application'), reason: inputs.code }),
  who: { allowed: roles('operator', 'responsible-manager') },
  streams: (input) => ({ application: applicationStream(input.application) }),
  decide: refuseApplication,
  remembers: 'application',
});

/** `application.cancel`: a confirmed application is given up. */
const cancel = command({
  name: 'application.cancel',
  says: 'Cancel a confirmed application',
  schema: z.strictObject({
    application: inputs.id('application'),
    case: inputs.id('case'),
    reason: inputs.code,
  }),
  who: { allowed: herselfOrDesk },
  streams: both,
  decide: cancelApplication,
  remembers: 'application',
});

export const applicationActs = {
  receive,
  receiveOpen,
  match,
  matchDiffering,
  refuse,
  cancel,
};

export const applicationCommands: readonly Command[] = Object.values(applicationActs);
