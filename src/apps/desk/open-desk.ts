import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { answer } from './answer.ts';
import type { Desk } from './desk.ts';

/** One line of the log of the desk: never an address in full, never a value. */
export type DeskLine = {
  readonly method: string;
  /** The pattern of the address, such as `/cases/:case`. */
  readonly pattern: string;
  readonly status: number;
  readonly milliseconds: number;
  /** The kind of a fault of ours; its words could hold what somebody typed. */
  readonly fault?: string;
};

/** The pages of the desk as a listener of a server. `clock`: milliseconds that only go on. */
export function openDesk(desk: Desk, clock: () => number, log: (line: DeskLine) => void): RequestListener {
  return (request, response) => {
    void respond(desk, request, response, clock, log);
  };
}

async function respond(
  desk: Desk,
  request: IncomingMessage,
  response: ServerResponse,
  clock: () => number,
  log: (line: DeskLine) => void,
): Promise<void> {
  const began = clock();
  const { method = 'GET' } = request;
  try {
    const made = await answer(desk, request, addressOf(request, desk));
    response.writeHead(made.status, { ...made.headers, 'Content-Length': made.bytes.length });
    response.end(method === 'HEAD' ? undefined : made.bytes);
    log({
      method,
      pattern: made.pattern,
      status: made.status,
      milliseconds: Math.round(clock() - began),
      ...(made.broken === undefined ? {} : { fault: faultName(made.broken) }),
    });
  } catch (error) {
    response.destroy();
    log({ method, pattern: '-', status: 0, milliseconds: 0, fault: faultName(error) });
  }
}

function addressOf({ headers, socket }: IncomingMessage, { proxied }: Desk): string {
  const forwarded = proxied
    ? String(headers['x-forwarded-for'] ?? '')
        .split(',')
        .at(-1)
        ?.trim()
    : undefined;
  return forwarded || (socket.remoteAddress ?? '');
}

/** What kind of fault and where in our files it happened; never its message. */
function faultName(error: unknown): string {
  if (!(error instanceof Error)) return typeof error;
  const where = /\(?([^()\s]*src\/[^()\s]+:\d+):\d+\)?/.exec(error.stack ?? '')?.[1];
  return `${error.name}${where === undefined ? '' : ` at ${where.slice(where.indexOf('src/'))}`}`;
}
