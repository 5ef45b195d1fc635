import assert from 'node:assert/strict';
import { test } from 'node:test';
import { questionForm, type ListQuestionCode } from '../domain/intake/questions.ts';
import { livesOf } from './lives.ts';
import { wardAnswer } from './ward-answers.ts';

const CODES: readonly ListQuestionCode[] = [
  'birth-date-implausible',
  'notified-implausible',
  'address-not-in-ward',
  'gaiji',
  'character-lost',
  'protected-way-undecided',
  'number-differs',
  'kana-differs',
  'birth-date-differs',
  'number-of-another',
  'other-address',
  'several-fit',
  'twice-in-file',
  'new-pregnancy',
  'row-refused',
  'missing-from-list',
  'follow-up-list-missing',
  'change-identity-differs',
  'change-not-found',
  'change-by-ward-only',
  'protection-end-needs-ward',
  'date-in-future',
  'commit-refused',
];

const lives = livesOf({ people: 60, seed: 4 });
const living = (story: string) => lives.find((life) => life.story === story);

test('the ward gives an answer that the question takes, about a woman and about a whole list [AMB-45]', () => {
  for (const code of CODES) {
    for (const life of [living('second-pregnancy'), living('notice-only'), undefined]) {
      const { answer, ref } = wardAnswer(code, life);
      assert.ok(questionForm(code).answers.includes(answer), code);
      assert.match(ref, /^[!-~]+$/, code);
    }
  }
});

test('a character that only the ward can show is printed as the ward says, each woman her own [AMB-45]', () => {
  const said = ['moved-by-the-recall-card', 'applies-without-code'].map((story) => {
    const { answer, value } = wardAnswer('gaiji', living(story));
    assert.equal(answer, 'print-as');
    assert.doesNotMatch(value ?? '', /\p{Co}|〓/u);
    return value;
  });
  assert.equal(new Set(said).size, 2);
});

test('two numbers of one woman are her second pregnancy; of two women they are two women [CHI-8.1-3]', () => {
  assert.equal(wardAnswer('number-differs', living('second-pregnancy')).answer, 'same-person');
  assert.equal(wardAnswer('new-pregnancy', living('second-pregnancy')).answer, 'new-pregnancy');
  assert.equal(wardAnswer('other-address', living('neighbour-of-the-same-name')).answer, 'different-person');
});
