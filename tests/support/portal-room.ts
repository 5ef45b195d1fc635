import assert from 'node:assert/strict';
import type { CaseId, PieceId, SlotId } from '../../src/domain/basics/ids.ts';
import type { RecordedFact } from '../../src/domain/facts.ts';
import type { SealedEnvelope } from '../../src/domain/portal/bundle.ts';
import type { BookingChoice, OpenMessage, PortalMessage } from '../../src/domain/portal/message.ts';
import type { CapsulesOfCase } from '../../src/domain/portal/to-send.ts';
import { mod7 } from '../../src/domain/text/check-digits.ts';
import { readPersonalCode, type PersonalCode } from '../../src/domain/text/personal-code.ts';
import type { EnvelopeDoor, Taken } from '../../src/exchange/courier/envelope-door.ts';
import { takeEnvelope } from '../../src/exchange/courier/take-envelope.ts';
import type { Call } from '../../src/gate/execute.ts';
import { envelopePsk } from '../../src/security/capsule.ts';
import { newRecipientKey, sealEnvelope, sealOpenEnvelope } from '../../src/security/envelope.ts';
import { sha256 } from '../../src/security/digest.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { factsOfCase } from '../../src/store/questions/case-facts.ts';
import { at as slotAt, bookingPlace, type BookingPlace } from './booking-place.ts';
import { GOOD_ANSWERS } from './questionnaire.ts';

const ids = randomIds();
const FORM = 'portal/1';
const FIRST_DAY = '2026-05-12';

/** A day with twelve visitors: the seats 5 to 12 of each time are the outside's. */
export const OPEN_DAY = '2026-06-03';

const { C01: _consent, ...answers } = GOOD_ANSWERS;
export { answers as HER_ANSWERS };

/** A whole application, with a date or without. */
export const apply = (booking?: BookingChoice): Extract<PortalMessage, { kind: 'apply' }> => ({
  kind: 'apply',
  form: 'pre-visit-questionnaire/1',
  consent: '1',
  answers,
  packagePlace: { at: 'registered' },
  language: 'zh',
  ...(booking ? { booking } : {}),
});

export type Link = CapsulesOfCase['living'][number];

/** A place whose letters are out, and an outside reduced to its seal: what she sends is sealed here as her session would. */
export type PortalRoom = BookingPlace & {
  readonly door: EnvelopeDoor;
  readonly keys: ReadonlyMap<string, Uint8Array>;
  /** Posts a letter with a code to each; gives the piece. What was printed on it is read before it leaves. */
  readonly post: (cases: readonly CaseId[]) => Promise<readonly PieceId[]>;
  readonly codeOn: (piece: PieceId) => PersonalCode;
  readonly parts: (of: CaseId) => Promise<CapsulesOfCase>;
  /** The one code of hers that lives. */
  readonly linkOf: (of: CaseId) => Promise<Link>;
  readonly seal: (link: Link, message: PortalMessage | object, counter?: number) => Promise<SealedEnvelope>;
  readonly sealOpen: (message: OpenMessage) => Promise<SealedEnvelope>;
  readonly take: (sealed: SealedEnvelope) => Promise<Taken>;
  /** A woman of the first day, with her letter. */
  readonly woman: () => Promise<CaseId>;
  readonly factsOf: (of: CaseId) => Promise<readonly RecordedFact[]>;
  /** The next seat of the outside at a time of `OPEN_DAY`, as her session takes it. */
  readonly choice: (slot?: SlotId, changes?: Partial<BookingChoice>) => BookingChoice;
  /** Her message, sealed and taken. */
  readonly says: (of: CaseId, message: PortalMessage) => Promise<Taken>;
};

export async function portalRoom(): Promise<PortalRoom> {
  const room = await bookingPlace(FIRST_DAY);
  const { place, manager, person } = room;
  await room.done('booking.open-day', { date: OPEN_DAY, visitors: 12, outside: 8 }, manager);
  const clerk = await person('mailing-clerk');
  const pair = await newRecipientKey();
  const key = sha256(pair.publicKey).toString('hex').slice(0, 16);
  const keys = new Map([[key, pair.privateKey]]);
  const door: EnvelopeDoor = { ...place, now: () => place.parts.now() };
  let number = 1_311_300_000;
  const codes = new Map<string, PersonalCode>();

  const act = async (calls: readonly Call[], actor: string, second?: string) => {
    const done = await place.execute(calls, { actor, ...(second ? { second } : {}) });
    assert.ok(done.ok, done.ok ? '' : JSON.stringify(done.error));
  };
  const wrap = (
    sealed: { readonly id: string; readonly bytes: Uint8Array },
    counter: number,
    locator?: string,
  ): SealedEnvelope => ({
    id: sealed.id,
    ...(locator ? { locator } : {}),
    counter,
    form: FORM,
    key,
    at: place.parts.now(),
    sealed: Buffer.from(sealed.bytes).toString('base64'),
  });
  const bytesOf = (message: object) => Buffer.from(JSON.stringify(message));

  const post: PortalRoom['post'] = async (cases) => {
    const batch = ids.fresh('batch');
    const count = cases.length;
    const letters = cases.map((id) => ({ batch, case: id, piece: ids.fresh('piece') }));
    const counts = { batch, printed: count, enclosed: count, spoiled: 0, pulled: 0 };
    const month = place.parts.now().slice(0, 7);
    await act(
      [
        {
          row: 'batch.begin-without-word',
          input: { batch, kind: 'notice', month, planned: count, reason: 'agreed-with-ward' },
        },
        ...letters.map((input) => ({ row: 'piece.plan', input })),
        { row: 'batch.fix', input: { batch, cases: [...cases] } },
        ...letters.map((one) => ({ row: 'piece.print', input: { ...one, template: 'notice-1' } })),
      ],
      manager,
    );
    const printed = await room.answer<{ piece: string; fields: Record<string, string> }>(
      'letters.secrets',
      { batch },
      'system:print',
    );
    for (const { piece, fields } of printed) {
      const code = readPersonalCode(fields['invite.code'] ?? '');
      if (code.ok) codes.set(piece, code.value);
    }
    await act(
      [{ row: 'batch.sample', input: { batch, sampled: Math.min(count, 20), differing: 0 } }],
      clerk,
      manager,
    );
    await act([{ row: 'batch.release', input: { batch } }], manager, clerk);
    await act([{ row: 'batch.count', input: { ...counts, stage: 'enclosed', posted: 0 } }], clerk);
    await act(
      letters.map((one) => {
        number += 1;
        const tracking = `${number}${mod7(String(number))}`;
        return { row: 'piece.post', input: { ...one, service: 'specified-record', tracking } };
      }),
      clerk,
    );
    await act([{ row: 'batch.count', input: { ...counts, stage: 'posted', posted: count } }], clerk);
    return letters.map(({ piece }) => piece);
  };
  const parts: PortalRoom['parts'] = async (of) => {
    const answer = await place.ask('portal.parts', { cases: [of] }, { actor: 'system:courier' });
    assert.ok(answer.ok);
    const [found] = answer.value as readonly CapsulesOfCase[];
    assert.ok(found);
    return found;
  };
  const linkOf: PortalRoom['linkOf'] = async (of) => {
    const [link] = (await parts(of)).living;
    assert.ok(link, 'she has a living code');
    return link;
  };
  let counter = 0;
  const last = new Map<SlotId, number>();
  const seal: PortalRoom['seal'] = async (link, message, count = (counter += 1)) => {
    const psk = envelopePsk(Buffer.from(link.key, 'base64'), link.locator);
    const label = { locator: link.locator, counter: count, form: FORM };
    return wrap(sealEnvelope(pair.publicKey, psk, label, bytesOf(message)), count, link.locator);
  };
  const take = (sealed: SealedEnvelope) => takeEnvelope(door, keys, sealed);
  return {
    ...room,
    door,
    keys,
    parts,
    linkOf,
    seal,
    sealOpen: async (message) => wrap(sealOpenEnvelope(pair.publicKey, FORM, bytesOf(message)), 0),
    take,
    codeOn: (piece) => {
      const code = codes.get(piece);
      assert.ok(code, 'a code is printed on it');
      return code;
    },
    woman: async () => {
      room.setNow(FIRST_DAY);
      const of = await room.openCase();
      await post([of]);
      return of;
    },
    factsOf: (of) => factsOfCase(place.database.reader, of),
    choice: (slot = slotAt(OPEN_DAY), changes = {}) => {
      const seat = (last.get(slot) ?? 4) + 1;
      last.set(slot, seat);
      return { slot, seat, ref: ids.fresh('booking'), place: { mode: 'visit' }, ...changes };
    },
    says: async (of, message) => take(await seal(await linkOf(of), message)),
    post,
  };
}
