import { readTracking } from '../../../domain/text/tracking.ts';
import { findByTracking } from '../../../gate/inside/mailing.ts';
import { searchPersons } from '../../../gate/inside/person.ts';
import { caseActWords } from '../../../programmes/words/case-acts.ts';
import type { PersonWarningWord } from '../../../programmes/words/person-warnings.ts';
import type { Asking } from '../asking.ts';
import { DataTable, type Column } from '../data-table.tsx';
import { dayWords } from '../day-words.ts';
import { go } from '../../kit/server/go.ts';
import { page, type Reply } from '../reply.ts';
import type { DeskRoute } from '../route.ts';
import { Marks } from './cases/marks.tsx';

/**
 * `POST /search`: who could be meant by the words of the box above every page. They are sent and never stand in an
 * address; a number that is one person's alone, and the code at the foot of a letter, open her page at once (CHI-8.1-7,
 * B-03).
 */
async function search(asking: Asking): Promise<Reply> {
  const words = (asking.form.fields.get('words') ?? '').trim().slice(0, 100);
  if (words === '')
    return nothing('探す言葉を入力してください。氏名、カナ、生年月日、電話、番号、用紙の記号で探せます。');
  const scanned = await byTracking(asking, words);
  if (scanned !== undefined) return go(`/cases/${scanned}`);
  const { persons, total, within, only, scanned: code } = await asking.answer(searchPersons, { words });
  if (only !== undefined) return go(`/cases/${only}`);
  if (code === 'hers-alone')
    return nothing(
      '四角いコード(QRコード)とその英数字は、ご本人だけのものなので、ここでは使えません。用紙のいちばん下の棒の記号(バーコード)か、封筒の追跡番号を読み取ってください。',
    );
  if (total === 0 && code === 'sheet')
    return nothing(
      'この記号の用紙は見つかりません。用紙のいちばん下の記号を、もう一度読み取ってください。消去された方の用紙や、ほかの事業の用紙は見つかりません。',
    );
  if (total === 0)
    return nothing(
      '当てはまる方がいません。カナの読み、生年月日、電話番号の下4桁でも探してください。名簿にない方は「区に確認」に進みます。',
    );
  const rows: readonly Row[] = persons.flatMap((person): readonly Row[] =>
    person.cases.length === 0 ? [person] : person.cases.map((at) => ({ ...person, at })),
  );
  return page(
    '検索の結果',
    <>
      <h1>検索の結果</h1>
      {within && <p>言葉で始まる方がいないため、途中に含む方を出しています。</p>}
      <DataTable
        caption="当てはまる方(五十音順)"
        columns={COLUMNS}
        rows={rows}
        keyOf={({ person, at }) => at?.case ?? person}
        hrefOf={({ at }) => (at ? `/cases/${at.case}` : undefined)}
        total={Math.max(total, rows.length)}
        markOf={({ warnings }) =>
          warnings.includes('protected') ? 'urgent' : warnings.length > 0 ? 'warn' : undefined
        }
        empty=""
      />
      {total > persons.length && (
        <p>ほかに{total - persons.length}人います。生年月日や住所の町名を足して絞り込んでください。</p>
      )}
    </>,
  );
}

/** A tracking number as a scanner types it: the case of its piece, where there is one. */
async function byTracking(asking: Asking, words: string): Promise<string | undefined> {
  if (!asking.may(findByTracking) || !/^[0-9A-Za-z -]{10,16}$/.test(words)) return undefined;
  if (!readTracking(words).ok) return undefined;
  const found = await asking.ask(findByTracking, { tracking: words });
  return found.ok ? found.value.pieces[0]?.case : undefined;
}

function nothing(text: string): Reply {
  return page(
    '検索の結果',
    <>
      <h1>検索の結果</h1>
      <p className="empty">{text}</p>
    </>,
  );
}

type Row = {
  readonly person: string;
  readonly kana?: string | undefined;
  readonly name?: string | undefined;
  readonly birthDate?: string | undefined;
  readonly town?: string | undefined;
  readonly phoneEnd?: string | undefined;
  readonly warnings: readonly PersonWarningWord[];
  readonly at?:
    | { readonly case: string; readonly standing: string; readonly due?: string; readonly protected: boolean }
    | undefined;
};

const COLUMNS: readonly Column<Row>[] = [
  { key: 'kana', head: 'カナ', of: ({ kana }) => kana ?? '(なし)' },
  { key: 'name', head: '氏名', of: ({ name }) => name ?? '' },
  {
    key: 'born',
    head: '生年月日',
    of: ({ birthDate }) => (birthDate === undefined ? '' : dayWords(birthDate)),
  },
  { key: 'town', head: '町名', of: ({ town }) => town ?? '' },
  { key: 'phone', head: '電話の下4桁', of: ({ phoneEnd }) => phoneEnd ?? '' },
  {
    key: 'state',
    head: '状態',
    of: ({ at }) =>
      at === undefined
        ? '記録がありません'
        : `${at.standing === 'open' ? caseActWords.states.open : caseActWords.states.closed}${at.due === undefined ? '' : `(予定日 ${dayWords(at.due)})`}`,
  },
  {
    key: 'marks',
    head: '注意',
    of: ({ warnings }) => <Marks of={{ protected: warnings.includes('protected'), warnings }} />,
  },
];

export const searchRoutes: readonly DeskRoute[] = [
  { kind: 'step', path: '/search', work: 'cases', needs: [searchPersons], handle: search },
];
