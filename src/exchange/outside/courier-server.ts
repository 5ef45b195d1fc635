import { createServer, type Server } from 'node:https';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { z } from 'zod';
import type { CourierEnd } from '../../domain/portal/bundle.ts';
import { fingerprintOf } from '../../security/self-signed.ts';
import { readSigned } from '../courier/read-bundle.ts';
import type { MailTransport } from '../mail-out/mail-transport.ts';

export type CourierServerParts = {
  readonly end: CourierEnd;
  /** The way to the mail server; without one nothing is relayed. */
  readonly relay?: MailTransport | undefined;
  /** Own certificate and key, and the certificate of the one inside that may speak, in PEM. */
  readonly tls: { readonly cert: string; readonly key: string; readonly insideCert: string };
  readonly host: string;
  /** 0 takes any that is free. */
  readonly port: number;
};

export type CourierServer = { readonly port: number; readonly close: () => Promise<void> };

/** A bundle of 500 capsules and 2000 words on seats is about 5 MB. */
const MOST_BYTES = 32 * 1024 * 1024;
const MOST_MAIL_BYTES = 256 * 1024;

const MAIL = z.strictObject({
  id: z.string().max(128),
  to: z.string().max(320),
  subject: z.string().max(400),
  body: z.string().max(100_000),
});

/**
 * The outside's end of the courier over HTTPS: only the inside that was made known to it gets an answer (mutual TLS 1.3,
 * its certificate pinned), one request at a time, bodies of limited length. It writes no log.
 */
export async function serveCourier(parts: CourierServerParts): Promise<CourierServer> {
  const { cert, key, insideCert } = parts.tls;
  const known = fingerprintOf(insideCert);
  let turn: Promise<unknown> = Promise.resolve();
  const server = createServer(
    { cert, key, ca: [insideCert], requestCert: true, rejectUnauthorized: true, minVersion: 'TLSv1.3' },
    (request, response) => {
      const socket = request.socket as TLSSocket;
      if (!socket.authorized || socket.getPeerCertificate().fingerprint256 !== known) {
        socket.destroy();
        return;
      }
      turn = turn.then(() => answer(parts, request, response)).catch(() => fail(response, 500));
    },
  );
  server.requestTimeout = 60_000;
  server.headersTimeout = 10_000;
  server.maxHeadersCount = 50;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(parts.port, parts.host, resolve);
  });
  // A handshake that fails is somebody else's; it ends there.
  server.on('tlsClientError', (_error, socket) => socket.destroy());
  return { port: (server.address() as AddressInfo).port, close: () => closed(server) };
}

async function answer(
  { end, relay }: CourierServerParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', 'https://outside');
  const path = `${request.method} ${url.pathname}`;
  const inward = /^GET \/inward\/(\d{1,7})$/.exec(path);
  if (path === 'GET /state') {
    await end.heard();
    return say(response, await end.state({ seats: url.searchParams.has('seats') }));
  }
  if (inward) {
    const bundle = await end.makeInward(Number(inward[1]));
    return say(response, bundle ?? null);
  }
  if (path === 'POST /outward') {
    const body = await bodyOf(request, MOST_BYTES);
    const bundle = body === undefined ? undefined : readSigned(body);
    if (!bundle) return fail(response, body === undefined ? 413 : 400);
    return say(response, await end.takeOutward(bundle));
  }
  if (path === 'POST /relay') {
    const body = await bodyOf(request, MOST_MAIL_BYTES);
    if (body === undefined) return fail(response, 413);
    const mail = MAIL.safeParse(jsonOf(body));
    if (!mail.success) return fail(response, 400);
    return say(response, relay ? await relay.send(mail.data) : { answer: 'refused', reason: 'no-relay' });
  }
  return fail(response, 404);
}

/** Nothing when it is longer than it may be. */
async function bodyOf(request: IncomingMessage, most: number): Promise<string | undefined> {
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    length += (part as Buffer).length;
    if (length > most) return undefined;
    parts.push(part as Buffer);
  }
  return Buffer.concat(parts).toString('utf8');
}

function say(response: ServerResponse, value: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(value));
}

function fail(response: ServerResponse, status: number): void {
  if (response.headersSent) response.destroy();
  else response.writeHead(status, { connection: 'close' }).end();
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function closed(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}
