import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from '@simplewebauthn/server';
import { randomBytesFromPool } from './random-bytes.ts';

/** The desk as browsers know it. `host` is the name passkeys belong to, `origin` the whole address. */
export type Site = { readonly host: string; readonly origin: string; readonly name: string };

/** A passkey as it is kept: text only, sealed with the other secrets of the person. */
export type KeptPasskey = {
  readonly id: string;
  readonly publicKey: string;
  readonly transports: string;
};

/** ES256 and RS256: what every authenticator has; newer ones are still experiments of the platform. */
const ALGORITHMS = [-7, -257];

type RegistrationAnswer = Parameters<typeof verifyRegistrationResponse>[0]['response'];
type Answer = Parameters<typeof verifyAuthenticationResponse>[0]['response'];
type Transports = NonNullable<Parameters<typeof verifyAuthenticationResponse>[0]['credential']['transports']>;

/** What the browser is asked when a passkey is made, with the challenge that the answer must bear. */
export async function askForPasskey(
  site: Site,
  person: { readonly account: string; readonly holder: string },
  known: readonly KeptPasskey[],
): Promise<{ readonly challenge: string; readonly options: object }> {
  const options = await generateRegistrationOptions({
    rpName: site.name,
    rpID: site.host,
    userName: person.holder,
    userID: new TextEncoder().encode(person.account),
    challenge: new Uint8Array(randomBytesFromPool(32)),
    attestationType: 'none',
    supportedAlgorithmIDs: ALGORITHMS,
    excludeCredentials: known.map(({ id }) => ({ id })),
    authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
  });
  return { challenge: options.challenge, options };
}

/** The passkey that was made; nothing when the answer is not to this challenge, of another site, or malformed. */
export async function madePasskey(
  site: Site,
  challenge: string,
  answer: unknown,
): Promise<{ readonly kept: KeptPasskey; readonly counter: number } | undefined> {
  const verified = await orNothing(() =>
    verifyRegistrationResponse({
      response: answer as RegistrationAnswer,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      requireUserVerification: false,
      supportedAlgorithmIDs: ALGORITHMS,
    }),
  );
  if (!verified?.verified) return undefined;
  const { id, publicKey, counter, transports = [] } = verified.registrationInfo.credential;
  return {
    kept: { id, publicKey: Buffer.from(publicKey).toString('base64url'), transports: transports.join(' ') },
    counter,
  };
}

/** What the browser is asked when somebody signs in: any of her passkeys. */
export async function askPasskeys(
  site: Site,
  known: readonly KeptPasskey[],
): Promise<{ readonly challenge: string; readonly options: object }> {
  const options = await generateAuthenticationOptions({
    rpID: site.host,
    challenge: new Uint8Array(randomBytesFromPool(32)),
    allowCredentials: known.map(({ id, transports }) => ({ id, transports: transportsOf(transports) })),
    userVerification: 'preferred',
  });
  return { challenge: options.challenge, options };
}

/**
 * The counter that the authenticator gives with a right answer; nothing for a wrong one. Many give 0 always: then the
 * challenge, which is used once, is what keeps an answer from being used again.
 */
export async function passkeyCounter(
  site: Site,
  challenge: string,
  { id, publicKey, transports }: KeptPasskey,
  answer: unknown,
): Promise<number | undefined> {
  const verified = await orNothing(() =>
    verifyAuthenticationResponse({
      response: answer as Answer,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.host,
      // Counters are compared where they are kept, so that of two at once one is refused.
      credential: {
        id,
        publicKey: new Uint8Array(Buffer.from(publicKey, 'base64url')),
        counter: 0,
        transports: transportsOf(transports),
      },
      requireUserVerification: false,
    }),
  );
  return verified?.verified ? verified.authenticationInfo.newCounter : undefined;
}

function transportsOf(kept: string): Transports {
  return kept.split(' ').filter((one) => one !== '');
}

/** The library throws for every answer that is not as it must be; what a browser sends may be anything. */
async function orNothing<T>(check: () => Promise<T>): Promise<T | undefined> {
  try {
    return await check();
  } catch {
    return undefined;
  }
}
