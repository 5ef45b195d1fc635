import { instantAt } from '../../../../domain/basics/instant.ts';
import { stateNoChangeCommand } from '../../../../gate/inside/list.ts';
import { listWords } from '../../../../programmes/words/lists.ts';
import { givenId } from '../../given-id.ts';
import { act } from '../../route.ts';
import { sourceOptions } from './source-options.ts';

const METHODS = ['telephone', 'in-person', 'courier'] as const;

/** The ward says that nothing changed: as good as an empty list of changes, by telephone only with a call back. */
export const noChangeAct = act({
  row: stateNoChangeCommand,
  work: 'lists',
  title: '「異動なし」を記録する',
  button: '記録する',
  given: ['list'],
  explain: () => (
    <p>
      区から「今月は異動がない」と聞いたことを記録します。発送の前の確かめとして使われます。電話で聞いたときは、区の代表番号へこちらからかけ直して確かめた日と時刻が要ります。
    </p>
  ),
  fields: (asking) => [
    { name: 'month', kind: 'month', label: '対象の月', value: asking.today.slice(0, 7) },
    { name: 'asOf', kind: 'date', label: 'いつの時点か', value: asking.today },
    {
      name: 'method',
      kind: 'one',
      label: '聞いた方法',
      options: METHODS.map((value) => ({ value, label: listWords.methods[value] })),
    },
    { name: 'by', kind: 'one', label: '答えた方', options: sourceOptions(['ward-officer', 'ward-chief']) },
    { name: 'ref', kind: 'text', label: '記録の番号', exact: true, width: 'middle', most: 64 },
    { name: 'calledOn', kind: 'date', label: 'かけ直した日', optional: true },
    { name: 'calledAt', kind: 'time', label: 'かけ直した時刻', optional: true },
  ],
  input: (values, given) => {
    const [day, time] = [values.dateOr('calledOn'), values.textOr('calledAt')];
    return {
      list: givenId(given, 'list'),
      month: [values.month('month')],
      asOf: values.date('asOf'),
      method: values.one('method', METHODS),
      by: values.text('by'),
      ref: values.text('ref'),
      ...(day && time ? { calledBackAt: instantAt(day, time) } : {}),
    };
  },
  done: '「異動なし」を記録しました。',
  to: () => '/lists',
});
