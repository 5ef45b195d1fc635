import { addDays, type CivilDate } from '../domain/basics/civil-date.ts';
import type { Answers } from '../domain/forms/answers.ts';
import type { Chance } from './chance.ts';
import type { Woman } from './town.ts';

/** What she will answer in `pre-visit-questionnaire/1`. The form's own words stand with the programme. */
export function questionnaireAnswers(
  woman: Woman,
  chance: Chance,
  stay?: { readonly from: CivilDate; readonly until: CivilDate | undefined },
): Answers {
  const away = stay !== undefined;
  const sad = chance.onceIn(14);
  return {
    Q01: woman.due,
    'Q01-changed': 'no',
    'Q02-checkups': 'yes',
    'Q02-place': 'yes',
    Q03: some(chance, 'none', ['tightness', 'swelling', 'anaemia', 'weight', 'sleep']),
    Q04: [chance.pick(['glad', 'glad', 'worried', 'tired', 'confused'])],
    'Q04-low': sad ? 'yes' : 'no',
    'Q04-interest': sad && chance.onceIn(2) ? 'yes' : 'no',
    Q05: woman.firstBirth ? 'yes' : 'no',
    'Q05-multiples': woman.children ?? 1,
    Q06: woman.toTalkTo,
    Q07: woman.toTalkTo === 0 ? ['none'] : ['partner', ...(chance.onceIn(2) ? ['kin'] : [])],
    'Q07-satogaeri': away ? 'yes' : 'no',
    ...(away
      ? {
          'Q07-from': stay.from,
          'Q07-where': chance.pick(['長野県松本市', '福岡県福岡市', '北海道札幌市', '大阪府豊中市']),
          ...(stay.until ? { 'Q07-until': stay.until } : {}),
        }
      : {}),
    Q09: some(chance, 'none', ['family-smoking']),
    Q10: some(chance, 'none', ['goods', 'classes', 'reading']),
    Q11: some(chance, 'none', ['nursery', 'siblings', 'money', 'work', 'birth']),
    ...(chance.onceIn(3) ? { Q12: [chance.pick(['postnatal-care', 'helper', 'none', 'none'])] } : {}),
    Q13:
      woman.language === '日本語' ? some(chance, 'none', ['stairs', 'pets', 'companion']) : ['interpreter'],
    C01: 'given',
    ...(chance.onceIn(2)
      ? { 'Q08-partner': chance.pick(['yes', 'yes', 'little', 'not-there']), Q08: 'no' }
      : {}),
  };
}

/** What she will answer in `satisfaction-survey/1`. */
export function surveyAnswers(chance: Chance): Answers {
  return {
    S01: chance.pick(['very', 'very', 'good', 'good', 'neither', 'poor']),
    S02: chance.pick(['yes', 'yes', 'yes', 'neither', 'no']),
    S03: some(chance, 'none', ['listened', 'advice', 'services', 'package']),
    S04: chance.pick(['much', 'some', 'some', 'same', 'more']),
  };
}

/** What the visitor will note in `visit-checklist/1`; `remote` sees no home. */
export function checklistAnswers(chance: Chance, remote: boolean): Readonly<Record<string, string>> {
  const well = () => (chance.onceIn(12) ? 'watch' : 'well');
  return {
    V01: 'done',
    V02: well(),
    V03: well(),
    V04: well(),
    V05: well(),
    V06: well(),
    V07: remote ? 'remote' : well(),
    V08: 'done',
    V09: 'done',
    V10: well(),
    V11: '体調はおおむね良好とのこと。',
  };
}

/** What she will say to `leeway/1`. */
export function leewayAnswers(chance: Chance): Readonly<Record<string, string>> {
  const say = () => chance.pick(['yes', 'yes', 'neither', 'no']);
  return { L01: say(), L02: say(), L03: say() };
}

/** The day from which she is with her parents, and back again. */
export function parentsStay(
  due: CivilDate,
  chance: Chance,
): { readonly from: CivilDate; readonly until: CivilDate } {
  return { from: addDays(due, -70 + chance.below(20)), until: addDays(due, 30 + chance.below(40)) };
}

function some(chance: Chance, none: string, from: readonly string[]): readonly string[] {
  const chosen = from.filter(() => chance.onceIn(3));
  return chosen.length === 0 ? [none] : chosen;
}

/** Mail to an address that begins so comes back: she mistyped it. */
export const WRONG_MAILBOX = 'mihon-wrong-';
