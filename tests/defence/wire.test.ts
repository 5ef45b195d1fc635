import assert from 'node:assert/strict';
import { connect as connectTls } from 'node:tls';
import { connect, type Socket } from 'node:net';
import type { Server } from 'node:http';
import { after, test } from 'node:test';
import { openPortal } from '../../src/apps/portal/open-portal.ts';
import { MOST_LINES, PAGE_LIMITS, pageServer } from '../../src/apps/kit/server/page-server.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import { randomBytesFromPool } from '../../src/security/random-bytes.ts';
import { selfSigned } from '../../src/security/self-signed.ts';
import { listen } from '../../src/serve/both/listen.ts';
import { outsidePlace } from '../support/outside-place.ts';
import { speakRaw, statusIn } from '../support/raw-http.ts';

const outside = await outsidePlace('2026-06-10');
await outside.carry();
const pages = openPortal({
  gate: outside.gate,
  programme: chiyodaVisit,
  tryout: true,
  origin: 'http://127.0.0.1',
  chance: (bytes) => randomBytesFromPool(bytes),
  clock: () => 0,
  log: () => undefined,
});

async function serving(server: Server): Promise<string> {
  const { port, close } = await listen(server, '127.0.0.1', 0);
  after(() => close(Promise.resolve()));
  return `http://127.0.0.1:${port}`;
}

/** The real server with its patience counted in fractions of a second. */
const HASTY = {
  requestTimeout: 900,
  headersTimeout: 500,
  connectionsCheckingInterval: 100,
  keepAliveTimeout: 300,
};
const usual = await serving(pageServer(pages));
const hasty = await serving(pageServer(pages, undefined, HASTY));

/** Milliseconds until the other end hung up on somebody who speaks so slowly. */
async function heldOut(origin: string, first: string, drop: string): Promise<number> {
  const began = performance.now();
  const socket: Socket = connect(Number(new URL(origin).port), '127.0.0.1');
  const closed = new Promise<void>((resolve) => {
    socket.on('close', () => resolve());
    socket.on('error', () => resolve());
  });
  socket.resume();
  socket.write(first);
  const drip = setInterval(() => socket.write(drop), 50);
  await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, 6000))]);
  clearInterval(drip);
  socket.destroy();
  return performance.now() - began;
}

test('whoever sends headers or a form a drop at a time is cut off, and nobody else waits for it [THREAT-47, CHI-8.16-1]', async () => {
  assert.deepEqual(
    [PAGE_LIMITS.headersTimeout, PAGE_LIMITS.requestTimeout, PAGE_LIMITS.keepAliveTimeout],
    [10_000, 30_000, 5000],
  );
  const head =
    'POST /enquiry HTTP/1.1\r\nHost: x\r\nSec-Fetch-Site: same-origin\r\nContent-Type: application/x-www-form-urlencoded\r\n';
  const slow = Promise.all([
    heldOut(hasty, 'GET / HTTP/1.1\r\n', 'X: y\r\n'),
    heldOut(hasty, `${head}Content-Length: 60000\r\n\r\n`, 'a'),
    heldOut(hasty, `${head}Transfer-Encoding: chunked\r\n\r\n`, '1\r\na\r\n'),
    heldOut(hasty, '', ''),
  ]);
  const quick = await fetch(hasty);
  assert.equal(quick.status, 200);
  await quick.text();
  for (const milliseconds of await slow) assert.ok(milliseconds < 4000, `${Math.round(milliseconds)} ms`);
});

test('a thousand lines that say nothing keep nobody from a page [THREAT-47]', async () => {
  assert.ok(MOST_LINES >= 1000 && MOST_LINES <= 20_000);
  const port = Number(new URL(usual).port);
  const lines = Array.from({ length: 1000 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  try {
    const response = await fetch(usual, { signal: AbortSignal.timeout(5000) });
    assert.equal(response.status, 200);
    await response.text();
  } finally {
    for (const line of lines) line.destroy();
  }
});

test('headers beyond 8 KB, and more of them than anybody needs, are refused [THREAT-47, CHI-8.16-1]', async () => {
  const asked = (more: string) => `GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n${more}\r\n`;
  assert.equal(statusIn(await speakRaw(usual, asked(`X-A: ${'a'.repeat(7000)}\r\n`))), 200);
  assert.equal(statusIn(await speakRaw(usual, asked(`X-A: ${'a'.repeat(9000)}\r\n`))), 431);
  assert.equal(statusIn(await speakRaw(usual, asked(`Cookie: ${'a=b;'.repeat(4000)}\r\n`))), 431);
  assert.equal(statusIn(await speakRaw(usual, asked('A:b\r\n'.repeat(3000)))), 431);
  assert.equal(statusIn(await speakRaw(usual, `GET /${'a'.repeat(20_000)} HTTP/1.1\r\n\r\n`)), 431);
});

test('two lengths, odd lengths and bent lines are no request: nothing is smuggled behind one [THREAT-48, CHI-8.16-1]', async () => {
  const head = 'POST /enquiry HTTP/1.1\r\nHost: x\r\nContent-Type: application/x-www-form-urlencoded\r\n';
  const hidden = 'GET /hidden HTTP/1.1\r\nHost: x\r\n\r\n';
  for (const request of [
    `${head}Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n${hidden}`,
    `${head}Content-Length: 5\r\nContent-Length: 50\r\n\r\nwords${hidden}`,
    `${head}Content-Length: +5\r\n\r\nwords${hidden}`,
    `${head}Content-Length: 0x5\r\n\r\nwords${hidden}`,
    `${head}Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n${hidden}`,
    `${head}Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n${hidden}`,
    `${head}Transfer-Encoding: chunked\r\n\r\n-1\r\n${hidden}`,
    `GET / HTTP/1.1\r\nHost: x\r\nX: a\n\nGET /hidden HTTP/1.1\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: x\r\nX: a\rX: b\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: x\r\nHo\0st: y\r\n\r\n`,
    `GET / HTTP/1.1\r\nHost: x\r\n folded: y\r\n\r\n`,
    `GET / HTTP/2.0\r\nHost: x\r\n\r\n`,
    `GET  /  HTTP/1.1\r\nHost: x\r\n\r\n`,
    `GET / HTTP/1.1\r\n\r\n`,
  ]) {
    const heard = await speakRaw(usual, request, 800);
    const answers = heard.split('HTTP/1.1 ').length - 1;
    assert.ok(answers <= 1, `${answers} answers to ${JSON.stringify(request.slice(0, 110))}`);
    assert.ok(![200, 303].includes(statusIn(heard)) || !heard.includes('hidden'), request.slice(0, 60));
  }
});

test('a long hostile field costs no more time than a long harmless one [THREAT-47, CHI-8.16-1]', async () => {
  const send = async (fields: Readonly<Record<string, string>>) => {
    const began = performance.now();
    const response = await fetch(`${usual}/enquiry`, {
      method: 'POST',
      body: new URLSearchParams(fields),
      headers: { 'sec-fetch-site': 'same-origin' },
      redirect: 'manual',
    });
    await response.arrayBuffer();
    assert.ok(response.status < 500);
    return performance.now() - began;
  };
  const size = 60_000;
  await send({ words: 'x' });
  const harmless = Math.max(
    await send({ words: 'あ'.repeat(6000) }),
    await send({ words: 'a'.repeat(size) }),
  );
  for (const text of [
    ' '.repeat(size),
    `${' '.repeat(size)}x`,
    `a@${'a.'.repeat(size / 2)}!`,
    `${'a'.repeat(size)}@`,
    `${'+1-'.repeat(size / 3)}x`,
    '{'.repeat(size),
    '{a|'.repeat(size / 3),
    '\u0000'.repeat(size / 3),
    '\r\n'.repeat(size / 6),
    '\u202E'.repeat(size / 9),
    '0'.repeat(size),
    '年'.repeat(size / 9),
  ]) {
    const took = await send({
      words: text,
      phone: text.slice(0, 500),
      email: text.slice(0, 500),
      name: text.slice(0, 500),
    });
    assert.ok(took < harmless * 10 + 300, `${Math.round(took)} ms against ${Math.round(harmless)} ms`);
  }
});

test('where the pages end TLS themselves, it is 1.2 at least and always with a secret of its own for each line [THREAT-49]', async () => {
  const { cert, key } = selfSigned('portal.example');
  const origin = await serving(pageServer(pages, { cert, key }));
  const port = Number(new URL(origin).port);
  const speak = (options: Readonly<Record<string, string>>) =>
    new Promise<string>((resolve) => {
      const socket = connectTls(
        { port, host: '127.0.0.1', ca: cert, servername: 'portal.example', ...options },
        () => {
          resolve(`${socket.getProtocol()} ${socket.getCipher().name}`);
          socket.destroy();
        },
      );
      socket.on('error', () => resolve('refused'));
    });
  assert.match(await speak({}), /^TLSv1\.3 TLS_/);
  assert.match(await speak({ maxVersion: 'TLSv1.2' }), /^TLSv1\.2 ECDHE-ECDSA-/);
  for (const ciphers of [
    'AES128-SHA',
    'AES256-GCM-SHA384',
    'ECDHE-ECDSA-AES128-SHA',
    'DHE-RSA-AES128-GCM-SHA256',
  ]) {
    assert.equal(await speak({ maxVersion: 'TLSv1.2', ciphers }), 'refused', ciphers);
  }
  assert.equal(
    await speak({ minVersion: 'TLSv1.1', maxVersion: 'TLSv1.1', ciphers: 'ALL:@SECLEVEL=0' }),
    'refused',
  );
});
