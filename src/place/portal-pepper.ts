import type { KeyFolder } from './key-folder.ts';

/** In the key folder of the inside and in the second place; the outside's own folder holds the same bytes as `pepper`. */
export const PORTAL_PEPPER = 'portal-pepper';

const LENGTH = 32;

/**
 * What codes are mixed with before they become locators. It stays for as long as letters are out: with another one their
 * codes would open nothing. Made when it is absent, so that an older place has one too; a restore finds it in the second place.
 */
export async function portalPepper(
  { here, second }: { readonly here: KeyFolder; readonly second: KeyFolder },
  bytes: (count: number) => Uint8Array,
): Promise<Buffer> {
  const pepper =
    (await here.read(PORTAL_PEPPER)) ??
    (await here.writeOnce(PORTAL_PEPPER, (await second.read(PORTAL_PEPPER)) ?? bytes(LENGTH)));
  if (!(await second.read(PORTAL_PEPPER))) await second.writeOnce(PORTAL_PEPPER, pepper);
  return pepper;
}
