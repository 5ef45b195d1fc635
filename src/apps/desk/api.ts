import type { IncomingMessage } from 'node:http';
import { z } from 'zod';
import { ask } from '../../gate/ask.ts';
import { execute } from '../../gate/execute.ts';
import type { DeskSession } from '../../gate/sign-in/read-session.ts';
import { gateSentence } from '../../programmes/words/gate-refusals.ts';
import { isToken } from '../kit/server/csrf.ts';
import { MOST_BYTES } from '../kit/server/read-body.ts';
import type { Desk } from './desk.ts';
import { readBytes } from './desk-form.ts';
import type { JsonReply } from './reply.ts';
import { mayUse } from './rights.ts';

const SHAPE = z.strictObject({
  input: z.unknown(),
  /** The mark under which a command is done once. */
  once: z
    .string()
    .regex(/^[\w:-]{1,40}$/)
    .optional(),
  shown: z.record(z.string(), z.int()).optional(),
});

/**
 * `POST /api/ask/<question>` and `POST /api/do/<command>`: what behaves in the browser asks and does through the same
 * gate, with the token of the session in `x-token`. Rows that are steps of our own code do not exist here.
 */
export async function answerApi({
  desk,
  request,
  url,
  method,
  who,
}: {
  readonly desk: Desk;
  readonly request: IncomingMessage;
  readonly url: URL;
  readonly method: string;
  readonly who: DeskSession | undefined;
}): Promise<JsonReply> {
  if (method !== 'POST') return said(405, { refused: 'method' });
  if (!who || who.needs !== undefined) return said(401, { refused: 'session-over' });
  const token = request.headers['x-token'];
  if (!isToken(typeof token === 'string' ? token : null, who.csrf))
    return said(403, { refused: 'forbidden' });
  const [, , kind, name = ''] = url.pathname.split('/');
  const { parts } = desk.house;
  const command = kind === 'do' ? parts.commands.get(name) : undefined;
  const row = kind === 'ask' ? parts.questions.get(name) : command;
  if (!row || command?.step) return said(404, { refused: 'unknown-row' });
  const read = await readJson(request);
  if (!read) return said(400, { refused: 'not-understood' });
  const by = { actor: who.actor, screen: `/api/${kind}` };
  if (!mayUse(desk, who, row)) {
    // The gate says no and remembers it, whatever the input is.
    const denied = await (kind === 'ask'
      ? ask(parts, name, read.input, by)
      : execute(parts, [{ row: name, input: read.input }], by));
    const refused = denied.ok ? 'denied' : denied.error.refused;
    return said(refused === 'denied' ? 403 : 409, { refused });
  }
  const done =
    kind === 'ask'
      ? await ask(parts, name, read.input, by)
      : await execute(
          parts,
          [{ row: name, input: read.input, ...(read.shown ? { shown: read.shown } : {}) }],
          { ...by, ...(read.once ? { key: read.once } : {}) },
        );
  if (!done.ok)
    return said(done.error.refused === 'denied' ? 403 : 409, {
      ...done.error,
      sentence: gateSentence(done.error),
    });
  return said(200, { value: done.value });
}

function said(status: number, value: object): JsonReply {
  return { reply: 'json', status, value };
}

async function readJson(request: IncomingMessage): Promise<z.infer<typeof SHAPE> | undefined> {
  if (request.headers['content-type']?.split(';')[0]?.trim() !== 'application/json') return undefined;
  const bytes = await readBytes(request, MOST_BYTES);
  if (bytes === 'too-large') return undefined;
  try {
    const parsed = SHAPE.safeParse(JSON.parse(Buffer.from(bytes).toString('utf8')));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
