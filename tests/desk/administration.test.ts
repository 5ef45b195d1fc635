import assert from 'node:assert/strict';
import { test } from 'node:test';
import { deskRoom, type Sitting } from '../support/desk-room.ts';
import { PASSWORD } from '../support/sign-in-place.ts';

const room = await deskRoom();

/** What a refused form says, without the page around it. */
function problemsOf(html: string): string {
  return /id="errors"[\s\S]*?<\/div>/.exec(html)?.[0].replaceAll(/<[^>]+>/g, ' ') ?? '';
}

async function idOf(who: Sitting, holderOnPage: string): Promise<string> {
  const page = await who.get('/administration/workers');
  const row = [...page.text.matchAll(/<tr[\s\S]*?<\/tr>/g)]
    .map(([one]) => one)
    .find((one) => one.includes(holderOnPage));
  const account = /\/administration\/ids\/(account_[a-z0-9-]+)/.exec(row ?? '')?.[1];
  assert.ok(account);
  return account;
}

test('from the register of workers to the right and to leaving, each step by another person [SEC-6-2, SEC-6-3, SEC-6-4, SEC-4-9]', async () => {
  const supervisor = await room.sitting('work-supervisor');
  const approver = await room.sitting('access-approver');
  const administrator = await room.sitting('administrator');
  room.setNow('2026-05-01');
  const made = await supervisor.act('/do/worker.register', {
    name: '見本 新人',
    holder: 'W-1001',
    side: 'contractor',
  });
  assert.equal(made.status, 303);
  const again = await supervisor.act('/do/worker.register', {
    name: '見本 新人',
    holder: 'W-1001',
    side: 'contractor',
  });
  assert.equal(again.status, 422);
  const account = await idOf(supervisor, '見本 新人');

  const tooEarly = await administrator.act(`/do/account.open?account=${account}`);
  assert.match(problemsOf(tooEarly.text), /区への届出.*誓約書の署名/);
  const of = (act: string) => `/do/${act}?account=${account}`;
  assert.equal(
    (
      await supervisor.act(of('worker.notify'), {
        ref: 'N-7',
        submittedOn: 'R8.4.20',
        effectiveFrom: '2026-04-28',
      })
    ).status,
    303,
  );
  assert.equal(
    (
      await supervisor.act(of('worker.teach'), {
        topics: ['protection', 'awareness', 'duties', 'penalties'],
        on: '2026-04-21',
        material: 'M-1',
      })
    ).status,
    303,
  );
  assert.equal(
    (
      await supervisor.act(of('worker.pledge'), {
        signedOn: '2026-04-21',
        copyConsentOn: '2026-04-21',
        copySubmittedOn: '2026-04-22',
      })
    ).status,
    303,
  );
  assert.equal((await administrator.act(of('account.open'))).status, 303);
  const wish = { role: 'operator', purpose: 'call-centre', until: '2027-03-31' };
  assert.equal((await supervisor.act(of('access.request'), wish)).status, 303);

  const waiting = await approver.get('/administration/requests');
  const judging = /\/do\/access\.judge\?[^"]+/.exec(waiting.text)?.[0].replaceAll('&amp;', '&');
  assert.ok(judging);
  assert.equal((await supervisor.get(judging)).status, 403, 'who applies does not approve');
  const asked = await approver.get(judging);
  assert.match(asked.text, /見本 新人.*コールセンター担当.*2027年3月31日/);
  const noReason = await approver.act(judging, { answer: 'rejected' });
  assert.equal(noReason.status, 422);
  assert.equal((await approver.act(judging, { answer: 'approved' })).status, 303);
  const granting = /\/do\/access\.grant\?[^"]+/
    .exec((await administrator.get('/administration/requests')).text)?.[0]
    .replaceAll('&amp;', '&');
  assert.ok(granting);
  const more = granting.replace('role=operator', 'role=responsible-manager');
  assert.equal((await administrator.act(more)).status, 422, 'nothing but what was approved');
  assert.equal((await administrator.act(granting)).status, 303);
  const shown = await administrator.get(`/administration/ids/${account}`);
  assert.match(shown.text, /コールセンター担当\(2027年3月31日/);

  const noCard = await administrator.act(of('account.leave'), {
    on: '2026-05-01',
    reminderSignedOn: '2026-05-01',
  });
  assert.match(problemsOf(noCard.text), /入室カード/);
  assert.match(noCard.text, /value="2026-05-01"/, 'what was typed is still there');
  const left = await administrator.act(of('account.leave'), {
    on: '2026-05-01',
    entryCard: '2026-05-01',
    reminderSignedOn: '2026-05-01',
  });
  assert.equal(left.status, 303);
});

test('a review of rights has its eight things and a second person who proves herself [SEC-6-7, SEC-6-8]', async () => {
  const administrator = await room.sitting('administrator');
  const approver = await room.sitting('access-approver');
  const record = { doneOn: '2026-05-01', system: 'mimamori', documents: ['worker-register', 'id-register'] };
  const open = /name="review" value="(matter_[^"]+)"/.exec(
    (await administrator.get('/do/access.review')).text,
  )?.[1];
  const whole = { ...record, review: open ?? 'own' };
  const alone = await administrator.act('/do/access.review', whole);
  assert.match(problemsOf(alone.text), /2人目/);
  const wrong = await administrator.act('/do/access.review', {
    ...whole,
    'second-id': approver.id,
    'second-password': PASSWORD,
    'second-code': '000000',
  });
  assert.match(problemsOf(wrong.text), /2人目/);
  assert.doesNotMatch(wrong.text, new RegExp(PASSWORD), 'a password is never shown again');
  const closed = await administrator.act('/do/access.review', {
    ...whole,
    'second-id': approver.id,
    'second-password': PASSWORD,
    'second-code': room.code(approver.secret),
  });
  assert.equal(closed.status, 303, problemsOf(closed.text));
  assert.match((await administrator.get('/administration/reviews')).text, /従事者名簿、ID管理簿/);
});

test('a right that is withdrawn ends the sitting at the very next step [SEC-4-8]', async () => {
  const operator = await room.sitting('operator');
  const administrator = await room.sitting('administrator');
  assert.equal((await operator.get('/')).status, 200);
  const done = await administrator.act(`/do/access.withdraw?account=${operator.account}&role=operator`, {
    reason: 'transfer',
  });
  assert.equal(done.status, 303);
  assert.equal((await operator.get('/')).to?.split('?')[0], '/sign-in');
});

test('a one-time password is drawn by another person than approved it, and shown once [SEC-5-1]', async () => {
  const operator = await room.sitting('operator');
  const administrator = await room.sitting('administrator');
  const approver = await room.sitting('access-approver');
  const approving = `/do/account.approve-reset?account=${operator.account}`;
  assert.equal((await administrator.get(approving)).status, 403);
  assert.equal((await approver.act(approving, { what: 'password', proof: 'met' })).status, 303);
  const waiting = await administrator.get('/administration/requests');
  const address = new RegExp(`/administration/reset\\?account=${operator.account}[^"]+`)
    .exec(waiting.text)?.[0]
    .replaceAll('&amp;', '&');
  assert.ok(address);
  assert.equal((await administrator.get(address)).status, 200);
  const given = Object.fromEntries(new URL(address, room.origin).searchParams);
  const shown = await administrator.post('/administration/reset', given);
  assert.match(shown.text, /<code>[^<]{12,}<\/code>/);
  assert.equal((await administrator.post('/administration/reset', given)).status, 422, 'once');
  assert.equal((await operator.get('/')).to?.split('?')[0], '/sign-in');
});

test('the ID manager sees IDs and terminals and nothing of a woman [SEC-4-2, SEC-6-1]', async () => {
  const administrator = await room.sitting('administrator');
  for (const [path, status] of [
    ['/administration', 200],
    ['/administration/terminals', 200],
    ['/administration/workers', 200],
    ['/lists', 403],
  ] as const) {
    assert.equal((await administrator.get(path)).status, status, path);
  }
  const operator = await room.sitting('operator');
  assert.equal((await operator.get('/administration')).status, 403);
});
