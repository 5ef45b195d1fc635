import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addMonths, type YearMonth } from '../../src/domain/basics/year-month.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { visitRecord } from '../support/booked.ts';
import { at, bookingPlace } from '../support/booking-place.ts';
import { PACKAGE_POSTAGE, packageRoom } from '../support/packages.ts';

const MARCH = '2027-03' as YearMonth;
const house = await bookingPlace('2026-05-01');
const { place, done, said, setNow } = house;
const ids = randomIds();
// Rights that last longer than the contract: its supplements are closed after it.
const [manager, ward, clerk] = await Promise.all([
  lasting('responsible-manager'),
  lasting('ward-staff'),
  lasting('mailing-clerk'),
]);
const room = packageRoom(place, { clerk, manager });

test('a package that arrives after the contract closes a supplement and is billed with it [AMB-39, CHI-10.2-5]', async () => {
  setNow('2027-03-01');
  const nurse = await house.visitor();
  const woman = await house.openCase({ due: '2027-05-20' });
  await house.openDay('2027-03-10', 3);
  const booking = await house.book(woman, at('2027-03-10'));
  await done('visit.assign', { case: woman, booking, visitor: nurse }, manager);
  setNow('2027-03-10', '18:00');
  await done('visit.complete', visitRecord('2027-03-10', { case: woman, booking }), manager);
  setNow('2027-03-17');
  const [sent] = await room.send([woman], '2027-03-17');
  assert.ok(sent);

  setNow('2027-03-31', '18:00');
  for (let month = '2026-04' as YearMonth; month <= MARCH; month = addMonths(month, 1)) {
    await done('month.close', { month }, manager);
    await done('report.issue', { month }, manager);
    await done('report.accept', { month, ref: `w-${month}` }, ward);
    await done('invoice.issue', { month }, manager);
  }
  assert.equal(await said('report.supplement', { month: MARCH }, manager), 'nothing-to-supplement');

  setNow('2027-05-11');
  await done(
    'piece.follow',
    { case: woman, piece: sent.piece, what: 'delivered', on: '2027-05-10', source: 'tracking-page' },
    clerk,
  );
  assert.equal(await said('invoice.issue', { month: MARCH }, manager), 'invoice-issued-already');
  const supplement = await billed();
  assert.deepEqual(supplement, {
    number: 'MV8-202703-2',
    lines: [{ code: 'package', quantity: 1, unitPrice: 10_000, amount: 10_000, taxClass: 'non-taxable' }],
  });
  assert.equal(await said('report.supplement', { month: MARCH }, manager), 'nothing-to-supplement');

  // The post office's receipt is found later still.
  await room.receipt(sent.batch, 'r-0317', '2027-03-17', 1);
  const { lines } = await billed();
  assert.deepEqual(
    lines.map(({ code, amount, adjusts }) => [code, amount, adjusts]),
    [['postage-package', PACKAGE_POSTAGE, MARCH]],
  );
});

async function lasting(role: string): Promise<string> {
  const account = ids.fresh('account');
  const input = { account, holder: account, name: '見本 太郎', roles: [role], until: '2029-03-31' };
  await done('account.install', input, 'system:init');
  return account;
}

type Line = { readonly code: string; readonly amount: number; readonly adjusts?: string };

/** The next supplement of March and its invoice. */
async function billed(): Promise<{ readonly number: string; readonly lines: readonly Line[] }> {
  await done('report.supplement', { month: MARCH }, manager);
  await done('report.issue', { month: MARCH }, manager);
  await done('report.accept', { month: MARCH, ref: 'w-supplement' }, ward);
  const [issued] = await done('invoice.issue', { month: MARCH }, manager);
  assert.ok(issued && 'invoice' in issued && 'number' in issued);
  const { lines } = issued.invoice as { readonly lines: readonly Line[] };
  return { number: String(issued.number), lines };
}
