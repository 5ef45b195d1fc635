import assert from 'node:assert/strict';
import type { PortalMessage } from '../../src/domain/portal/message.ts';
import { receiptNo } from '../../src/domain/portal/receipt-no.ts';
import { envelopePsk } from '../../src/security/capsule.ts';
import { openEnvelope } from '../../src/security/envelope.ts';
import type { LetterWoman } from './portal-women.ts';
import type { PortalZone } from './portal-zone.ts';

/** What a woman was told: the number of her receipt, or none; and how often that a time was taken. */
export type Told = { readonly woman: LetterWoman; readonly no: string | undefined; readonly taken: number };

/**
 * Counts what is in the database after a morning against what the women were told. Throws at the first thing that is not
 * as it must be: an envelope is lost or does not open, a seat has two women or a woman two seats, a seat is kept by nobody.
 */
export async function countMorning(
  zone: PortalZone,
  told: readonly Told[],
  seats: number,
): Promise<{ readonly booked: number; readonly refused: number }> {
  const of = told.map(({ woman }) => Buffer.from(woman.locator, 'hex'));
  const envelopes = await zone.fill(
    `select encode(id, 'hex') as id, encode(locator, 'hex') as locator, counter, form, sealed
     from envelope where locator = any($1::bytea[]) order by ord`,
    [of],
  );
  const taken = await zone.fill(
    `select slot, seat, ref, encode(envelope, 'hex') as envelope from seat
     where state = 'taken' and envelope in (select id from envelope where locator = any($1::bytea[]))`,
    [of],
  );
  const [left] = await zone.fill(`select count(*) as seats from seat where state = 'held'`, []);
  const byEnvelope = new Map(taken.map((seat) => [String(seat['envelope']), seat]));
  const women = new Map(told.map((one) => [one.woman.locator, one]));
  const contacts = new Set<string>();
  const booked = new Set<string>();
  for (const row of envelopes) {
    const one = women.get(String(row['locator']));
    assert.ok(one);
    const message = await opened(zone, one.woman, row);
    if (message.kind === 'contact') contacts.add(one.woman.locator);
    else {
      assert.ok(message.kind === 'apply' && message.booking, 'nothing but applications with a date is sent');
      assert.ok(!booked.has(one.woman.locator), 'nobody has two');
      booked.add(one.woman.locator);
      const seat = byEnvelope.get(String(row['id']));
      assert.deepEqual(
        [seat?.['slot'], seat?.['seat'], seat?.['ref']],
        [message.booking.slot, message.booking.seat, message.booking.ref],
      );
      assert.equal(one.no, receiptNo(String(row['id'])), 'she was told the number of this envelope');
    }
  }
  assert.equal(contacts.size, told.length, 'every contact is there');
  assert.equal(envelopes.length, contacts.size + booked.size);
  assert.equal(taken.length, booked.size, 'as many seats are taken as applications were sent');
  assert.equal(
    new Set(taken.map(({ ref }) => ref)).size,
    booked.size,
    'every seat has a reference of its own',
  );
  assert.equal(booked.size, seats, 'no seat is left while somebody wants one');
  assert.equal(Number(left?.['seats']), 0, 'no seat is kept for nobody');
  const refused = told.filter(({ no }) => no === undefined);
  assert.equal(refused.length, told.length - booked.size);
  assert.ok(
    refused.every((one) => one.taken > 0),
    'whoever got none was told so',
  );
  return { booked: booked.size, refused: refused.length };
}

async function opened(
  { recipientPrivate }: PortalZone,
  { locator, key }: LetterWoman,
  row: Readonly<Record<string, unknown>>,
): Promise<PortalMessage> {
  const { sealed, counter, form } = row;
  assert.ok(sealed instanceof Buffer);
  const label = { locator, counter: Number(counter), form: String(form) };
  const plain = await openEnvelope(recipientPrivate, envelopePsk(key, locator), label, sealed);
  assert.ok(plain.ok, 'every envelope opens');
  const message: PortalMessage = JSON.parse(plain.value.toString());
  return message;
}
