import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { randomIds } from '../../security/random-ids.ts';
import { emptyBounceFolder } from './bounce-folder.ts';
import { readBounce, type Bounce } from './bounce-mail.ts';

const message = randomIds().fresh('message');

/** As a mail server writes it; the address of the woman stands in it twice. */
const report = (status: string, action = 'failed', to = `bounce+${message}@mimamori.example`) =>
  [
    'Return-Path: <>',
    `Delivered-To: ${to}`,
    'From: MAILER-DAEMON@mx.example',
    'Subject: Undelivered Mail Returned to Sender',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="x"',
    '',
    '--x',
    'Content-Type: message/delivery-status',
    '',
    'Final-Recipient: rfc822; hanako@example.jp',
    `Action: ${action}`,
    `Status: ${status}`,
    '',
    '--x--',
  ].join('\r\n');

test('a returned mail names our message and the reason, and no address [CHI-8.9-3, SEC-10-4]', () => {
  assert.deepEqual(readBounce(report('5.1.1')), { message, reason: 'mailbox-unknown' });
  assert.deepEqual(readBounce(report('5.2.2')), { message, reason: 'mailbox-full' });
  assert.deepEqual(readBounce(report('5.7.1')), { message, reason: 'refused' });
});

test('a mail that is only late, and one that is no report of ours, are no bounce [CHI-8.9-3]', () => {
  assert.equal(readBounce(report('4.4.1', 'delayed')), undefined);
  assert.equal(readBounce(report('5.1.1', 'failed', 'postmaster@mimamori.example')), undefined);
  assert.equal(readBounce('Subject: 休暇中です\r\n\r\nまた連絡します'), undefined);
});

test('the folder is empty afterwards, whatever lay in it; what could not be noted stays [SEC-14-3]', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'mimamori-bounce-'));
  after(() => rm(folder, { recursive: true, force: true }));
  await writeFile(join(folder, '1'), report('5.1.1'));
  await writeFile(join(folder, '2'), 'what is this');
  await writeFile(join(folder, '3'), `${report('5.1.1')}${'x'.repeat(300_000)}`);
  const failing = () => Promise.reject(new Error('the database is away'));
  await assert.rejects(emptyBounceFolder(folder, failing), /away/);
  assert.equal((await readdir(folder)).length, 3);
  const noted: Bounce[] = [];
  assert.equal(await emptyBounceFolder(folder, async (one) => void noted.push(one)), 1);
  assert.deepEqual([noted, await readdir(folder)], [[{ message, reason: 'mailbox-unknown' }], []]);
  assert.equal(await emptyBounceFolder(join(folder, 'nowhere'), failing), 0);
});
