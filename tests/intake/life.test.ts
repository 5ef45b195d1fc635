import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkProjections } from '../../src/store/rebuild.ts';
import { vaultSession } from '../../src/store/vault/session.ts';
import { testPlace } from '../support/place.ts';
import { casesIn, factsIn, HAND_OVER, reason, takeIn, takeInFile, value } from '../support/take-in.ts';
import { target, wardFile } from '../support/ward-file.ts';

const at = await testPlace('2026-05-01');
const { place } = at;
const clerk = await at.person('mailing-clerk');
const WOMEN = [
  target(1, {
    氏名: '見本　一子',
    氏名カナ: 'ミホン　イチコ',
    住所: '東京都千代田区九段南一丁目２番１号',
    方書: '１０１',
  }),
  target(2, {
    氏名: '見本　二子',
    氏名カナ: 'ミホン　ニコ',
    生年月日: 'H7.1.1',
    住所: '東京都千代田区神田神保町２－２',
  }),
  target(3, {
    氏名: '見本　三子',
    氏名カナ: 'ミホン　ミコ',
    生年月日: 'H6.3.3',
    住所: '東京都千代田区麹町３－３',
  }),
];

test('nothing touches the ledger before a person commits; then rows = opened + refused [CHI-8.1-3]', async () => {
  const broken = target(4, { 支援措置: '' });
  const file = await wardFile([...WOMEN, broken]);
  const staged = value(await takeInFile(place, clerk, file));
  assert.deepEqual(
    { ...staged, list: '', sha256: '' },
    {
      list: '',
      sha256: '',
      rows: 4,
      accepted: 3,
      refused: [{ line: 5, column: '支援措置', reason: 'protection-blank' }],
      questions: [],
      same: 0,
      changed: 0,
      missing: 0,
      committed: false,
      again: false,
      monthsReached: [{ month: '2026-05', women: 3 }],
    },
  );
  assert.deepEqual(await casesIn(place), []);
  const committed = value(await takeInFile(place, clerk, file, { commit: true }));
  assert.equal(committed.notCommitted, undefined);
  assert.deepEqual([committed.again, committed.committed], [true, true]);
  assert.equal((await casesIn(place)).length, 3);
  const [closing] = await factsIn(place, 'list.committed');
  assert.deepEqual(
    closing && [closing.opened, closing.changed, closing.unchanged, closing.refused, closing.missing],
    [3, 0, 0, 1, 0],
  );
});

test('the same file again changes nothing and says which list it is [CHI-8.1-1]', async () => {
  const before = await factsIn(place, 'case.opened', 'list.received', 'list.committed');
  const file = await wardFile([target(70, { 氏名カナ: 'ヨソノ　ナナ', 生年月日: 'H5.5.5' })]);
  const first = value(await takeInFile(place, clerk, file, { commit: true, addition: true }));
  const again = value(await takeInFile(place, clerk, file, { commit: true, addition: true }));
  assert.deepEqual([again.list, again.again, again.same, again.changed], [first.list, true, 1, 0]);
  const after = await factsIn(place, 'case.opened', 'list.received', 'list.committed');
  assert.equal(after.length, before.length + 3);
});

test('a list without hand-over, or whose hand-over counts otherwise, is not taken in [CHI-8.1-2] [PII-11-1]', async () => {
  const rows = [target(80), target(81, { 氏名カナ: 'ベツノ　カタ' })];
  assert.equal(reason(await takeIn(place, clerk, rows, { handOver: null })), 'hand-over-incomplete');
  const { from: _from, ...nobody } = HAND_OVER;
  assert.equal(reason(await takeIn(place, clerk, rows, { handOver: nobody })), 'hand-over-incomplete');
  const three = { ...HAND_OVER, rows: 3 };
  assert.equal(
    reason(await takeIn(place, clerk, rows, { handOver: three })),
    'refused hand-over-rows-differ',
  );
  const june = { ...HAND_OVER, month: '2026-06' };
  assert.equal(
    reason(await takeIn(place, clerk, rows, { handOver: june })),
    'refused hand-over-month-differs',
  );
});

test('who gave and took a list stands in the register, with whatever else was written down [PII-11-1]', async () => {
  const handOver = { ...HAND_OVER, rows: 1, by: '区担当', 立会: '見本 立会人' };
  value(
    await takeIn(place, clerk, [target(90, { 氏名カナ: 'ジュジュ　キロク' })], { handOver, addition: true }),
  );
  const entry = (await factsIn(place, 'handover.recorded')).at(-1);
  assert.ok(entry);
  assert.deepEqual(
    [entry.what, entry.method, entry.medium, entry.quantity],
    ['list-targets', 'in-person', 'CD-R', 1],
  );
  const receipt = await place.ask('handover.receipt', { matter: entry.matter }, { actor: clerk });
  assert.ok(receipt.ok);
  assert.match(JSON.stringify(receipt.value), /健康推進課 母子保健係/);
  const vault = vaultSession(place.database.reader, place.parts.ring());
  const kept = (await vault.open([entry.matter], ['handover'])).get(entry.matter)?.fields ?? {};
  assert.match(kept['handover.more'] ?? '', /見本 立会人/);
  const list = (await factsIn(place, 'list.received')).at(-1)?.list;
  const discarded = await place.execute([{ row: 'list.discard', input: { list, reason: 'test' } }], {
    actor: clerk,
  });
  assert.ok(discarded.ok);
});

test('a list that was sent back may come again, and its rows can no longer be read [CHI-8.1-1]', async () => {
  const file = await wardFile([target(95, { 氏名カナ: 'モドリ　イチ', 生年月日: 'H4.4.4' })]);
  const first = value(await takeInFile(place, clerk, file, { addition: true }));
  const other = await takeIn(place, clerk, [target(96)], { addition: true });
  assert.equal(reason(other), 'another-list-waits');
  assert.ok(
    (
      await place.execute([{ row: 'list.discard', input: { list: first.list, reason: 'ward' } }], {
        actor: clerk,
      })
    ).ok,
  );
  const gone = await place.ask('list.staged', { list: first.list, part: 1 }, { actor: 'system:intake' });
  assert.deepEqual(gone.ok && gone.value, null);
  const second = value(await takeInFile(place, clerk, file, { addition: true, commit: true }));
  assert.notEqual(second.list, first.list);
  assert.ok(second.committed);
});

test('an operator may not take lists in, and nobody but the job opens cases [SEC-4-4]', async () => {
  const operator = await at.person('operator');
  assert.equal(reason(await takeIn(place, operator, [target(97)])), 'refused denied');
});

test('file and rows are destroyed 30 days after commit, and not before [CHI-8.1-3]', async () => {
  const list = (await factsIn(place, 'list.committed')).at(-1)?.list;
  const destroy = () =>
    place.execute([{ row: 'list.destroy-keys', input: { list } }], { actor: 'system:clock' });
  at.setNow('2026-05-30');
  const early = await destroy();
  assert.deepEqual(!early.ok && early.error.refused, 'list-keys-kept-until');
  at.setNow('2026-05-31');
  assert.ok((await destroy()).ok);
  const gone = await place.ask('list.staged', { list, part: 1 }, { actor: 'system:intake' });
  assert.deepEqual(gone.ok && gone.value, null);
});

test('a statement of no change by telephone needs the call back [CHI-8.1-1]', async () => {
  const input = {
    list: 'list_nochange',
    month: [],
    asOf: '2026-05-31',
    by: 'section-chief',
    ref: 'tel-1',
    method: 'telephone',
  };
  const without = await place.execute([{ row: 'list.state-no-change', input }], { actor: clerk });
  assert.deepEqual(!without.ok && without.error.refused, 'call-back-needed');
  const calledBackAt = '2026-05-31T09:30:00.000+09:00';
  assert.ok(
    (
      await place.execute([{ row: 'list.state-no-change', input: { ...input, calledBackAt } }], {
        actor: clerk,
      })
    ).ok,
  );
});

test('the projections of lists and questions can be made again', async () => {
  const { differences } = await checkProjections(place.database, place.parts.projections, place.parts.rules);
  assert.deepEqual(differences, []);
});
