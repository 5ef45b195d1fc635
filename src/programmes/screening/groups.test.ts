import assert from 'node:assert/strict';
import { test } from 'node:test';
import { messageGroups } from './groups.ts';
import { cards } from './cards.ts';
import { screeningMailing } from './mailing.ts';

const all = messageGroups.segments.flatMap(({ groups }) => groups);

test('every segment has exactly one control group, and no code stands twice [SCR-A-5, SCR-A-10]', () => {
  for (const { segment, groups } of messageGroups.segments) {
    assert.equal(groups.filter(({ card }) => card === undefined).length, 1, segment);
  }
  assert.equal(new Set(all.map(({ group }) => group)).size, all.length);
});

test('the last segment fits everybody [SCR-A-5]', () => {
  assert.deepEqual(messageGroups.segments.at(-1)?.when, {});
});

test('every card of a group is a template and its proof is approved [SCR-A-7]', () => {
  const names = cards.map(({ name }) => name);
  for (const { card } of all) {
    if (card === undefined) continue;
    assert.ok(names.includes(card), card);
    assert.ok(screeningMailing.templates.notice.includes(card), card);
  }
});

test('no word on the open side speaks of health, of an age or of a group [SCR-A-5]', () => {
  const open = ['from', 'seal', 'open', 'postage', 'phone', 'phone-note'];
  for (const { name, words } of cards) {
    const text = open.map((key) => String(words[key] ?? '')).join(' ');
    // The office that writes is named by its counter alone.
    assert.doesNotMatch(text, /健診|検診|がん|受診|歳|組/, name);
    // The foot of the open side shows the version of the text: a letter and a number, no word.
    assert.match(name, /^card-[a-z]-\d+$/);
  }
});
