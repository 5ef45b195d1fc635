import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { openRelay, type RelayServer } from './relay.ts';

const mail = {
  id: 'message_abcdefghijkmnpqrstuv',
  to: 'a.b@example.jp',
  subject: 'ご予約についてのお知らせ',
  body: '日時: 2026年9月1日(火) 10:00から\n.\n電話 03-0000-0000',
};

type Heard = { readonly from: string; readonly to: readonly string[]; readonly text: string };

type MailServer = {
  readonly heard: Heard[];
  readonly at: RelayServer;
  /** Ends every connection, as a server that falls over does. */
  readonly breakLines: () => void;
};

/** A real mail server on loopback that answers as it is told. */
async function mailServer(options: SMTPServerOptions = {}): Promise<MailServer> {
  const heard: Heard[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData: (stream, session, done) => {
      const parts: Buffer[] = [];
      stream.on('data', (part: Buffer) => parts.push(part));
      stream.on('end', () => {
        const { mailFrom, rcptTo } = session.envelope;
        heard.push({
          from: mailFrom ? mailFrom.address : '',
          to: rcptTo.map(({ address }) => address),
          text: Buffer.concat(parts).toString('utf8'),
        });
        done();
      });
    },
    ...options,
  });
  const listening = server.listen(0, '127.0.0.1');
  await once(listening, 'listening');
  after(() => new Promise<void>((closed) => server.close(() => closed())));
  const { port } = listening.address() as AddressInfo;
  return {
    heard,
    breakLines: () => {
      for (const connection of server.connections as Set<{ readonly _socket: { destroy: () => void } }>) {
        connection['_socket'].destroy();
      }
    },
    at: {
      host: '127.0.0.1',
      port,
      secure: false,
      from: '予約案内 <no-reply@mimamori.example>',
      returnTo: 'bounce+{id}@mimamori.example',
      demandTls: false,
    },
  };
}

async function send(at: RelayServer, one = mail) {
  const relay = openRelay(at);
  const answer = await relay.send(one);
  relay.close();
  return answer;
}

test('a mail goes to one person with a neutral subject, marked as automatic, and a bounce will name it [CHI-8.9-3, SEC-10-4] [INC-22]', async () => {
  const { heard, at } = await mailServer();
  assert.deepEqual(await send(at), { answer: 'accepted' });
  assert.equal(heard.length, 1);
  const [one] = heard;
  assert.deepEqual(one?.to, ['a.b@example.jp']);
  assert.equal(one?.from, `bounce+${mail.id}@mimamori.example`);
  const text = one?.text ?? '';
  assert.match(text, /Auto-Submitted: auto-generated/);
  assert.ok(text.includes(`Message-ID: <${mail.id}@mimamori.example>`));
  const body = Buffer.from(text.slice(text.indexOf('\r\n\r\n')), 'base64').toString('utf8');
  assert.equal(body.trim().replaceAll('\r\n', '\n'), mail.body);
});

test('a mailbox that does not exist is refused for certain, and a full server, too [B-17]', async () => {
  const refusing = (code: number) =>
    mailServer({
      onRcptTo: (_address, _session, done) => done(Object.assign(new Error('no'), { responseCode: code })),
    });
  assert.deepEqual(await send((await refusing(550)).at), { answer: 'refused', reason: 'mailbox-unknown' });
  assert.deepEqual(await send((await refusing(452)).at), { answer: 'refused', reason: 'server-busy' });
});

test('a server that is not there has certainly not got the mail [B-17]', async () => {
  const { at } = await mailServer();
  assert.deepEqual(await send({ ...at, port: 1 }), { answer: 'refused', reason: 'server-unreachable' });
});

test('a line that breaks after the words were said leaves the question open [B-17]', async () => {
  const falling = await mailServer({
    onData: (stream) => {
      stream.resume();
      stream.on('end', () => falling.breakLines());
    },
  });
  assert.deepEqual(await send(falling.at), { answer: 'unknown' });
});

test('a server without TLS is not spoken to where TLS is demanded [SEC-10-4] [THREAT-19]', async () => {
  const { heard, at } = await mailServer();
  const answer = await send({ ...at, demandTls: true });
  assert.equal(answer.answer, 'refused');
  assert.equal(heard.length, 0);
});

test('an address with a second one hidden in it reaches nobody [SEC-10-4] [INC-22]', async () => {
  const { heard, at } = await mailServer();
  const answer = await send(at, { ...mail, to: 'a@example.jp,b@example.jp' });
  assert.notEqual(answer.answer, 'accepted');
  assert.equal(heard.length, 0);
});
