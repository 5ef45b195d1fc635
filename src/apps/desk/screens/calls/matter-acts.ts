import { matterActs } from '../../../../gate/inside/matter.ts';
import { callWords } from '../../../../programmes/words/calls.ts';
import type { TypedCommand } from '../../../../gate/command.ts';
import type { Given } from '../../asking.ts';
import type { FieldSpec } from '../../field-spec.ts';
import { givenId } from '../../given-id.ts';
import { act } from '../../route.ts';
import { optionsOf } from '../../code-words.ts';

const CHANNELS = ['phone', 'mail', 'in-person', 'paper', 'screen'] as const;

/** Whose word it is, how it came and under which number it is found again: the ward by function, never by name. */
const WORD: readonly FieldSpec[] = [
  {
    name: 'by',
    label: '区のどの係ですか',
    kind: 'one',
    look: 'list',
    options: optionsOf(callWords.wardFunctions),
    hint: '係で記録します。お名前は書きません。',
  },
  {
    name: 'channel',
    label: '方法',
    kind: 'one',
    look: 'list',
    options: optionsOf(callWords.wordChannels, CHANNELS),
    value: 'phone',
  },
  {
    name: 'ref',
    label: '受付番号・文書番号',
    kind: 'text',
    exact: true,
    width: 'middle',
    hint: '電話だけのときは tel-0901-1430 のように月日と時刻で書きます。',
  },
];
const WORDS: FieldSpec = { name: 'words', label: '内容', kind: 'lines', optional: true };
const ABOUT: FieldSpec = {
  name: 'about',
  label: '用件',
  kind: 'one',
  look: 'list',
  options: optionsOf(callWords.matters),
};

type Telling = typeof matterActs.tell extends TypedCommand<infer Input> ? Input : never;

const list = () => '/calls/matters';
const listOfCase = ({ case: id }: Given) => (id === undefined ? list() : `/cases/${id}`);

function telling(
  row: TypedCommand<Telling>,
  { name, title, done, ofCase }: { name: string; title: string; done: string; ofCase: boolean },
) {
  return act<Telling>({
    row,
    name,
    work: 'calls',
    title,
    button: '記録する',
    given: ofCase ? ['case'] : [],
    fresh: { matter: 'matter' },
    // Words about a woman are kept with her; without a case there are none.
    fields: ofCase ? [ABOUT, ...WORD, WORDS] : [ABOUT, ...WORD],
    input: (values, given) => ({
      matter: givenId(given, 'matter'),
      ...(ofCase ? { case: givenId(given, 'case') } : {}),
      about: values.text('about'),
      channel: values.one('channel', CHANNELS),
      by: values.text('by'),
      ref: values.text('ref'),
      words: values.textOr('words'),
    }),
    done,
    to: ofCase ? listOfCase : list,
  });
}

const answer = act({
  row: matterActs.recordAnswer,
  work: 'calls',
  title: '区の回答を記録する',
  button: '記録する',
  given: ['matter'],
  fields: [
    {
      name: 'answer',
      label: '回答',
      kind: 'one',
      look: 'list',
      options: optionsOf(callWords.matterAnswers),
    },
    ...WORD,
  ],
  input: (values, given) => ({
    matter: givenId(given, 'matter'),
    answer: values.text('answer'),
    channel: values.one('channel', CHANNELS),
    by: values.text('by'),
    ref: values.text('ref'),
  }),
  done: '区の回答を記録しました。',
  to: list,
});

/** What the ward is told and asked, and its word (CHI-15.2-1). */
export const wardMatterActs = {
  tell: telling(matterActs.tell, {
    name: 'ward.tell',
    title: '区に伝えたことを記録する',
    done: '区に伝えたことを記録しました。',
    ofCase: true,
  }),
  ask: telling(matterActs.ask, {
    name: 'ward.ask',
    title: '区に尋ねたことを記録する',
    done: '区に尋ねたことを記録しました。回答があるまで一覧に残ります。',
    ofCase: true,
  }),
  tellGeneral: telling(matterActs.tell, {
    name: 'ward.tell-general',
    title: '区に伝えたことを記録する',
    done: '区に伝えたことを記録しました。',
    ofCase: false,
  }),
  askGeneral: telling(matterActs.ask, {
    name: 'ward.ask-general',
    title: '区に尋ねたことを記録する',
    done: '区に尋ねたことを記録しました。回答があるまで一覧に残ります。',
    ofCase: false,
  }),
  answer,
};
