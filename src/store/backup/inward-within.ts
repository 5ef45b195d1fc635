import type pg from 'pg';

/** The last bundle of the portal whose envelopes are all in this snapshot, and its chapter; nothing without a courier. */
export async function inwardWithin(
  client: pg.Client,
): Promise<{ readonly chapter?: number; readonly inward?: number }> {
  const { rows } = await client.query<{ chapter: string | number; inward: string | number }>(
    `select c.chapter, coalesce((select max(n) from p_bundle b where b.chapter = c.chapter and b.way = 'in'), c.inward)
       as inward from p_courier c`,
  );
  const [found] = rows;
  return found ? { chapter: Number(found.chapter), inward: Number(found.inward) } : {};
}
