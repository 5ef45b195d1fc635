import type { RefusalOf } from '../basics/refusal.ts';
import type { CaseState } from '../case.ts';
import type { VisitMode } from '../facts/booking.ts';
import type { VisitFact } from '../facts/visit.ts';
import { checkAnswers, type AnswerProblem } from '../forms/answers.ts';
import { usableForm } from '../forms/form.ts';
import type { Rules } from '../rules.ts';
import type { Standing } from '../standing/standing.ts';
import { followUpOn } from './follow-up-on.ts';
import type { CompleteVisit } from './visit-record.ts';

export type VisitRecordRefusal =
  | RefusalOf<'not-herself'>
  | RefusalOf<'identity-not-complete'>
  | RefusalOf<'place-not-private'>
  | RefusalOf<'birth-date-needed'>
  | RefusalOf<'birth-contradicts'>
  | RefusalOf<'checklist-not-approved', { checklist: string }>
  | RefusalOf<'checklist-incomplete', AnswerProblem>
  | RefusalOf<'leeway-needed'>
  | RefusalOf<'leeway-not-asked'>
  | RefusalOf<'consent-unasked'>
  | RefusalOf<'stamp-unanswered'>;

type Recorded = Pick<
  Extract<VisitFact, { type: 'visit.completed' }>,
  | 'identity'
  | 'pregnant'
  | 'born'
  | 'followUp'
  | 'checklist'
  | 'leeway'
  | 'consent'
  | 'stamped'
  | 'noStamp'
  | 'considerate'
  | 'privatePlace'
>;

/** Whether a visit record is complete, in the order in which the talk goes, and what the fact says of it. */
export function checkVisitRecord(
  { standing, registration }: Pick<CaseState, 'standing' | 'registration'>,
  record: CompleteVisit,
  mode: VisitMode,
  rules: Rules,
): Recorded | VisitRecordRefusal {
  const { pregnant, born, checklist, leeway, consent, identity } = record;
  const remote = mode !== 'visit';
  if (record.met !== 'woman') return { refused: 'not-herself' };
  if (remote && !(identity?.name && identity.birthDate && identity.address)) {
    return { refused: 'identity-not-complete' };
  }
  if (remote && !record.privatePlace) return { refused: 'place-not-private' };
  if (!pregnant && !born) return { refused: 'birth-date-needed' };
  if (contradicts(standing, record)) return { refused: 'birth-contradicts' };
  const form = usableForm(rules.forms.definitions, checklist);
  if (form?.id !== 'visit-checklist') return { refused: 'checklist-not-approved', checklist };
  const [unanswered] = checkAnswers(form, record.answers, record.date);
  if (unanswered) return { refused: 'checklist-incomplete', ...unanswered };
  const followUp = followUpOn(standing, record.date);
  if (followUp && !leewayDone(record, rules)) return { refused: 'leeway-needed' };
  if (!followUp && (leeway || record.leewayAnswers)) return { refused: 'leeway-not-asked' };
  if (consent === 'earlier' && registration.consent?.answer !== 'given')
    return { refused: 'consent-unasked' };
  const stamp = stampOf(record, remote, rules);
  if (!stamp) return { refused: 'stamp-unanswered' };
  return {
    identity: remote ? 'three-points' : 'in-person',
    pregnant,
    ...(born ? { born } : {}),
    followUp,
    checklist,
    ...(leeway ? { leeway } : {}),
    consent,
    ...stamp,
    considerate: record.considerate,
    ...(remote ? { privatePlace: true } : {}),
  };
}

/** A birth that is still to come or both "pregnant" and "born"; or a loss or birth told for a day before the visit. */
function contradicts({ loss, birth }: Standing, { pregnant, born, date }: CompleteVisit): boolean {
  if (born) return pregnant || born > date;
  return [loss, birth].some((told) => told !== undefined && told.on < date);
}

/** Home: stamped, or why not (CHI-8.3-11). From afar no stamp can be set; a slip goes with the package (AMB-13). */
function stampOf(
  { stamped, noStamp }: CompleteVisit,
  remote: boolean,
  { visits }: Rules,
): Pick<Recorded, 'stamped' | 'noStamp'> | undefined {
  if (remote) return stamped ? undefined : { stamped, noStamp: visits.noStamp.remote };
  if (stamped) return noStamp ? undefined : { stamped };
  return noStamp && visits.noStamp.home.includes(noStamp) ? { stamped, noStamp } : undefined;
}

/** The leeway questions are asked of every woman who needs follow-up, on an approved sheet, and answered (CHI-8.3-2). */
function leewayDone({ leeway, leewayAnswers, date }: CompleteVisit, rules: Rules): boolean {
  const sheet = leeway === undefined ? undefined : usableForm(rules.forms.definitions, leeway);
  return sheet?.id === 'leeway' && checkAnswers(sheet, leewayAnswers ?? {}, date).length === 0;
}
