import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PORTAL_LANGUAGES } from '../../domain/portal/language.ts';
import { chiyodaVisit } from '../chiyoda-visit/programme.ts';
import { MAIL_KINDS } from '../mail-words.ts';
import { messageMail } from './message-mail.ts';

const words = chiyodaVisit.portal?.mail;
assert.ok(words);
const office = { phone: '03-0000-0000', words };

const refs: Readonly<Record<string, string>> = {
  enquiry: 'ABCD-2345',
  'enquiry-later': 'ABCD-2345@2026-05-18T09:00:00.000+09:00',
  overseas: 'limit@2027-07-01',
};
const refOf = (kind: string) =>
  refs[kind] ?? refs[kind.split('-')[0] ?? ''] ?? 'booking_1@slot_2026-06-10-1000';

test('every mail of a language has the same neutral subject and says nothing of pregnancy, visit, name or address [CHI-8.9-3] [THREAT-19] [INC-22]', () => {
  for (const language of PORTAL_LANGUAGES) {
    const mails = MAIL_KINDS.map((kind) => messageMail(kind, refOf(kind), office, language));
    assert.equal(new Set(mails.map(({ subject }) => subject)).size, 1);
    for (const { subject, body } of mails) {
      const said = subject + body;
      assert.doesNotMatch(said, /妊|出産|赤ちゃん|育児|訪問|保健|区役所|様|住所|booking_|case_|https?:/);
      assert.doesNotMatch(said, /pregnan|birth|baby|visit|孕|分娩|宝宝|임신|출산|아기|방문/i);
      assert.doesNotMatch(said, /[{}|]/);
      assert.ok(said.includes('03-0000-0000'));
    }
  }
});

test('a confirmation and a reminder say the day and the time in her language [CHI-8.2-2, CHI-8.3-13]', () => {
  const body = (language: (typeof PORTAL_LANGUAGES)[number]) =>
    messageMail('reminder-1', 'booking_1@slot_2026-06-10-1000', office, language).body;
  assert.match(body('ja'), /2026年6月10日\(水\) 10:00/);
  assert.match(body('en'), /Wednesday, 10 June 2026.*10:00/);
  assert.match(body('ko'), /2026년 6월 10일.*10:00/);
});
