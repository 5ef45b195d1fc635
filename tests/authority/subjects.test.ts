import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hasSubject, type CommonSubject, type RuleSubject } from '../../src/domain/rules-of.ts';
import { commands, questions } from '../../src/gate/inside/catalogue.ts';
import { programmes } from '../../src/programmes/all.ts';
import { subjectsReached, type Behind } from './subjects-reached.ts';

const ROOT = new URL('../..', import.meta.url).pathname;

const EVERYWHERE: Readonly<Record<CommonSubject | 'duties', true>> = {
  intake: true,
  contract: true,
  access: true,
  handOver: true,
  mailing: true,
  retention: true,
  duties: true,
};

/** Who has the one has the others too. The second test below holds every programme to it. */
const WITH: Partial<Record<RuleSubject, readonly RuleSubject[]>> = {
  eligibility: ['booking'],
  booking: ['eligibility', 'visits'],
  visits: ['booking', 'benefits', 'forms'],
  benefits: ['eligibility'],
  forms: ['eligibility', 'followUp'],
  followUp: ['eligibility'],
  messages: ['eligibility', 'benefits'],
  survey: ['messages'],
  portal: ['booking', 'benefits', 'forms'],
  reports: ['forms', 'survey', 'billing'],
  billing: ['forms'],
};

/** Come to only by who has it in her history, or for the one subject by a word that only its programmes use. */
const BEHIND: Behind = {
  // Only with an active booking in her history.
  freeBooking: ['booking', 'visits', 'eligibility'],
  // Only with a due date in her history, else a card of the recall (`nextCard`).
  targetOf: ['eligibility', 'booking'],
  nextLetter: ['booking', 'members'],
  // Only for a batch of packages, and only for a card of a member.
  whyNoPackage: ['benefits'],
  cardOf: ['members'],
  // Asks for each duty by `has`, which is `hasSubject`.
  programmeDuties: ['benefits', 'billing', 'reports', 'survey', 'inquiry'],
  // Only for the change that its name says, which lists of the ward bring where women are pregnant.
  applyChange: ['eligibility', 'booking', 'visits'],
  changeDueDate: ['eligibility'],
};

const subjects: ReadonlySet<string> = new Set(programmes.flatMap(({ rules }) => Object.keys(rules)));

test('no row reads a subject of the rules that its programme may lack: it stands under needing(…) [SEC-6-1]', () => {
  const reached = subjectsReached(ROOT, subjects, BEHIND);
  assert.ok(new Set(reached.map(({ row }) => row)).size > 80, 'the sources are read');
  const lost = reached.filter(({ row, subject }) => {
    const needs = commands.get(row)?.needs ?? questions.get(row)?.needs ?? [];
    return !(subject in EVERYWHERE) && !withAll(needs).has(subject);
  });
  assert.deepEqual(
    lost.map(({ row, subject, by }) => `${row} reads rules.${subject} by ${by}`),
    [],
    'put it under needing(subject, …) in src/gate/inside/catalogue.ts, or ask hasSubject first',
  );
});

test('a row that reads a subject by way of other files is found, and by which', () => {
  const found = subjectsReached(ROOT, subjects, {});
  const ways = (row: string) =>
    found.filter((one) => one.row === row).map(({ subject, by }) => `${subject}: ${by}`);
  assert.ok(ways('survey.results').includes('survey: src/gate/inside/survey.ts'), 'itself');
  assert.ok(
    ways('booking.open-day').some((way) => way === 'booking: src/gate/inside/booking.ts > openDay'),
    'its decision',
  );
  assert.ok(
    ways('case.withdraw').some((way) => /^visits: .* > freeBooking > .* > visitMinutes$/.test(way)),
    'far away',
  );
});

test('who has a subject has those that it cannot do without, in every programme', () => {
  for (const { id, rules } of programmes) {
    for (const [subject, others] of Object.entries(WITH)) {
      if (!hasSubject(rules, subject as RuleSubject)) continue;
      for (const other of others) assert.ok(hasSubject(rules, other), `${id}: ${subject} needs ${other}`);
    }
  }
});

function withAll(needs: readonly RuleSubject[]): ReadonlySet<string> {
  const all = new Set<RuleSubject>();
  const open = [...needs];
  for (let one = open.pop(); one; one = open.pop()) {
    if (all.has(one)) continue;
    all.add(one);
    open.push(...(WITH[one] ?? []));
  }
  return all;
}
