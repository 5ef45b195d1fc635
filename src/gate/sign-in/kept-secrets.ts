import type { KeptPassword } from '../../domain/access/credential.ts';
import type { AccountId, FactorId } from '../../domain/basics/ids.ts';
import type { KeptPasskey } from '../../security/passkey.ts';
import { vaultSession } from '../../store/vault/session.ts';
import { withLivingKeys } from '../living-keys.ts';
import type { SignInHouse } from './house.ts';

/** What the vault keeps of how somebody signs in. It is compared here and goes nowhere. */
export type KeptSecrets = {
  readonly password: KeptPassword | undefined;
  readonly totp: readonly { readonly factor: FactorId; readonly secret: string }[];
  readonly passkeys: readonly (KeptPasskey & { readonly factor: FactorId })[];
};

/** Who is not here has no link: the same statement finds nothing. */
export async function keptSecrets(house: SignInHouse, account: AccountId): Promise<KeptSecrets> {
  const { parts } = house;
  const opened = await withLivingKeys(parts, () =>
    vaultSession(parts.database.reader, parts.ring()).open([account], ['sign-in']),
  );
  const items = opened.get(account)?.items ?? [];
  const password = items.find(({ item }) => item === 'password')?.value;
  const { hash, before = '' } = password ?? {};
  const factors = items.filter(({ item }) => item !== 'password');
  return {
    password:
      hash === undefined ? undefined : { hash, before: before.split(' ').filter((one) => one !== '') },
    totp: factors.flatMap(({ item, value: { kind, secret } }) =>
      kind === 'totp' && secret !== undefined ? [{ factor: item as FactorId, secret }] : [],
    ),
    passkeys: factors.flatMap(({ item, value: { kind, id, publicKey, transports = '' } }) =>
      kind === 'passkey' && id !== undefined && publicKey !== undefined
        ? [{ factor: item as FactorId, id, publicKey, transports }]
        : [],
    ),
  };
}
