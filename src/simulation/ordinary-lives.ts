import { addDays, type CivilDate } from '../domain/basics/civil-date.ts';
import type { YearMonth } from '../domain/basics/year-month.ts';
import type { ReturnReason } from '../domain/facts/mailing.ts';
import { birthTold, calmLife, CATEGORIES } from './calm-life.ts';
import type { Chance } from './chance.ts';
import { checklistAnswers, parentsStay, questionnaireAnswers } from './her-answers.ts';
import { lifeDays } from './life-days.ts';
import type { Books, LetterFate, Life, PackageFate, Registers, WardChange } from './life.ts';
import { home, type Woman } from './town.ts';

/** A life as most are: mostly calm, and what goes wrong goes wrong as often as the ward's planned quantities say (CHI-5). */
export function ordinaryLife(woman: Woman, month: YearMonth, chance: Chance): Life {
  const calm = calmLife(woman, month, chance);
  const stay = chance.onceIn(26) ? parentsStay(woman.due, chance) : undefined;
  const remote = stay !== undefined;
  const registers = chance.onceIn(22) ? undefined : registersHow(calm, stay, chance);
  return {
    ...calm,
    changes: befalls(calm, chance),
    away: stay ? [{ why: 'parents', from: stay.from, until: stay.until }] : [],
    letters: chance.onceIn(14) ? comesBack(chance) : calm.letters,
    recallCard: chance.onceIn(12) ? 'comes-back' : 'arrives',
    registers,
    books: booksHow(calm, stay, chance),
    visit: {
      ...calm.visit,
      attempts: chance.onceIn(22) ? [chance.onceIn(4) ? 'others-only' : 'absent', 'met'] : ['met'],
      againAfterDays: chance.onceIn(5) ? undefined : 2 + chance.below(6),
      checklist: checklistAnswers(chance, remote),
      stamp: chance.onceIn(15) ? chance.pick(['handbook-not-at-hand', 'handbook-at-clinic']) : 'stamped',
      consent: chance.onceIn(40) ? 'refused' : 'given',
      referral: chance.onceIn(30) ? 'health-centre' : undefined,
    },
    contacts: chance.onceIn(18)
      ? [
          {
            on: addDays(lifeDays(woman.due, month).arrives, 2 + chance.below(50)),
            at: '10:40',
            channel: chance.pick(['phone', 'phone', 'web']),
            from: 'herself',
            points: ['name', 'birth-date', 'address'],
            category: chance.pick(['application', 'change', 'package', 'delivery', 'other']),
            wish: chance.onceIn(4) ? { kind: 'consult', topic: chance.pick(CATEGORIES) } : { kind: 'ask' },
          },
        ]
      : [],
    packages: chance.onceIn(24) ? packageComesBack(chance) : calm.packages,
  };
}

function registersHow(
  calm: Life,
  stay: { readonly from: CivilDate; readonly until: CivilDate } | undefined,
  chance: Chance,
): Registers | undefined {
  if (!calm.registers) return undefined;
  const phone = chance.onceIn(7);
  return {
    ...calm.registers,
    movedBy: chance.onceIn(22) ? 'recall-card' : 'letter',
    afterDays: chance.onceIn(6) ? 8 + chance.below(9) : chance.below(8),
    ...(phone ? { channel: 'phone', at: chance.pick(['09:30', '11:10', '14:20', '16:05']) } : {}),
    withCode: phone || !chance.onceIn(60),
    consent: phone ? chance.pick(['given', 'at-visit']) : 'given',
    answers: questionnaireAnswers(calm.woman, chance, stay),
  };
}

function booksHow(calm: Life, stay: { readonly until: CivilDate } | undefined, chance: Chance): Books {
  const { due } = calm.woman;
  const kind = chance.below(100);
  const when: Books['when'] =
    kind < 88 ? 'at-once' : kind < 95 ? 'after-recall-mail' : kind < 98 ? 'after-call' : 'never';
  const late = chance.onceIn(25);
  const from = late ? addDays(due, -50 + chance.below(25)) : calm.books.from;
  const toldPhone = chance.onceIn(6);
  return {
    ...calm.books,
    when,
    afterDays: when === 'at-once' ? 0 : 1 + chance.below(5),
    from,
    period: late ? 'late' : 'month8',
    ...(stay ? { mode: toldPhone ? 'phone' : 'online', reason: 'satogaeri' } : {}),
    moves: chance.onceIn(14)
      ? {
          afterDays: 1 + chance.below(4),
          to: addDays(from, 3 + chance.below(12)),
          channel: chance.pick(['web', 'phone']),
        }
      : undefined,
    cancels: chance.onceIn(90) ? { afterDays: 2 + chance.below(5), channel: 'web' } : undefined,
  };
}

const RETURNS: readonly ReturnReason[] = [
  'unknown-address',
  'moved-unknown',
  'storage-expired',
  'incomplete-address',
];

function comesBack(chance: Chance): readonly LetterFate[] {
  const back = (): LetterFate => ({
    end: 'returned',
    afterDays: 4 + chance.below(8),
    reason: chance.pick(RETURNS),
  });
  const there: LetterFate = { end: 'delivered', afterDays: 1 + chance.below(3) };
  return chance.onceIn(6) ? [back(), back()] : [back(), there];
}

function packageComesBack(chance: Chance): readonly PackageFate[] {
  const back: PackageFate = { end: 'returned', afterDays: 8 + chance.below(4), reason: 'storage-expired' };
  return [back, { end: 'received', afterDays: 1 + chance.below(3) }];
}

/** What befalls her by the register: a birth early or late, a move, another due date, rarely a loss. */
function befalls(calm: Life, chance: Chance): readonly WardChange[] {
  const { woman, listing } = calm;
  const { arrives } = lifeDays(woman.due, listing.month);
  const some = addDays(arrives, 1 + chance.below(80));
  const known = (on: CivilDate) => addDays(on, 1 + chance.below(14));
  if (chance.onceIn(250)) return [{ kind: 'loss', on: some, known: addDays(some, 3 + chance.below(5)) }];
  const early = chance.onceIn(25);
  const births = early ? [birthTold(addDays(woman.due, -22 - chance.below(25)), chance)] : calm.changes;
  // Who has left is not in the register any more: nobody tells us of the birth.
  if (chance.onceIn(30)) return [{ kind: 'moved-out', on: some, known: known(some) }];
  if (chance.onceIn(30)) {
    return inOrder([{ kind: 'moved-within', on: some, known: known(some), home: home(chance) }, ...births]);
  }
  if (chance.onceIn(40)) {
    const due = addDays(woman.due, 5 - chance.below(11));
    return inOrder([{ kind: 'due-date-changed', on: arrives, known: known(arrives), due }, ...births]);
  }
  return births;
}

function inOrder(changes: readonly WardChange[]): readonly WardChange[] {
  return changes.toSorted((a, b) => (a.known < b.known ? -1 : a.known > b.known ? 1 : 0));
}
