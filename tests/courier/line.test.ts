import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { bundleFiles } from '../../src/exchange/courier/bundle-files.ts';
import { httpsLine } from '../../src/exchange/courier/https-line.ts';
import { mediumLine } from '../../src/exchange/courier/medium-line.ts';
import { runRound } from '../../src/exchange/courier/run-round.ts';
import { serveCourier } from '../../src/exchange/outside/courier-server.ts';
import { exchangeDropFolder } from '../../src/exchange/outside/drop-folder.ts';
import { courierParts } from '../../src/place/courier.ts';
import { makeCertificates } from '../../src/place/certificates.ts';
import { signText } from '../../src/security/signature.ts';
import { at } from '../support/booking-place.ts';
import { OPEN_DAY } from '../support/portal-room.ts';
import { twoZones } from '../support/two-zones.ts';

const zones = await twoZones();
const { room, outside, woman, session, applies, tryRound, checkSeats } = zones;
const { place } = room;
const folder = await mkdtemp(join(tmpdir(), 'mimamori-line-'));
after(() => rm(folder, { recursive: true, force: true }));

const text = async (name: string) => String(await place.keys.here.read(name));
const outsideText = (name: string) => readFile(join(outside.keys, name), 'utf8');
const insideTls = {
  cert: await text('courier-cert'),
  key: await text('courier-cert-key'),
  outsideCert: await text('outside-cert'),
};
const mails: string[] = [];
const served = await serveCourier({
  end: {
    state: (ask) => outside.end().state(ask),
    takeOutward: (bundle) => outside.end().takeOutward(bundle),
    makeInward: (n) => outside.end().makeInward(n),
    heard: () => outside.end().heard(),
  },
  relay: {
    send: (mail) => {
      mails.push(mail.id);
      return Promise.resolve({ answer: 'accepted' });
    },
  },
  tls: {
    cert: await outsideText('courier-cert'),
    key: await outsideText('courier-cert-key'),
    insideCert: await outsideText('inside-cert'),
  },
  host: '127.0.0.1',
  port: 0,
});
after(() => served.close());
const here = { host: '127.0.0.1', port: served.port, patience: 5_000 };

test('over HTTPS with pinned certificates a round brings what she sent and takes what she shall see [SEC-14-3]', async () => {
  const her = await woman();
  const line = httpsLine({ ...here, ...insideTls });
  const first = await tryRound(place, { line });
  assert.ok(first.ok, JSON.stringify(first));
  assert.equal(first.value.anew, 'met');
  assert.equal(await applies(her.code, at(OPEN_DAY, '09:00')), 'sent');
  const next = await tryRound(place, { line });
  assert.ok(next.ok && next.value.inward.accepted === 1, JSON.stringify(next));
  assert.equal((await session(her.code)).inside.booking?.slot, at(OPEN_DAY, '09:00'));
  const mail = { id: 'message_1', to: 'a@example.jp', subject: '予約', body: '本文' };
  assert.deepEqual(await line.relay?.send(mail), { answer: 'accepted' });
  assert.deepEqual(mails, ['message_1']);
  await line.close();
});

test('an inside with another certificate gets no answer, and an outside with another one no question [SEC-14-3] [THREAT-20]', async () => {
  const strange = makeCertificates({ outsideName: 'outside.mimamori' });
  const wrongInside = httpsLine({
    ...here,
    ...insideTls,
    cert: strange.insideCert,
    key: strange.insideKey,
  });
  const refused = await wrongInside.state();
  assert.ok(!refused.ok && refused.error.type === 'line-down');
  const wrongOutside = httpsLine({ ...here, ...insideTls, outsideCert: strange.outsideCert });
  const denied = await wrongOutside.state();
  assert.ok(!denied.ok && denied.error.type === 'line-down');
  const bare = await answerTo({ method: 'GET', path: '/state', cert: undefined, key: undefined });
  assert.equal(bare, 'no answer');
  const round = await tryRound(place, { line: wrongInside });
  assert.ok(!round.ok && round.error.type === 'line-down');
  for (const line of [wrongInside, wrongOutside]) await line.close();
});

test('what is no question of the courier, and what is too long, is refused by its number and nothing else [SEC-14-3]', async () => {
  assert.equal(await answerTo({ method: 'GET', path: '/' }), 404);
  assert.equal(await answerTo({ method: 'POST', path: '/state', body: '{}' }), 404);
  assert.equal(await answerTo({ method: 'POST', path: '/outward', body: '{"text":1}' }), 400);
  assert.equal(await answerTo({ method: 'POST', path: '/relay', body: '{}' }), 400);
  const long = 'x'.repeat(300 * 1024);
  assert.ok([413, 'no answer'].includes(await answerTo({ method: 'POST', path: '/relay', body: long })));
  const line = httpsLine({ ...here, ...insideTls });
  assert.ok((await line.state()).ok, 'it goes on answering');
  await line.close();
});

test('on a medium bundles go as signed files, each taken once and in order; an altered one is refused [SEC-14-3, SEC-10-4] [THREAT-23]', async () => {
  const her = await woman();
  const stick = join(folder, 'stick');
  const bundles = join(folder, 'bundles');
  const drop = async () =>
    exchangeDropFolder({
      end: outside.end(),
      dir: bundles,
      now: place.parts.now,
      sign: (said) => signText(signing, said),
    });
  const signing = await outsideText('courier-key');
  const medium = async (dir: string) =>
    mediumLine({ dir, kept: join(folder, 'kept'), outsidePublic: await text('outside-courier-public') });
  const out = async (dir: string) => tryRound(place, { line: await medium(dir) });

  const nobody = await out(stick);
  assert.ok(!nobody.ok && nobody.error.type === 'no-state', 'the outside speaks first');
  await drop();
  const came = join(bundles, 'out');
  const goes = join(bundles, 'in');
  const ride = async (dir: string, only: 'in' | 'out') =>
    runRound(await courierParts(place, await medium(dir)), { only, always: only === 'out' });

  const imported = await ride(came, 'in');
  assert.ok(imported.ok, JSON.stringify(imported));
  // What is exported lies on the medium until the outside says that it has it.
  const carry = async () => {
    const line = { ...(await medium(came)), sendOutward: (await medium(goes)).sendOutward };
    return runRound(await courierParts(place, line), { only: 'out', always: true });
  };
  const exported = await carry();
  assert.ok(exported.ok && exported.value.outward.bundles > 0, JSON.stringify(exported));
  const before = (await outside.end().state()).outwardTaken;
  const again = await carry();
  assert.ok(again.ok && again.value.outward.bundles === 1, 'a bundle goes even when nothing is new');
  assert.deepEqual((await drop()).refused, []);
  assert.equal((await outside.end().state()).outwardTaken, before + exported.value.outward.bundles + 1);
  assert.equal((await session(her.code)).inside.words, 'usual');

  assert.equal(await applies(her.code, at(OPEN_DAY, '10:00')), 'sent');
  assert.equal((await drop()).made, 1);
  const files = bundleFiles(came, 'in');
  const n = (await files.numbers()).at(-1) ?? 0;
  const whole = await files.read(n);
  assert.ok(whole);
  await files.write(n, { ...whole, text: whole.text.replace('"counter":', '"counter": ') });
  const altered = await ride(came, 'in');
  assert.ok(!altered.ok && altered.error.type === 'bundle-altered', JSON.stringify(altered));
  await files.write(n + 1, whole);
  await files.remove(n);
  const missing = await ride(came, 'in');
  assert.ok(!missing.ok && missing.error.type === 'bundle-missing', JSON.stringify(missing));
  await files.write(n, whole);
  await files.remove(n + 1);
  const taken = await ride(came, 'in');
  assert.ok(taken.ok && taken.value.inward.accepted === 1, JSON.stringify(taken));
  const twice = await ride(came, 'in');
  assert.ok(twice.ok && twice.value.inward.bundles === 0, JSON.stringify(twice));

  const state = await readFile(join(came, 'state.json'), 'utf8');
  await writeFile(join(came, 'state.json'), state.replace('needsSnapshot', 'needsSnapShot'));
  const forged = await ride(came, 'in');
  assert.ok(!forged.ok && forged.error.type === 'state-altered');
  await writeFile(join(came, 'state.json'), state);
  assert.ok((await carry()).ok);
  await drop();
  await checkSeats();
});

test('an old bundle played again, in either direction, changes nothing [CHI-8.1-4, CHI-8.2-1] [THREAT-21]', async () => {
  const her = await woman();
  const sent: { n: number; bundle: { text: string; signature: string } }[] = [];
  const fetched: { text: string; signature: string }[] = [];
  const line = zones.line();
  const recording = {
    ...line,
    sendOutward: async (n: number, bundle: { text: string; signature: string }) => {
      sent.push({ n, bundle });
      return line.sendOutward(n, bundle);
    },
    fetchInward: async (n: number) => {
      const found = await line.fetchInward(n);
      if (found.ok && found.value) fetched.push(found.value);
      return found;
    },
  };
  assert.ok((await tryRound(place, { line: recording })).ok);
  assert.equal(await applies(her.code, at(OPEN_DAY, '11:00')), 'sent');
  assert.ok((await tryRound(place, { line: recording })).ok);
  const [piece] = (await room.factsOf(her.case)).flatMap((fact) =>
    fact.type === 'piece.posted' ? [fact.piece] : [],
  );
  await room.done('piece.reissue', { case: her.case, piece, reason: 'lost-by-her' }, room.operator);
  assert.ok((await tryRound(place, { line: recording })).ok);
  const facts = (await room.factsOf(her.case)).length;
  const seats = await outside.rows('select * from seat order by slot, seat');

  for (const { bundle } of sent) {
    const answer = await outside.end().takeOutward(bundle);
    assert.ok(answer.result !== 'taken', 'an old bundle was taken');
  }
  const [old] = fetched;
  assert.ok(old);
  const replayed = await tryRound(place, {
    line: { ...line, fetchInward: () => Promise.resolve({ ok: true, value: old } as const) },
  });
  assert.ok(!replayed.ok && replayed.error.type === 'bundle-not-next', JSON.stringify(replayed));
  // Even an envelope that is packed anew into the next bundle counts once.
  const envelopes = JSON.parse(old.text).envelopes;
  const next = (await outside.end().state()).inwardMade + 1;
  const packed = JSON.stringify({ ...JSON.parse(old.text), n: next, envelopes });
  const signature = signText(await outsideText('courier-key'), packed);
  let given = false;
  const repacked = await tryRound(place, {
    line: {
      ...line,
      fetchInward: () => {
        const value = given ? undefined : { text: packed, signature };
        given = true;
        return Promise.resolve({ ok: true, value } as const);
      },
    },
  });
  assert.ok(repacked.ok && repacked.value.inward.again === envelopes.length, JSON.stringify(repacked));
  assert.equal((await room.factsOf(her.case)).length, facts);
  assert.deepEqual(await outside.rows('select * from seat order by slot, seat'), seats);
  const begun = await outside.gate().begin(her.code, '192.0.2.1');
  assert.ok(begun.result === 'begun');
  const proven = await outside.gate().prove(begun.cookie, '1995-05-05' as never, '192.0.2.1');
  assert.equal(proven.result, 'revoked', 'no revoked code lives again');
});

function answerTo(ask: {
  readonly method: string;
  readonly path: string;
  readonly body?: string;
  readonly cert?: string | undefined;
  readonly key?: string | undefined;
}): Promise<number | 'no answer'> {
  return new Promise((resolve) => {
    const sent = request(
      {
        host: here.host,
        port: here.port,
        rejectUnauthorized: false,
        cert: insideTls.cert,
        key: insideTls.key,
        ...ask,
      },
      (response) => {
        response.resume();
        resolve(response.statusCode ?? 0);
      },
    );
    sent.on('error', () => resolve('no answer'));
    sent.end(ask.body);
  });
}
