import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId } from '../basics/ids.ts';
import type { MissedReason } from '../facts/visit.ts';
import type { RecordedFact } from '../facts.ts';

/** One step of one number: by how much, and about what. */
export type Count = { readonly path: string; readonly of: string; readonly by: number };

/** A set of answers in the vault that a fact says was given: tabulated when the month is closed (items ④ to ⑦). */
export type AnswerSet = {
  readonly item: 'questionnaire' | 'checklist' | 'leeway';
  readonly form: string;
  readonly case: CaseId;
  /** Where it lies in her vault. */
  readonly section: 'answers' | 'visit';
  readonly name: string;
};

/** What the count of one fact must know of facts before it. */
export type Before = {
  readonly isRevisit: (booking: string) => boolean;
  readonly isPending: (application: string) => boolean;
  readonly followUpOn: (case_: CaseId, day: CivilDate) => boolean;
};

/** Kinds of fact that are counted, or that the count of others must know. */
export const COUNTED_TYPES: readonly RecordedFact['type'][] = [
  'case.opened',
  'case.follow-up-decided',
  'case.withdrawn',
  'piece.posted',
  'recall.sent',
  'application.received',
  'application.matched',
  'application.refused',
  'application.cancelled',
  'questionnaire.answered',
  'booking.made',
  'booking.moved',
  'booking.cancelled',
  'visit.completed',
  'visit.missed',
  'consent.recorded',
  'consultation.recorded',
  'urgent.raised',
  'survey.opened',
  'survey.sent',
  'survey.answered',
  'survey.closed',
  'fact.corrected',
];

/**
 * The definition of every number of the report: what one recorded fact adds to which, by path below `items`
 * (CHI-9.1-4 to 9.1-13). Nothing else counts anything.
 */
export function countsOfFact(fact: RecordedFact, before: Before): readonly Count[] {
  switch (fact.type) {
    case 'piece.posted':
      return isLetter(fact.kind) ? one(`sent.${fact.kind}`, fact.piece) : [];
    case 'recall.sent':
      // A card is counted when it is posted; a call is no notice.
      return fact.channel === 'email' || fact.channel === 'sms' ? one('sent.recallMail', fact.message) : [];
    case 'application.received': {
      const channel = fact.channel === 'web' || fact.channel === 'phone' ? fact.channel : 'other';
      return [
        ...one(`applications.received.${channel}`, fact.application),
        ...one(PENDING, fact.application),
      ];
    }
    case 'application.matched':
    case 'application.refused':
    case 'application.cancelled': {
      const word = fact.type === 'application.matched' ? 'confirmed' : fact.type.slice('application.'.length);
      const settled = before.isPending(fact.application)
        ? [{ path: PENDING, of: fact.application, by: -1 }]
        : [];
      return [...one(`applications.${word}`, fact.application), ...settled];
    }
    case 'case.withdrawn':
      return one('applications.withdrawn', fact.case);
    case 'visit.completed':
      return completed(fact, before);
    case 'visit.missed': {
      const word = MISSED[fact.reason] ?? 'notCarriedOut';
      const { booking } = fact;
      return [
        ...one(`visits.${word}`, booking),
        ...(before.followUpOn(fact.case, fact.date) ? one(`visits.followUp.${word}`, booking) : []),
      ];
    }
    case 'questionnaire.answered':
      return one(`questionnaire.${fact.form}.answers`, fact.application);
    case 'consultation.recorded':
      return one(`consultations.${fact.category}`, fact.consultation ?? fact.case);
    case 'urgent.raised':
      return one(`urgent.${fact.class}`, fact.urgent);
    case 'survey.sent':
      return one('survey.sent', fact.message);
    case 'survey.answered':
      return one('survey.answers', fact.survey);
    default:
      return [];
  }
}

/** The sets of answers that a fact says lie in the vault. */
export function answersOfFact(fact: RecordedFact): readonly AnswerSet[] {
  if (fact.type === 'questionnaire.answered') {
    const { form, case: id, application } = fact;
    return [{ item: 'questionnaire', form, case: id, section: 'answers', name: application }];
  }
  if (fact.type !== 'visit.completed' || !isHerself(fact)) return [];
  const { case: id, booking, checklist, leeway } = fact;
  const visit = { case: id, section: 'visit' } as const;
  return [
    { ...visit, item: 'checklist', form: checklist, name: booking },
    ...(leeway ? [{ ...visit, item: 'leeway', form: leeway, name: `${booking}/leeway` } as const] : []),
  ];
}

/** The one number that is a balance: its months are not added up, its changes are. */
export const PENDING = 'applications.pending';

/** A correction may say that it was not the woman herself who was met: then there was no talk (AMB-23, CHI-8.4-11). */
export function isHerself(fact: Extract<RecordedFact, { type: 'visit.completed' }>): boolean {
  const met: string = fact.met;
  return met === 'woman';
}

function completed(
  fact: Extract<RecordedFact, { type: 'visit.completed' }>,
  before: Before,
): readonly Count[] {
  if (!isHerself(fact)) return [];
  const { booking, mode, followUp, checklist, leeway, consent } = fact;
  const follow = (path: string) => (followUp ? one(`visits.followUp.${path}`, booking) : []);
  return [
    ...(mode === 'visit'
      ? [...one('visits.completed', booking), ...follow('visit')]
      : [...one(`visits.remote.${mode}`, booking), ...follow('remote'), ...follow(mode)]),
    ...(mode === 'visit' && before.isRevisit(booking)
      ? [...one('visits.revisits', booking), ...follow('revisits')]
      : []),
    ...one(consent === 'refused' ? 'conditions.withheld' : 'conditions.pages', booking),
    ...one(`checklist.${checklist}.answers`, booking),
    ...(leeway ? one(`leeway.${leeway}.answers`, booking) : []),
  ];
}

const MISSED: Readonly<Partial<Record<MissedReason, string>>> = {
  absent: 'absent',
  'others-only': 'othersOnly',
};

/** Packages are no part of item ①. */
function isLetter(kind: string): boolean {
  return kind === 'notice' || kind === 'resend' || kind === 'reissue' || kind === 'recall';
}

function one(path: string, of: string): readonly [Count] {
  return [{ path, of, by: 1 }];
}
