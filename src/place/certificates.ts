import { newAnchorKey } from '../security/checkpoint.ts';
import { newSecretKey } from '../security/programme-key.ts';
import { selfSigned } from '../security/self-signed.ts';
import { publicHalf } from '../security/signature.ts';
import type { KeyFolder } from './key-folder.ts';

/** What both ends of the courier show each other over TLS, in PEM. */
export type Certificates = {
  readonly insideCert: string;
  readonly insideKey: string;
  readonly outsideCert: string;
  readonly outsideKey: string;
};

/** A pair for try-out places and tests; a real place may bring its own. `outsideName` is the host name of the outside. */
export function makeCertificates({ outsideName }: { readonly outsideName: string }): Certificates {
  const inside = selfSigned('inside.mimamori');
  const outside = selfSigned(outsideName);
  return {
    insideCert: inside.cert,
    insideKey: inside.key,
    outsideCert: outside.cert,
    outsideKey: outside.key,
  };
}

/**
 * Makes two zones known to each other, once: each gets a key to sign its bundles, its certificate, and the public halves
 * of the other; both the pepper, under a name of their own. What is there already stays.
 */
export async function pairZones(
  inside: KeyFolder,
  outside: KeyFolder,
  { outsideName }: { readonly outsideName: string },
): Promise<void> {
  const certificates = makeCertificates({ outsideName });
  const insideKey = await once(inside, 'courier-key', newAnchorKey().privatePem);
  const outsideKey = await once(outside, 'courier-key', newAnchorKey().privatePem);
  await outside.write('inside-courier-public', Buffer.from(publicHalf(insideKey)));
  await inside.write('outside-courier-public', Buffer.from(publicHalf(outsideKey)));
  const [here, there] = [await inside.read('courier-cert'), await outside.read('courier-cert')];
  if (here === undefined || there === undefined) {
    await inside.write('courier-cert-key', Buffer.from(certificates.insideKey));
    await outside.write('courier-cert-key', Buffer.from(certificates.outsideKey));
    await outside.write('courier-cert', Buffer.from(certificates.outsideCert));
    await inside.write('outside-cert', Buffer.from(certificates.outsideCert));
    await outside.write('inside-cert', Buffer.from(certificates.insideCert));
    await inside.write('courier-cert', Buffer.from(certificates.insideCert));
  }
  await outside.writeOnce('pepper', await inside.writeOnce('portal-pepper', newSecretKey()));
}

async function once(folder: KeyFolder, name: string, pem: string): Promise<string> {
  return (await folder.writeOnce(name, Buffer.from(pem))).toString('utf8');
}
