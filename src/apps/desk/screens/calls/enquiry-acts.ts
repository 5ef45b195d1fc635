import { INQUIRY_CATEGORIES } from '../../../../domain/inquiry/categories.ts';
import { inquiryActs } from '../../../../gate/inside/inquiry.ts';
import { callWords } from '../../../../programmes/words/calls.ts';
import { inquiryScripts } from '../../../../programmes/words/inquiry-scripts.ts';
import type { Given } from '../../asking.ts';
import type { FieldSpec } from '../../field-spec.ts';
import { givenId } from '../../given-id.ts';
import { act } from '../../route.ts';
import { optionsOf } from '../../code-words.ts';

const CATEGORY = {
  name: 'category',
  label: '用件',
  kind: 'one',
  options: INQUIRY_CATEGORIES.map((code) => ({ value: code, label: inquiryScripts[code].label })),
} as const satisfies FieldSpec;
const CHANNELS = ['phone', 'in-person', 'mail', 'web'] as const;
const ANSWERS = Object.keys(callWords.answers) as (keyof typeof callWords.answers)[];
const CLOSINGS = Object.keys(callWords.closings) as (keyof typeof callWords.closings)[];
const PASSED_TO = ['manager', 'nurse', 'ward'] as const;

/** The page of one enquiry. */
export function enquiryPath({ inquiry = '' }: Given): string {
  return `/calls/enquiries/${inquiry}`;
}

const open = act({
  row: inquiryActs.open,
  work: 'calls',
  title: '電話を受ける',
  button: '受け付ける',
  given: [],
  fresh: { inquiry: 'inquiry' },
  fields: [
    CATEGORY,
    {
      name: 'channel',
      label: '受けた方法',
      kind: 'one',
      look: 'list',
      options: optionsOf(callWords.channels, CHANNELS),
      value: 'phone',
    },
    {
      name: 'words',
      label: 'お話の内容',
      kind: 'lines',
      optional: true,
      hint: 'お話しになったことだけを書きます。この画面は、名簿にある方かどうかをまだ何も示しません。',
    },
    {
      name: 'callerName',
      label: '名乗られたお名前',
      kind: 'text',
      width: 'middle',
      optional: true,
      most: 100,
    },
    { name: 'callerPhone', label: 'かけ直す番号', kind: 'text', width: 'middle', optional: true, most: 40 },
  ],
  input: (values, given) => ({
    inquiry: givenId(given, 'inquiry'),
    channel: values.one('channel', CHANNELS),
    category: values.one('category', INQUIRY_CATEGORIES),
    words: values.textOr('words'),
    caller: { name: values.textOr('callerName'), phone: values.textOr('callerPhone') },
  }),
  done: '受付簿に記入しました。',
  to: (given, receipt) => (receipt ? enquiryPath(given) : '/calls'),
});

const categorise = act({
  row: inquiryActs.categorise,
  work: 'calls',
  title: '用件を変える',
  button: '変える',
  given: ['inquiry'],
  fields: [CATEGORY],
  input: (values, given) => ({
    inquiry: givenId(given, 'inquiry'),
    category: values.one('category', INQUIRY_CATEGORIES),
  }),
  done: '用件を変えました。回答の期限も数え直しました。',
  to: enquiryPath,
});

const answer = act({
  row: inquiryActs.answer,
  work: 'calls',
  title: '答えたことを記録する',
  button: '記録する',
  given: ['inquiry'],
  fields: [
    { name: 'result', label: '何をしましたか', kind: 'one', options: optionsOf(callWords.answers) },
    { name: 'words', label: '答えた内容', kind: 'lines', optional: true },
  ],
  input: (values, given) => ({
    inquiry: givenId(given, 'inquiry'),
    result: values.one('result', ANSWERS),
    words: values.textOr('words'),
  }),
  done: '答えたことを記録しました。',
  to: enquiryPath,
});

const escalate = act({
  row: inquiryActs.escalate,
  work: 'calls',
  title: '引き継ぐ',
  button: '引き継ぐ',
  given: ['inquiry'],
  fields: [
    { name: 'to', label: '引き継ぐ先', kind: 'one', options: optionsOf(callWords.passedTo, PASSED_TO) },
  ],
  input: (values, given) => ({ inquiry: givenId(given, 'inquiry'), to: values.one('to', PASSED_TO) }),
  done: '引き継ぎました。引き継いだ先の画面に出ています。',
  to: enquiryPath,
});

const close = act({
  row: inquiryActs.close,
  work: 'calls',
  title: 'この件を終える',
  button: '終える',
  given: ['inquiry'],
  fields: [
    { name: 'result', label: 'どう終わりましたか', kind: 'one', options: optionsOf(callWords.closings) },
    {
      name: 'ref',
      label: '区の受付番号',
      kind: 'text',
      exact: true,
      optional: true,
      width: 'middle',
      hint: '区が引き受けたときに入力します。',
    },
  ],
  input: (values, given) => ({
    inquiry: givenId(given, 'inquiry'),
    result: values.one('result', CLOSINGS),
    ref: values.textOr('ref'),
  }),
  done: 'この件を終えました。',
  to: (given, receipt) => (receipt ? '/calls/open' : enquiryPath(given)),
});

/** What is done with an enquiry, from its entry in the reception book to its end. */
export const enquiryActs = { open, categorise, answer, escalate, close };
