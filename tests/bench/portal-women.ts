import { date, type CivilDate } from '../../src/domain/basics/civil-date.ts';
import { epochOf } from '../../src/domain/basics/instant.ts';
import { daysOfWeeks } from '../../src/domain/calendar/pregnancy.ts';
import type { InsidePart } from '../../src/domain/portal/inside-part.ts';
import type { OwnPart } from '../../src/domain/portal/own-part.ts';
import type { PersonalCode } from '../../src/domain/text/personal-code.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import { sealCapsule } from '../../src/security/capsule.ts';
import { secretsFrom } from '../../src/security/draw-secrets.ts';
import { randomBytesFromPool } from '../../src/security/random-bytes.ts';
import { seal } from '../../src/security/sealing.ts';
import { newCookie, secretsOfCookie } from '../../src/security/session-cookie.ts';
import { GOOD_ANSWERS } from '../support/questionnaire.ts';
import type { PortalZone } from './portal-zone.ts';

/** A synthetic woman whose letter was posted. */
export type LetterWoman = {
  readonly code: PersonalCode;
  readonly birthDate: CivilDate;
  readonly locator: string;
  readonly key: Buffer;
};

/** Her browser after both proofs: its cookie, and the token that stands, masked, in every form of the session. */
export type OpenBrowser = { readonly cookie: string; readonly csrf: string };

const BIRTH_DATE = date('1994-02-03');
const DUE = date('2026-08-20');

/** Capsules in one bundle, as the courier sends them. */
const MOST = 500;

/** Posts so many letters: their capsules go outside in signed bundles. `part`: what the inside says of these women. */
export async function postLetters(
  zone: PortalZone,
  count: number,
  part: Partial<InsidePart> = {},
): Promise<readonly LetterWoman[]> {
  const draw = secretsFrom((bytes) => randomBytesFromPool(bytes), zone.secrets.keys.pepper);
  const inside = Buffer.from(JSON.stringify({ ...usual(zone), ...part }).padEnd(1100));
  const women: LetterWoman[] = [];
  while (women.length < count) {
    const some = Array.from({ length: Math.min(MOST, count - women.length) }, (): LetterWoman => {
      const { code, link } = draw();
      const { locator, key } = link(BIRTH_DATE);
      return { code, birthDate: BIRTH_DATE, locator, key: Buffer.from(key, 'base64') };
    });
    const capsules = some.map(({ locator, key }) => ({
      locator,
      n: 1,
      sealed: sealCapsule(key, locator, 'inside', inside).toString('base64'),
    }));
    await zone.carry({ capsules });
    women.push(...some);
  }
  return women;
}

/** Opens a session for each as both proofs do, with a form that is filled in up to the choice of a time. */
export async function openBrowsers(
  zone: PortalZone,
  women: readonly LetterWoman[],
): Promise<readonly OpenBrowser[]> {
  const { secret } = zone.secrets.keys;
  const own = paddedJson(filledIn(zone));
  const alone = paddedJson({ Q08: 'no' });
  const rows = women.map(({ locator, key }) => {
    const cookie = newCookie();
    const secrets = secretsOfCookie(secret, cookie);
    if (!secrets) throw new Error('A cookie of ours cannot be read');
    const bound = (what: string) => `session|${what}|${secrets.hash.toString('hex')}`;
    return {
      browser: { cookie, csrf: secrets.csrf },
      hash: secrets.hash,
      locator: Buffer.from(locator, 'hex'),
      key: seal(secrets.key, key, bound('open')),
      alone: seal(secrets.key, alone, bound('alone')),
      own: sealCapsule(key, locator, 'own', own),
    };
  });
  const column = (name: 'hash' | 'locator' | 'key' | 'alone' | 'own') => rows.map((row) => row[name]);
  await zone.fill(
    `insert into session (hash, locator, stage, sealed, alone, began, seen)
     select hash, locator, 'open', key, alone, $5::bigint, $5::bigint
     from unnest($1::bytea[], $2::bytea[], $3::bytea[], $4::bytea[]) as b (hash, locator, key, alone)`,
    [column('hash'), column('locator'), column('key'), column('alone'), epochOf(zone.now())],
  );
  await zone.fill(
    `update capsule c set own = b.own, own_version = own_version + 1
     from unnest($1::bytea[], $2::bytea[]) as b (locator, own) where c.locator = b.locator`,
    [column('locator'), column('own')],
  );
  return rows.map(({ browser }) => browser);
}

function usual(zone: PortalZone): InsidePart {
  const { rules } = chiyodaVisit;
  return {
    n: 1,
    at: zone.now(),
    words: 'usual',
    endsOn: date('2027-03-31'),
    registered: false,
    answered: false,
    bookable: {
      due: DUE,
      month8: daysOfWeeks(DUE, rules.booking.weeks.month8),
      cohort: false,
      born: false,
      talk: 60,
    },
    tells: ['pause', 'withdraw', 'birth', 'moved', 'contact', 'question'],
    receipts: {},
  };
}

function filledIn(zone: PortalZone): OwnPart {
  const { consent } = chiyodaVisit.rules.forms;
  const { C01: _consent, ...answers } = GOOD_ANSWERS;
  return {
    counter: 0,
    language: 'ja',
    contact: 'skipped',
    consent: { version: consent.versions.at(-1) ?? '', at: zone.now() },
    answers,
    pages: (chiyodaVisit.portal?.questionPages.length ?? 0) + 1,
    place: { mode: 'visit' },
    packagePlace: { at: 'registered' },
    sent: [],
  };
}

function paddedJson(value: unknown): Buffer {
  const text = Buffer.from(JSON.stringify(value));
  return Buffer.concat([text, Buffer.alloc(1024 - (text.length % 1024), ' ')]);
}
