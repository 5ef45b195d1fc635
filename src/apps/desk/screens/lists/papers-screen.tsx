import { ask } from '../../../../gate/ask.ts';
import { handOverOf } from '../../../../domain/intake/receive-list.ts';
import { columnName } from '../../../../domain/intake/columns.ts';
import { listPapers } from '../../../../exchange/papers/list-papers.ts';
import { showReceipt } from '../../../../gate/inside/hand-over-questions.ts';
import {
  showList,
  showListQuestions,
  type ShownListQuestion,
} from '../../../../gate/inside/list-questions.ts';
import { askedOfWard } from '../../../../programmes/papers/list-inquiry-words.ts';
import { listWords } from '../../../../programmes/words/lists.ts';
import { ButtonRow, LinkButton } from '../../../kit/still/button.tsx';
import type { Asking } from '../../asking.ts';
import { DataTable, type Column } from '../../data-table.tsx';
import { dayWords } from '../../day-words.ts';
import { givenId } from '../../given-id.ts';
import { NotAnswered, NotHere } from '../../not-here.ts';
import { page, type Reply } from '../../reply.ts';
import type { DeskRoute } from '../../route.ts';
import { monthsWords } from './months-words.ts';

/** What is asked of the ward, to be printed: lines of its own file, never what stood there (照会票). */
async function showInquiry(asking: Asking): Promise<Reply> {
  const { list, title, back } = await headOf(asking);
  const questions = await asking.answer(showListQuestions, { list: list.list });
  const [first] = questions.flatMap(({ due }) => due ?? []).toSorted();
  return page(
    '照会票',
    <div className="paper">
      <h1>照会票</h1>
      <p>
        {asking.desk.programme.municipality.name} 御中 / {dayWords(asking.today)}
      </p>
      <p>
        {title}({dayWords(list.asOf)}現在、{list.rows}行、{list.list})
      </p>
      {first && <p>ご回答の期限: {dayWords(first)}</p>}
      <DataTable
        caption="お尋ねする行"
        columns={ASKED}
        rows={questions}
        keyOf={({ line, code, column, case: about }) => `${line}/${code}/${column ?? ''}/${about ?? ''}`}
        empty="区にお尋ねすることはありません。"
      />
      {questions.length > 0 && (
        <ButtonRow>
          <LinkButton text="様式の照会票(PDF)" href={`/lists/${list.list}/paper/inquiry`} kind="plain" />
        </ButtonRow>
      )}
    </div>,
    { back },
  );
}

const ASKED: readonly Column<ShownListQuestion>[] = [
  {
    key: 'line',
    head: '行',
    of: ({ line, column }) => {
      const name = column === undefined ? undefined : columnName(column);
      return `${line === 0 ? '全体' : `${line}行目`}${name === undefined ? '' : `「${name}」`}`;
    },
  },
  { key: 'asked', head: 'お尋ねすること', of: ({ code }) => askedOfWard(code, []) },
  { key: 'due', head: '期限', of: ({ due }) => (due ? dayWords(due) : '') },
  { key: 'answer', head: 'ご回答', of: () => '' },
];

/** What the ward gets for what it handed over (預かり証, DOC-02, PII-11-1). */
async function showCustody(asking: Asking): Promise<Reply> {
  const { list, title, back } = await headOf(asking);
  const receipt = await asking.answer(showReceipt, { matter: handOverOf(list.list) });
  if (!receipt) throw new NotHere();
  const method = Object.entries(listWords.methods).find(([code]) => code === receipt.method)?.[1];
  return page(
    '預かり証',
    <div className="paper">
      <h1>預かり証</h1>
      <p>下記の個人情報を、契約に定める目的のためにお預かりしました。</p>
      <dl className="facts">
        <dt>内容</dt>
        <dd>{title}</dd>
        <dt>件数</dt>
        <dd>{receipt.quantity}件</dd>
        <dt>媒体</dt>
        <dd>{receipt.medium}</dd>
        <dt>受け取り方</dt>
        <dd>{method ?? receipt.method}</dd>
        <dt>受け取った日時</dt>
        <dd>{receipt.at.replace('T', ' ')}</dd>
        <dt>渡した人</dt>
        <dd>{receipt.giver}</dd>
        <dt>受けた人</dt>
        <dd>{receipt.receiver}</dd>
        <dt>番号</dt>
        <dd className="id">{receipt.matter}</dd>
        <dt>ファイルの照合値</dt>
        <dd className="id">{list.sha256}</dd>
      </dl>
      <ButtonRow>
        <LinkButton
          text="様式の預かり証(PDF、2部)"
          href={`/lists/${list.list}/paper/custody-receipt`}
          kind="plain"
        />
      </ButtonRow>
    </div>,
    { back },
  );
}

async function headOf(asking: Asking) {
  const id = givenId(asking.params, 'list');
  const list = await asking.answer(showList, { list: id });
  if (!list) throw new NotHere();
  const title = `${listWords.kinds[list.kind]} ${monthsWords(list.months)}`;
  return { list, title, back: { text: '一覧に戻る', href: `/lists/${id}` } };
}

/** The same paper in the form of the office, to sign and to keep. */
async function givePaper(asking: Asking): Promise<Reply> {
  const { desk, now, by, params } = asking;
  const made = await listPapers(
    {
      programme: desk.programme,
      tryout: desk.tryout,
      now: () => now,
      ask: (question, input, who) => ask(desk.house.parts, question, input, who),
    },
    givenId(params, 'list'),
    by,
  );
  if (!made.ok) {
    if (made.error.type === 'refused') throw new NotAnswered(made.error.refusal);
    throw new NotHere();
  }
  const file = made.value.find(({ name }) => name.endsWith(`-${params['paper'] ?? ''}.pdf`));
  if (!file) throw new NotHere();
  return { reply: 'file', type: 'application/pdf', ...file };
}

export const listPaperRoutes: readonly DeskRoute[] = [
  {
    kind: 'screen',
    path: '/lists/:list/inquiry',
    work: 'lists',
    title: '照会票',
    asks: [showListQuestions],
    show: showInquiry,
  },
  {
    kind: 'screen',
    path: '/lists/:list/receipt',
    work: 'lists',
    title: '預かり証',
    asks: [showReceipt, showList],
    show: showCustody,
  },
  {
    kind: 'screen',
    path: '/lists/:list/paper/:paper',
    work: 'lists',
    title: '書類',
    asks: [showReceipt, showListQuestions],
    show: givePaper,
  },
];
