import type pg from 'pg';

/**
 * COPY in both directions on a connection of `pg`, which knows the messages but offers no call for them. A connection
 * whose copy was broken off in the middle cannot be used for anything else: end it.
 */
type CopyConnection = {
  readonly stream: {
    readonly pause: () => void;
    readonly resume: () => void;
    readonly writableNeedDrain: boolean;
    readonly once: (event: 'drain' | 'close', then: () => void) => void;
  };
  readonly query: (text: string) => void;
  readonly sendCopyFromChunk: (chunk: Uint8Array) => void;
  readonly endCopyFrom: () => void;
  readonly sendCopyFail: (reason: string) => void;
};

/** As many bytes as may wait between server and reader before the server is asked to pause. */
const MUCH = 1 << 20;

/** Streams the rows that a `copy … to stdout` statement gives, in the text format, in pieces of any length. */
export async function* copyOut(client: pg.Client, statement: string): AsyncGenerator<Buffer> {
  const waiting: Buffer[] = [];
  let bytes = 0;
  let ended: { error?: Error } | undefined;
  let wake = () => undefined as void;
  let connection: CopyConnection | undefined;
  const end = (error?: Error) => {
    ended ??= error ? { error } : {};
    wake();
  };
  submit(client, {
    ...quiet,
    submit: (on) => {
      connection = on;
      on.query(statement);
    },
    handleCopyData: ({ chunk }) => {
      waiting.push(chunk);
      bytes += chunk.length;
      if (bytes > MUCH) connection?.stream.pause();
      wake();
    },
    handleError: (error) => end(error),
    handleReadyForQuery: () => end(),
  });
  for (;;) {
    if (waiting.length > 0) {
      const piece = Buffer.concat(waiting.splice(0));
      bytes = 0;
      connection?.stream.resume();
      yield piece;
    } else if (ended) {
      if (ended.error) throw ended.error;
      return;
    } else {
      await new Promise<void>((resolve) => {
        wake = resolve;
      });
    }
  }
}

/** Feeds rows in the text format to a `copy … from stdin` statement. */
export async function copyIn(
  client: pg.Client,
  statement: string,
  pieces: AsyncIterable<Uint8Array>,
): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    let failed: Error | undefined;
    const feed = async (connection: CopyConnection) => {
      try {
        for await (const piece of pieces) {
          if (failed) return;
          connection.sendCopyFromChunk(piece);
          if (connection.stream.writableNeedDrain) await drained(connection);
        }
        connection.endCopyFrom();
      } catch (error) {
        failed = error instanceof Error ? error : new Error('What was to be copied could not be read');
        connection.sendCopyFail('what was to be copied could not be read');
      }
    };
    submit(client, {
      ...quiet,
      submit: (on) => on.query(statement),
      handleCopyInResponse: (on) => void feed(on),
      handleError: (error) => {
        failed ??= error;
        reject(failed);
      },
      handleReadyForQuery: () => resolve(),
    });
  });
}

function drained(connection: CopyConnection): Promise<void> {
  return new Promise((resolve) => {
    connection.stream.once('drain', resolve);
    connection.stream.once('close', resolve);
  });
}

/** What the driver calls while a query of ours is the active one. */
type Copying = {
  readonly submit: (connection: CopyConnection) => void;
  readonly handleCopyData: (message: { readonly chunk: Buffer }, connection: CopyConnection) => void;
  readonly handleCopyInResponse: (connection: CopyConnection) => void;
  readonly handleError: (error: Error) => void;
  readonly handleReadyForQuery: () => void;
  readonly handleCommandComplete: () => void;
  readonly handleRowDescription: () => void;
  readonly handleDataRow: () => void;
  readonly handleEmptyQuery: () => void;
  readonly handlePortalSuspended: () => void;
};

const nothing = () => undefined;
const quiet = {
  handleCopyData: nothing,
  handleCopyInResponse: nothing,
  handleCommandComplete: nothing,
  handleRowDescription: nothing,
  handleDataRow: nothing,
  handleEmptyQuery: nothing,
  handlePortalSuspended: nothing,
};

function submit(client: pg.Client, copying: Copying): void {
  client.query(copying as unknown as pg.Submittable);
}
