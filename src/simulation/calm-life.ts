import { addDays, type CivilDate } from '../domain/basics/civil-date.ts';
import type { YearMonth } from '../domain/basics/year-month.ts';
import { completedAge } from '../domain/calendar/age.ts';
import type { Chance } from './chance.ts';
import { checklistAnswers, leewayAnswers, questionnaireAnswers, surveyAnswers } from './her-answers.ts';
import { fileOf, FIRST_VISITS, lifeDays } from './life-days.ts';
import type { Life, Listing, WardChange } from './life.ts';
import type { Woman } from './town.ts';

/**
 * A life in which all goes well: the letter arrives, she applies by web and takes a date at once, is at home, gets her
 * package, and gives birth about the due date. Every other life is this one with something changed.
 */
export function calmLife(woman: Woman, month: YearMonth, chance: Chance): Life {
  const days = lifeDays(woman.due, month);
  const needs = needsFollowUp(woman);
  const from = addDays(days.month8.from, chance.below(18));
  const born = addDays(woman.due, 6 - chance.below(19));
  return {
    id: `L${woman.number.slice(3)}`,
    story: 'ordinary',
    woman,
    listing: calmListing(woman, month),
    changes: [birthTold(born, chance)],
    contacts: [],
    away: [],
    letters: [{ end: 'delivered', afterDays: 1 + chance.below(3) }],
    recallCard: 'arrives',
    registers: {
      movedBy: 'letter',
      afterDays: chance.below(9),
      at: chance.pick(['07:40', '10:15', '12:30', '20:05', '21:50', '23:20']),
      channel: 'web',
      withCode: true,
      consent: 'given',
      answers: questionnaireAnswers(woman, chance),
      email: `mihon-${woman.number}@example.jp`,
    },
    books: {
      when: 'at-once',
      afterDays: 0,
      mode: 'visit',
      reason: undefined,
      from: from < FIRST_VISITS ? FIRST_VISITS : from,
      time: chance.pick(['morning', 'afternoon']),
      period: 'month8',
      moves: undefined,
      cancels: undefined,
    },
    visit: {
      attempts: ['met'],
      againAfterDays: undefined,
      minutes: needs ? 18 + chance.below(12) : 10 + chance.below(6),
      consent: 'given',
      checklist: checklistAnswers(chance, false),
      leeway: leewayAnswers(chance),
      stamp: 'stamped',
      consultations: chance.onceIn(3)
        ? [{ asker: chance.pick(['woman', 'woman', 'partner']), category: chance.pick(CATEGORIES) }]
        : [],
      referral: undefined,
      urgent: undefined,
      mistake: undefined,
    },
    packages: [{ end: 'received', afterDays: 1 + chance.below(4) }],
    redispatch: [],
    lossAfterTalk: undefined,
    packageAfterLoss: undefined,
    survey:
      chance.below(10) < 4 ? { afterDays: 1 + chance.below(12), answers: surveyAnswers(chance) } : undefined,
  };
}

/** What is asked at the door or on the telephone, as codes. */
export const CATEGORIES: readonly string[] = [
  'sleep',
  'birth',
  'feeding',
  'money',
  'siblings',
  'nursery',
  'mood',
  'body',
];

/** First birth at 25 or younger, or one person or none to talk to (CHI-5-7): so the ward fills the column in. */
export function needsFollowUp(woman: Woman): boolean {
  const age = completedAge(woman.birthDate, woman.due, 'birthday') ?? 0;
  return (woman.firstBirth && age <= 25) || woman.toTalkTo <= 1;
}

/** The ward's row for her, with nothing wrong in it. */
export function calmListing(woman: Woman, month: YearMonth): Listing {
  const needs = needsFollowUp(woman);
  return {
    file: fileOf(month),
    month,
    origin: 'list',
    scope: [],
    followUp: needs,
    followUpReason: !needs
      ? undefined
      : woman.toTalkTo <= 1
        ? '身近に相談できる人が1名以下'
        : '25歳以下の初産',
    mailCode: woman.protected ? '2' : '',
    mailTo: undefined,
    fault: undefined,
    residentSince: undefined,
  };
}

/** A birth is notified within 14 days and reaches the changes list after that. */
export function birthTold(on: CivilDate, chance: Chance): WardChange {
  return { kind: 'birth', on, known: addDays(on, 5 + chance.below(12)) };
}
