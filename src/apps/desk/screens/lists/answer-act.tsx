import { columnName } from '../../../../domain/intake/columns.ts';
import { questionForm, type ListAnswer, type ListQuestionCode } from '../../../../domain/intake/questions.ts';
import type { Receipt } from '../../../../gate/execute.ts';
import { answerQuestionCommand } from '../../../../gate/inside/list.ts';
import { showListQuestions, type ShownListQuestion } from '../../../../gate/inside/list-questions.ts';
import { listQuestionSentence } from '../../../../programmes/words/list-questions.ts';
import { listWords } from '../../../../programmes/words/lists.ts';
import type { Asking, Given } from '../../asking.ts';
import type { FieldSpec } from '../../field-spec.ts';
import { givenId } from '../../given-id.ts';
import { NotHere } from '../../not-here.ts';
import { act } from '../../route.ts';
import { compared } from './compared.tsx';
import { sourceOptions } from './source-options.ts';

const ALL = Object.keys(listWords.answers) as readonly ListAnswer[];

/** One question about a list, with the row beside the ledger, and what can be answered; the next one follows. */
export const answerAct = act({
  row: answerQuestionCommand,
  work: 'lists',
  title: '一覧の質問に答える',
  button: '答えて次へ',
  // `column` is `-` where the question is about the whole row.
  given: ['list', 'line', 'code', 'column'],
  explain: async (asking, given) => {
    const asked = await questionOf(asking, given);
    const { line, code, column } = asked;
    const name = column === undefined ? undefined : columnName(column);
    const beside = line > 0 && code !== 'row-refused' ? await compared(asking, asked.list, line) : null;
    return (
      <>
        <p className="asked">
          <strong>
            {line === 0 ? '一覧全体' : `${line}行目`}
            {name === undefined ? '' : `「${name}」`}
          </strong>
          : {listQuestionSentence(code)}
        </p>
        {asked.case && (
          <p>
            <a href={`/cases/${asked.case}`}>台帳の方を開く</a>
          </p>
        )}
        {beside}
      </>
    );
  },
  fields: async (asking, given) => fieldsFor(await questionOf(asking, given), asking),
  input: (values, given) => {
    const { line, code, column } = aboutOf(given);
    const value = values.textOr('value');
    return {
      list: givenId(given, 'list'),
      line,
      code,
      ...(column === undefined ? {} : { column }),
      answer: values.one('answer', ALL),
      ...(value === undefined ? {} : { value }),
      by: values.text('by'),
      ref: values.text('ref'),
    };
  },
  done: '答えを記録しました。',
  to: (given, receipt) =>
    receipt ? `/lists/${given['list'] ?? ''}/next${fromOf(receipt)}` : `/lists/${given['list'] ?? ''}`,
});

/** The questions of one list are often answered by one word of the ward: who and where go on to the next (codes only). */
function fromOf({ facts }: Receipt): string {
  const answered = facts.find((fact) => fact.type === 'list.question-answered');
  if (answered?.type !== 'list.question-answered') return '';
  return `?${new URLSearchParams({ by: answered.by, ref: answered.ref }).toString()}`;
}

function aboutOf(given: Given) {
  const line = Number(given['line']);
  const column = given['column'];
  if (!Number.isSafeInteger(line) || line < 0) throw new NotHere();
  return { line, code: given['code'] ?? '', column: column === '-' ? undefined : column };
}

async function questionOf(asking: Asking, given: Given): Promise<ShownListQuestion> {
  const { line, code, column } = aboutOf(given);
  const questions = await asking.answer(showListQuestions, { list: givenId(given, 'list'), answered: true });
  const found = questions.find(
    (one) => one.line === line && one.code === code && (column === undefined || one.column === column),
  );
  if (!found) throw new NotHere();
  return found;
}

function fieldsFor({ code, answer }: ShownListQuestion, { query }: Asking): readonly FieldSpec[] {
  const { answers } = questionForm(code as ListQuestionCode);
  const [by, ref] = [query.get('by'), query.get('ref')];
  return [
    {
      name: 'answer',
      kind: 'one',
      label: '答え',
      options: answers.map((value) => ({ value, label: listWords.answers[value] })),
      value: answer ?? (answers.length === 1 ? answers[0] : undefined),
    },
    ...(answers.includes('print-as')
      ? [
          {
            name: 'value',
            kind: 'text',
            label: '印字する文字',
            optional: true,
            most: 200,
            hint: '区の回答の文字で印字するとき',
          } as const,
        ]
      : []),
    {
      name: 'by',
      kind: 'one',
      label: 'だれの答えか',
      options: sourceOptions(['ward-officer', 'ward-chief', 'office']),
      value: by ?? undefined,
    },
    {
      name: 'ref',
      kind: 'text',
      label: '記録の番号',
      hint: '照会票や連絡記録の番号',
      exact: true,
      width: 'middle',
      most: 64,
      value: ref ?? undefined,
    },
  ];
}
