import type { ReactNode } from 'react';
import { addDays, type CivilDate } from '../../../../domain/basics/civil-date.ts';
import { assignVisitorCommand } from '../../../../gate/inside/visit.ts';
import { suggestForVisits } from '../../../../gate/inside/visit-planning.ts';
import { gateSentence } from '../../../../programmes/words/gate-refusals.ts';
import { MODE_WORDS } from '../../../../programmes/words/visits.ts';
import { Button, ButtonRow } from '../../../kit/still/button.tsx';
import { Form } from '../../../kit/still/form.tsx';
import { Notice } from '../../../kit/still/notice.tsx';
import type { Asking } from '../../asking.ts';
import { dayWords } from '../../day-words.ts';
import { TypedFilter } from '../../filter-row.tsx';
import { formMarks } from '../../form-marks.ts';
import { givenId } from '../../given-id.ts';
import { NotHere } from '../../not-here.ts';
import { go } from '../../../kit/server/go.ts';
import { page, type Reply } from '../../reply.ts';
import type { DeskRoute } from '../../route.ts';
import { typedDay, type Typed } from '../../typed-day.ts';
import { assignVisitorAct } from './assign-act.tsx';
import { dayIn } from './days.ts';
import { suitWords } from './suit-words.ts';

const DAYS = 14;
const ABSENT = '休む日';

type Plan = {
  readonly from: CivilDate;
  readonly to: CivilDate;
  readonly absent?: `account_${string}`;
};
type Done = { readonly given: number; readonly refused: readonly string[] };

/**
 * Visits that nobody is assigned to, each with whom to take; or, with `visitor`, all visits of one who is absent. A
 * person looks at the suggestion, changes what she knows better, and takes what is ticked (CHI-8.2-2, 6.2-2).
 */
async function showPlan(asking: Asking, done?: Done): Promise<Reply> {
  const typed = typedDay(askedIn(asking), 'from', ABSENT, asking.today);
  const plan = planIn(asking);
  const { team, visits } = await asking.answer(suggestForVisits, plan);
  const title = plan.absent ? '代わりの支援員を探す' : '担当を決める';
  const nameOf = (visitor: string) => {
    const one = team.find((member) => member.visitor === visitor);
    return one?.name ?? one?.holder ?? '担当から外れた支援員';
  };
  return page(
    title,
    <>
      <h1>
        {title} {dayWords(plan.from)}
        {plan.to !== plan.from && `から${dayWords(plan.to)}まで`}
      </h1>
      {done && <Outcome of={done} />}
      {plan.absent ? (
        <p>
          休む支援員: <strong>{nameOf(plan.absent)}</strong>。この日の訪問は{visits.length}件です。
        </p>
      ) : (
        <Absent team={team} day={typed} />
      )}
      {visits.length === 0 ? (
        <p className="empty">
          {plan.absent
            ? 'この日の訪問はありません。'
            : '担当が決まっていない訪問はありません。予約が入ると、ここに出ます。'}
        </p>
      ) : (
        <Form
          action="/bookings/assign"
          hidden={{
            ...formMarks(asking),
            from: plan.from,
            to: plan.to,
            ...(plan.absent ? { visitor: plan.absent } : {}),
          }}
        >
          <p>
            おすすめは、空いていて移動の時間がある支援員のうち、言語、地域、資格、その日の件数の順に選んだものです。
            チェックの付いた訪問だけ決めます。
          </p>
          <div className="table" role="region" aria-label="訪問" tabIndex={0}>
            <table data-list="">
              <caption>
                訪問 <span className="count">{visits.length}件</span>
              </caption>
              <thead>
                <tr>
                  <th scope="col">対象者</th>
                  <th scope="col">決める</th>
                  <th scope="col">日時</th>
                  <th scope="col">方法</th>
                  <th scope="col">支援員</th>
                </tr>
              </thead>
              <tbody>
                {visits.map((visit) => (
                  <tr key={visit.booking} className={visit.suggested ? undefined : 'warn'}>
                    <th scope="row">
                      <a href={`/bookings?date=${visit.date}`}>{visit.name ?? '(氏名なし)'}</a>
                      {visit.followUp && <span className="mark">長め</span>}
                    </th>
                    <td>
                      {visit.candidates.length > 0 && (
                        <input
                          type="checkbox"
                          name="take"
                          value={`${visit.case} ${visit.booking} ${visit.version}`}
                          defaultChecked={visit.suggested !== undefined}
                          aria-label={`${visit.name ?? ''} ${visit.start}を決める`}
                        />
                      )}
                    </td>
                    <td className="day">
                      {dayWords(visit.date)} {visit.start}
                    </td>
                    <td>{MODE_WORDS[visit.mode]}</td>
                    <td>
                      {visit.candidates.length === 0 ? (
                        '空いている支援員がいません'
                      ) : (
                        <select
                          name={`visitor.${visit.booking}`}
                          defaultValue={visit.suggested ?? ''}
                          aria-label={`${visit.name ?? ''} ${visit.start}の支援員`}
                        >
                          {visit.suggested === undefined && <option value="">選んでください</option>}
                          {visit.candidates.map(({ visitor, suits, load }) => (
                            <option key={visitor} value={visitor}>
                              {nameOf(visitor)}({suitWords(suits, load)})
                            </option>
                          ))}
                        </select>
                      )}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <ButtonRow>
            <Button text="チェックした訪問の担当を決める" />
          </ButtonRow>
        </Form>
      )}
    </>,
    {
      ...(plan.absent ? { back: { text: '担当を決める画面へ', href: '/bookings/assign' } } : {}),
      ...(typed.problem ? { problems: [typed.problem], status: 422 } : {}),
    },
  );
}

/** The address, or the form that came from its page. */
function askedIn({ query, form, today }: Asking): Pick<Asking, 'query' | 'today'> {
  return { query: form.fields.has('from') ? form.fields : query, today };
}

function planIn(asking: Asking): Plan {
  const at = askedIn(asking);
  const { today } = asking;
  const { value: from, problem } = typedDay(at, 'from', ABSENT, today);
  const visitor = at.query.get('visitor');
  // Nobody is away on a day that was not understood: the page asks for it again.
  if (visitor && !problem) return { from, to: from, absent: givenId({ visitor }, 'account', 'visitor') };
  return { from, to: dayIn(at, 'to', addDays(from, DAYS - 1)) };
}

function Outcome({ of: { given, refused } }: { readonly of: Done }): ReactNode {
  return (
    <>
      {given > 0 && (
        <div className="notice success did" role="status">
          <p>{given}件の担当を決めました。前の担当は、その方の記録をもう見られません。</p>
        </div>
      )}
      {refused.length > 0 && (
        <Notice kind="warn" title={`${refused.length}件は決められませんでした`}>
          <ul>
            {refused.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </Notice>
      )}
    </>
  );
}

/** Somebody cannot come: all her visits of a day at once. */
function Absent({
  team,
  day,
}: {
  readonly team: readonly {
    readonly visitor: string;
    readonly holder: string;
    readonly name?: string | undefined;
  }[];
  readonly day: Typed<CivilDate>;
}): ReactNode {
  if (team.length === 0) return null;
  return (
    <form method="get" action="/bookings/assign" className="filters">
      <label>
        <span>支援員が休むとき</span>
        <select name="visitor">
          {team.map(({ visitor, holder, name }) => (
            <option key={visitor} value={visitor}>
              {name ?? holder}
            </option>
          ))}
        </select>
      </label>
      <TypedFilter name="from" label={ABSENT} of={day} />
      <button type="submit" className="button plain small">
        代わりを探す
      </button>
    </form>
  );
}

/** Gives each ticked visit to whom was chosen, one by one: what one refuses stops no other. */
async function takePlan(asking: Asking): Promise<Reply> {
  const { fields } = asking.form;
  const refused: string[] = [];
  let given = 0;
  for (const [nr, line] of fields.getAll('take').entries()) {
    const [id = '', booking = '', version = ''] = line.split(' ');
    const visitor = fields.get(`visitor.${booking}`) ?? '';
    if (!/^\d{1,9}$/.test(version)) throw new NotHere();
    if (visitor === '') {
      refused.push('支援員を選んでいない訪問があります。');
      continue;
    }
    const input = { case: id, booking, visitor };
    const once = fields.get('once') ?? '';
    const done = await asking.execute(
      [{ row: assignVisitorCommand.name, input, shown: { case: Number(version) } }],
      /^[\w:-]{1,36}$/.test(once) ? { key: `${once}-${nr}` } : {},
    );
    if (done.ok) given += 1;
    else refused.push(gateSentence(done.error));
  }
  const { from, to, absent } = planIn(asking);
  if (refused.length === 0) {
    return go(`/bookings/assign?from=${from}${absent ? `&visitor=${absent}` : `&to=${to}`}&did=visit.assign`);
  }
  return showPlan(asking, { given, refused: [...new Set(refused)] });
}

export const assignRoutes: readonly DeskRoute[] = [
  {
    kind: 'screen',
    path: '/bookings/assign',
    work: 'bookings',
    title: '担当',
    tab: 4,
    asks: [suggestForVisits],
    show: (asking) => showPlan(asking),
  },
  {
    kind: 'step',
    path: '/bookings/assign',
    work: 'bookings',
    needs: [suggestForVisits, assignVisitorCommand],
    handle: takePlan,
  },
  assignVisitorAct,
];
