import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readingsInBrackets, rubyPassages, withoutReadings } from './ruby.ts';

const text = '{妊娠|にんしん}のことは、{date}に{相談|そうだん}できます。';

test('readings stand over words on a page, in brackets in plain text, or are left out [CHI-8.3-13]', () => {
  assert.deepEqual(rubyPassages(text), [
    { text: '妊娠', reading: 'にんしん' },
    { text: 'のことは、{date}に' },
    { text: '相談', reading: 'そうだん' },
    { text: 'できます。' },
  ]);
  assert.equal(readingsInBrackets(text), '妊娠（にんしん）のことは、{date}に相談（そうだん）できます。');
  assert.equal(withoutReadings(text), '妊娠のことは、{date}に相談できます。');
});

test('no word is lost or added when a text is cut into passages [CHI-8.3-13]', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('{', '}', '|', '妊', 'a', 'は') }), (any) => {
      const joined = rubyPassages(any)
        .map((passage) => passage.text)
        .join('');
      assert.equal(joined, withoutReadings(any));
    }),
  );
});
