import type { KeyFolder } from './key-folder.ts';

const RECIPIENT_KEY = /^recipient-key\.[0-9a-f]{16}$/;

/** Gives a restored inside the keys with which it opens what was sealed to the lost one. */
export async function copyRecipientKeys(from: KeyFolder, to: KeyFolder): Promise<void> {
  for (const name of (await from.names()).filter((one) => RECIPIENT_KEY.test(one))) {
    const secret = await from.read(name);
    if (secret) await to.writeOnce(name, secret);
  }
}
