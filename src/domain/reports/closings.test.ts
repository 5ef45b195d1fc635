import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { completedVisit } from '../../../tests/support/completed-visit.ts';
import { chiyodaVisit } from '../../programmes/chiyoda-visit/programme.ts';
import { addDays, date } from '../basics/civil-date.ts';
import { instantAt } from '../basics/instant.ts';
import { addMonths, type YearMonth } from '../basics/year-month.ts';
import type { Fact, RecordedFact } from '../facts.ts';
import { countFacts } from './count-facts.ts';
import { makeAnnual } from './make-annual.ts';
import { makeReport, type MadeReport } from './make-report.ts';
import type { Closing } from './month-state.ts';
import { wishOf } from './report-period.ts';
import { tabulateAnswers } from './tabulate-answers.ts';

const { rules } = chiyodaVisit;
const APRIL = '2026-04' as YearMonth;
const MARCH = '2027-03' as YearMonth;

type Journal = readonly RecordedFact[];

test('months and their corrections add up to a straight count over all facts, whatever was entered late or corrected [CHI-9.1-2, CHI-9.2-1]', () => {
  fc.assert(
    fc.property(
      journals(),
      fc.array(fc.nat({ max: 60 }), { minLength: 13, maxLength: 13 }),
      (journal, cuts) => {
        const { reports, closings } = closeYear(journal, cuts);
        const sums = new Map<string, number>();
        const add = (item: string, by: number) => sums.set(item, (sums.get(item) ?? 0) + by);
        for (const { report } of reports) {
          if ('items' in report) for (const [item, number] of flat(report.items)) add(item, number);
          for (const { item, from, to } of report.corrections) add(item, to - from);
        }
        const upTo = closings.at(-1)?.upTo ?? 0;
        const annual = makeAnnual(closings, straight(journal, upTo), 1, 'chiyoda-visit', rules);
        for (const [item, number] of flat(annual.report.items)) {
          if (item !== 'applications.pending') assert.equal(sums.get(item) ?? 0, number, item);
        }
        assert.ok(annual.complete);
      },
    ),
    { numRuns: 150 },
  );
});

test('every visit is told by exactly one closing, and the last number told of a month is right [CHI-9.1-2]', () => {
  fc.assert(
    fc.property(
      journals(),
      fc.array(fc.nat({ max: 60 }), { minLength: 13, maxLength: 13 }),
      (journal, cuts) => {
        const { reports, closings } = closeYear(journal, cuts);
        const told = new Map<string, number>();
        const last = new Map<string, number>();
        for (const { report, sources } of reports) {
          for (const [path, behind] of Object.entries(sources)) {
            if (!path.endsWith('visits.completed')) continue;
            for (const { fact } of behind) told.set(fact, (told.get(fact) ?? 0) + 1);
          }
          if ('items' in report) last.set(report.month, report.items.visits.completed);
          for (const { month, item, from, to } of report.corrections) {
            if (item !== 'visits.completed') continue;
            assert.equal(last.get(month) ?? 0, from, 'a correction begins where the last report ended');
            last.set(month, to);
          }
        }
        const upTo = closings.at(-1)?.upTo ?? 0;
        for (const [index, fact] of journal.entries()) {
          if (fact.type !== 'visit.completed' || fact.mode !== 'visit' || index + 1 > upTo) continue;
          assert.equal(told.get(fact.id), 1);
        }
        for (const [month, paths] of straight(journal, upTo).months) {
          assert.equal(last.get(month) ?? 0, paths.get('visits.completed')?.late ?? 0, month);
        }
      },
    ),
    { numRuns: 150 },
  );
});

test('a balance is corrected in every month it changes: what waits is as it was at the end of each [CHI-8.2-4]', () => {
  const journal: Journal = [
    application('a', '2026-04-10', 'received'),
    application('b', '2026-05-10', 'received'),
    // Entered in June, on the day it had come.
    application('c', '2026-04-20', 'received'),
    application('a', '2026-06-02', 'matched'),
  ];
  const { reports } = closeYear(journal, [1, 2]);
  assert.equal(pendingOf(reports[0]), 1);
  assert.equal(pendingOf(reports[1]), 2);
  assert.equal(pendingOf(reports[2]), 2);
  assert.deepEqual(
    reports[2]?.report.corrections.filter(({ item }) => item === 'applications.pending'),
    [
      { month: '2026-04', item: 'applications.pending', from: 1, to: 2, reason: 'recorded-late' },
      { month: '2026-05', item: 'applications.pending', from: 2, to: 3, reason: 'recorded-late' },
    ],
  );
});

test('the last month has supplements: dated, with differences only, also of what came after it [AMB-22, AMB-39]', () => {
  const journal: Journal = [
    visit('a', '2027-03-30', '2027-03-30'),
    visit('b', '2027-03-31', '2027-04-01'),
    urgent('c', '2027-04-02'),
  ];
  const cuts = [...Array.from({ length: 11 }, () => 0), 1];
  const { reports } = closeYear(journal, cuts);
  const [march, supplement] = reports.slice(-2).map(({ report }) => report);
  assert.ok(march && 'items' in march && supplement && 'supplement' in supplement);
  assert.equal(march.items.visits.completed, 1);
  assert.equal(supplement.supplement, 1);
  assert.equal(supplement.edition, 2);
  assert.deepEqual(
    supplement.corrections.filter(({ item }) => item === 'visits.completed' || item.startsWith('urgent')),
    [
      { month: '2027-03', item: 'visits.completed', from: 1, to: 2, reason: 'recorded-late' },
      { month: '2027-04', item: 'urgent.u1', from: 0, to: 1, reason: 'recorded-late' },
    ],
  );
});

test('an edition after a return tells its month anew, and the corrections that the first had told [CHI-9.1-2]', () => {
  const journal: Journal = [
    visit('a', '2026-04-10', '2026-04-10'),
    visit('b', '2026-05-10', '2026-05-10'),
    visit('c', '2026-04-11', '2026-05-11'),
    visit('d', '2026-05-12', '2026-06-03'),
  ];
  const april = closeOne(journal, [], APRIL, 1);
  const may1 = closeOne(journal, [april.closing], addMonths(APRIL, 1), 3);
  const may2 = closeOne(journal, [april.closing, may1.closing], addMonths(APRIL, 1), 4);
  const june = closeOne(journal, [april.closing, may1.closing, may2.closing], addMonths(APRIL, 2), 4);
  const completed = ({ made }: Closed) => ('items' in made.report ? made.report.items.visits.completed : -1);
  assert.deepEqual([completed(may1), completed(may2), completed(june)], [1, 2, 0]);
  const late = { month: '2026-04', item: 'visits.completed', from: 1, to: 2, reason: 'recorded-late' };
  for (const { made } of [may1, may2]) {
    assert.deepEqual(
      made.report.corrections.filter(({ item }) => item === 'visits.completed'),
      [late],
    );
  }
  assert.deepEqual(june.made.report.corrections, []);
  assert.equal(may2.made.report.edition, 2);
});

test('the same closing made again has the same bytes, and another fact behind its reach changes nothing [CHI-9.1-2]', () => {
  const journal: Journal = [visit('a', '2026-04-10', '2026-04-10'), visit('b', '2026-04-11', '2026-05-02')];
  const one = closeOne(journal.slice(0, 1), [], APRIL, 1);
  const again = closeOne(journal, [], APRIL, 1);
  assert.equal(one.made.json, again.made.json);
  assert.equal(one.made.digest, again.made.digest);
  assert.notEqual(closeOne(journal, [], APRIL, 2).made.digest, one.made.digest);
});

test('every report has all ten items, in the order of the contract, with nothing to tell too [CHI-9.1-13, AMB-42]', () => {
  const { made } = closeOne([], [], APRIL, 0);
  assert.ok('items' in made.report);
  assert.deepEqual(Object.keys(made.report.items), [
    'sent',
    'applications',
    'visits',
    'conditions',
    'questionnaire',
    'checklist',
    'leeway',
    'consultations',
    'urgent',
    'survey',
  ]);
  assert.deepEqual(made.report.items.survey, { held: false, sent: 0, answers: 0 });
});

test('the survey is told as held in its month, and its result from its end on with small cells hidden [CHI-9.1-13, CHI-8.17-1, AMB-42]', () => {
  const answer = (name: string) =>
    recorded(name, '2026-05-10', { type: 'survey.answered', survey: 's1', answers: { S01: 'good' } });
  const journal: Journal = [
    recorded('o', '2026-05-01', {
      type: 'survey.opened',
      survey: 's1',
      form: 'satisfaction-survey/1',
      from: date('2026-05-01'),
      to: date('2026-05-31'),
      ref: 'w-1',
    }),
    answer('a'),
    answer('b'),
    recorded('c', '2026-06-02', { type: 'survey.closed', survey: 's1' }),
  ];
  const { reports } = closeYear(journal, [0, 3, 4, 4]);
  const surveyOf = (index: number) => {
    const report = reports[index]?.report;
    return report && 'items' in report ? report.items.survey : undefined;
  };
  assert.deepEqual(surveyOf(0), { held: false, sent: 0, answers: 0 });
  assert.deepEqual(surveyOf(1), { held: true, sent: 0, answers: 2 });
  const july = surveyOf(3);
  assert.deepEqual(
    [july?.held, july?.latest?.answers, july?.latest?.table['S01']?.['good']],
    [false, 2, null],
  );
});

type Closed = { readonly closing: Closing; readonly made: MadeReport };

function closeOne(journal: Journal, earlier: readonly Closing[], month: YearMonth, upTo: number): Closed {
  const edition = earlier.filter((one) => one.month === month).length + 1;
  const period = { month, edition, earlier };
  const counting = countFacts({ ...wishOf(period, rules), corrected: correctedIn(journal) });
  journal.slice(0, upTo).forEach((fact, index) => counting.add(index + 1, fact));
  const counted = counting.result();
  const tabulated = new Map<string, number>();
  for (const wanted of counted.wanted) {
    tabulateAnswers(tabulated, wanted, { V02: 'well', V11: 'x' }, rules.forms.definitions, rules.reports);
  }
  const on = addDays(date(`${addMonths(month, 1)}-01`), 3);
  const frozen = { tabulated: Object.fromEntries(tabulated), lines: [], linesDigest: '', on };
  const made = makeReport(period, counted, frozen, 'chiyoda-visit', rules);
  const closing = { ...frozen, month, edition, digest: made.digest, upTo, at: instantAt(on, '10:00') };
  return { closing, made };
}

/** Twelve closings and a supplement. `cuts`: up to which place each counts; sorted, and the rest of the journal last. */
function closeYear(
  journal: Journal,
  cuts: readonly number[],
): { readonly reports: readonly MadeReport[]; readonly closings: readonly Closing[] } {
  const sorted = cuts.map((cut) => Math.min(cut, journal.length)).toSorted((a, b) => a - b);
  const closings: Closing[] = [];
  const reports: MadeReport[] = [];
  for (let index = 0; index < 13; index += 1) {
    const upTo = index === 12 ? journal.length : (sorted[index] ?? journal.length);
    const month = index === 12 ? MARCH : addMonths(APRIL, index);
    const { closing, made } = closeOne(journal, closings, month, upTo);
    closings.push(closing);
    reports.push(made);
  }
  return { reports, closings };
}

function straight(journal: Journal, upTo: number): ReturnType<ReturnType<typeof countFacts>['result']> {
  const counting = countFacts({
    reported: [],
    opened: [],
    corrected: correctedIn(journal),
    first: APRIL,
    consentText: 'sharing-with-ward',
  });
  journal.slice(0, upTo).forEach((fact, index) => counting.add(index + 1, fact));
  return counting.result();
}

function correctedIn(journal: Journal): ReadonlySet<RecordedFact['id']> {
  return new Set(journal.flatMap((fact) => (fact.type === 'fact.corrected' ? [fact.of] : [])));
}

/** Numbers by path; whether a survey was held and its result are no sums. */
function flat(items: object, path = ''): readonly (readonly [string, number])[] {
  return Object.entries(items).flatMap(([key, value]: [string, unknown]) => {
    const here = path === '' ? key : `${path}.${key}`;
    if (typeof value === 'number') return [[here, value] as const];
    return typeof value === 'object' && value !== null && key !== 'latest' ? flat(value, here) : [];
  });
}

function pendingOf(made: MadeReport | undefined): number {
  return made && 'items' in made.report ? made.report.items.applications.pending : -1;
}

/** Random journals: things that happen on any day of the year, written down then or weeks later, some corrected. */
function journals(): fc.Arbitrary<Journal> {
  const day = fc.nat({ max: 364 }).map((after) => addDays(date('2026-04-01'), after));
  const step = fc.record({
    day,
    late: fc.constantFrom(0, 0, 0, 3, 40, 90),
    kind: fc.constantFrom('visit', 'remote', 'missed', 'urgent', 'application', 'corrected', 'consent'),
    flag: fc.boolean(),
    pick: fc.nat(),
  });
  return fc.array(step, { maxLength: 60 }).map((steps) => {
    const facts: RecordedFact[] = [];
    for (const [index, { day: on, late, kind, flag, pick }] of steps.entries()) {
      const name = `${index}`;
      const entered = addDays(on, late);
      if (kind === 'visit') facts.push(visit(name, on, entered, flag));
      if (kind === 'remote') facts.push({ ...visit(name, on, entered, flag), mode: 'online' });
      if (kind === 'urgent') facts.push(urgent(name, on));
      if (kind === 'missed') {
        facts.push(
          recorded(name, entered, {
            type: 'visit.missed',
            case: `case_${name}`,
            booking: `booking_${name}`,
            date: on,
            reason: flag ? 'absent' : 'closure',
          }),
        );
      }
      if (kind === 'application') {
        facts.push(application(name, on, 'received'));
        if (flag) facts.push(application(name, entered, 'matched'));
      }
      const visits = facts.filter((fact) => fact.type === 'visit.completed');
      const chosen = visits[pick % Math.max(1, visits.length)];
      if (kind === 'corrected' && chosen) {
        const [field, to] = flag ? ['date', on] : ['followUp', 'true'];
        facts.push(
          recorded(name, entered, {
            type: 'fact.corrected',
            of: chosen.id,
            case: chosen.case,
            field,
            to,
            reason: 'typing-error',
          }),
        );
      }
      if (kind === 'consent' && chosen) {
        facts.push(
          recorded(name, entered, {
            type: 'consent.recorded',
            case: chosen.case,
            text: 'sharing-with-ward',
            version: '1',
            answer: flag ? 'withdrawn' : 'given',
            channel: 'phone',
            on: entered,
          }),
        );
      }
    }
    return facts;
  });
}

function recorded<F extends Fact>(
  name: string,
  day: string,
  fact: F,
): F & Pick<RecordedFact, 'id' | 'v' | 'at' | 'recordedAt' | 'actor'> {
  const at = instantAt(date(day), '10:00');
  return { id: `fact_${fact.type}-${name}`, v: 1, at, recordedAt: at, actor: 'account_clerk', ...fact };
}

function visit(name: string, day: string, entered: string, followUp = false) {
  return completedVisit(day, { case: `case_${name}`, booking: `booking_${name}`, followUp }, entered);
}

function urgent(name: string, day: string): RecordedFact {
  return recorded(name, day, {
    type: 'urgent.raised',
    urgent: `urgent_${name}`,
    case: `case_${name}`,
    class: 'u1',
    channel: 'phone',
  });
}

function application(name: string, day: string, step: 'received' | 'matched'): RecordedFact {
  return step === 'received'
    ? recorded(name, day, {
        type: 'application.received',
        application: `application_${name}`,
        form: 'pre-visit-questionnaire/1',
        channel: 'web',
      })
    : recorded(name, day, {
        type: 'application.matched',
        application: `application_${name}`,
        case: `case_${name}`,
        reason: 'code',
      });
}
