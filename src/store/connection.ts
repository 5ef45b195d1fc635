import pg from 'pg';

/** How to reach one of our databases as one of its roles. */
export type ConnectionConfig = {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  readonly user: string;
  readonly password: string;
  /** Settings of the server for these connections, as words of a command line: `-c name=value`. */
  readonly options?: string | undefined;
};

/** A statement with a name: prepared once a connection. `text` is the only SQL there is; values never enter it. */
export type Statement = { readonly name: string; readonly text: string };

/** What a question may use: it reads, it cannot write, and the database role behind it cannot either. */
export type Reader = {
  readonly rows: (statement: Statement, values?: readonly unknown[]) => Promise<readonly Row[]>;
};

/** What a command may use inside its transaction. */
export type Writer = Reader & { readonly writes: true };

export type Row = Readonly<Record<string, unknown>>;

export type Database = {
  /** Runs `work` in one READ COMMITTED transaction of the writer role; anything thrown rolls it back. */
  readonly write: <T>(work: (writer: Writer) => Promise<T>) => Promise<T>;
  /** For work of one statement: it is a transaction by itself, committed when it returns, in one round trip. */
  readonly single: Writer;
  /** Reads as the reader role, outside a transaction. */
  readonly reader: Reader;
  /** Runs `work` on one snapshot (REPEATABLE READ, read only) of the reader role. */
  readonly snapshot: <T>(work: (reader: Reader) => Promise<T>) => Promise<T>;
  readonly close: () => Promise<void>;
};

export function openDatabase(
  writer: ConnectionConfig,
  reader: ConnectionConfig,
  connections: number,
): Database {
  const writers = pool(writer, connections);
  const readers = pool(reader, Math.max(2, Math.ceil(connections / 2)));
  return {
    write: (work) => transaction(writers, 'begin', (reader) => work({ ...reader, writes: true })),
    single: { ...readerOn(writers), writes: true },
    reader: readerOn(readers),
    snapshot: (work) =>
      transaction(readers, 'begin transaction isolation level repeatable read, read only', work),
    close: async () => {
      await Promise.all([writers.end(), readers.end()]);
    },
  };
}

function pool(config: ConnectionConfig, max: number): pg.Pool {
  // Statements that nobody waits for between them travel together (`Promise.all`); they are carried out in their order.
  const made = new pg.Pool({ ...config, max, idleTimeoutMillis: 0, allowExitOnIdle: true, pipeline: true });
  // An idle connection that breaks (server restarted) is replaced by the pool; whoever uses a broken one gets the error.
  made.on('error', () => undefined);
  // A connection that breaks while somebody holds it, between two of his statements, has nobody else to tell: his next
  // statement fails. Without a listener the whole process would end.
  made.on('connect', (client) => {
    client.on('error', () => undefined);
  });
  return made;
}

async function transaction<T>(
  from: pg.Pool,
  begin: string,
  work: (reader: Reader) => Promise<T>,
): Promise<T> {
  const client = await from.connect();
  const { rows } = readerOn(client);
  const gather = gatherer(client);
  let over = false;
  let broken: Error | undefined;
  let first: unknown;
  const reader: Reader = {
    rows: async (statement, values) => {
      // Of several statements under way one may fail; what the others would send next must not run by itself.
      if (over) throw new Error('The transaction is over');
      gather();
      try {
        return await rows(statement, values);
      } catch (error) {
        first ??= error;
        throw error;
      }
    },
  };
  try {
    await client.query(begin);
    const result = await work(reader);
    over = true;
    const { command } = await client.query('commit');
    // The database answers so when a statement failed that nobody waited for.
    if (command !== 'COMMIT') throw new Error('The transaction was not committed');
    return result;
  } catch (error) {
    over = true;
    await client.query('rollback').catch((failure: Error) => {
      broken = failure;
    });
    // Statements that were under way behind the one that failed fail too, as the rest of an aborted transaction. Answers
    // come in the order of the statements, so the first failure is the reason, whoever is heard first.
    throw isAborted(error) && first !== undefined ? first : error;
  } finally {
    client.release(broken);
  }
}

function isAborted(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '25P02';
}

/** Lets statements that are sent in the same moment leave in one piece: each piece costs as much as all the rest. */
function gatherer(client: pg.PoolClient): () => void {
  const { stream } = client.connection;
  let gathering = false;
  return () => {
    if (gathering) return;
    gathering = true;
    stream.cork();
    process.nextTick(() => {
      gathering = false;
      stream.uncork();
    });
  };
}

function readerOn(client: pg.Pool | pg.PoolClient): Reader {
  return {
    rows: async (statement, values = []) => {
      const result = await client.query<Row>({
        name: statement.name,
        text: statement.text,
        values: [...values],
      });
      return result.rows;
    },
  };
}
