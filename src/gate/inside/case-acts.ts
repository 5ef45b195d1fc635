import { z } from 'zod';
import type { CaseId } from '../../domain/basics/ids.ts';
import { isRefusal } from '../../domain/basics/refusal.ts';
import type { Context } from '../../domain/context.ts';
import {
  actsOf,
  CASE_ACTS,
  foreseeAct,
  type CaseAct,
  type ForeseenAct,
} from '../../domain/standing/foresee-act.ts';
import { stopsInForce } from '../../domain/standing/stops-in-force.ts';
import { whereSheStands } from '../../domain/standing/where-she-stands.ts';
import { refusalSentence } from '../../programmes/words/refusals.ts';
import { standingSentence } from '../../programmes/words/standing.ts';
import { stopWords } from '../../programmes/words/stops.ts';
import { assigned, roles } from '../../security/access.ts';
import { applicationsOf } from '../../store/questions/applications.ts';
import { benefitOf } from '../../store/questions/benefits.ts';
import { caseStates } from '../../store/questions/case-states.ts';
import { inquiriesOf } from '../../store/questions/inquiries.ts';
import { inputs } from '../inputs.ts';
import { question, type Asking } from '../question.ts';

const OFFICE = roles('responsible-manager', 'operator', 'ward-staff');

/**
 * `case.acts`: where she stands in one sentence, what stops her and how that is taken back, and for each act whether it
 * is possible now or the sentence of why not. The decisions themselves are asked (`foresee-act.ts`): no page decides.
 * With them which applications and enquiries are hers, so that one reading leads to everything of that person; enquiries
 * are not for a visitor.
 */
export const showCaseActs = question({
  name: 'case.acts',
  says: 'Show where a woman stands, what stops her, which acts are possible now or why not, and which records are hers',
  schema: z.strictObject({ case: inputs.id('case') }),
  who: { allowed: [...OFFICE, ...assigned('visitor')] },
  reading: 'opened',
  opens: [],
  purpose: 'casework',
  find: async (asking, { case: id }) => {
    const state = (await caseStates(asking.reader, [id])).get(id);
    if (!state?.standing.opened) return [];
    const context = contextOf(asking);
    const where = whereSheStands(state, asking.today);
    const { standing, registration, bookings, visits } = state;
    const records = await recordsOf(asking, id);
    return [
      {
        case: id,
        subject: id,
        told: {
          where,
          sentence: standingSentence(where),
          stops: stopsInForce({ case: state }, id, context).map((stop) => ({
            ...stop,
            words: stopWords[stop.word],
          })),
          /** After it nothing on her pages speaks of the child or cheerfully (CHI-8.14-5). */
          grief:
            standing.loss !== undefined ||
            standing.childDied !== undefined ||
            standing.womanDied !== undefined,
          followUp: standing.followUp,
          followUpProposed: standing.followUpProposed,
          mailWay: standing.mailWay,
          designated: standing.designation?.scope ?? [],
          dueDates: standing.dueDates,
          born: standing.birth?.on,
          consent: registration.consent?.answer,
          booking: bookings.active,
          visited: visits.completed?.date,
          records,
          acts: actsOf(context).map((act) => judged(foreseeAct({ case: state }, id, act, context))),
        },
      },
    ];
  },
  show: (rows) => rows.map(({ case: id, told }) => ({ case: id, ...told })),
});

/**
 * `case.foresee`: what one act would stop, pull, cancel and tell, before it is done (design.md section 4). Whoever may
 * say "stop" may see it; what she is stopped for already is not told to a clerk who has no need of it.
 */
export const foreseeCaseAct = question({
  name: 'case.foresee',
  says: 'Show what an act on a case would stop, pull and cancel, before it is done',
  schema: z.strictObject({
    case: inputs.id('case'),
    act: z.enum(CASE_ACTS as readonly [CaseAct, ...CaseAct[]]),
  }),
  who: { allowed: [...OFFICE, ...roles('mailing-clerk'), ...assigned('visitor')] },
  reading: 'opened',
  opens: [],
  purpose: 'casework',
  find: async (asking, { case: id, act }) => {
    const state = (await caseStates(asking.reader, [id])).get(id);
    if (!state?.standing.opened || !actsOf(asking).includes(act)) return [];
    const foreseen = foreseeAct({ case: state }, id, act, contextOf(asking));
    return [{ case: id, subject: id, foreseen }];
  },
  show: (rows) =>
    rows.map(({ case: id, foreseen }) => ({
      case: id,
      act: foreseen.act,
      stop: foreseen.stop,
      effects: foreseen.can === 'done' ? foreseen.effects : undefined,
    })),
});

async function recordsOf({ reader, scope }: Asking, id: CaseId) {
  const [applications, inquiries, parcel] = await Promise.all([
    applicationsOf(reader, id),
    scope === 'programme' ? inquiriesOf(reader, id) : undefined,
    benefitOf(reader, id),
  ]);
  return {
    applications: applications.map(({ application, channel, receivedAt, state }) => ({
      application,
      channel,
      receivedAt,
      state,
    })),
    /** Absent for whom they are not. */
    inquiries: inquiries?.map(({ inquiry, no, category, openedAt, answeredAt, escalatedTo, closedAt }) => ({
      inquiry,
      no,
      category,
      openedAt,
      answeredAt,
      escalatedTo,
      closedAt,
    })),
    package: parcel,
  };
}

function contextOf({ now, today, actor, rules }: Asking): Omit<Context, 'ids' | 'known'> {
  // A question is asked by somebody with an account; the type of an actor is wider.
  return { now, today, actor: actor as Context['actor'], rules };
}

function judged(foreseen: ForeseenAct) {
  const { act, can } = foreseen;
  return {
    act,
    can,
    ...('refusal' in foreseen && isRefusal(foreseen.refusal)
      ? { why: refusalSentence(foreseen.refusal) }
      : {}),
  };
}
