import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { BatchId, CaseId, PieceId } from '../../src/domain/basics/ids.ts';
import { mod7 } from '../../src/domain/text/check-digits.ts';
import { randomIds } from '../../src/security/random-ids.ts';
import { checkProjections } from '../../src/store/rebuild.ts';
import { deskOf } from '../support/desk.ts';
import { testPlace } from '../support/place.ts';

const ids = randomIds();
const house = await testPlace('2026-05-12');
const { place, person } = house;
const { done, said, answer, openCase } = deskOf(house);
const clerk = await person('mailing-clerk');
const manager = await person('responsible-manager');
const operator = await person('operator');
const ward = await person('ward-staff');

type Letter = { readonly batch: BatchId; readonly case: CaseId; readonly piece: PieceId };
type Told = {
  readonly kind: string;
  readonly piece?: string;
  readonly batch?: string;
  readonly holder?: string;
};

let serial = 1_311_400_000;
function label(): string {
  serial += 1;
  return `${serial}${mod7(String(serial))}`;
}

const post = (letter: Letter) =>
  said('piece.post', { ...letter, service: 'specified-record', tracking: label() }, clerk);

/** One notice in a batch of its own, up to a moment. */
async function letterAt(moment: 'fixed' | 'printed' | 'enclosed' | 'posted'): Promise<Letter> {
  const letter = { batch: ids.fresh('batch'), case: await openCase(), piece: ids.fresh('piece') };
  const { batch } = letter;
  const begin = { batch, kind: 'notice', month: '2026-05', planned: 1, reason: 'agreed-with-ward' };
  await done('batch.begin-without-word', begin, manager);
  await done('piece.plan', letter, clerk);
  await done('batch.fix', { batch }, manager);
  if (moment === 'fixed') return letter;
  await done('piece.print', { ...letter, template: 'notice-1' }, clerk);
  await done('batch.sample', { batch, sampled: 1, differing: 0 }, clerk, manager);
  await done('batch.release', { batch }, manager, clerk);
  if (moment === 'printed') return letter;
  const counts = { printed: 1, enclosed: 1, spoiled: 0, pulled: 0, posted: 0 };
  await done('batch.count', { batch, stage: 'enclosed', ...counts }, clerk);
  if (moment === 'posted') assert.equal(await post(letter), 'done');
  return letter;
}

/** What the mailing room is told about this letter. */
async function told({ case: id }: Letter): Promise<readonly Told[]> {
  const duties = await answer<readonly (Told & { readonly case?: string })[]>(
    'duty.list',
    { owner: 'mailing-clerk', limit: 1000 },
    clerk,
  );
  return duties
    .filter((duty) => duty.case === id && (duty.kind === 'pull-piece' || duty.kind === 'ask-back-piece'))
    .map(({ kind, piece, batch, holder }) => ({
      kind,
      ...(piece ? { piece } : {}),
      ...(batch ? { batch } : {}),
      ...(holder ? { holder } : {}),
    }));
}

const CHANGES: readonly {
  readonly name: string;
  readonly tell: (id: CaseId) => Promise<unknown>;
}[] = [
  {
    name: 'loss',
    tell: (id) =>
      done('case.report-loss', { case: id, what: 'loss', on: '2026-05-12', source: 'phone' }, operator),
  },
  {
    name: 'birth',
    tell: (id) => done('case.report-birth', { case: id, on: '2026-05-11', source: 'phone' }, operator),
  },
  { name: 'protection', tell: (id) => done('case.start-protection', { case: id, ref: 'W-1' }, ward) },
  {
    name: 'pause',
    tell: (id) =>
      done(
        'case.pause',
        { case: id, reason: 'her-wish', until: '2026-06-01', by: 'herself', channel: 'phone' },
        operator,
      ),
  },
  {
    name: 'withdrawal',
    tell: (id) => done('case.withdraw', { case: id, channel: 'phone', package: 'decline' }, operator),
  },
  {
    name: 'stop of the ward',
    tell: (id) => done('case.hold', { case: id, reason: 'ward-stop', ref: 'W-2' }, ward),
  },
];

for (const { name, tell } of CHANGES) {
  test(`${name}: nothing fixed is printed, nothing printed is posted, and who printed it is told to pull it [AMB-38]`, async () => {
    const fixed = await letterAt('fixed');
    await tell(fixed.case);
    const types = (await done('piece.print', { ...fixed, template: 'notice-1' }, clerk)).map(
      ({ type }) => type,
    );
    assert.ok(types.includes('piece.dropped') && !types.includes('piece.printed'));
    assert.deepEqual(await told(fixed), []);
    for (const moment of ['printed', 'enclosed'] as const) {
      const letter = await letterAt(moment);
      await tell(letter.case);
      const { piece, batch } = letter;
      assert.deepEqual(await told(letter), [{ kind: 'pull-piece', piece, batch, holder: clerk }]);
      if (moment === 'enclosed') assert.equal(await post(letter), 'pull-this-piece');
      await done('piece.void', { ...letter, reason: 'pulled' }, clerk);
      assert.deepEqual(await told(letter), []);
      const counts = { printed: 1, enclosed: 0, spoiled: 0, pulled: 1, posted: 0 };
      assert.equal(await said('batch.count', { batch, stage: 'enclosed', ...counts }, clerk), 'done');
    }
  });

  test(`${name}: what is posted is asked back, or somebody says why not [AMB-38]`, async () => {
    const letter = await letterAt('posted');
    await tell(letter.case);
    const { batch: _batch, ...of } = letter;
    if (name === 'birth') {
      assert.deepEqual(await told(letter), []);
      return;
    }
    const duty = { kind: 'ask-back-piece', piece: letter.piece, batch: letter.batch, holder: clerk };
    assert.deepEqual(await told(letter), [duty]);
    assert.equal(await said('piece.ask-back', { ...of, asked: true }, operator), 'denied');
    await done('piece.ask-back', { ...of, asked: false, reason: 'post-cannot' }, clerk);
    assert.deepEqual(await told(letter), []);
    assert.equal(await said('piece.ask-back', { ...of, asked: true, ref: 'T-1' }, clerk), 'done');
    assert.equal(await said('piece.ask-back', { ...of, asked: true }, clerk), 'asked-back-already');
    const back = { ...of, what: 'withdrawn', on: '2026-05-12', source: 'post-office' };
    assert.equal(await said('piece.follow', back, clerk), 'done');
    assert.equal(await said('piece.ask-back', { ...of, asked: true }, clerk), 'piece-not-under-way');
  });
}

test('a stop and a posting at the same moment: either it stays and is pulled, or it left and is asked back [AMB-38] [INC-10]', async () => {
  const ends = new Set<string>();
  for (let round = 0; round < 12; round += 1) {
    const letter = await letterAt('enclosed');
    const stop = { case: letter.case, reason: 'ward-stop', ref: 'W-3' };
    const race = [() => post(letter), () => said('case.hold', stop, ward)];
    const [first, second] = round % 2 ? race : race.toReversed();
    await Promise.all([first?.(), second?.()]);
    const duties = await told(letter);
    assert.equal(duties.length, 1);
    ends.add(duties[0]?.kind ?? '');
  }
  for (const end of ends) assert.ok(end === 'pull-piece' || end === 'ask-back-piece');
});

test('the watchdog names whatever should have moved on, and nothing that is in order [CHI-8.1-7] [INC-20]', async () => {
  const seen = async ({ piece, batch }: Letter) =>
    (
      await answer<readonly { readonly what: string; readonly piece?: string; readonly batch: string }[]>(
        'mailing.watchdog',
        {},
        clerk,
      )
    )
      .filter((row) => row.piece === piece || (row.piece === undefined && row.batch === batch))
      .map(({ what }) => what);
  const [waits, pulled, went, back] = [
    await letterAt('printed'),
    await letterAt('enclosed'),
    await letterAt('posted'),
    await letterAt('posted'),
  ];
  for (const letter of [waits, pulled, went, back]) assert.deepEqual(await seen(letter), []);
  const hold = { reason: 'ward-stop', ref: 'W-4' };
  await done('case.hold', { case: pulled.case, ...hold }, ward);
  assert.deepEqual(await seen(pulled), ['to-pull']);
  house.setNow('2026-05-25');
  const { batch: _batch, ...of } = back;
  await done('piece.return', { ...of, on: '2026-05-25', reason: 'refused', source: 'envelope' }, clerk);
  assert.deepEqual(await seen(waits), ['in-hand', 'batch-open']);
  assert.deepEqual(await seen(went), ['not-heard-of', 'batch-open']);
  assert.deepEqual(await seen(back), ['not-judged', 'batch-open']);
  await done('case.hold', { case: went.case, ...hold }, ward);
  assert.deepEqual(await seen(went), ['to-ask-back', 'batch-open']);
  await done('piece.review-return', { ...of, resend: false }, manager);
  const counts = { printed: 1, enclosed: 1, spoiled: 0, pulled: 0, posted: 1 };
  await done('batch.count', { batch: back.batch, stage: 'posted', ...counts }, clerk);
  assert.deepEqual(await seen(back), []);
  house.setNow('2026-05-12');
});

test('the lists of duties are what the journal gives when they are made again', async () => {
  const { differences } = await checkProjections(place.database, place.parts.projections, place.parts.rules);
  assert.deepEqual(differences, []);
});
