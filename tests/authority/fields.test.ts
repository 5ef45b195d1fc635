import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ROLE_NAMES } from '../../src/gate/inside/account.ts';
import { questions } from '../../src/gate/inside/catalogue.ts';
import { mayOpen, sectionOf, SECTION_READERS, WITHHELD, type FieldName } from '../../src/security/fields.ts';
import { readTable } from '../support/read-table.ts';
import { bookingPlace } from '../support/booking-place.ts';

const lines = readTable(new URL('fields.tsv', import.meta.url)).map(
  ([section = [], programme = [], assigned = []]) => ({ section: section.join(), programme, assigned }),
);
const sections = lines.filter(({ section }) => !section.includes('.'));
const withheld = lines.filter(({ section }) => section.includes('.'));

// Before the first test: a file whose tests have all ended is closed.
const house = await bookingPlace();

test('who may open which section of the vault is what the hand-written table says [SEC-6-1, CHI-8.3-3]', () => {
  assert.deepEqual(
    sections.map(({ section }) => section).toSorted(),
    Object.keys(SECTION_READERS).toSorted(),
    'sections with a line',
  );
  for (const { section, programme, assigned } of sections) {
    for (const role of ROLE_NAMES) {
      const field = `${section}.anything` as FieldName;
      const opens = (her: { assigned: boolean }) => mayOpen(field, [role], { ...her, acting: true });
      assert.equal(opens({ assigned: false }), programme.includes(role), `${section} by ${role}`);
      const own = programme.includes(role) || assigned.includes(role);
      assert.equal(opens({ assigned: true }), own, `${section} by ${role}, assigned`);
    }
  }
});

test('a field taken away from a role is not opened, nor the whole section with it [SEC-6-1] [THREAT-09]', () => {
  assert.deepEqual(
    withheld.map(({ section, programme }) => [section, programme]),
    Object.entries(WITHHELD),
  );
  const her = { assigned: false, acting: false };
  assert.equal(mayOpen('identity.birthDate', ['mailing-clerk'], her), false);
  assert.equal(mayOpen('identity.*', ['mailing-clerk'], her), false);
  assert.equal(mayOpen('identity.name', ['mailing-clerk'], her), true);
  assert.equal(mayOpen('identity.birthDate', ['mailing-clerk', 'operator'], her), true);
});

test('a deputy opens the background of the ward only while acting [AMB-54, CHI-8.3-3]', () => {
  const opens = (acting: boolean) =>
    mayOpen('background.note', ['responsible-manager'], { assigned: false, acting });
  assert.deepEqual([opens(true), opens(false)], [true, false]);
});

test('no question that an administrator, approver or auditor may ask opens a field of a case [SEC-4-2]', () => {
  const ours = new Set(['staff', 'ward-person', 'handover']);
  for (const role of ['administrator', 'access-approver', 'auditor'] as const) {
    for (const row of questions.values()) {
      if (!row.who.allowed.some((one) => 'role' in one && one.role === role)) continue;
      const opened = row.opens.filter((field) => mayOpen(field, [role], { assigned: true, acting: true }));
      assert.deepEqual(
        opened.filter((field) => !ours.has(sectionOf(field))),
        [],
        `${row.name} by ${role}`,
      );
    }
  }
});

test('the mailing room sees no telephone and no date of birth, the operator both, an administrator nothing [SEC-6-1, SEC-4-2]', async () => {
  const id = await house.openCase();
  const seen = async (actor: string) => {
    const shown = await house.place.ask('case.show', { case: id }, { actor });
    return shown.ok ? JSON.stringify(shown.value) : shown.error.refused;
  };
  const clerk = await seen(await house.person('mailing-clerk'));
  assert.match(clerk, /identity\.name/);
  assert.doesNotMatch(clerk, /contact\.|birthDate|1995-05-05|0300000000/);
  const operator = await seen(house.operator);
  assert.match(operator, /contact\.phone/);
  assert.match(operator, /identity\.birthDate/);
  for (const role of ['administrator', 'access-approver', 'auditor', 'work-supervisor'] as const) {
    assert.equal(await seen(await house.person(role)), 'denied');
  }
});
