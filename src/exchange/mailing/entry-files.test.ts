import assert from 'node:assert/strict';
import { test } from 'node:test';
import iconv from 'iconv-lite';
import type { BatchId, CaseId, PieceId } from '../../domain/basics/ids.ts';
import { mod7 } from '../../domain/text/check-digits.ts';
import { formatTracking } from '../../domain/text/tracking.ts';
import { randomIds } from '../../security/random-ids.ts';
import { deskOf } from '../../../tests/support/desk.ts';
import { testPlace } from '../../../tests/support/place.ts';
import { deliveryFile, type DeliveryRead } from './delivery-file.ts';
import { trackingFile, type TrackingRead } from './tracking-file.ts';

const ids = randomIds();
const house = await testPlace('2026-05-12');
const { place, person, setNow } = house;
const { done, answer, openCase } = deskOf(house);
const clerk = await person('mailing-clerk');
const manager = await person('responsible-manager');
const operator = await person('operator');

type Member = { readonly case: CaseId; readonly piece: PieceId };

/** A batch of notices, enclosed and counted, in the order in which its letters are printed. */
async function enclosed(
  count: number,
): Promise<{ readonly batch: BatchId; readonly members: readonly Member[] }> {
  setNow('2026-05-12');
  const batch = ids.fresh('batch');
  const members: Member[] = [];
  for (let n = 0; n < count; n += 1) members.push({ case: await openCase(), piece: ids.fresh('piece') });
  const begin = { batch, kind: 'notice', month: '2026-05', planned: count, reason: 'agreed-with-ward' };
  await done('batch.begin-without-word', begin, manager);
  for (const member of members) await done('piece.plan', { batch, ...member }, clerk);
  await done('batch.fix', { batch }, manager);
  for (const member of members) await done('piece.print', { batch, ...member, template: 'notice-1' }, clerk);
  await done('batch.sample', { batch, sampled: count, differing: 0 }, clerk, manager);
  await done('batch.release', { batch }, manager, clerk);
  const counts = { printed: count, enclosed: count, spoiled: 0, pulled: 0, posted: 0 };
  await done('batch.count', { batch, stage: 'enclosed', ...counts }, clerk);
  return { batch, members: members.toSorted((a, b) => (a.piece < b.piece ? -1 : 1)) };
}

let serial = 1_311_300_000;
function label(): string {
  serial += 1;
  return `${serial}${mod7(String(serial))}`;
}

const utf8 = (lines: readonly string[]) =>
  new TextEncoder().encode(lines.map((line) => `${line}\r\n`).join(''));
const cp932 = (lines: readonly string[]) =>
  iconv.encode(lines.map((line) => `${line}\r\n`).join(''), 'cp932');

async function track(batch: BatchId, bytes: Uint8Array, commit = false): Promise<TrackingRead> {
  const read = await trackingFile(place, bytes, { batch, commit }, { actor: clerk });
  assert.ok(read.ok, JSON.stringify(read));
  return read.value;
}
async function deliver(bytes: Uint8Array, commit = false): Promise<DeliveryRead> {
  const read = await deliveryFile(place, bytes, commit, { actor: clerk });
  assert.ok(read.ok, JSON.stringify(read));
  return read.value;
}
const whats = (read: {
  readonly lines: readonly { readonly what: string; readonly problem?: string; readonly other?: number }[];
}) =>
  read.lines.map(({ what, problem, other }) =>
    [what, problem, other].filter((part) => part !== undefined).join(' '),
  );
const pieceStates = async (batch: BatchId) =>
  (
    await answer<{
      readonly pieces: readonly {
        readonly piece: string;
        readonly status: string;
        readonly tracking: string | null;
      }[];
    }>('batch.show', { batch }, clerk)
  ).pieces;

test('labels in the order of the pieces are told first, posted with --commit, and found done the second time [CHI-8.1-7]', async () => {
  const { batch, members } = await enclosed(3);
  const numbers = members.map(() => label());
  // As a scanner and a spreadsheet may write them: full-width, with dashes, with the letters of the bar code.
  const [a = '', b = '', c = ''] = numbers;
  const file = cp932([
    '追跡番号',
    formatTracking(a),
    `A${b}A`,
    c.replaceAll(/\d/g, (sign) => String.fromCodePoint(0xff10 + Number(sign))),
  ]);
  const preview = await track(batch, file);
  assert.deepEqual(whats(preview), ['post', 'post', 'post']);
  assert.deepEqual(
    [preview.labels, preview.envelopes, preview.ready, preview.committed],
    [3, 3, true, false],
  );
  assert.ok(
    (await pieceStates(batch)).every(({ status }) => status === 'printed'),
    'a preview posted something',
  );
  assert.deepEqual(whats(await track(batch, file, true)), ['posted', 'posted', 'posted']);
  const posted = await pieceStates(batch);
  assert.deepEqual(
    posted.map(({ piece, tracking }) => [piece, tracking]),
    members.map(({ piece }, at) => [piece, numbers[at]]),
  );
  const again = await track(batch, file, true);
  assert.deepEqual([whats(again), again.committed], [['already', 'already', 'already'], true]);
});

test('by token or piece each line finds its envelope in any order, and nothing is posted while one line is wrong [CHI-8.1-7]', async () => {
  const { batch, members } = await enclosed(4);
  const other = await enclosed(1);
  const used = label();
  await track(other.batch, utf8(['追跡番号', used]), true);
  const printer = { actor: 'system:print' };
  const tokens = await place.ask('piece.tokens', { batch }, printer);
  assert.ok(tokens.ok);
  const tokenOf = new Map(
    (tokens.value as readonly { piece: string; token: string }[]).map((one) => [one.piece, one.token]),
  );
  const token = (at: number) => (tokenOf.get(members[at]?.piece ?? '') ?? '').toLowerCase();
  const [first, second] = [label(), label()];
  const wrong = utf8([
    'トークン,追跡番号',
    `${token(3)},${first}`,
    `${token(2)},${first}`,
    `${token(3)},${second}`,
    `${token(1)},${label().slice(0, 10)}9`,
    `${token(0)},${used}`,
    `XXXX,${label()}`,
  ]);
  const preview = await track(batch, wrong, true);
  assert.deepEqual(whats(preview), [
    'post',
    'wrong number-twice 2',
    'wrong piece-twice 2',
    'wrong tracking-check',
    'wrong number-taken',
    'wrong piece-unknown',
  ]);
  assert.deepEqual([preview.ready, preview.committed], [false, false]);
  assert.ok(
    (await pieceStates(batch)).every(({ status }) => status === 'printed'),
    'some were posted',
  );
  const right = utf8(['トークン,追跡番号', ...[3, 0, 2, 1].map((at) => `${token(at)},${label()}`)]);
  assert.deepEqual(whats(await track(batch, right, true)), ['posted', 'posted', 'posted', 'posted']);
});

test('as many labels as envelopes, or nothing leaves [CHI-8.1-7] [INC-05]', async () => {
  const { batch, members } = await enclosed(2);
  const few = await track(batch, utf8(['追跡番号', label()]), true);
  assert.deepEqual([few.missing, few.ready, few.committed], [[members[1]?.piece], false, false]);
  const many = await track(batch, utf8(['追跡番号', label(), label(), label()]), true);
  assert.deepEqual(whats(many), ['post', 'post', 'wrong too-many-lines']);
  assert.ok((await pieceStates(batch)).every(({ status }) => status === 'printed'));
});

test('an envelope that a stop has overtaken is named and stays; in bare order nothing is guessed [AMB-38]', async () => {
  const { batch, members } = await enclosed(2);
  const [stopped, goes] = members;
  await done(
    'case.report-loss',
    { case: stopped?.case, what: 'loss', on: '2026-05-12', source: 'phone' },
    operator,
  );
  assert.deepEqual(whats(await track(batch, utf8(['追跡番号', label(), label()]))), [
    'wrong pull-first',
    'wrong pull-first',
  ]);
  const file = utf8(['郵便物,追跡番号', `${stopped?.piece},${label()}`, `${goes?.piece},${label()}`]);
  const read = await track(batch, file, true);
  assert.deepEqual(whats(read), ['pull', 'posted']);
  assert.deepEqual(
    (await pieceStates(batch)).map(({ status }) => status),
    ['printed', 'posted'],
  );
  assert.equal(read.committed, true);
});

test('the words of the post become deliveries; what is under way waits, and unknown words are for a person [CHI-8.1-7] [INC-20]', async () => {
  const { batch, members } = await enclosed(6);
  const numbers = members.map(() => label());
  await track(batch, utf8(['追跡番号', ...numbers]), true);
  setNow('2026-05-15');
  const [a, b, c, d, e, f] = numbers;
  const file = cp932([
    '状態,追跡番号,日付',
    `お届け先にお届け済み,${formatTracking(a ?? '')},2026/5/14`,
    `窓口でお渡し,${b},令和8年5月15日`,
    `ご不在のため持ち戻り,${c},2026-05-14`,
    `返送,${d},2026-05-14`,
    `差出人に返送済み,${e},2026-05-14`,
    `調査中,${f},2026-05-14`,
    `お届け済み,${label()},2026-05-14`,
    `お届け済み,${c},2026-05-11`,
  ]);
  const expected = [
    'record',
    'record',
    'wait',
    'wait',
    'wrong reason-missing',
    'look',
    'wrong number-unknown',
    'wrong number-twice 4',
  ];
  assert.deepEqual(whats(await deliver(file)), expected);
  assert.ok(
    (await pieceStates(batch)).every(({ status }) => status === 'posted'),
    'a preview recorded something',
  );
  assert.deepEqual(whats(await deliver(file, true)), ['recorded', 'recorded', ...expected.slice(2)]);
  assert.deepEqual(whats(await deliver(file, true)), ['already', 'already', ...expected.slice(2)]);
  assert.deepEqual(
    (await pieceStates(batch)).map(({ status }) => status),
    ['delivered', 'delivered', 'posted', 'posted', 'posted', 'posted'],
  );
});

test('returned envelopes are scanned with their reason; refused mail waits for a person, the same scan twice is one return [CHI-8.1-8]', async () => {
  const { batch, members } = await enclosed(3);
  const numbers = members.map(() => label());
  setNow('2026-05-12');
  await track(batch, utf8(['追跡番号', ...numbers]), true);
  setNow('2026-05-25');
  const [a, b, c] = numbers;
  const file = utf8([
    '追跡番号,理由',
    `${a},あて所に尋ねあたりません`,
    `${b},受取拒否`,
    `${a},あて所に尋ねあたりません`,
    `${c},？`,
  ]);
  assert.deepEqual(whats(await deliver(file, true)), [
    'recorded',
    'recorded',
    'already 2',
    'wrong reason-unknown',
  ]);
  assert.deepEqual(whats(await deliver(file, true)), [
    'already',
    'already',
    'already 2',
    'wrong reason-unknown',
  ]);
  setNow('2026-06-12');
  const due = await answer<{ readonly due: readonly { readonly case: string; readonly kind: string }[] }>(
    'mailing.due',
    { month: '2026-06' },
    clerk,
  );
  const mine = members.map(({ case: id }) => due.due.find((row) => row.case === id)?.kind);
  assert.deepEqual(mine, ['resend', undefined, undefined]);
  const late = await deliver(utf8(['追跡番号,状態,日付', `${a},お届け済み,2026-05-20`]), true);
  assert.deepEqual(whats(late), ['wrong contradicts']);
});

test('whoever may not see the batch enters no numbers, and a file that is none is refused whole', async () => {
  const { batch } = await enclosed(1);
  const denied = await trackingFile(
    place,
    utf8(['追跡番号', label()]),
    { batch, commit: true },
    { actor: operator },
  );
  assert.ok(!denied.ok && denied.error.type === 'refused' && denied.error.refusal.refused === 'denied');
  const none = await trackingFile(place, utf8(['番号', label()]), { batch, commit: true }, { actor: clerk });
  assert.ok(!none.ok && none.error.type === 'file-refused' && none.error.refusal.type === 'columns-missing');
});
