import assert from 'node:assert/strict';
import { test } from 'node:test';
import { jobKinds } from '../../src/gate/inside/job-kinds.ts';
import { resumeJobs } from '../../src/gate/job.ts';
import { vaultSession } from '../../src/store/vault/session.ts';
import { month } from '../support/read-ward-list.ts';
import { commitRows, factsIn, HAND_OVER, reason, takeIn, takeInFile, value } from '../support/take-in.ts';
import { forMonth, trapHouse, women } from '../support/trap-house.ts';
import { wardFile } from '../support/ward-file.ts';

const { place, clerk, answer, commit, discard, counted, asked, casesOf, happened, answerAndCommit } =
  await trapHouse();

test('twice the same file: it is known by its digest, and nothing changes [CHI-8.1-1]', async () => {
  const file = await wardFile(women(5, 1, 2, 3), { encoding: 'utf-8' });
  const first = value(await takeInFile(place, clerk, file, forMonth(5, { commit: true })));
  const before = (await factsIn(place, 'case.opened')).length;
  const again = value(await takeInFile(place, clerk, file, forMonth(5, { commit: true })));
  assert.deepEqual([again.list, again.same, again.changed, again.missing], [first.list, 3, 0, 0]);
  assert.equal((await factsIn(place, 'case.opened')).length, before);
});

test('the same women, shuffled, in a file locked anew: all unchanged, no case twice [CHI-8.1-1] [INC-29]', async () => {
  const first = await commitRows(place, clerk, women(6, 11, 12, 13, 14), forMonth(6));
  const second = await commitRows(place, clerk, women(6, 13, 11, 14, 12), forMonth(6));
  assert.notEqual(second.list, first.list);
  assert.deepEqual(await counted(second.list), [0, 0, 4, 0, 0]);
  assert.deepEqual(await casesOf(second.list), []);
});

test('a line that stands twice in the file: taken once, counted, nothing lost [CHI-8.1-3]', async () => {
  const rows = women(5, 21, 22, 21);
  const taken = await commitRows(place, clerk, rows, forMonth(5, { addition: true }));
  assert.deepEqual(await counted(taken.list), [2, 0, 1, 0, 0]);
});

test('a changed kana under the same number and birth date: asked; the same woman, no second case [CHI-8.1-3] [INC-29]', async () => {
  const first = await commitRows(place, clerk, women(5, 31), forMonth(5, { addition: true }));
  const [her] = await casesOf(first.list);
  const married = women(5, 31).map((row) => ({ ...row, 氏名カナ: 'ベツノ　ハナ', 氏名: '別野　花' }));
  const second = await answerAndCommit(married, forMonth(5, { addition: true }), [
    2,
    'kana-differs',
    'same-person',
  ]);
  assert.deepEqual(await counted(second.list), [0, 1, 0, 0, 0]);
  assert.deepEqual(await happened(her), ['case.contact-changed']);
  const shown = await place.ask('case.show', { case: her }, { actor: clerk });
  assert.match(JSON.stringify(shown), /別野　花/);
  const third = await commitRows(place, clerk, married, forMonth(5, { addition: true }));
  assert.deepEqual(await counted(third.list), [0, 0, 1, 0, 0]);
});

test('another birth date under the same number and kana: asked, never merged by machine [CHI-8.1-3]', async () => {
  await commitRows(place, clerk, women(5, 32), forMonth(5, { addition: true }));
  const other = women(5, 32).map((row) => ({ ...row, 生年月日: 'H3.3.3' }));
  const staged = value(await takeIn(place, clerk, other, forMonth(5, { addition: true })));
  assert.deepEqual(staged.questions, [{ line: 2, kind: 'birth-date-differs' }]);
  await discard(staged);
});

test('a number that another woman has in the ledger: asked; a different person gets her own case [CHI-8.1-3]', async () => {
  await commitRows(place, clerk, women(5, 33), forMonth(5, { addition: true }));
  const [stranger] = women(5, 34).map((row) => ({ ...row, 整理番号: women(5, 33)[0]?.['整理番号'] ?? '' }));
  assert.ok(stranger);
  const taken = await answerAndCommit([stranger], forMonth(5, { addition: true }), [
    2,
    'number-of-another',
    'different-person',
  ]);
  assert.deepEqual(await counted(taken.list), [1, 0, 0, 0, 0]);
});

test('twins at one address: two cases, a warning, no question [CHI-8.1-3]', async () => {
  const [one] = women(5, 41);
  assert.ok(one);
  const two = {
    ...one,
    整理番号: '26-00042',
    氏名: '安以宇　月',
    氏名カナ: `${one['氏名カナ']?.split('　')[0] ?? ''}　ツキ`,
  };
  const file = await wardFile([one, two], { encoding: 'utf-8' });
  const taken = value(await takeInFile(place, clerk, file, forMonth(5, { addition: true })));
  assert.deepEqual(taken.questions, []);
  const shown = await place.ask('list.staged', { list: taken.list, part: 1 }, { actor: 'system:intake' });
  assert.ok(shown.ok);
  const { rows } = shown.value as { rows: readonly { match: { warnings: readonly string[] } }[] };
  assert.deepEqual(
    rows.map(({ match }) => match.warnings),
    [['twin'], ['twin']],
  );
  value(await takeInFile(place, clerk, file, forMonth(5, { addition: true, commit: true })));
  assert.deepEqual(await counted(taken.list), [2, 0, 0, 0, 0]);
});

test('a neighbour of the same name, born on another day: her own case, and both are marked [CHI-8.1-3]', async () => {
  const [her] = women(5, 43);
  assert.ok(her);
  await commitRows(place, clerk, [her], forMonth(5, { addition: true }));
  const neighbour = { ...her, 整理番号: '26-00044', 生年月日: 'H2.2.2', 住所: '東京都千代田区隼町１－９' };
  const taken = value(await takeIn(place, clerk, [neighbour], forMonth(5, { addition: true })));
  assert.deepEqual(taken.questions, []);
  const shown = await place.ask('list.staged', { list: taken.list, part: 1 }, { actor: 'system:intake' });
  assert.match(JSON.stringify(shown), /"warnings":\["same-name"\]/);
  await discard(taken);
});

test('the same name and birth date at another address under another number: asked [CHI-8.1-3]', async () => {
  const [her] = women(5, 45);
  assert.ok(her);
  await commitRows(place, clerk, [her], forMonth(5, { addition: true }));
  const moved = { ...her, 整理番号: '26-00046', 住所: '東京都千代田区隼町２－８' };
  const staged = value(await takeIn(place, clerk, [moved], forMonth(5, { addition: true })));
  assert.deepEqual(staged.questions, [{ line: 2, kind: 'other-address' }]);
  await discard(staged);
  const renumbered = { ...her, 整理番号: '26-00047' };
  const asks = value(await takeIn(place, clerk, [renumbered], forMonth(5, { addition: true })));
  assert.deepEqual(asks.questions, [{ line: 2, kind: 'number-differs' }]);
  await discard(asks);
});

test('one woman twice in a file under two numbers: asked on the later line [CHI-8.1-3]', async () => {
  const [her] = women(5, 48);
  assert.ok(her);
  const staged = value(
    await takeIn(place, clerk, [her, { ...her, 整理番号: '26-00049' }], forMonth(5, { addition: true })),
  );
  assert.deepEqual(staged.questions, [{ line: 3, kind: 'twice-in-file' }]);
  assert.equal(await answer(staged, 3, 'twice-in-file', 'leave-out'), 'answered');
  assert.equal(await commit(staged.list), 'approved');
  await resumeJobs(place.parts, jobKinds);
  assert.deepEqual(await counted(staged.list), [1, 0, 0, 1, 0]);
});

test('another address in a second delivery: the new one is taken, the case stays one [CHI-8.1-3]', async () => {
  const first = await commitRows(place, clerk, women(7, 51, 52), forMonth(7));
  const [old] = await casesOf(first.list);
  const rows = women(7, 51, 52).map((row, index) =>
    index === 0 ? { ...row, 住所: '東京都千代田区紀尾井町１－３' } : row,
  );
  const second = await commitRows(place, clerk, rows, forMonth(7));
  assert.deepEqual(await counted(second.list), [0, 1, 1, 0, 0]);
  assert.deepEqual(await happened(old), ['case.contact-changed']);
});

test('a woman of the first delivery is missing from the second: the ward is asked, nothing changes [CHI-8.1-1]', async () => {
  const first = await commitRows(place, clerk, women(8, 61, 62, 63), forMonth(8));
  const second = await commitRows(place, clerk, women(8, 61, 63), forMonth(8));
  assert.deepEqual(await counted(second.list), [0, 0, 2, 0, 1]);
  const [missing] = (await factsIn(place, 'list.question-raised')).filter(
    (fact) => fact.list === second.list && fact.code === 'missing-from-list',
  );
  assert.ok(missing?.case && (await casesOf(first.list)).includes(missing.case));
  assert.equal(missing.due, '2026-07-11');
  assert.deepEqual(await happened(missing.case), []);
});

test('a second delivery with other women altogether: sent back as a whole [CHI-8.1-1] [THREAT-13]', async () => {
  await commitRows(place, clerk, women(9, 71, 72, 73, 74), forMonth(9));
  const wrong = await takeIn(place, clerk, women(9, 75, 76, 77, 78), forMonth(9));
  assert.equal(reason(wrong), 'too-few-fit');
  assert.deepEqual((await factsIn(place, 'list.discarded')).at(-1)?.reason, 'too-few-fit');
});

test('half a file: refused where it is cut, or by the count of the hand-over [CHI-8.1-2]', async () => {
  const columns = Object.keys(women(5, 81)[0] ?? {});
  const cut = columns.slice(0, 5);
  const whole = await wardFile(women(5, 81, 82), { encoding: 'utf-8' });
  const damaged = await takeInFile(
    place,
    clerk,
    whole.slice(0, whole.length / 2),
    forMonth(5, { addition: true }),
  );
  assert.match(reason(damaged), /^file-refused /);
  const atLineEnd = await takeIn(
    place,
    clerk,
    women(5, 81),
    forMonth(5, { handOver: { ...HAND_OVER, rows: 2 } }),
  );
  assert.equal(reason(atLineEnd), 'refused hand-over-rows-differ');
  const narrow = await takeInFile(place, clerk, await wardFile(women(5, 81), { columns: cut }), forMonth(5));
  assert.equal(reason(narrow), 'file-refused columns-missing');
});

test('a character that only the ward can show: printed as the ward says, kept as written [CHI-8.1-1] [AMB-45]', async () => {
  const rows = women(5, 83).map((row) => ({ ...row, 氏名: '\ue000田　花' }));
  const taken = await answerAndCommit(rows, forMonth(5, { addition: true }), [
    2,
    'gaiji',
    'print-as',
    '髙田　花',
  ]);
  const [her] = await casesOf(taken.list);
  assert.ok(her);
  const opened = await vaultSession(place.database.reader, place.parts.ring()).open([her], ['identity']);
  const fields = opened.get(her)?.fields ?? {};
  assert.deepEqual([fields['identity.name'], fields['identity.printName']], ['\ue000田　花', '髙田　花']);
});

test('a woman of another month on the list: her row is refused, the others are taken, the ward is asked [CHI-8.1-1]', async () => {
  const rows = [...women(5, 84, 85, 86), ...women(8, 87)];
  const taken = await commitRows(place, clerk, rows, forMonth(5, { addition: true }));
  assert.deepEqual(taken.refused, [{ line: 5, column: '出産予定日', reason: 'month8-outside-list-months' }]);
  assert.deepEqual(await counted(taken.list), [3, 0, 0, 1, 0]);
  assert.deepEqual(await asked(taken.list), ['5 row-refused']);
});

test('a list that names two months: both are taken [AMB-58]', async () => {
  const rows = [...women(10, 88), ...women(11, 89)];
  const taken = await commitRows(place, clerk, rows, { months: [month('2026-10'), month('2026-11')] });
  assert.deepEqual(await counted(taken.list), [2, 0, 0, 0, 0]);
});

test('what a spreadsheet does to numbers and dates: the row is refused and says why [CHI-8.1-3]', async () => {
  const [damaged] = women(5, 91).map((row) => ({ ...row, 生年月日: '35000' }));
  assert.ok(damaged);
  const taken = value(
    await takeIn(place, clerk, [damaged, ...women(5, 92, 93)], forMonth(5, { addition: true })),
  );
  assert.deepEqual(taken.refused, [{ line: 2, column: '生年月日', reason: 'date-serial' }]);
  await discard(taken);
});

test('an archive that swells, a wrong password, an open file: refused, nothing entered [CHI-8.1-1]', async () => {
  const before = (await factsIn(place, 'list.received')).length;
  const bomb = await wardFile(
    women(5, 94).map((row) => ({ ...row, 備考: 'あ'.repeat(9_000_000) })),
    { encoding: 'utf-8' },
  );
  assert.match(
    reason(await takeInFile(place, clerk, bomb, forMonth(5))),
    /file-refused (inflates-too-much|too-large)/,
  );
  const good = await wardFile(women(5, 94));
  assert.match(
    reason(await takeInFile(place, clerk, good, { password: 'wrong' })),
    /^file-refused wrong-password/,
  );
  assert.equal(
    reason(await takeInFile(place, clerk, Buffer.from('整理番号,氏名\r\n'), {})),
    'file-refused not-encrypted',
  );
  assert.equal((await factsIn(place, 'list.received')).length, before);
});

test('a due date far from the known one: asked; a new pregnancy opens a new case for the same person [CHI-8.1-3]', async () => {
  const first = await commitRows(place, clerk, women(5, 101), forMonth(5, { addition: true }));
  const [earlier] = await casesOf(first.list);
  const again = await answerAndCommit(women(12, 101), forMonth(12), [2, 'new-pregnancy', 'new-pregnancy']);
  const [later] = await casesOf(again.list);
  assert.ok(later && later !== earlier);
  const search = await place.parts.search();
  const [person] = search.candidates({ reference: '26-00101' });
  assert.deepEqual(new Set(person?.cases), new Set([earlier, later]));
});

test('a corrected due date: the case stays, the old date is kept [CHI-8.1-3]', async () => {
  const first = await commitRows(place, clerk, women(5, 102), forMonth(5, { addition: true }));
  const corrected = women(5, 102).map((row) => ({ ...row, 出産予定日: '2026-08-08' }));
  const second = await commitRows(place, clerk, corrected, forMonth(5, { addition: true }));
  assert.deepEqual(await counted(second.list), [0, 1, 0, 0, 0]);
  assert.deepEqual(await happened((await casesOf(first.list))[0]), ['case.due-date-changed']);
});
