import { connect, type Socket } from 'node:net';

/** A line to a server of HTTP/1.1 that is kept open: one question after the other, as cheap as it can be made. */
export type Wire = {
  readonly ask: (question: Question) => Promise<Heard>;
  readonly close: () => void;
};

/** With a body it is a form that is posted. */
export type Question = {
  readonly path: string;
  readonly headers?: string | undefined;
  readonly body?: string | undefined;
};

export type Heard = {
  readonly status: number;
  /** Lines of the head, in small letters but for their values. */
  readonly header: (name: string) => string | undefined;
  readonly body: Buffer;
};

/** The server closes lines that were quiet for five seconds; we do so before. */
const QUIET_MS = 3000;

export function wireTo(port: number): Wire {
  let socket: Socket | undefined;
  let last = 0;
  let waiting: Waiting | undefined;
  const fail = (error: Error) => {
    const { reject } = waiting ?? {};
    waiting = undefined;
    socket?.destroy();
    socket = undefined;
    reject?.(error);
  };
  const opened = (): Socket => {
    const fresh = connect({ port, host: '127.0.0.1', noDelay: true });
    let parts: Buffer[] = [];
    fresh.on('data', (part: Buffer) => {
      parts.push(part);
      const heard = readAnswer(parts.length === 1 ? part : Buffer.concat(parts));
      if (!heard) return;
      parts = [];
      const { resolve } = waiting ?? {};
      waiting = undefined;
      if (/^close$/i.test(heard.header('connection') ?? '')) socket = undefined;
      resolve?.(heard);
    });
    fresh.on('error', (error) => {
      if (fresh === socket) fail(error);
    });
    fresh.on('close', () => {
      if (fresh === socket) fail(new Error('The line was cut'));
    });
    return fresh;
  };
  return {
    ask: (question) =>
      new Promise((resolve, reject) => {
        const now = performance.now();
        if (socket && now - last > QUIET_MS) {
          socket.destroy();
          socket = undefined;
        }
        last = now;
        waiting = { resolve, reject };
        socket ??= opened();
        socket.write(textOf(question));
      }),
    close: () => {
      const before = socket;
      socket = undefined;
      before?.destroy();
    },
  };
}

type Waiting = { readonly resolve: (heard: Heard) => void; readonly reject: (error: Error) => void };

function textOf({ path, headers = '', body }: Question): string {
  const head = `HTTP/1.1\r\nHost: localhost\r\nAccept-Encoding: br\r\n${headers}`;
  if (body === undefined) return `GET ${path} ${head}\r\n`;
  return `POST ${path} ${head}Sec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`;
}

/** An answer once it is whole. */
function readAnswer(bytes: Buffer): Heard | undefined {
  const end = bytes.indexOf('\r\n\r\n');
  if (end < 0) return undefined;
  const head = bytes.toString('latin1', 0, end);
  const header = (name: string) => new RegExp(`\\r\\n${name}: ([^\\r]*)`, 'i').exec(head)?.[1];
  const length = header('content-length');
  const from = end + 4;
  // The only answers without a length are those without a body: they end with an empty chunk.
  const to = length === undefined ? from + EMPTY_CHUNK.length : from + Number(length);
  if (bytes.length < to) return undefined;
  if (length === undefined && bytes.toString('latin1', from, to) !== EMPTY_CHUNK)
    throw new Error('An answer in pieces was not expected');
  const body = length === undefined ? Buffer.alloc(0) : bytes.subarray(from, to);
  return { status: Number(head.slice(9, 12)), header, body };
}

const EMPTY_CHUNK = '0\r\n\r\n';
