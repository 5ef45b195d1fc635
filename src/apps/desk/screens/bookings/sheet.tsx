import type { ReactNode } from 'react';
import { showVisitSheet } from '../../../../gate/inside/booking-questions.ts';
import { listMyDays } from '../../../../gate/inside/visit-record-questions.ts';
import { MODE_WORDS } from '../../../../programmes/words/visits.ts';
import type { Asking } from '../../asking.ts';
import { dayWords } from '../../day-words.ts';
import { page, type Reply } from '../../reply.ts';
import type { DeskRoute } from '../../route.ts';
import { dayIn } from './days.ts';

/**
 * A visitor's own sheet of a day (DOC-07, CHI-8.3-4): today or her next day, never more, on two sheets of A4 at most.
 * What she has to keep in mind stands there, why somebody is followed up does not.
 */
async function showSheet(asking: Asking): Promise<Reply> {
  const days = await asking.answer(listMyDays, {});
  const allowed = days.filter(({ date }, nr) => date === asking.today || nr === nextOf(days, asking.today));
  const day = dayIn(asking, 'date', allowed[0]?.date ?? asking.today);
  const rows = await asking.answer(showVisitSheet, { date: day });
  return page(
    '訪問の一覧',
    <div className="sheet">
      <h1>{dayWords(day)}の訪問</h1>
      <p className="count">
        {rows.length}件。印刷したら、その日のうちに持ち帰り、授受簿に記録してから裁断してください。
      </p>
      {allowed.length > 1 && (
        <nav className="day-links" aria-label="日を移る">
          {allowed.map(({ date, visits }) => (
            <a
              key={date}
              href={`/bookings/sheet?date=${date}`}
              aria-current={date === day ? 'page' : undefined}
            >
              {dayWords(date)}({visits}件)
            </a>
          ))}
        </nav>
      )}
      {rows.length === 0 && (
        <p className="empty">
          この日の訪問はありません。担当が決まると、当日と次の訪問日の分がここに出ます。
        </p>
      )}
      <ol>
        {rows.map((row) => (
          <li key={row.booking}>
            <h2>
              {row.start} {row.fields['identity.name'] ?? '(氏名なし)'} 様
              <span className="soft"> {row.fields['identity.kana']}</span>
            </h2>
            <dl>
              <Line
                term="方法"
                text={`${MODE_WORDS[row.mode]}${row.attempt > 1 ? `(${row.attempt}回目)` : ''}`}
              />
              <Line term="長さ" text={lengthOf(asking, row.followUp)} />
              {row.askAgain && <Line term="注意" text="要確認。出かける前に業務責任者に電話してください。" />}
              <Line term="生年月日" text={birth(row.fields['identity.birthDate'])} />
              {row.mode === 'visit' && (
                <Line
                  term="住所"
                  text={
                    row.protected
                      ? '支援措置のため載せません。行き先は業務責任者に確かめます。'
                      : placeOf(row.fields)
                  }
                />
              )}
              <Line term="電話" text={row.fields['contact.phone']} />
              <Line term="言語" text={row.fields['language.written']} />
              <Line term="配慮" text={row.fields['answers.considerations']} />
              <Line term="お子さん" text={people(row.fields['background.children'])} />
              <Line term="相談相手" text={people(row.fields['background.confidants'])} />
            </dl>
            <p className="do-not-print">
              <a className="button plain small" href={`/bookings/visit/${row.case}`}>
                結果を記録する
              </a>
            </p>
          </li>
        ))}
      </ol>
    </div>,
  );
}

function nextOf(days: readonly { readonly date: string }[], today: string): number {
  return days.findIndex(({ date }) => date > today);
}

function lengthOf({ desk }: Asking, long: boolean): string {
  const { length } = desk.programme.rules.visits;
  const { least, most } = long ? length.followUp : length.ordinary;
  return `${least}〜${most}分${long ? '(ゆとり感の聞き取りあり)' : ''}`;
}

/** 〒102-0074 and the address as the ward writes it. */
function placeOf({
  'address.postcode': postcode = '',
  'address.address': address = '',
  'address.building': building = '',
}: Readonly<Record<string, string>>): string {
  return [postcode.replace(/^(\d{3})-?(\d{4})$/, '〒$1-$2'), address, building].join(' ').trim();
}

/** As the ward's list gives it: a number of people, or words of its own. */
function people(text: string | undefined): string | undefined {
  return text !== undefined && /^\d+$/.test(text) ? `${text}人` : text;
}

function birth(text: string | undefined): string | undefined {
  return text === undefined ? undefined : dayWords(text);
}

function Line({ term, text }: { readonly term: string; readonly text: string | undefined }): ReactNode {
  if (text === undefined || text.trim() === '') return null;
  return (
    <div>
      <dt>{term}</dt>
      <dd>{text}</dd>
    </div>
  );
}

export const sheetRoutes: readonly DeskRoute[] = [
  {
    kind: 'screen',
    path: '/bookings/sheet',
    work: 'bookings',
    title: '訪問の一覧',
    tab: 0,
    asks: [showVisitSheet, listMyDays],
    show: showSheet,
  },
];
