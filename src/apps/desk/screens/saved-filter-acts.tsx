import { ownFilters, savedFilterActs } from '../../../gate/inside/saved-filter.ts';
import type { Asking, Given } from '../asking.ts';
import type { FieldSpec } from '../field-spec.ts';
import { givenId } from '../given-id.ts';
import { NotHere } from '../not-here.ts';
import { act, type DeskRoute } from '../route.ts';

/** Marks of an address in the address of an act, where neither `/` nor `=` and `&` stand. */
export const asGiven = {
  path: (path: string): string => path.replaceAll('/', '~'),
  codes: (codes: string): string => codes.replaceAll('=', ':').replaceAll('&', '~'),
};

const NAME = {
  name: 'name',
  label: '条件の名前',
  kind: 'text',
  most: 20,
  width: 'middle',
  hint: '20文字まで。氏名、生年月日、電話番号など、人がわかることは書かないでください。例: 今月の未登録',
} as const satisfies FieldSpec;

/** Keeps the present filter of a list under a name of her own. */
export const saveFilterAct = act({
  row: savedFilterActs.save,
  work: 'today',
  title: '条件を保存する',
  button: '保存する',
  given: ['page', 'at', 'codes'],
  fresh: { filter: 'filter' },
  explain: () => (
    <p>
      いま絞り込んでいる条件を、あなたの条件として保存します。どの端末でも一覧の上に出ます。ほかの人には見えません。
    </p>
  ),
  fields: [NAME],
  input: (values, given, { who }) => ({
    account: givenId({ account: who.actor }, 'account'),
    filter: givenId(given, 'filter'),
    page: pathIn(given, 'page'),
    codes: codesIn(given),
    name: values.text('name'),
  }),
  done: '条件を保存しました。',
  to: (given) => `${pathIn(given, 'at')}?${codesIn(given)}`,
});

export const renameFilterAct = act({
  row: savedFilterActs.rename,
  work: 'today',
  title: '条件の名前を変える',
  button: '変える',
  given: ['page', 'at', 'filter'],
  fields: async (asking, given) => [{ ...NAME, value: await nameOf(asking, given) }],
  input: (values, given, { who }) => ({
    account: givenId({ account: who.actor }, 'account'),
    filter: givenId(given, 'filter'),
    name: values.text('name'),
  }),
  done: '条件の名前を変えました。',
  to: (given) => pathIn(given, 'at'),
});

export const dropFilterAct = act({
  row: savedFilterActs.drop,
  work: 'today',
  title: '保存した条件を消す',
  button: '消す',
  given: ['page', 'at', 'filter'],
  explain: async (asking, given) => (
    <p>「{await nameOf(asking, given)}」を一覧の上から消します。一覧の内容は変わりません。</p>
  ),
  input: (_values, given, { who }) => ({
    account: givenId({ account: who.actor }, 'account'),
    filter: givenId(given, 'filter'),
  }),
  done: '条件を消しました。',
  to: (given) => pathIn(given, 'at'),
});

async function nameOf(asking: Asking, given: Given): Promise<string> {
  const rows = await asking.answer(ownFilters, { page: pathIn(given, 'page') });
  const found = rows.find(({ filter }) => filter === given['filter']);
  if (!found) throw new NotHere();
  return found.name;
}

/** An address of the desk itself: whoever made it up leads nowhere else. */
function pathIn(given: Given, name: string): string {
  const value = given[name] ?? '';
  if (!/^(?:~[a-z0-9:_-]+)+$/.test(value)) throw new NotHere();
  return value.replaceAll('~', '/');
}

function codesIn(given: Given): string {
  return (given['codes'] ?? '').replaceAll('~', '&').replaceAll(':', '=');
}

export const savedFilterRoutes: readonly DeskRoute[] = [saveFilterAct, renameFilterAct, dropFilterAct];
