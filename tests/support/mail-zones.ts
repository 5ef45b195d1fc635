import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { after } from 'node:test';
import { SMTPServer } from 'smtp-server';
import { openPortal } from '../../src/apps/portal/open-portal.ts';
import type { OutsideGate } from '../../src/gate/outside/outside-gate.ts';
import { emptyBounceFolder } from '../../src/exchange/outside/bounce-folder.ts';
import { serveCourier } from '../../src/exchange/outside/courier-server.ts';
import { OUTSIDE_CONFIG } from '../../src/exchange/outside/outside-config.ts';
import { readOutsideSecrets } from '../../src/exchange/outside/outside-keys.ts';
import { openRelay, type RelayServer } from '../../src/exchange/outside/relay.ts';
import { chiyodaVisit } from '../../src/programmes/chiyoda-visit/programme.ts';
import { randomBytesFromPool } from '../../src/security/random-bytes.ts';
import type { Counts } from '../../src/serve/both/rounds.ts';
import { insideRounds } from '../../src/serve/inside-rounds.ts';
import { visitorOf, type Visitor } from './portal-place.ts';
import { twoZones, type TwoZones } from './two-zones.ts';

/** A mail as the mail server got it. */
export type HeardMail = {
  readonly from: string;
  readonly to: readonly string[];
  /** Headers and body as they came over the line. */
  readonly raw: string;
  readonly subject: string;
  readonly body: string;
};

/** Two real zones with everything between them real: portal over HTTP, courier over TLS, relay to a mail server on loopback. */
export type MailZones = TwoZones & {
  readonly visitor: (language: string) => Visitor;
  /** One round of everything that the inside does by itself, or of some of it. */
  readonly beat: (...names: readonly string[]) => Promise<Readonly<Record<string, Counts>>>;
  /** What the mail server got since it was last asked. */
  readonly arrived: () => readonly HeardMail[];
  /** The mail server knows no mailbox of this address. */
  readonly knowsNot: (address: string) => void;
  /** The mail comes back as a report of the mail server, and the outside reads its folder. */
  readonly comesBack: (mail: HeardMail) => Promise<void>;
  /** Every line of the portal's log, and what each round said. */
  readonly log: readonly string[];
};

export async function mailZones(): Promise<MailZones> {
  const zones = await twoZones();
  const { place } = zones.room;
  const log: string[] = [];
  const mail = await mailServer();
  const bounces = join(place.folders.outside, 'returned');
  await mkdir(bounces);
  const at: RelayServer = {
    host: '127.0.0.1',
    port: mail.port,
    secure: false,
    from: '予約案内 <no-reply@mimamori.example>',
    returnTo: 'bounce+{id}@mimamori.example',
    demandTls: false,
  };
  await tellMailServer(join(place.folders.outside, OUTSIDE_CONFIG), { ...at, bounces });

  const { line } = await readOutsideSecrets(zones.outside.keys);
  const relay = openRelay(at);
  const courier = await serveCourier({
    end: zones.outside.end(),
    relay,
    tls: { cert: line.cert, key: line.key, insideCert: line.inside },
    host: '127.0.0.1',
    port: 0,
  });
  const inside = insideRounds(place, { way: 'https', host: '127.0.0.1', port: courier.port });
  const origin = await servePortal(zones.outside.gate(), log);
  after(async () => {
    await inside.close();
    await courier.close();
    relay.close();
  });
  return {
    ...zones,
    log,
    arrived: mail.arrived,
    knowsNot: mail.knowsNot,
    visitor: (language) => visitorOf(origin, new Map(), { 'accept-language': language }),
    beat: async (...names) => {
      const told: Record<string, Counts> = {};
      for (const { name, work } of inside.rounds) {
        if (names.length > 0 && !names.includes(name)) continue;
        told[name] = await work();
        log.push(JSON.stringify(told));
      }
      return told;
    },
    comesBack: async ({ from, to: [to] }) => {
      await writeFile(join(bounces, '1'), reportTo(from, to ?? ''));
      const noted = await emptyBounceFolder(bounces, ({ message, reason }) =>
        zones.outside.end().noteBounce(message, reason),
      );
      assert.equal(noted, 1);
    },
  };
}

async function tellMailServer(path: string, mail: object): Promise<void> {
  const config = JSON.parse(await readFile(path, 'utf8')) as object;
  await writeFile(path, JSON.stringify({ ...config, mail }));
}

async function servePortal(gate: OutsideGate, log: string[]): Promise<string> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.on(
    'request',
    openPortal({
      gate,
      programme: chiyodaVisit,
      tryout: true,
      origin,
      chance: randomBytesFromPool,
      clock: () => 0,
      log: (text) => log.push(text),
    }),
  );
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  return origin;
}

type MailServer = Pick<MailZones, 'arrived' | 'knowsNot'> & { readonly port: number };

async function mailServer(): Promise<MailServer> {
  let heard: HeardMail[] = [];
  const unknown = new Set<string>();
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onRcptTo: ({ address }, _session, done) =>
      done(unknown.has(address) ? Object.assign(new Error('no'), { responseCode: 550 }) : undefined),
    onData: (stream, { envelope: { mailFrom, rcptTo } }, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const raw = Buffer.concat(parts).toString('utf8');
        const to = rcptTo.map(({ address }) => address);
        heard.push({ from: mailFrom ? mailFrom.address : '', to, raw, ...decoded(raw) });
        done();
      });
    },
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  after(() => new Promise<void>((closed) => server.close(() => closed())));
  return {
    port: (listening.address() as AddressInfo).port,
    knowsNot: (address) => void unknown.add(address),
    arrived: () => {
      const all = heard;
      heard = [];
      return all;
    },
  };
}

function decoded(raw: string): { readonly subject: string; readonly body: string } {
  const end = raw.indexOf('\r\n\r\n');
  const headers = raw.slice(0, end).replaceAll(/\r\n[ \t]+/g, ' ');
  const [, subject = ''] = /^Subject: (.*)$/m.exec(headers) ?? [];
  const words = subject
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?UTF-8\?([BQ])\?(.*?)\?=/gi, (_, how: string, text: string) =>
      how.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString('latin1')
        : text
            .replaceAll('_', ' ')
            .replaceAll(/=([0-9A-F]{2})/gi, (_byte, hex: string) =>
              String.fromCodePoint(Number.parseInt(hex, 16)),
            ),
    );
  return {
    subject: Buffer.from(words, 'latin1').toString('utf8'),
    body: Buffer.from(raw.slice(end), 'base64').toString('utf8'),
  };
}

/** As a mail server writes it (RFC 3464), with the address in it. */
function reportTo(returned: string, address: string): string {
  return [
    'Return-Path: <>',
    `Delivered-To: ${returned}`,
    'From: MAILER-DAEMON@mx.example',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="x"',
    '',
    '--x',
    'Content-Type: message/delivery-status',
    '',
    `Final-Recipient: rfc822; ${address}`,
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--x--',
  ].join('\r\n');
}
