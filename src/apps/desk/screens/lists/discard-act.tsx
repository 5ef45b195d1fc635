import { discardListCommand } from '../../../../gate/inside/list.ts';
import { showList } from '../../../../gate/inside/list-questions.ts';
import { listWords } from '../../../../programmes/words/lists.ts';
import { givenId } from '../../given-id.ts';
import { act } from '../../route.ts';
import { monthsWords } from './months-words.ts';

/** The whole list goes back; its rows cannot be read any more afterwards. */
export const discardAct = act({
  row: discardListCommand,
  work: 'lists',
  title: '一覧を差し戻す',
  button: '差し戻す',
  grave: true,
  given: ['list'],
  explain: async (asking, given) => {
    const list = await asking.answer(showList, { list: givenId(given, 'list') });
    return (
      <p>
        {list && `${listWords.kinds[list.kind]} ${monthsWords(list.months)}(${list.rows}行)を差し戻します。`}
        台帳は変わりません。預かったファイルと行は、ここで読めなくなります。同じファイルを、後からもう一度受け取ることはできます。
      </p>
    );
  },
  fields: [
    {
      name: 'reason',
      kind: 'one',
      label: '理由',
      options: Object.entries(listWords.discardReasons).map(([value, label]) => ({ value, label })),
    },
  ],
  input: (values, given) => ({ list: givenId(given, 'list'), reason: values.text('reason') }),
  done: '一覧を差し戻しました。台帳は変わっていません。',
  to: (given, receipt) => (receipt ? '/lists' : `/lists/${given['list'] ?? ''}`),
});
