import { reviewAccessCommand } from '../../../../gate/inside/access.ts';
import { listReviews, showAccessTable } from '../../../../gate/inside/access-questions.ts';
import { accessWords } from '../../../../programmes/words/access.ts';
import { ActLink } from '../../act-link.tsx';
import type { Asking } from '../../asking.ts';
import { optionsOf, wordOf } from '../../code-words.ts';
import { DataTable } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { givenId } from '../../given-id.ts';
import { page, type Reply } from '../../reply.ts';
import { act, type DeskRoute } from '../../route.ts';

const DOCUMENTS = Object.keys(accessWords.document);
const CORRECTIONS = Object.keys(accessWords.correction);
const REASONS = Object.keys(accessWords.reason);

/** SEC-6-8: day, reviewer, system, documents, unfit IDs, correction, reason, approver: eight things, none left out. */
export const reviewAct = act({
  row: reviewAccessCommand,
  work: 'administration',
  title: '利用権限を見直す',
  button: '見直しを記録する',
  given: [],
  fields: async (asking) => {
    const reviews = (await asking.answer(listReviews, {})).filter(({ closed }) => closed === null);
    const table = await asking.answer(showAccessTable, {});
    const people = table
      .filter(({ state }) => state === 'open')
      .map(({ account, shownAs }) => ({ value: account, label: shownAs ?? account }));
    return [
      ...(reviews.length > 0
        ? [
            {
              kind: 'one',
              name: 'review',
              label: 'どの見直しか',
              options: [
                ...reviews.map(({ review, openedOn, dueBy }) => ({
                  value: review,
                  label: `${openedOn === null ? '' : dayWords(openedOn)}の異動を受けた見直し(${dueBy === null ? '' : dayWords(dueBy)}まで)`,
                })),
                { value: 'own', label: '定期の見直し' },
              ],
            } as const,
          ]
        : []),
      { kind: 'date', name: 'doneOn', label: '実施した日', value: asking.today },
      {
        kind: 'text',
        name: 'system',
        label: 'システム名',
        exact: true,
        width: 'middle',
        value: 'mimamori',
      },
      { kind: 'many', name: 'documents', label: '照合した書類', options: optionsOf(accessWords.document) },
      {
        kind: 'many',
        name: 'unfit',
        label: '適合しなかったID',
        hint: 'なければ選びません。先にそのIDの権限を取り消すか停止してから記録します。',
        optional: true,
        options: people,
      },
      {
        kind: 'one',
        name: 'correction',
        label: '修正した内容',
        hint: '適合しなかったIDがあるとき',
        optional: true,
        look: 'list',
        options: optionsOf(accessWords.correction),
      },
      {
        kind: 'one',
        name: 'reason',
        label: '修正した理由',
        optional: true,
        look: 'list',
        options: optionsOf(accessWords.reason),
      },
    ];
  },
  explain: () =>
    '実施した人はあなた、承認した人は2人目として記録します。8項目(実施日、実施者、システム名、照合した書類、不適合のID、修正内容、修正理由、承認者)がそろわなければ終えられません。',
  wrong: (values) => {
    const some = values.ids('unfit').length > 0;
    const said = values.textOr('correction') !== undefined && values.textOr('reason') !== undefined;
    return some && !said
      ? [{ field: 'correction', text: '適合しなかったIDの、修正した内容と理由を選んでください。' }]
      : [];
  },
  input: (values) => {
    const review = values.textOr('review');
    return {
      ...(review === undefined || review === 'own'
        ? {}
        : { review: givenId({ review }, 'matter', 'review') }),
      doneOn: values.date('doneOn'),
      system: values.text('system'),
      documents: [...values.many('documents', DOCUMENTS)],
      unfit: values.ids('unfit').map((account) => ({
        account: givenId({ account }, 'account'),
        correction: values.one('correction', CORRECTIONS),
        reason: values.one('reason', REASONS),
      })),
    };
  },
  done: '見直しを記録しました。',
  to: () => '/administration/reviews',
});

async function showReviews(asking: Asking): Promise<Reply> {
  const reviews = await asking.answer(listReviews, {});
  const table = await asking.answer(showAccessTable, {});
  const nameOf = (id: string | undefined) => table.find(({ account }) => account === id)?.shownAs ?? id ?? '';
  return page(
    '権限の見直し',
    <>
      <h1>権限の見直し</h1>
      <div className="buttons">
        {asking.may(reviewAct.row) && <ActLink of={reviewAct} given={{}} text={reviewAct.title} main />}
      </div>
      <DataTable
        caption="見直し"
        rows={reviews}
        keyOf={({ review }) => review}
        markOf={({ overdue }) => (overdue ? 'urgent' : undefined)}
        empty="見直しはまだありません。異動があったときと、定期に行います。"
        columns={[
          {
            key: 'state',
            head: '状態',
            of: ({ closed, dueBy, overdue }) =>
              closed
                ? '済'
                : `${dueBy === null ? '' : dayWords(dueBy)}まで${overdue ? '(過ぎています)' : ''}`,
          },
          { key: 'doneOn', head: '実施日', of: ({ closed }) => (closed ? dayWords(closed.doneOn) : '') },
          { key: 'reviewer', head: '実施者', of: ({ closed }) => nameOf(closed?.reviewer) },
          { key: 'system', head: 'システム名', of: ({ closed }) => closed?.system ?? '' },
          {
            key: 'documents',
            head: '照合した書類',
            of: ({ closed }) =>
              (closed?.documents ?? '')
                .split(' ')
                .map((code) => wordOf(accessWords.document, code))
                .join('、'),
          },
          {
            key: 'unfit',
            head: '不適合・修正・理由',
            of: ({ closed }) => (closed?.unfit ?? '').split(' ').map(unfitWords(nameOf)).join('、'),
          },
          { key: 'approver', head: '承認者', of: ({ closed }) => nameOf(closed?.approver) },
        ]}
      />
    </>,
  );
}

/** `account=correction(reason)`, as the register keeps it. */
function unfitWords(nameOf: (id: string) => string): (line: string) => string {
  return (line) => {
    const [, account, correction, reason] = /^([^=]+)=([^(]*)\((.*)\)$/.exec(line) ?? [];
    if (account === undefined) return line;
    return `${nameOf(account)}: ${wordOf(accessWords.correction, correction)}(${wordOf(accessWords.reason, reason)})`;
  };
}

export const reviewsScreen: DeskRoute = {
  kind: 'screen',
  path: '/administration/reviews',
  work: 'administration',
  title: '権限の見直し',
  tab: 4,
  asks: [listReviews, showAccessTable],
  show: showReviews,
};
