import assert from 'node:assert/strict';
import { test } from 'node:test';
import { commands, questions } from '../../src/gate/inside/catalogue.ts';
import { ROLE_NAMES } from '../../src/gate/inside/account.ts';
import type { Who } from '../../src/security/access.ts';
import { readTable } from '../support/read-table.ts';
import { testPlace } from '../support/place.ts';

type Line = {
  readonly row: string;
  readonly programme: readonly string[];
  readonly assigned: readonly string[];
  readonly others: readonly string[];
  readonly second: readonly string[];
};

const lines: readonly Line[] = readTable(new URL('expected.tsv', import.meta.url)).map(
  ([row = [], programme = [], assigned = [], others = [], second = []]) => ({
    row: row.join(),
    programme,
    assigned,
    others,
    second,
  }),
);
const expected = new Map(lines.map((line) => [line.row, line]));
const rows = new Map<string, { readonly who: Who }>([...commands, ...questions]);
const others = [...new Set(lines.flatMap((line) => line.others))];

// Before the first test: a file whose tests have all ended is closed.
const { place, person } = await testPlace('2026-05-20');
const accounts = new Map<string, string>();
for (const role of ROLE_NAMES) accounts.set(role, await person(role));
accounts.set('nobody', await person());

const known = lines.filter(({ row }) => rows.has(row));

test('every row of the catalogue stands in the hand-written table once, and no other [SEC-6-1]', () => {
  assert.deepEqual(
    [...rows.keys()].filter((row) => !expected.has(row)),
    [],
    'rows without a line in tests/authority/expected.tsv (write it from section 13)',
  );
  assert.deepEqual(
    lines.map(({ row }) => row).filter((row) => !rows.has(row)),
    [],
    'lines of tests/authority/expected.tsv without a row',
  );
  assert.equal(expected.size, lines.length, 'a row has two lines');
  assert.equal(commands.size + questions.size, rows.size, 'a command and a question have the same name');
});

test('every name in the table is a role, a machine or the resident [SEC-6-1]', () => {
  const roles: readonly string[] = ROLE_NAMES;
  const wrong = lines.flatMap(({ programme, assigned, second }) =>
    [...programme, ...assigned, ...second].filter((name) => !roles.includes(name)),
  );
  assert.deepEqual(wrong, []);
  assert.deepEqual(
    others.filter((name) => !['resident', 'oneself'].includes(name) && !name.startsWith('system:')),
    [],
  );
});

test('who may do what is what the hand-written table says [SEC-6-1, SEC-6-5]', () => {
  for (const line of known) {
    const { row } = line;
    const { allowed, second = [] } = rows.get(row)?.who ?? { allowed: [] };
    const roles = (scope: string) =>
      allowed.flatMap((one) => ('role' in one && one.scope === scope ? [one.role] : []));
    const rest = allowed.flatMap((one) =>
      'machine' in one
        ? [one.machine]
        : 'resident' in one
          ? ['resident']
          : 'oneself' in one
            ? ['oneself']
            : [],
    );
    const found = { row, programme: roles('programme'), assigned: roles('assigned'), others: rest, second };
    assert.deepEqual(sorted(found), sorted(line));
  }
});

test('the musts of section 13 hold in the table itself [SEC-4-2, CHI-8.3-3, CHI-15.4-1]', () => {
  const rowsOf = (role: string) =>
    lines
      .filter(({ programme, assigned }) => [...programme, ...assigned].includes(role))
      .map(({ row }) => row);
  const subjects = (role: string) => new Set(rowsOf(role).map((row) => row.slice(0, row.indexOf('.'))));
  // An administrator opens no case; an approver neither; nor the work supervisor.
  for (const role of ['administrator', 'access-approver', 'work-supervisor']) {
    for (const subject of ['case', 'person', 'visit', 'consultation', 'application', 'benefit', 'list']) {
      assert.ok(!subjects(role).has(subject), `${role} has rows of ${subject}`);
    }
  }
  // An auditor changes nothing, a re-subcontractor's worker has no rows yet.
  assert.deepEqual(
    rowsOf('auditor').filter((row) => commands.has(row)),
    [],
  );
  assert.deepEqual(rowsOf('subcontract-worker'), []);
  // A visitor has nothing but her own: no search, no lists, no exports.
  assert.deepEqual(
    lines.filter(({ programme }) => programme.includes('visitor')).map(({ row }) => row),
    [],
  );
  // Only an administrator sets up a right, only an approver approves one, and neither does the other's.
  assert.deepEqual(expected.get('access.grant')?.programme, ['administrator']);
  assert.deepEqual(expected.get('access.judge')?.programme, ['access-approver']);
});

/** What the gate says to a call whose input is nothing at all. */
async function call(row: string, actor: string): Promise<string> {
  const answer = commands.has(row)
    ? await place.execute([{ row, input: {} }], { actor })
    : await place.ask(row, {}, { actor });
  return answer.ok ? 'done' : answer.error.refused;
}

test('the gate denies every role that the table does not name, whatever the input, and remembers it [SEC-6-1, SEC-4-4] [THREAT-08]', async () => {
  const denials = new Set<string>();
  for (const { row, programme, assigned, others: besides } of known) {
    for (const [role, actor] of accounts) {
      // About the own ID everybody with one may ask; that it is the own one is the decision's to see.
      const may = [...programme, ...assigned].includes(role) || besides.includes('oneself');
      const said = await call(row, actor);
      assert.equal(said === 'denied', !may, `${row} by ${role}: ${said}`);
      if (!may) denials.add(`${actor} ${row}`);
    }
  }
  const logged = await place.database.reader.rows({
    name: 'test-denied',
    text: `select distinct line::json ->> 'actor' as actor, line::json ->> 'row' as row
           from access_entry where line::json ->> 'word' = 'denied'`,
  });
  const remembered = new Set(logged.map(({ actor, row }) => `${String(actor)} ${String(row)}`));
  assert.deepEqual(
    [...denials].filter((one) => !remembered.has(one)),
    [],
  );
});

test('the gate denies every machine and the resident what the table does not name [SEC-6-1, SEC-4-4]', async () => {
  for (const line of known) {
    for (const actor of [...others.filter((name) => name !== 'oneself'), 'system:stranger']) {
      const said = await call(line.row, actor);
      assert.equal(said === 'denied', !line.others.includes(actor), `${line.row} by ${actor}: ${said}`);
    }
  }
});

test('where two persons are needed, one alone, oneself twice or a wrong second does not do [SEC-6-3] [THREAT-12]', async () => {
  for (const { row, programme, second } of known.filter((line) => line.second.length > 0)) {
    const who = rows.get(row)?.who;
    assert.deepEqual(who?.second?.toSorted(), second.toSorted());
    const [first] = programme;
    assert.ok(first);
  }
  const review = { doneOn: '2026-05-20', system: 'mimamori', documents: ['id-register'], unfit: [] };
  const by = (second?: string) =>
    place.execute([{ row: 'access.review', input: review }], {
      actor: accounts.get('administrator') ?? '',
      ...(second === undefined ? {} : { second }),
    });
  for (const second of [undefined, accounts.get('administrator'), accounts.get('operator')]) {
    const done = await by(second);
    assert.ok(!done.ok && done.error.refused === 'second-person-needed');
  }
  assert.ok((await by(accounts.get('access-approver'))).ok);
});

function sorted(line: Line): Line {
  return {
    row: line.row,
    programme: line.programme.toSorted(),
    assigned: line.assigned.toSorted(),
    others: line.others.toSorted(),
    second: line.second.toSorted(),
  };
}
