import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskRoom, type Sitting } from '../support/desk-room.ts';
import { casesIn, factsIn } from '../support/take-in.ts';
import { PASSWORD, wardFile, type Cells } from '../support/ward-file.ts';
import { woman } from '../support/ward-women.ts';

const room = await deskRoom();
const { place } = room;
const clerk = await room.sitting('mailing-clerk');
const manager = await room.sitting('responsible-manager');
const operator = await room.sitting('operator');

const FORM = {
  kind: 'targets',
  months: '2026-05',
  method: 'in-person',
  medium: 'CD-R 12',
  from: '健康推進課 見本',
  to: '事務局 見本',
  on: '2026-05-01',
  at: '9:30',
};

const bytesOf = async (rows: readonly Cells[], making = {}) =>
  new Uint8Array(await wardFile(rows, { encoding: 'utf-8', ...making }));

/** Sends a file and its password as a clerk does, and gives where she is afterwards. */
async function upload(
  who: Sitting,
  bytes: Uint8Array<ArrayBuffer>,
  more: { readonly form?: Readonly<Record<string, string>>; readonly password?: string } = {},
): Promise<string> {
  const sent = await who.upload('/lists/new', { ...FORM, ...more.form }, { name: 'list.zip', bytes });
  assert.equal(sent.status, 303, sent.text.replaceAll(/<[^>]+>/g, ' ').slice(0, 600));
  assert.match(sent.to ?? '', /^\/lists\/waiting\/[0-9a-f-]{36}$/);
  return password(who, sent.to ?? '', more.password);
}

async function password(who: Sitting, to: string, word = PASSWORD): Promise<string> {
  const sent = await who.post(to, { password: word });
  assert.deepEqual([sent.status, sent.to], [303, to]);
  for (;;) {
    const seen = await who.get(to);
    if (seen.headers.get('refresh')) continue;
    return seen.to ?? seen.text;
  }
}

/** Waits for the job behind the page of a list. */
async function settled(who: Sitting, path: string): Promise<string> {
  for (;;) {
    const seen = await who.get(path);
    assert.equal(seen.status, 200);
    if (!seen.headers.get('refresh')) return seen.text;
  }
}

const words = (html: string): string => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/\s+/g, ' ');

test('a file becomes a list only by its password, and the ledger only by the commit, with a sum that fits [CHI-8.1-1] [CHI-8.1-3]', async () => {
  const empty = await clerk.get('/lists');
  assert.match(words(empty.text), /一覧はまだありません。次の対象者一覧は2026年6月分です/);
  const rows = [woman(1), woman(2), woman(3, { 支援措置: '' }), woman(4, { 氏名: '見本?　花' })];
  const sent = await clerk.upload('/lists/new', FORM, { name: 'list.zip', bytes: await bytesOf(rows) });
  const waiting = sent.to ?? '';
  const asked = await clerk.get(waiting);
  assert.match(asked.text, /type="password"/);
  assert.equal((await manager.get(waiting)).status, 404, 'another person opens the file');

  const wrong = await password(clerk, waiting, 'not-the-password');
  assert.match(words(wrong), /パスワードが違います.*何も変わっていません/);
  assert.doesNotMatch(wrong, /not-the-password/);
  assert.deepEqual(await factsIn(place, 'list.received'), []);

  const list = await password(clerk, waiting);
  assert.match(list, /^\/lists\/list_[a-z0-9]+$/);
  const shown = await clerk.get(list);
  assert.match(words(shown.text), /4件 = 受け入れ 3件 \+ 受け入れられない 1件/);
  assert.match(words(shown.text), /4 支援措置 支援措置の有無が空欄です。 安全に関わるため/);
  assert.match(words(shown.text), /5行目「氏名」 「\?」や「〓」に置き換わった文字があります/);
  assert.doesNotMatch(shown.text, /見本\?/);
  assert.deepEqual(await casesIn(place), []);

  const early = await clerk.get(`${list}/commit`);
  assert.match(words(early.text), /答えの要る質問が1件残っています/);
  const forced = await clerk.post(`${list}/commit`);
  assert.equal(forced.status, 422);
  assert.match(words(forced.text), /答えの要る質問が残っています\(5行目\)/);

  const next = await clerk.get(`${list}/next`);
  const question = (next.to ?? '').split('#')[0] ?? '';
  assert.match(
    question,
    /^\/do\/list\.answer-question\?list=list_\w+&line=5&code=character-lost&column=name/,
  );
  assert.match(words((await clerk.get(question)).text), /行の内容は業務責任者だけが見られます/);
  const blank = await clerk.act(question, { answer: 'print-as', by: 'ward-officer', ref: 'r-5' });
  assert.equal(blank.status, 422);
  assert.match(words(blank.text), /外字の代わりに印字する文字/);
  const answered = await clerk.act(question, {
    answer: 'print-as',
    value: '見本田　花',
    by: 'ward-officer',
    ref: 'r-5',
  });
  assert.equal(answered.to, `${list}/next?by=ward-officer&ref=r-5&did=list.answer-question`);
  assert.equal((await clerk.get(answered.to ?? '')).to?.split('?')[0], list);

  const plan = await clerk.get(`${list}/commit`);
  assert.match(words(plan.text), /新しく登録する方 3件.*受け入れられない行 1件.*一覧の行 4件/);
  assert.match(words(plan.text), /3件を台帳に確定する/);
  const [first, second] = await Promise.all([clerk.post(`${list}/commit`), clerk.post(`${list}/commit`)]);
  assert.deepEqual([first.to, second.to], [list, list]);
  const done = words(await settled(clerk, list));
  assert.match(
    done,
    /新しく登録 3件 \+ 変更 0件 \+ 変更なし 0件 \+ 取り込まない 1件 = 4件\(一覧の行 4件、合っています\)/,
  );
  assert.equal((await casesIn(place)).length, 3);
  assert.equal((await factsIn(place, 'list.committed')).length, 1);
});

test('the same file again, by a reload or a second upload, changes nothing and shows the list that it is [CHI-8.1-1]', async () => {
  const bytes = await bytesOf([woman(11), woman(12)]);
  const more = { form: { addition: 'yes' } };
  const list = await upload(clerk, bytes, more);
  const before = (await factsIn(place, 'list.received')).length;
  const again = await upload(clerk, bytes, more);
  assert.equal(again, `${list}?again=1`);
  assert.match(words((await clerk.get(again)).text), /同じファイルです。何も変わっていません/);
  assert.equal((await factsIn(place, 'list.received')).length, before);

  const other = await upload(clerk, await bytesOf([woman(13)]), more);
  assert.match(words(other), /同じ種類の一覧が、まだ確定も差し戻しもされていません/);
  assert.ok(other.includes(`href="${list}"`));
  const back = await clerk.act(`/do/list.discard?list=${list.slice(7)}`, { reason: 'wrong-file' });
  assert.deepEqual(back.to, '/lists?did=list.discard');
  assert.match(words((await clerk.get(list)).text), /差し戻した一覧です/);
});

test('bad files come back with a sentence that says what to do, and nothing is written [CHI-8.1-1] [CHI-8.1-2] [AMB-45]', async () => {
  const before = (await factsIn(place, 'list.received', 'list.discarded')).length;
  const plain = new Uint8Array(new TextEncoder().encode('整理番号,氏名\r\n1,見本\r\n'));
  assert.match(words(await upload(clerk, plain)), /ファイルが暗号化されていません/);
  const swapped = await bytesOf([{ 番号: '1', 名前: '見本' }]);
  assert.match(words(await upload(clerk, swapped)), /必要な項目がありません: 整理番号/);
  const most = await bytesOf([woman(21, { 支援措置: '' }), woman(22, { 生年月日: '' }), woman(23)]);
  const refused = words(await upload(clerk, most));
  assert.match(refused, /3行のうち2行が受け入れられないため、全体を取り込みませんでした/);
  assert.match(refused, /2 支援措置 支援措置の有無が空欄です/);
  const counted = await bytesOf([woman(24)]);
  assert.match(
    words(await upload(clerk, counted, { form: { rows: '3', addition: 'yes' } })),
    /授受の記録では3件、ファイルの中は1件です/,
  );
  const incomplete = await clerk.upload('/lists/new', { ...FORM, medium: '', months: '2026-13' });
  assert.equal(incomplete.status, 422);
  assert.match(words(incomplete.text), /媒体と番号を入力してください/);
  assert.match(words(incomplete.text), /対象の月を 2026-09 の形で入力してください/);
  assert.match(incomplete.text, /value="健康推進課 見本"/);
  assert.equal((await factsIn(place, 'list.received', 'list.discarded')).length, before);
});

test('a doubtful row stands beside the ledger for the manager alone, and the decision is carried out [CHI-8.1-3] [SEC-4-4] [INC-29]', async () => {
  const known = woman(1);
  const married = { ...known, 氏名カナ: 'ベツノ　ハナ', 氏名: '別野　花' };
  const list = await upload(clerk, await bytesOf([married, woman(31)]), { form: { addition: 'yes' } });
  const next = await manager.get(`${list}/next`);
  const question = (next.to ?? '').split('#')[0] ?? '';
  const seen = words((await manager.get(question)).text);
  assert.match(seen, /フリガナ 違います ベツノ ハナ/);
  assert.ok(seen.includes((known['氏名カナ'] ?? '').replaceAll(/\s+/g, ' ')));
  assert.doesNotMatch((await clerk.get(question)).text, /ベツノ|別野/);
  const fields = { answer: 'same-person', by: 'ward-chief', ref: 'r-9' };
  assert.equal((await manager.act(question, fields)).status, 303);
  const differences = words((await clerk.get(`${list}/differences`)).text);
  assert.match(differences, /新しく登録 1件、変更 1件/);
  assert.match(differences, /2行目 変更 氏名・フリガナ・生年月日/);
  await clerk.post(`${list}/commit`);
  assert.match(words(await settled(clerk, list)), /新しく登録 1件 \+ 変更 1件/);
});

test('receipt and inquiry can be printed; the inquiry names lines and nobody [PII-11-1] [PII-9-4]', async () => {
  const [received] = await factsIn(place, 'list.received');
  const list = `/lists/${received?.list ?? ''}`;
  const receipt = words((await clerk.get(`${list}/receipt`)).text);
  assert.match(receipt, /預かり証.*CD-R 12.*手渡し.*健康推進課 見本.*事務局 見本/);
  const inquiry = await clerk.get(`${list}/inquiry`);
  assert.match(words(inquiry.text), /4行目 この行は取り込めませんでした/);
  assert.doesNotMatch(inquiry.text, /ハナ|　花/);
  const paper = await clerk.get(`${list}/paper/custody-receipt`);
  assert.deepEqual([paper.status, paper.headers.get('content-type')], [200, 'application/pdf']);
});

test('a statement of no change by telephone needs the call back, and is written once [CHI-8.1-1]', async () => {
  const form = (await clerk.get('/lists')).text;
  const path = /href="(\/do\/list\.state-no-change\?list=list_\w+)"/.exec(form)?.[1] ?? '';
  const fields = {
    month: '2026-05',
    asOf: '2026-05-01',
    method: 'telephone',
    by: 'ward-officer',
    ref: 'tel-1',
  };
  const early = await clerk.act(path, fields);
  assert.equal(early.status, 422);
  assert.match(words(early.text), /かけ直して確かめた日と時刻を入れてください/);
  const told = { ...fields, calledOn: '2026-05-01', calledAt: '9:50' };
  assert.equal((await clerk.act(path, told)).to, '/lists?did=list.state-no-change');
  assert.equal((await clerk.act(path, told)).status, 422);
  const kinds = (await factsIn(place, 'list.received')).filter(({ kind }) => kind === 'no-change');
  assert.equal(kinds.length, 1);
});

test('a list of changes whose row fits nobody holds and asks; nothing else happens [AMB-38]', async () => {
  const change: Cells = {
    整理番号: '26-09999',
    氏名カナ: 'ダレモ　イナイ',
    生年月日: 'H8.4.2',
    異動種別: '死産等',
    異動日: 'R8.4.10',
    新氏名: '',
    新氏名カナ: '',
    新郵便番号: '',
    新住所: '',
    新方書: '',
    新予定日: '',
  };
  const list = await upload(clerk, await bytesOf([change]), { form: { kind: 'changes' } });
  assert.match(words((await clerk.get(list)).text), /異動の行に当たる方が台帳に見つかりません/);
  await clerk.post(`${list}/commit`);
  await settled(clerk, list);
  assert.deepEqual(await factsIn(place, 'case.loss-reported'), []);
});

test('who takes no lists in sees none of it, and no address, title or line of the log holds a word of a list [SEC-4-4] [SEC-6-1]', async () => {
  assert.equal((await operator.get('/lists')).status, 403);
  assert.equal((await operator.get('/lists/new')).status, 403);
  assert.equal((await operator.upload('/lists/new', FORM)).status, 403);
  const auditor = await room.sitting('auditor');
  assert.equal((await auditor.get('/lists')).status, 200);
  assert.doesNotMatch((await auditor.get('/lists')).text, /区の一覧を受け取る/);
  const [received] = await factsIn(place, 'list.received');
  assert.equal((await auditor.post(`/lists/${received?.list ?? ''}/commit`)).status, 403);
  const log = JSON.stringify(room.lines);
  for (const word of [PASSWORD, 'ハナ', '見本', 'list_']) assert.ok(!log.includes(word), word);
});
