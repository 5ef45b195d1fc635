import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageMail } from './message-mail.ts';

const office = { phone: '03-0000-0000', hours: '月〜土 9:00-17:00' };

test('every mail has the same neutral subject and says nothing of pregnancy, visit, name or address [CHI-8.9-3]', () => {
  const mails = ['booking', 'reminder-7', 'reminder-1', 'no-booking', 'survey'].map((about) =>
    messageMail(about, 'booking_1@slot_2026-06-10-1000', office),
  );
  assert.equal(new Set(mails.map(({ subject }) => subject)).size, 1);
  for (const { subject, body } of mails) {
    assert.doesNotMatch(subject + body, /妊|出産|赤ちゃん|育児|訪問|保健|区役所|様|住所|booking_|case_/);
  }
});

test('a confirmation and a reminder say the day and the time [CHI-8.2-2]', () => {
  for (const about of ['booking', 'reminder-1']) {
    assert.match(messageMail(about, 'booking_1@slot_2026-06-10-1000', office).body, /6月10日.*10:00/);
  }
});
