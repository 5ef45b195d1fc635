import type { ReactNode } from 'react';
import { columnName } from '../../../../domain/intake/columns.ts';
import { approveListCommand } from '../../../../gate/inside/list.ts';
import {
  showList,
  showListQuestions,
  showSummary,
  type ShownList,
  type ShownListQuestion,
} from '../../../../gate/inside/list-questions.ts';
import { planOfList } from '../../../../gate/inside/list-review.ts';
import { listQuestionSentence } from '../../../../programmes/words/list-questions.ts';
import { listWords } from '../../../../programmes/words/lists.ts';
import { Button, ButtonRow, LinkButton } from '../../../kit/still/button.tsx';
import { Form } from '../../../kit/still/form.tsx';
import { Notice } from '../../../kit/still/notice.tsx';
import { actHref, ActLink } from '../../act-link.tsx';
import type { Asking } from '../../asking.ts';
import { DataTable, type Column } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { formMarks } from '../../form-marks.ts';
import { givenId } from '../../given-id.ts';
import { listPiece } from '../../list-piece.ts';
import { NotHere } from '../../not-here.ts';
import { go } from '../../../kit/server/go.ts';
import { page, type Reply } from '../../reply.ts';
import type { DeskRoute } from '../../route.ts';
import { answerAct } from './answer-act.tsx';
import { discardAct } from './discard-act.tsx';
import { monthsWords } from './months-words.ts';
import { RowProblems } from './row-problems.tsx';

const BACK = { text: '名簿', href: '/lists' };

/** One list: how far it is, what was refused and why, what must be answered, and the one next step (CHI-8.1-3). */
async function showOneList(asking: Asking): Promise<Reply> {
  const id = givenId(asking.params, 'list');
  const list = await asking.answer(showList, { list: id });
  if (!list) throw new NotHere();
  const questions = await asking.answer(showListQuestions, { list: id, answered: true });
  const readable = !list.keysDestroyed && list.state !== 'received' && asking.may(showSummary);
  const summary = readable ? await asking.answer(showSummary, { list: id }) : null;
  const title = `${listWords.kinds[list.kind]} ${monthsWords(list.months)}`;
  const moving = list.progress?.state === 'running';
  return page(
    title,
    <>
      <h1>{title}</h1>
      {asking.query.has('again') && (
        <Notice kind="info" title="このファイルは、もう受け取ってあります">
          <p>同じファイルです。何も変わっていません。</p>
        </Notice>
      )}
      <Standing asking={asking} list={list} questions={questions} />
      <Facts list={list} />
      {summary && (
        <>
          <RowProblems
            refused={summary.refused}
            caption="受け入れられない行"
            piece={listPiece(asking, { list: 'refused', size: 200, name: 'refused' })}
          />
          {summary.refused.length > 0 && (
            <p>
              これらの行の方には通知が届きません。照会票で区に確認し、直した一覧を追加分として受け取ってください。
            </p>
          )}
          <Left list={list} repeated={summary.repeated.length} unknown={summary.unknownColumns} />
        </>
      )}
      <DataTable
        caption="質問"
        columns={COLUMNS}
        rows={questions}
        keyOf={({ line, code, column, case: about }) => `${line}/${code}/${column ?? ''}/${about ?? ''}`}
        hrefOf={(one) => (asking.may(answerAct.row) ? actHref(answerAct, givenFor(one)) : undefined)}
        markOf={({ answer, blocks }) => (answer ? undefined : blocks ? 'urgent' : 'warn')}
        empty="質問はありません。"
      />
    </>,
    { back: BACK, ...(moving ? { headers: { Refresh: '2' } } : {}) },
  );
}

function Standing({
  asking,
  list,
  questions,
}: {
  readonly asking: Asking;
  readonly list: ShownList;
  readonly questions: readonly ShownListQuestion[];
}): ReactNode {
  const may = asking.may(approveListCommand);
  const waiting = questions.filter(({ answer, blocks }) => blocks && answer === undefined).length;
  const here = `/lists/${list.list}`;
  switch (list.state) {
    case 'received':
      return (
        <Notice kind="warn" title="照合が途中です">
          <p>
            いま取り込んでいる最中か、途中で止まっています。止まっているときは、同じファイルをもう一度受け取れば、最初からやり直します。
          </p>
          {may && <ActLink of={discardAct} given={{ list: list.list }} />}
        </Notice>
      );
    case 'staged':
      return (
        <>
          <p>
            台帳はまだ変わっていません。
            {waiting > 0
              ? `確定の前に、${waiting}件の質問に答えてください。`
              : '確定の前に答える質問はありません。'}
          </p>
          {may && (
            <ButtonRow>
              {waiting > 0 ? (
                <LinkButton text={`質問に答える(${waiting}件)`} href={`${here}/next`} />
              ) : (
                <LinkButton text="確定の内容を見る" href={`${here}/commit`} />
              )}
              <Ways asking={asking} list={list} />
              <ActLink of={discardAct} given={{ list: list.list }} text="差し戻す" />
            </ButtonRow>
          )}
        </>
      );
    case 'approved':
      return <Moving asking={asking} list={list} />;
    case 'committed':
      return (
        <>
          {list.outcome && <Outcome list={list} of={list.outcome} />}
          <ButtonRow>
            <Ways asking={asking} list={list} />
          </ButtonRow>
        </>
      );
    case 'discarded':
      return (
        <Notice kind="info" title="差し戻した一覧です">
          <p>台帳は変わっていません。預かったファイルと行は、もう読めません。</p>
        </Notice>
      );
  }
}

function Ways({ asking, list }: { readonly asking: Asking; readonly list: ShownList }): ReactNode {
  const here = `/lists/${list.list}`;
  return (
    <>
      {asking.may(planOfList) && !list.keysDestroyed && (
        <LinkButton text="台帳・前回との違い" href={`${here}/differences`} kind="plain" />
      )}
      <LinkButton text="照会票" href={`${here}/inquiry`} kind="plain" />
      <LinkButton text="預かり証" href={`${here}/receipt`} kind="plain" />
    </>
  );
}

function Moving({ asking, list }: { readonly asking: Asking; readonly list: ShownList }): ReactNode {
  const { done = 0, total = list.accepted ?? 0 } = list.progress ?? {};
  return (
    <>
      <p className="progress-words" role="status">
        台帳へ確定しています: {done} / {total}行
      </p>
      <progress max={Math.max(1, total)} value={done} aria-label="台帳への確定" />
      <p>この画面は2秒ごとに開き直ります。閉じても確定は続きます。</p>
      {asking.may(approveListCommand) && (
        <Form action={`/lists/${list.list}/commit`} hidden={formMarks(asking)}>
          <p>数が進まないときは、続きから再開できます。済んだ行が二重になることはありません。</p>
          <Button text="続きから再開する" kind="plain" />
        </Form>
      )}
    </>
  );
}

function Outcome({
  list,
  of,
}: {
  readonly list: ShownList;
  readonly of: NonNullable<ShownList['outcome']>;
}): ReactNode {
  const sum = of.opened + of.changed + of.unchanged + of.refused;
  return (
    <Notice kind="success" title="台帳に確定しました">
      <p>
        新しく登録 {of.opened}件 + 変更 {of.changed}件 + 変更なし {of.unchanged}件 + 取り込まない {of.refused}
        件 = {sum}件(一覧の行 {list.rows}件
        {sum === list.rows ? '、合っています' : '、合いません。ID管理者に知らせてください'})。
        {of.missing > 0 && `前回いて今回いない方 ${of.missing}人は、区に確認します(台帳は変えていません)。`}
      </p>
    </Notice>
  );
}

function Facts({ list }: { readonly list: ShownList }): ReactNode {
  return (
    <dl className="facts">
      <dt>状態</dt>
      <dd>{listWords.states[list.state]}</dd>
      <dt>時点</dt>
      <dd>{dayWords(list.asOf)}</dd>
      <dt>行</dt>
      <dd>
        {list.rows}件
        {list.accepted !== undefined &&
          list.refused !== undefined &&
          ` = 受け入れ ${list.accepted}件 + 受け入れられない ${list.refused}件`}
      </dd>
      <dt>番号</dt>
      <dd className="id">{list.list}</dd>
      <dt>ファイルの照合値</dt>
      <dd className="id">{list.sha256.slice(0, 16)}</dd>
    </dl>
  );
}

function Left({
  list,
  repeated,
  unknown,
}: {
  readonly list: ShownList;
  readonly repeated: number;
  readonly unknown: readonly string[];
}): ReactNode {
  return (
    <>
      {repeated > 0 && (
        <p>前の行とまったく同じ行が{repeated}件ありました。1件として数え、何も失われていません。</p>
      )}
      {unknown.length > 0 && <p>様式にない項目がありました(そのまま残します): {unknown.join('、')}</p>}
      {(list.missing ?? 0) > 0 && (
        <p>前回の一覧にいて今回いない方が{list.missing}人います。台帳は変えず、区に確認します。</p>
      )}
    </>
  );
}

const COLUMNS: readonly Column<ShownListQuestion>[] = [
  {
    key: 'line',
    head: '行',
    of: ({ line, column }) => {
      const name = column === undefined ? undefined : columnName(column);
      return `${line === 0 ? '全体' : `${line}行目`}${name === undefined ? '' : `「${name}」`}`;
    },
  },
  { key: 'what', head: '質問', of: ({ code }) => listQuestionSentence(code) },
  {
    key: 'needs',
    head: '確定まで',
    of: ({ blocks, due }) =>
      blocks ? '答えが要ります' : due ? `${dayWords(due)}までに区の回答` : '後でよい',
  },
  { key: 'answer', head: '答え', of: ({ answer }) => answerWords(answer) },
];

function answerWords(answer: string | undefined): string {
  const found = Object.entries(listWords.answers).find(([code]) => code === answer);
  return found?.[1] ?? '未回答';
}

function givenFor({ list, line, code, column = '-' }: ShownListQuestion) {
  return { list, line: `${line}`, code, column };
}

/** Leads to the next question that keeps the list from the ledger; after the last one back to the list. */
async function nextQuestion(asking: Asking): Promise<Reply> {
  const list = givenId(asking.params, 'list');
  const questions = await asking.answer(showListQuestions, { list });
  const [next] = questions.filter(({ blocks }) => blocks).toSorted((a, b) => a.line - b.line);
  const said = new URLSearchParams(asking.query).toString();
  const more = said === '' ? '' : `&${said}`;
  if (!next) return go(`/lists/${list}?${said}`);
  return go(`${actHref(answerAct, givenFor(next))}${more}#answer`);
}

export const listRoutesHere: readonly DeskRoute[] = [
  { kind: 'screen', path: '/lists/:list', work: 'lists', title: '一覧', asks: [showList], show: showOneList },
  {
    kind: 'screen',
    path: '/lists/:list/next',
    work: 'lists',
    title: '次の質問',
    asks: [showListQuestions],
    show: nextQuestion,
  },
];
