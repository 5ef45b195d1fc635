import { listTeam } from '../../../../gate/inside/visit-planning.ts';
import {
  describeVisitorCommand,
  qualifyVisitorCommand,
  trainVisitorCommand,
} from '../../../../gate/inside/visitor.ts';
import { LICENCE_WORDS } from '../../../../programmes/words/visits.ts';
import { lacksWords } from '../../../../programmes/words/visitor-lacks.ts';
import { ActLink } from '../../act-link.tsx';
import type { Asking, Given } from '../../asking.ts';
import { DataTable } from '../../data-table.tsx';
import { givenId } from '../../given-id.ts';
import { page, type Reply } from '../../reply.ts';
import { act, type DeskRoute } from '../../route.ts';
import { kept } from './kept.ts';
import { optionsOf } from '../../code-words.ts';

const team = kept((asking: Asking) => asking.answer(listTeam, { on: asking.today }));

/** Who visits, what she speaks and where she knows her way; what is missing before she may be sent (CHI-6.2-1). */
async function showTeam(asking: Asking): Promise<Reply> {
  const rows = await team(asking, '');
  return page(
    '支援員',
    <>
      <h1>支援員</h1>
      <DataTable
        caption="支援員"
        columns={[
          { key: 'name', head: '支援員', of: ({ name, holder }) => name ?? holder },
          {
            key: 'state',
            head: '状態',
            of: ({ lacks }) =>
              lacks.length === 0 ? '訪問できます' : `まだ訪問できません(${lacks.map(lacksWords).join('、')})`,
          },
          {
            key: 'licences',
            head: '確認した資格',
            of: ({ licences }) => licences.map((one) => LICENCE_WORDS[one] ?? one).join('、'),
          },
          {
            key: 'languages',
            head: '日本語のほかの言語',
            of: ({ languages }) => languages.map(languageWords).join('、') || '記録なし',
          },
          { key: 'areas', head: '地域(郵便番号のはじめ)', of: ({ areas }) => areas.join('、') || '記録なし' },
          {
            key: 'acts',
            head: 'できること',
            of: ({ visitor }) =>
              asking.may(describeVisitorAct.row) && (
                <div className="row-acts">
                  <ActLink of={describeVisitorAct} given={{ account: visitor }} text="言語と地域" />
                  <ActLink of={trainVisitorAct} given={{ account: visitor }} text="研修" />
                  <ActLink of={qualifyVisitorAct} given={{ account: visitor }} text="資格" />
                </div>
              ),
          },
        ]}
        rows={rows}
        keyOf={({ visitor }) => visitor}
        markOf={({ lacks }) => (lacks.length > 0 ? 'warn' : undefined)}
        empty="資格を確認した支援員がまだいません。支援員の権限が付いたら、資格の確認を記録してください。"
      />
    </>,
  );
}

/** 英語 for `en`. */
export function languageWords(code: string): string {
  return NAMES.of(code) ?? code;
}

const NAMES = new Intl.DisplayNames('ja', { type: 'language' });

const codes = (text: string | undefined) =>
  (text ?? '')
    .normalize('NFKC')
    .toLowerCase()
    .split(/[\s,、]+/)
    .map((one) => one.replaceAll('-', ''))
    .filter((one) => one !== '');

const of = async (asking: Asking, given: Given) =>
  (await team(asking, '')).find(({ visitor }) => visitor === given['account']);

const explain = async (asking: Asking, given: Given) => {
  const one = await of(asking, given);
  return (
    <p>
      支援員: <strong>{one?.name ?? one?.holder ?? given['account']}</strong>
    </p>
  );
};

const describeVisitorAct = act({
  row: describeVisitorCommand,
  work: 'bookings',
  title: '支援員の言語と地域',
  button: '記録する',
  given: ['account'],
  explain,
  fields: async (asking, given) => {
    const one = await of(asking, given);
    return [
      {
        name: 'languages',
        label: '日本語のほかに話せる言語',
        hint: '記号で入力します。例: en zh ko',
        kind: 'text',
        optional: true,
        value: one?.languages.join(' '),
      },
      {
        name: 'areas',
        label: 'よく知っている地域',
        hint: '郵便番号のはじめの数字。例: 102 1010041',
        kind: 'text',
        optional: true,
        value: one?.areas.join(' '),
      },
    ];
  },
  input: (values, given) => ({
    account: givenId(given, 'account'),
    languages: codes(values.textOr('languages')),
    areas: codes(values.textOr('areas')),
  }),
  done: '言語と地域を記録しました。担当のおすすめに使います。',
  to: () => '/bookings/team',
});

const trainVisitorAct = act({
  row: trainVisitorCommand,
  work: 'bookings',
  title: '研修の記録',
  button: '記録する',
  given: ['account'],
  explain,
  fields: ({ desk }) => [
    {
      name: 'topic',
      label: '受けた研修',
      kind: 'one',
      options: desk.programme.rules.visits.trainingTopics.map((value) => ({
        value,
        label: lacksWords(value),
      })),
    },
    { name: 'on', label: '受けた日', kind: 'date' },
    { name: 'material', label: '教材の版', kind: 'text', width: 'middle', exact: true },
  ],
  input: (values, given) => ({
    account: givenId(given, 'account'),
    topic: values.text('topic'),
    on: values.date('on'),
    material: values.text('material'),
  }),
  done: '研修を記録しました。',
  to: () => '/bookings/team',
});

const qualifyVisitorAct = act({
  row: qualifyVisitorCommand,
  work: 'bookings',
  title: '資格の確認',
  button: '記録する',
  given: ['account'],
  explain: async (asking, given) => (
    <>
      {await explain(asking, given)}
      <p>免許の原本を見た人が記録します。写しやご本人の申告では足りません。</p>
    </>
  ),
  fields: ({ desk }) => [
    {
      name: 'licence',
      label: '確認した免許',
      kind: 'one',
      options: optionsOf(
        Object.fromEntries(
          desk.programme.rules.visits.licences.map((code) => [code, LICENCE_WORDS[code] ?? code]),
        ),
      ),
    },
    { name: 'number', label: '登録番号', kind: 'text', width: 'middle' },
    { name: 'checkedOn', label: '確認した日', kind: 'date' },
  ],
  input: (values, given) => ({
    account: givenId(given, 'account'),
    licence: values.text('licence'),
    number: values.text('number'),
    checkedOn: values.date('checkedOn'),
  }),
  done: '資格の確認を記録しました。',
  to: () => '/bookings/team',
});

export const teamRoutes: readonly DeskRoute[] = [
  {
    kind: 'screen',
    path: '/bookings/team',
    work: 'bookings',
    title: '支援員',
    tab: 8,
    asks: [listTeam],
    show: showTeam,
  },
  describeVisitorAct,
  trainVisitorAct,
  qualifyVisitorAct,
];
