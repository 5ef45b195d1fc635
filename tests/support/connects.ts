import pg from 'pg';

/** Whether the database takes somebody in: `connected`, or the code with which it refuses. */
export async function connects(config: pg.ClientConfig): Promise<string> {
  const client = new pg.Client(config);
  try {
    await client.connect();
    return 'connected';
  } catch (error) {
    return error instanceof pg.DatabaseError ? (error.code ?? '') : 'broken';
  } finally {
    await client.end().catch(() => undefined);
  }
}
