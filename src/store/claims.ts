import type { Claim } from '../domain/decision.ts';
import type { Statement, Writer } from './connection.ts';

const TAKE: Statement = {
  name: 'claim-take',
  text: `insert into claim (kind, key, holder)
         select kind, key, $3 from unnest($1::text[], $2::text[]) as c (kind, key) order by kind, key
         on conflict do nothing returning kind, key`,
};

const GIVE_BACK: Statement = {
  name: 'claim-give-back',
  text: 'delete from claim c using unnest($1::text[], $2::text[]) as g (kind, key) where c.kind = g.kind and c.key = g.key',
};

/** Takes every claim or names the first one that somebody else holds. In key order, so that two commands never deadlock. */
export async function takeClaims(
  writer: Writer,
  claims: readonly Claim[],
  holder: string,
): Promise<Claim | undefined> {
  if (claims.length === 0) return undefined;
  const taken = await writer.rows(TAKE, [claims.map((c) => c.kind), claims.map((c) => c.key), holder]);
  if (taken.length === claims.length) return undefined;
  const mine = new Set(taken.map((row) => `${String(row['kind'])}:${String(row['key'])}`));
  return claims.find((claim) => !mine.delete(`${claim.kind}:${claim.key}`));
}

export async function giveBackClaims(writer: Writer, claims: readonly Claim[]): Promise<void> {
  if (claims.length === 0) return;
  await writer.rows(GIVE_BACK, [claims.map((c) => c.kind), claims.map((c) => c.key)]);
}
