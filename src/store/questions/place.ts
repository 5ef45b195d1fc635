import type { Reader, Statement } from '../connection.ts';

export type PlaceStanding = {
  /** It is about nobody. */
  readonly subject?: never;
  readonly lastGeneration: string | null;
  readonly awaitsAfterRestore: string | null;
};

const STANDING: Statement = {
  name: 'place-standing',
  text: 'select last_generation, awaits_after_restore from p_place',
};

/** How the place stands: at most one row. */
export async function findPlaceState(reader: Reader): Promise<readonly PlaceStanding[]> {
  const rows = await reader.rows(STANDING);
  return rows.map((row) => ({
    lastGeneration: row['last_generation'] as string | null,
    awaitsAfterRestore: row['awaits_after_restore'] as string | null,
  }));
}
