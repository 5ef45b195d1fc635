import { createHash, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

/** An authenticator in software: one P-256 key for one site, answers as a browser would hand them on. */
export type Authenticator = {
  readonly make: (options: object) => object;
  readonly prove: (options: object) => object;
};

type Asked = { readonly challenge: string; readonly user?: { readonly id: string } };

export function authenticator(site: { readonly host: string; readonly origin: string }): Authenticator {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const id = randomBytes(32);
  let counter = 0;
  const clientData = (type: string, challenge: string) =>
    Buffer.from(JSON.stringify({ type, challenge, origin: site.origin, crossOrigin: false }));
  // Presence and verification (0x05); 0x40 when a key follows.
  const head = (flags: number) => {
    counter += 1;
    const rest = Buffer.alloc(5);
    rest[0] = flags;
    rest.writeUInt32BE(counter, 1);
    return Buffer.concat([createHash('sha256').update(site.host).digest(), rest]);
  };
  return {
    make: (options) => {
      const { challenge } = options as Asked;
      const data = clientData('webauthn.create', challenge);
      const length = Buffer.alloc(2);
      length.writeUInt16BE(id.length);
      const authData = Buffer.concat([
        head(0x45),
        Buffer.alloc(16),
        length,
        id,
        coseKey(pair.publicKey.export({ format: 'jwk' })),
      ]);
      return answer(id, {
        clientDataJSON: data.toString('base64url'),
        attestationObject: map(
          ['fmt', text('none')],
          ['attStmt', map()],
          ['authData', bytes(authData)],
        ).toString('base64url'),
        transports: ['internal'],
      });
    },
    prove: (options) => {
      const { challenge } = options as Asked;
      const data = clientData('webauthn.get', challenge);
      const authData = head(0x05);
      const signed = Buffer.concat([authData, createHash('sha256').update(data).digest()]);
      return answer(id, {
        clientDataJSON: data.toString('base64url'),
        authenticatorData: authData.toString('base64url'),
        signature: sign('sha256', signed, pair.privateKey).toString('base64url'),
      });
    },
  };
}

function answer(id: Buffer, response: object): object {
  const name = id.toString('base64url');
  return { id: name, rawId: name, type: 'public-key', clientExtensionResults: {}, response };
}

/** A P-256 key in COSE (RFC 9053): kty 2, alg -7, crv 1, x, y. */
function coseKey({ x = '', y = '' }: { readonly x?: string; readonly y?: string }): Buffer {
  return Buffer.concat([
    Buffer.from([0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21]),
    bytes(Buffer.from(x, 'base64url')),
    Buffer.from([0x22]),
    bytes(Buffer.from(y, 'base64url')),
  ]);
}

function map(...entries: readonly (readonly [string, Buffer])[]): Buffer {
  return Buffer.concat([
    Buffer.from([0xa0 + entries.length]),
    ...entries.flatMap(([name, value]) => [text(name), value]),
  ]);
}

function text(value: string): Buffer {
  return Buffer.concat([Buffer.from([0x60 + value.length]), Buffer.from(value)]);
}

function bytes(value: Buffer): Buffer {
  const head = value.length < 256 ? [0x58, value.length] : [0x59, value.length >> 8, value.length & 255];
  return Buffer.concat([Buffer.from(head), value]);
}
