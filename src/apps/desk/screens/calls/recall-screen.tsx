import { subjectOf } from '../../../../domain/rules-of.ts';
import { memberActs } from '../../../../gate/inside/member.ts';
import { memberAsks } from '../../../../gate/inside/member-questions.ts';
import { callWords } from '../../../../programmes/words/calls.ts';
import { ActLink } from '../../act-link.tsx';
import type { Asking } from '../../asking.ts';
import { DataTable } from '../../data-table.tsx';
import { givenId } from '../../given-id.ts';
import { page, type Reply } from '../../reply.ts';
import { act, type Screen } from '../../route.ts';
import { optionsOf } from '../../code-words.ts';

/** `case.record-call`: what came of a call; a wish to be left alone is carried out at once. */
export const recordRecallAct = act({
  row: memberActs.recordCall,
  work: 'calls',
  title: '勧奨の電話の結果を記録する',
  button: '記録する',
  given: ['case'],
  explain: () => <p>「今後の連絡を断られた」を選ぶと、その場ですべての連絡を止めます。</p>,
  fields: ({ desk }) => {
    const { calls } = subjectOf(desk.house.parts.rules, 'members');
    return [
      {
        name: 'result',
        label: 'どうでしたか',
        kind: 'one',
        options: optionsOf(callWords.memberResults, Object.keys(calls.results)),
      },
      {
        name: 'reason',
        label: '受けていない理由(お話があったとき)',
        kind: 'one',
        look: 'list',
        optional: true,
        options: optionsOf(callWords.memberReasons, calls.reasons),
      },
    ];
  },
  input: (values, given) => ({
    case: givenId(given, 'case'),
    result: values.text('result'),
    reason: values.textOr('reason'),
  }),
  done: '電話の結果を記録しました。',
  to: () => '/calls/recall',
});

async function showRecall(asking: Asking): Promise<Reply> {
  const rows = await asking.answer(memberAsks.list, {});
  return page(
    '勧奨の電話',
    <>
      <h1>勧奨の電話</h1>
      <DataTable
        caption="かける方(20名ずつ)"
        columns={[
          { key: 'name', head: 'お名前', of: ({ fields }) => fields['identity.name'] ?? '' },
          { key: 'kana', head: '読み', of: ({ fields }) => fields['identity.kana'] ?? '' },
          { key: 'phone', head: '電話', of: ({ fields }) => fields['contact.phone'] ?? '登録がありません' },
          {
            key: 'do',
            head: 'すること',
            of: ({ case: id }) => <ActLink of={recordRecallAct} given={{ case: id }} text="結果を記録" />,
          },
        ]}
        rows={rows}
        keyOf={({ case: id }) => id}
        empty="かける方はいません。勧奨はがきが届き、まだ受けていない方がここに出ます。"
      />
    </>,
  );
}

/** `/calls/recall`, where the programme recalls insured persons. */
export const recallScreen: Screen = {
  kind: 'screen',
  path: '/calls/recall',
  work: 'calls',
  title: '勧奨の電話',
  tab: 8,
  asks: [memberAsks.list],
  show: showRecall,
};
