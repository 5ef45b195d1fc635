import { Agent, request } from 'node:https';
import { z } from 'zod';
import { err, ok, type Result } from '../../domain/basics/result.ts';
import { fingerprintOf } from '../../security/self-signed.ts';
import type { MailAnswer } from '../mail-out/mail-transport.ts';
import type { CourierLine, LineTrouble } from './courier-line.ts';
import { readSigned, readState, readTaken } from './read-bundle.ts';

export type HttpsWish = {
  readonly host: string;
  readonly port: number;
  /** Own certificate and key, and the certificate of the one outside that is ours, in PEM. */
  readonly cert: string;
  readonly key: string;
  readonly outsideCert: string;
  /** Milliseconds without a word after which nobody is there. */
  readonly patience?: number;
};

const PATIENCE = 30_000;
const MOST_BYTES = 64 * 1024 * 1024;

const MAIL_ANSWER = z.union([
  z.object({ answer: z.enum(['accepted', 'unknown']) }),
  z.object({ answer: z.literal('refused'), reason: z.string().max(128) }),
]);

/** The line over HTTPS: TLS 1.3, both certificates pinned; whoever else answers there is nobody. */
export function httpsLine(wish: HttpsWish): CourierLine {
  const pinned = fingerprintOf(wish.outsideCert);
  const agent = new Agent({
    keepAlive: true,
    maxSockets: 1,
    cert: wish.cert,
    key: wish.key,
    ca: [wish.outsideCert],
    minVersion: 'TLSv1.3',
    checkServerIdentity: (_host, peer) =>
      peer.fingerprint256 === pinned ? undefined : new Error('Another certificate than the pinned one'),
  });
  const asked = async <T>(
    method: string,
    path: string,
    read: (text: string) => T | undefined,
    body?: string,
  ): Promise<Result<T, LineTrouble>> => {
    const answer = await speak(wish, agent, method, path, body);
    if (!answer.ok) return answer;
    const value = read(answer.value);
    return value === undefined ? err({ type: 'line-down', why: 'not-understood' }) : ok(value);
  };
  return {
    waits: false,
    state: (ask) => asked('GET', ask?.seats ? '/state?seats' : '/state', readState),
    sendOutward: (_n, bundle) => asked('POST', '/outward', readTaken, JSON.stringify(bundle)),
    fetchInward: async (n) => {
      const found = await asked('GET', `/inward/${n}`, (text) =>
        text === 'null' ? 'nothing' : readSigned(text),
      );
      return found.ok ? ok(found.value === 'nothing' ? undefined : found.value) : found;
    },
    relay: {
      send: async (mail): Promise<MailAnswer> => {
        const said = await asked('POST', '/relay', readAnswer, JSON.stringify(mail));
        return said.ok ? said.value : { answer: 'unknown' };
      },
    },
    close: () => {
      agent.destroy();
      return Promise.resolve();
    },
  };
}

function readAnswer(text: string): MailAnswer | undefined {
  const read = MAIL_ANSWER.safeParse(JSON.parse(text));
  return read.success ? read.data : undefined;
}

function speak(
  { host, port, patience = PATIENCE }: HttpsWish,
  agent: Agent,
  method: string,
  path: string,
  body: string | undefined,
): Promise<Result<string, LineTrouble>> {
  return new Promise((resolve) => {
    const down = (why: string) => resolve(err({ type: 'line-down', why }));
    const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body ?? '') };
    const sent = request({ agent, host, port, method, path, headers, timeout: patience }, (response) => {
      const parts: Buffer[] = [];
      let length = 0;
      response.on('data', (part: Buffer) => {
        length += part.length;
        if (length > MOST_BYTES) response.destroy(new Error('too-long'));
        else parts.push(part);
      });
      response.on('error', () => down('broken-off'));
      response.on('end', () => {
        if (response.statusCode === 200) resolve(ok(Buffer.concat(parts).toString('utf8')));
        else down(`status-${response.statusCode}`);
      });
    });
    sent.on('timeout', () => sent.destroy(new Error('silence')));
    sent.on('error', (error: NodeJS.ErrnoException) => down(error.code ?? error.message));
    sent.end(body);
  });
}
