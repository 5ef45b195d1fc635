import assert from 'node:assert/strict';
import { test } from 'node:test';
import { randomIds } from '../../src/security/random-ids.ts';
import { entriesBetween } from '../../src/store/read-log.ts';
import { deskRoom, type Sitting } from '../support/desk-room.ts';
import { deskOf } from '../support/desk.ts';
import { GOOD_ANSWERS } from '../support/questionnaire.ts';
import { PASSWORD } from '../support/sign-in-place.ts';

const room = await deskRoom();
const ids = randomIds();
const { done, openCase } = deskOf(room);
const operator = await room.sitting('operator');
const manager = await room.sitting('responsible-manager');
const clerk = await room.sitting('mailing-clerk');
const visitor = await room.sitting('visitor');
const auditor = await room.sitting('auditor');
const administrator = await room.sitting('administrator');
const second = ({ id, secret }: Sitting) => ({
  'second-id': id,
  'second-password': PASSWORD,
  'second-code': room.code(secret),
});

/** Which rows of the gate the operator has read, in the order of the log. */
async function openings(): Promise<readonly string[]> {
  const { reader } = room.place.parts.database;
  const year = { from: '2026-01-01T00:00:00.000+09:00', to: '2027-01-01T00:00:00.000+09:00' } as const;
  const rows: string[] = [];
  for await (const { entry } of entriesBetween(reader, year as never))
    if (entry.actor === operator.account && entry.word !== 'executed') rows.push(entry.row);
  return rows;
}

/** A woman with a name and number of her own, and one printed letter of hers that is in no post yet. */
async function withPrintedLetter(values: object) {
  const id = await openCase({ values });
  const letter = { batch: ids.fresh('batch'), case: id, piece: ids.fresh('piece') };
  const { batch } = letter;
  const begin = { batch, kind: 'notice', month: '2026-05', planned: 1, reason: 'agreed-with-ward' };
  await done('batch.begin-without-word', begin, manager.account);
  await done('piece.plan', letter, clerk.account);
  await done('batch.fix', { batch }, manager.account);
  await done('piece.print', { ...letter, template: 'notice-1' }, clerk.account);
  return { id, letter };
}

const hanako = { identity: { name: '探田 花', kana: 'サガシダ ハナ', birthDate: '1993-02-03' } };
const { id: printed, letter } = await withPrintedLetter({ ...hanako, contact: { phone: '09011112222' } });
const twin = await openCase({
  values: { identity: { name: '探田 花', kana: 'サガシダ ハナ', birthDate: '1990-07-07' } },
});

test('the box finds by kana with marks, a whole number leads to the one case, and no word stands in an address [CHI-8.1-7, B-03]', async () => {
  const found = await operator.post('/search', { words: 'サガシダ' });
  assert.equal(found.status, 200);
  assert.match(found.text, /探田 花[\s\S]*1993年2月3日[\s\S]*同姓同名の方がいます/);
  assert.match(
    found.text,
    new RegExp(`/cases/${printed}[\\s\\S]*/cases/${twin}|/cases/${twin}[\\s\\S]*/cases/${printed}`),
  );
  const one = await operator.post('/search', { words: '090-1111-2222' });
  assert.deepEqual([one.status, one.to], [303, `/cases/${printed}`]);
  assert.match((await operator.post('/search', { words: 'ヌヌヌ' })).text, /当てはまる方がいません/);
  assert.equal((await visitor.post('/search', { words: 'サガシダ' })).status, 403);
  assert.ok(room.lines.every(({ pattern }) => !/サガシダ|%E3/.test(pattern)));
});

test('the list is in the order of kana and counted, and a filter that nobody passes says so [CHI-8.1-7]', async () => {
  const list = await operator.get('/cases');
  assert.match(list.text, /対象者の一覧\(五十音順\)[\s\S]*2件[\s\S]*サガシダ ハナ/);
  assert.match((await operator.get('/cases?state=closed')).text, /この条件に当てはまる方はいません/);
  assert.equal((await auditor.get('/cases')).status, 403);
});

test('a case page shows what the role may see: an auditor the course without a name, an administrator nothing [SEC-6-1, SEC-4-2]', async () => {
  const page = await operator.get(`/cases/${printed}`);
  assert.match(
    page.text,
    /探田 花[\s\S]*同姓同名の方がいます[\s\S]*できること[\s\S]*対象かどうか[\s\S]*経過/,
  );
  assert.match(page.text, /表示した項目は、誰がいつ開いたかを記録しました/);
  const mailing = await clerk.get(`/cases/${printed}`);
  assert.match(mailing.text, /探田 花[\s\S]*流産・死産等を記録して止める/);
  assert.doesNotMatch(mailing.text, /経過\(新しい順\)|1993年2月3日/);
  const course = await auditor.get(`/cases/${printed}?kind=view`);
  assert.match(course.text, /氏名は表示しません[\s\S]*記録を開きました/);
  assert.doesNotMatch(course.text, /探田|サガシダ|1993/);
  assert.equal((await administrator.get(`/cases/${printed}`)).status, 403);
  assert.equal((await visitor.get(`/cases/${printed}`)).status, 403);
  assert.equal((await operator.get('/cases/case_nobody')).status, 404);
});

test('her page leads to her applications, enquiries and letters as far as the role goes, with no opening more; and back [B-03, SEC-6-1, CHI-8.14-3]', async () => {
  const [application, inquiry] = [ids.fresh('application'), ids.fresh('inquiry')];
  const contact = { case: printed, channel: 'phone', phone: '09011112222', confirmed: true };
  await done('resident.register', contact, operator.account);
  const form = 'pre-visit-questionnaire/1';
  const asked = { application, case: printed, form, channel: 'phone', answers: GOOD_ANSWERS };
  await done('application.receive', asked, operator.account);
  await done('inquiry.open', { inquiry, channel: 'phone', category: 'delivery' }, operator.account);
  const points = ['name', 'birth-date', 'address'];
  await done('inquiry.identify', { inquiry, case: printed, points }, operator.account);
  const enquiry = `/calls/enquiries/${inquiry}`;
  const batch = `href="/mailing/batches/${letter.batch}"`;

  const before = await openings();
  const { text } = await operator.get(`/cases/${printed}`);
  assert.deepEqual((await openings()).slice(before.length).toSorted(), [
    'case.acts',
    'case.eligibility',
    'case.show',
    'case.timeline',
    'ward.matters',
  ]);
  assert.match(text, /申し込み\(1件\)[\s\S]*電話: 受け付けました/);
  assert.match(text, new RegExp(`問い合わせ\\(1件\\)[\\s\\S]*href="${enquiry}"[\\s\\S]*回答待ち`));
  assert.match(text, /郵便\(1件\)[\s\S]*手元/);
  assert.ok(text.includes(`href="/bookings/times/${printed}"`));
  assert.ok(!text.includes(batch), 'an operator has no page of a batch');
  assert.ok((await manager.get(`/cases/${printed}`)).text.includes(batch));

  const mailing = (await clerk.get(`/cases/${printed}`)).text;
  assert.ok(mailing.includes(batch));
  assert.doesNotMatch(mailing, /問い合わせ\(|申し込み\(/);
  assert.ok((await clerk.get(`/mailing/batches/${letter.batch}`)).text.includes(`href="/cases/${printed}"`));
  assert.doesNotMatch((await auditor.get(`/cases/${printed}`)).text, /この方についての記録/);

  const none = (await operator.get(`/cases/${twin}`)).text;
  assert.match(none, /まだありません[\s\S]*確かめた問い合わせが、ここに出ます[\s\S]*まだ何も送っていません/);

  await done('inquiry.answer', { inquiry, result: 'explained' }, operator.account);
  await done('inquiry.close', { inquiry, result: 'settled' }, operator.account);
  assert.ok((await operator.get(enquiry)).text.includes(`href="/cases/${printed}"`));
});

test('what is not possible says why, as the decision says it [CHI-4.2-1]', async () => {
  await done('case.start-protection', { case: twin, ref: 'w-1' }, manager.account);
  const guarded = await operator.get(`/cases/${twin}`);
  assert.match(guarded.text, /支援措置/);
  assert.match(guarded.text, /今はできないこと[\s\S]*連絡先を変える[\s\S]*区/);
});

test('a loss told on the telephone: the table and the printed letter before, everything stopped after, a duty to pull it [AMB-38, CHI-8.14-5] [INC-10]', async () => {
  const path = `/do/case.report-loss?case=${printed}`;
  const before = await operator.get(path);
  assert.match(
    before.text,
    /途中の郵便物が1件あります[\s\S]*印刷済みです[\s\S]*何が止まり、何が続くか[\s\S]*電話<\/th><td>止まります/,
  );
  const later = await operator.act(path, { on: '2026-06-01' });
  assert.equal(later.status, 422);
  assert.match(later.text, /2026-06-01/);
  const told = await operator.act(path, { what: 'loss', on: '2026-05-01', source: 'phone' });
  assert.deepEqual([told.status, told.to], [303, `/cases/${printed}?did=case.report-loss`]);
  const page = await operator.get(`/cases/${printed}`);
  assert.match(page.text, /お悔やみの対応[\s\S]*止めているもの[\s\S]*死産等/);
  assert.doesNotMatch(page.text, /おめでとう|出産予定日<|出産を記録する|予約できる日/);
  const pull = await clerk.get('/');
  assert.match(
    pull.text,
    new RegExp(`差し出し前の郵便物を抜き取る[\\s\\S]*探田 花[\\s\\S]*/mailing/batches/${letter.batch}`),
  );
});

test('a loss is undone only by the recorded word of the ward and two people [design 4, SEC-4-2] [INC-10]', async () => {
  const page = await manager.get(`/cases/${printed}`);
  const undo = /href="(\/do\/case.lift-stop[^"]+)"/.exec(page.text)?.[1]?.replaceAll('&amp;', '&');
  assert.ok(undo);
  assert.match((await manager.get(undo)).text, /まだ記録がありません/);
  assert.equal((await operator.get(undo)).status, 403);
  const word = {
    about: 'lift-stop',
    answer: 'yes',
    by: 'health-centre',
    channel: 'phone',
    day: '2026-05-01',
    time: '09:30',
    ref: 'tel-0501-0930',
  };
  const kept = await manager.act(`/do/ward.record-word?case=${printed}`, word);
  assert.equal(kept.status, 303);
  const ref = /value="(matter_[^"]+)"/.exec((await manager.get(undo)).text)?.[1] ?? '';
  const alone = await manager.act(undo, { ref, by: 'ward' });
  assert.equal(alone.status, 422);
  assert.match(alone.text, /2人目のID、パスワード、確認コード/);
  const herself = await manager.act(undo, { ref, by: 'ward', ...second(manager) });
  assert.equal(herself.status, 422);
  const both = await manager.act(undo, { ref, by: 'ward', ...second(operator) });
  assert.equal(both.status, 303);
  assert.doesNotMatch((await manager.get(`/cases/${printed}`)).text, /止めているもの[\s\S]*死産等/);
});

test('a pause is taken back by herself after three points alone [CHI-8.14-7]', async () => {
  const id = await openCase();
  const paused = await operator.act(`/do/case.pause?case=${id}`, {
    until: '2026-06-01',
    reason: 'her-wish',
    by: 'herself',
    channel: 'phone',
  });
  assert.equal(paused.status, 303);
  const resume = `/do/case.resume?case=${id}`;
  assert.equal((await operator.act(resume, { by: 'herself', channel: 'phone' })).status, 422);
  assert.equal((await operator.act(resume, { by: 'herself', points: 'yes', channel: 'phone' })).status, 303);
});

test('a move tells what it brings by its kind; the word of the ward on it takes two people [CHI-4.2-6, CHI-15.2-1]', async () => {
  const id = await openCase();
  const page = await manager.get(`/cases/${id}`);
  for (const act of ['case.move-by-ward', 'consent.record', 'resident.register'])
    assert.ok(page.text.includes(`/do/${act}?case=${id}`), act);
  assert.match(page.text, new RegExp(`/do/case\\.move-by-two\\?case=${id}&amp;kind=within`));
  const out = await manager.get(`/do/case.move-out?case=${id}`);
  assert.match(out.text, /何が止まり、何が続くか/);
  const within = await manager.get(`/do/case.move-by-two?case=${id}&kind=within`);
  assert.doesNotMatch(within.text, /何が止まり、何が続くか/);
  assert.match(within.text, /name="kind"[^>]*value="within"[^>]*checked|checked=""[^>]*value="within"/);
  const alone = await manager.act(`/do/case.move-by-ward?case=${id}`, { kind: 'out', on: '2026-05-01' });
  assert.equal(alone.status, 422);
});
