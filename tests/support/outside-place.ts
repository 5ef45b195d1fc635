import { after } from 'node:test';
import { addDays, date, type CivilDate } from '../../src/domain/basics/civil-date.ts';
import { addMinutes, instantAt, type Instant } from '../../src/domain/basics/instant.ts';
import { slotId } from '../../src/domain/booking/slot.ts';
import { daysOfWeeks } from '../../src/domain/calendar/pregnancy.ts';
import type {
  BundleTaken,
  InwardBundle,
  OutwardBundle,
  SealedEnvelope,
  SeatWord,
  SignedBundle,
} from '../../src/domain/portal/bundle.ts';
import type { InsidePart } from '../../src/domain/portal/inside-part.ts';
import type { OpenMessage, PortalMessage } from '../../src/domain/portal/message.ts';
import type { PersonalCode } from '../../src/domain/text/personal-code.ts';
import { openCourierEnd, type OutsideEnd } from '../../src/gate/outside/courier-end.ts';
import type { OutsideLimits } from '../../src/gate/outside/limits.ts';
import { openOutsideGate } from '../../src/gate/outside/open-outside-gate.ts';
import type { OpenSession, OutsideGate } from '../../src/gate/outside/outside-gate.ts';
import type { CourierMarker, OutsideParts } from '../../src/gate/outside/outside-parts.ts';
import { makeDatabase, newRoles } from '../../src/place/database-roles.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import { envelopePsk, sealCapsule } from '../../src/security/capsule.ts';
import { newAnchorKey } from '../../src/security/checkpoint.ts';
import { sha256Hex } from '../../src/security/digest.ts';
import { secretsFrom } from '../../src/security/draw-secrets.ts';
import { newRecipientKey, openEnvelope, openOpenEnvelope } from '../../src/security/envelope.ts';
import { randomBytesFromPool } from '../../src/security/random-bytes.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { signText } from '../../src/security/signature.ts';
import { migrateOutside } from '../../src/store/outside/migrate.ts';
import { openOutsideStore } from '../../src/store/outside/outside-store.ts';
import { testCluster, type TestCluster } from './cluster.ts';

/** A woman whose letter was posted, as the inside knows her. `key` opens her capsule. */
export type OutsideWoman = {
  readonly code: PersonalCode;
  readonly birthDate: CivilDate;
  readonly locator: string;
  readonly key: Buffer;
  /** What lies in her capsule now. */
  part: InsidePart;
};

/** What was sealed, opened again as the inside would. */
export type OpenedEnvelope = {
  readonly envelope: SealedEnvelope;
  readonly message: PortalMessage | OpenMessage;
};

/** An outside zone of its own: real database and roles, real keys, and an inside that is reduced to its keys. */
export type OutsidePlace = {
  readonly gate: OutsideGate;
  readonly end: OutsideEnd;
  readonly parts: OutsideParts;
  readonly cluster: TestCluster;
  readonly database: string;
  readonly setNow: (day: string, time?: string) => void;
  readonly later: (minutes: number) => void;
  /** Another process on the same zone. */
  readonly again: (changes?: Partial<OutsideParts>) => OutsideParts;
  readonly woman: (changes?: Partial<InsidePart>, birthDate?: string) => Promise<OutsideWoman>;
  /** Women of one bundle, all alike. */
  readonly women: (count: number, changes?: Partial<InsidePart>) => Promise<readonly OutsideWoman[]>;
  /** Writes her capsule again. */
  readonly write: (woman: OutsideWoman, changes: Partial<InsidePart>) => Promise<void>;
  readonly openSession: (woman: OutsideWoman) => Promise<OpenSession>;
  /** Seats of a time that the outside owns from now on. */
  readonly giveSeats: (day: string, start: string, count: number, first?: number) => Promise<void>;
  /** Makes the next outward bundle of these contents, signs it and has it taken. */
  readonly carry: (contents?: Partial<OutwardBundle>) => Promise<BundleTaken>;
  readonly bundle: (contents?: Partial<OutwardBundle>) => Promise<OutwardBundle>;
  readonly signed: (bundle: OutwardBundle) => SignedBundle;
  readonly capsule: (woman: OutsideWoman) => OutwardBundle['capsules'][number];
  /** Everything that waits, opened. */
  readonly arrived: () => Promise<readonly OpenedEnvelope[]>;
  readonly inwardBundle: (signed: SignedBundle) => InwardBundle;
  readonly recipientPrivate: Buffer;
};

/** Wide open: for tests that come very often from one address. */
export const NO_LIMITS: OutsideLimits = (() => {
  const wide = { free: 1_000_000, refillSeconds: 1, first: 1, most: 1 };
  const both = { address: wide, network: wide };
  return {
    begin: both,
    wrong: { ...both, code: { free: 5, refillSeconds: 3600, first: 30, most: 900 } },
    open: both,
  };
})();

export const OUTSIDE_DUE = date('2026-08-20');

/** The zone on a morning in June 2026, a word of the inside ago; seats as told, women as told. */
export async function outsidePlace(
  at = '2026-06-10',
  limits: OutsideLimits | undefined = NO_LIMITS,
): Promise<OutsidePlace> {
  const cluster = await testCluster();
  const ids = randomIds();
  const database = `o_${ids.fresh('entry').slice(6)}`;
  const roles = newRoles(database);
  const server = (user: string, password: string) => ({ ...cluster.admin(database), user, password });
  await makeDatabase(cluster.admin('postgres'), database, roles, false);
  const owner = server(roles.owner.user, roles.owner.password);
  await migrateOutside(owner, { writer: roles.writer.user, reader: roles.reader.user });

  let now: Instant = instantAt(date(at), '10:00');
  const insideKey = newAnchorKey();
  const pepper = randomBytesFromPool(32);
  const draw = secretsFrom((count) => randomBytesFromPool(count), pepper);
  const recipient = await newRecipientKey();
  let marker: CourierMarker | undefined;
  const stores: OutsideParts['store'][] = [];
  const partsNow = (changes: Partial<OutsideParts> = {}): OutsideParts => {
    const store = openOutsideStore(server(roles.writer.user, roles.writer.password), 24);
    stores.push(store);
    return {
      store,
      keys: {
        pepper,
        secret: randomBytesFromPool(32),
        signing: newAnchorKey().privatePem,
        inside: insideKey.publicPem,
      },
      marker: {
        read: () => Promise.resolve(marker),
        write: (next) => {
          marker = next;
          return Promise.resolve();
        },
      },
      now: () => now,
      ids,
      programme: chiyodaVisit.id,
      rules: chiyodaVisit.rules,
      limits,
      ...changes,
    };
  };
  const parts = partsNow();
  const gate = openOutsideGate(parts);
  const end = openCourierEnd(parts);
  after(async () => {
    for (const store of stores) await store.close();
  });

  const locators = new Map<string, OutsideWoman>();
  const capsule: OutsidePlace['capsule'] = ({ locator, key, part }) => ({
    locator,
    n: part.n,
    sealed: sealCapsule(key, locator, 'inside', Buffer.from(JSON.stringify(part).padEnd(1100))).toString(
      'base64',
    ),
  });
  const bundle: OutsidePlace['bundle'] = async (contents = {}) => ({
    to: 'outside',
    programme: chiyodaVisit.id,
    n: (await end.state()).outwardTaken + 1,
    at: now,
    revoked: [],
    capsules: [],
    seats: [],
    closed: [],
    recipientKeys: [
      { key: recipient.publicKey.toString('base64'), from: now, until: addMinutes(now, 7 * 24 * 60) },
    ],
    taken: 0,
    secured: 0,
    anchors: [],
    ...contents,
  });
  const signed: OutsidePlace['signed'] = (one) => {
    const text = JSON.stringify(one);
    return { text, signature: signText(insideKey.privatePem, text) };
  };
  const carry: OutsidePlace['carry'] = async (contents) => end.takeOutward(signed(await bundle(contents)));
  const drawn = (changes: Partial<InsidePart>, birthDate: string): OutsideWoman => {
    const secret = draw();
    const born = date(birthDate);
    const { locator, key } = secret.link(born);
    const woman: OutsideWoman = {
      code: secret.code,
      birthDate: born,
      locator,
      key: Buffer.from(key, 'base64'),
      part: { ...usualPart(now), ...changes },
    };
    locators.set(locator, woman);
    return woman;
  };
  const women: OutsidePlace['women'] = async (count, changes = {}) => {
    const made = Array.from({ length: count }, () => drawn(changes, '1994-02-03'));
    await taken(carry({ capsules: made.map(capsule) }));
    return made;
  };
  const openEnvelopes = async (envelopes: readonly SealedEnvelope[]) => {
    const opened: OpenedEnvelope[] = [];
    for (const envelope of envelopes) {
      opened.push({ envelope, message: await openOne(recipient.privateKey, envelope, locators) });
    }
    return opened;
  };
  const inwardBundle = (one: SignedBundle) => JSON.parse(one.text) as InwardBundle;

  return {
    gate,
    end,
    parts,
    cluster,
    database,
    setNow: (day, time = '10:00') => {
      now = instantAt(date(day), time);
    },
    later: (minutes) => {
      now = addMinutes(now, minutes);
    },
    again: (changes) => partsNow({ keys: parts.keys, ...changes }),
    woman: async (changes = {}, birthDate = '1994-02-03') => {
      const made = drawn(changes, birthDate);
      await taken(carry({ capsules: [capsule(made)] }));
      return made;
    },
    women,
    write: async (woman, changes) => {
      woman.part = { ...woman.part, ...changes, n: woman.part.n + 1, at: now };
      await taken(carry({ capsules: [capsule(woman)] }));
    },
    openSession: async ({ code, birthDate }) => {
      const begun = await gate.begin(code, '192.0.2.1');
      if (begun.result !== 'begun') throw new Error('She must wait');
      const proven = await gate.prove(begun.cookie, birthDate, '192.0.2.1');
      if (proven.result !== 'open') throw new Error(`Her capsule does not open: ${proven.result}`);
      return proven.session;
    },
    giveSeats: async (day, start, count, first = 1) => {
      const on = date(day);
      const seats = Array.from({ length: count }, (_, index): SeatWord => {
        return { word: 'give', slot: slotId(on, start), seat: first + index, date: on, start };
      });
      await taken(carry({ seats }));
    },
    carry,
    bundle,
    signed,
    capsule,
    arrived: async () => {
      const made = await end.makeInward((await end.state()).inwardMade + 1);
      return made ? openEnvelopes(inwardBundle(made).envelopes) : [];
    },
    inwardBundle,
    recipientPrivate: recipient.privateKey,
  };
}

/** In her 8th month, registered by nobody yet, everything still before her. */
export function usualPart(now: Instant): InsidePart {
  return {
    n: 1,
    at: now,
    words: 'usual',
    endsOn: date('2027-03-31'),
    registered: false,
    answered: false,
    bookable: {
      due: OUTSIDE_DUE,
      month8: daysOfWeeks(OUTSIDE_DUE, chiyodaVisit.rules.booking.weeks.month8),
      cohort: false,
      born: false,
      talk: 60,
    },
    tells: ['pause', 'withdraw', 'birth', 'moved', 'contact', 'question'],
    receipts: {},
  };
}

/** A handful of women, each where a page has something of its own to show; seats on the days after. */
export async function outsideWomen(
  place: OutsidePlace,
): Promise<Readonly<Record<WomanInState, OutsideWoman>>> {
  const now = place.gate.now();
  const today = date(now.slice(0, 10));
  const usual = usualPart(now);
  const { bookable: _none, ...unbookable } = usual;
  for (const days of [1, 2, 5, 6, 7, 12, 20]) {
    for (const start of ['09:00', '10:00', '13:00', '15:00']) {
      await place.giveSeats(addDays(today, days), start, 2);
    }
  }
  const on = addDays(today, 7);
  const booking = {
    slot: slotId(on, '14:00'),
    date: on,
    start: '14:00',
    minutes: 60,
    mode: 'visit',
    changeableUntil: instantAt(addDays(on, -1), '17:00'),
  } as const;
  const told = ['move-booking', 'cancel-booking', ...usual.tells] as const;
  const revoked = await place.woman();
  const made = {
    fresh: await place.woman(),
    answered: await place.woman({ registered: true, answered: true }),
    booked: await place.woman({ registered: true, answered: true, booking, tells: told }),
    needsCall: await place.woman({
      registered: true,
      answered: true,
      booking: { ...booking, needsCall: true },
      tells: told,
    }),
    paused: await place.woman({
      words: 'paused',
      registered: true,
      tells: ['resume', 'withdraw', 'question'],
    }),
    afterBirth: await place.woman({
      ...absent,
      words: 'after-birth',
      notBookable: { why: 'after-birth' },
      tells: ['delivery-address', 'moved', 'not-received', 'question'],
    }),
    notYet: await place.woman({ ...absent, notBookable: { why: 'not-yet', from: date('2027-04-01') } }),
    grief: await place.woman({ ...absent, words: 'grief', tells: ['question'] }),
    ended: await place.woman({ ...absent, words: 'ended', tells: [] }),
    survey: await place.woman({
      ...unbookable,
      ...absent,
      registered: true,
      answered: true,
      notBookable: { why: 'visited' },
      survey: { survey: 'survey-2026', form: 'survey/1', token: 'T'.repeat(24) },
    }),
    revoked,
  };
  await taken(place.carry({ revoked: [revoked.locator] }));
  return made;
}

export type WomanInState =
  | 'fresh'
  | 'answered'
  | 'booked'
  | 'needsCall'
  | 'paused'
  | 'afterBirth'
  | 'notYet'
  | 'grief'
  | 'ended'
  | 'survey'
  | 'revoked';

const absent = { bookable: undefined };

async function taken(said: Promise<BundleTaken>): Promise<void> {
  const word = await said;
  if (word.result === 'refused') throw new Error(`The bundle was refused: ${word.why}`);
}

async function openOne(
  privateKey: Buffer,
  envelope: SealedEnvelope,
  locators: ReadonlyMap<string, OutsideWoman>,
): Promise<PortalMessage | OpenMessage> {
  const { locator, counter, form } = envelope;
  const bytes = Buffer.from(envelope.sealed, 'base64');
  const woman = locator === undefined ? undefined : locators.get(locator);
  const opened = woman
    ? await openEnvelope(
        privateKey,
        envelopePsk(woman.key, woman.locator),
        { locator: woman.locator, counter, form },
        bytes,
      )
    : await openOpenEnvelope(privateKey, form, bytes);
  if (!opened.ok || sha256Hex(bytes) !== envelope.id) throw new Error('The envelope does not open');
  return JSON.parse(opened.value.toString()) as PortalMessage | OpenMessage;
}
