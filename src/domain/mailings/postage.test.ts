import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JAPAN_POSTAGE } from '../../programmes/japan-postage.ts';
import { date } from '../basics/civil-date.ts';
import type { PostService } from '../facts/mailing.ts';
import { postageOf, type MailForm } from './postage.ts';

const cost = (service: PostService, form: MailForm, grams: number, on: string) => {
  const found = postageOf(JAPAN_POSTAGE, { service, form, grams }, date(on));
  return found.ok ? found.value : found.error.type;
};

test('the test sums of the domain notes for 2026 come out to the yen [CHI-10.3-1]', () => {
  assert.equal(cost('specified-record', 'letter', 25, '2026-05-15'), 320);
  assert.equal(cost('postcard', 'postcard', 3, '2026-05-15'), 85);
  assert.equal(cost('simplified-registered', 'letter', 50, '2026-05-15'), 460);
  assert.equal(cost('registered', 'letter', 50, '2026-05-15'), 590);
  assert.equal(cost('simplified-registered', 'large-letter', 50, '2026-05-15'), 490);
  assert.equal(cost('letterpack-plus', 'large-letter', 3000, '2026-05-15'), 600);
});

test('a rate holds from its day and the day before still costs the old one [CHI-10.3-1]', () => {
  assert.equal(cost('specified-record', 'letter', 25, '2024-09-30'), 244);
  assert.equal(cost('specified-record', 'letter', 25, '2024-10-01'), 320);
  assert.equal(cost('simplified-registered', 'letter', 26, '2023-09-30'), 414);
  assert.equal(cost('simplified-registered', 'letter', 26, '2023-10-01'), 444);
});

test('what is heavier than its form allows has no postage, and neither has a day without rates [CHI-10.3-1]', () => {
  assert.equal(cost('simplified-registered', 'letter', 51, '2026-05-15'), 'too-heavy');
  assert.equal(cost('letterpack-plus', 'large-letter', 4001, '2026-05-15'), 'too-heavy');
  assert.equal(cost('ordinary', 'letter', 20, '2019-09-30'), 'no-rates');
});
