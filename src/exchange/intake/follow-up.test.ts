import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fateOf } from '../../../tests/support/read-ward-list.ts';
import { followUp } from '../../../tests/support/ward-file.ts';

test('follow-up: no reason → asked, no birth date → refused [CHI-8.3-8]', async () => {
  assert.deepEqual(await fateOf(followUp(1), 'follow-up'), {});
  assert.deepEqual(await fateOf(followUp(1, { 該当事由: '' }), 'follow-up'), { asked: ['blank 該当事由'] });
  assert.deepEqual(await fateOf(followUp(1, { 生年月日: '' }), 'follow-up'), { refused: ['blank 生年月日'] });
});
