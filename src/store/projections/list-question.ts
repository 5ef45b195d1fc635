import { questionForm, type ListQuestionCode } from '../../domain/intake/questions.ts';
import { projection } from '../projection.ts';

/** One row a question about a list: what a person answers before commit, and what the ward is asked (照会票). */
export const listQuestionProjection = projection({
  name: 'list_question',
  of: 'list',
  columns: {
    id: 'text',
    list: 'text',
    line: 'int',
    code: 'text',
    column_code: 'text',
    case: 'text',
    due: 'text',
    answer: 'text',
    blocks: 'boolean',
  },
  indexes: [['list', 'line']],
  rows: ({ questions, discarded }, id) =>
    discarded
      ? []
      : questions.map((question) => ({
          id: [id, question.line, question.code, question.column ?? '', question.case ?? ''].join('/'),
          list: id,
          line: question.line,
          code: question.code,
          column_code: question.column ?? null,
          case: question.case ?? null,
          due: question.due ?? null,
          answer: question.answer ?? null,
          blocks: questionForm(question.code as ListQuestionCode).blocks,
        })),
});
