import assert from 'node:assert/strict';
import { test } from 'node:test';
import { date } from '../domain/basics/civil-date.ts';
import { chiyodaPortal } from './chiyoda-visit/portal/portal.ts';
import { sampleWords } from './sample-words.ts';

const approval = { ref: '8-12', on: date('2026-05-20') };

/** The same words, every block approved. */
function approved<Words>(words: Words): Words {
  if (typeof words !== 'object' || words === null) return words;
  if (Array.isArray(words)) return words.map(approved) as Words;
  const entries = Object.entries(words).map(([name, one]) => [
    name,
    name === 'approval' ? approval : approved(one as unknown),
  ]);
  return Object.fromEntries(entries) as Words;
}

test('words are samples until the ward has approved each block in each language [CHI-8.16-4]', () => {
  const found = sampleWords(chiyodaPortal);
  for (const key of ['words.ko.grief.block', 'mail.easy', 'consent.zh', 'consentTexts.0'])
    assert.ok(found.includes(key), key);
  assert.ok(found.includes('forms.en.pre-visit-questionnaire/1'));
  const ready = approved(chiyodaPortal);
  assert.deepEqual(sampleWords(ready), []);
  const { ko } = chiyodaPortal.mail;
  assert.deepEqual(sampleWords({ ...ready, mail: { ...ready.mail, ko } }), ['mail.ko']);
});
