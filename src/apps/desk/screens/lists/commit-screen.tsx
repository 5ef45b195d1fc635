import type { JobId, ListId } from '../../../../domain/basics/ids.ts';
import { approveListCommand } from '../../../../gate/inside/list.ts';
import { jobKinds } from '../../../../gate/inside/job-kinds.ts';
import { showList, showListQuestions } from '../../../../gate/inside/list-questions.ts';
import { planOfList } from '../../../../gate/inside/list-review.ts';
import { runJob } from '../../../../gate/job.ts';
import { gateSentence } from '../../../../programmes/words/gate-refusals.ts';
import { listWords } from '../../../../programmes/words/lists.ts';
import { Button, ButtonRow, LinkButton } from '../../../kit/still/button.tsx';
import { Form } from '../../../kit/still/form.tsx';
import { Notice } from '../../../kit/still/notice.tsx';
import type { Asking } from '../../asking.ts';
import type { Desk } from '../../desk.ts';
import { formMarks } from '../../form-marks.ts';
import { givenId } from '../../given-id.ts';
import { NotHere } from '../../not-here.ts';
import { go } from '../../../kit/server/go.ts';
import { page, type Problem, type Reply } from '../../reply.ts';
import type { DeskRoute } from '../../route.ts';
import { monthsWords } from './months-words.ts';
import { soon } from './soon.ts';

const PATH = '/lists/:list/commit';

/** Exactly what the commit will do, and to how many; nothing is done before the button (CHI-8.1-3). */
async function showCommit(asking: Asking, problems: readonly Problem[] = []): Promise<Reply> {
  const id = givenId(asking.params, 'list');
  const list = await asking.answer(showList, { list: id });
  if (!list) throw new NotHere();
  if (list.state !== 'staged') return go(`/lists/${id}`);
  const [plan, questions] = await Promise.all([
    asking.answer(planOfList, { list: id }),
    asking.answer(showListQuestions, { list: id }),
  ]);
  if (!plan) throw new NotHere();
  const waiting = questions.filter(({ blocks }) => blocks).length;
  const { opened, changed, unchanged, leftOut, refused, rows } = plan;
  const ward = questions.length - waiting;
  return page(
    '台帳に確定する',
    <div className="act">
      <h1>台帳に確定する</h1>
      <p>
        {listWords.kinds[list.kind]} {monthsWords(list.months)}を、次のとおり台帳に入れます。
      </p>
      <table className="sums">
        <caption className="heard">確定で起きること</caption>
        <tbody>
          {(
            [
              ['新しく登録する方', opened],
              ['記録を改める方', changed],
              ['変更のない行', unchanged],
              ['答えにより取り込まない行', leftOut],
              ['受け入れられない行', refused],
            ] as const
          ).map(([term, count]) => (
            <tr key={term}>
              <th scope="row">{term}</th>
              <td className="number">{count}件</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">一覧の行</th>
            <td className="number">{rows}件</td>
          </tr>
        </tfoot>
      </table>
      {(list.missing ?? 0) > 0 && (
        <p>前回いて今回いない方が{list.missing}人います。台帳は変えず、区への質問として残ります。</p>
      )}
      {ward > 0 && <p>区の回答を待つ質問が{ward}件残ります。確定した後も答えられます。</p>}
      <p>確定のときに台帳が受け付けない行があれば、その行だけを残して質問にします。</p>
      {waiting > 0 ? (
        <Notice kind="warn" title={`答えの要る質問が${waiting}件残っています`}>
          <p>すべて答えると、ここで確定できます。</p>
          <LinkButton text="質問に答える" href={`/lists/${id}/next`} />
        </Notice>
      ) : (
        <Form action={`/lists/${id}/commit`} hidden={formMarks(asking)}>
          <p className="grave-words">確定は画面から取り消せません。間違いは、区の訂正の一覧で直します。</p>
          <ButtonRow>
            <Button text={`${opened + changed}件を台帳に確定する`} />
            <LinkButton text="違いを見る" href={`/lists/${id}/differences`} kind="plain" />
            <LinkButton text="やめて戻る" href={`/lists/${id}`} kind="plain" />
          </ButtonRow>
        </Form>
      )}
    </div>,
    {
      back: { text: '一覧に戻る', href: `/lists/${id}` },
      problems,
      ...(problems.length > 0 ? { status: 422 } : {}),
    },
  );
}

/** Lets it in, and goes on where it stands if that had been done before: a reload or a second click does nothing twice. */
async function commit(asking: Asking): Promise<Reply> {
  const list = givenId(asking.params, 'list');
  const once = asking.form.fields.get('once') ?? '';
  const done = await asking.execute(
    [{ row: approveListCommand.name, input: { list } }],
    /^[\w:-]{1,40}$/.test(once) ? { key: once } : {},
  );
  if (!done.ok && done.error.refused !== 'list-approved-already') {
    return showCommit(asking, [{ text: gateSentence(done.error) }]);
  }
  const now = await asking.answer(showList, { list });
  if (now?.state === 'approved' && now.job) await soon(carryIn(asking.desk, list, now.job));
  return go(`/lists/${list}`);
}

const running = new WeakMap<Desk, Map<ListId, Promise<void>>>();

/** The job goes on behind the pages. One that breaks off stands where it was and is begun again from there. */
function carryIn(desk: Desk, list: ListId, job: JobId): Promise<void> {
  const jobs = running.get(desk) ?? new Map<ListId, Promise<void>>();
  running.set(desk, jobs);
  const known = jobs.get(list);
  if (known) return known;
  const work = runJob(desk.house.parts, jobKinds, job)
    .then(
      () => undefined,
      // It is in the ledger of jobs how far it came; the page of the list says so and offers to go on.
      () => undefined,
    )
    .finally(() => jobs.delete(list));
  jobs.set(list, work);
  return work;
}

export const commitRoutes: readonly DeskRoute[] = [
  {
    kind: 'screen',
    path: PATH,
    work: 'lists',
    title: '台帳に確定する',
    asks: [planOfList],
    show: (asking) => showCommit(asking),
  },
  { kind: 'step', path: PATH, work: 'lists', needs: [approveListCommand], handle: commit },
];
