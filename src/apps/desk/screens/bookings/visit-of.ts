import { showVisit } from '../../../../gate/inside/visit-record-questions.ts';
import type { Asking, Given } from '../../asking.ts';
import { givenId } from '../../given-id.ts';
import { NotHere } from '../../not-here.ts';
import { kept } from './kept.ts';

const asked = kept(async (asking: Asking, id: string) => {
  const [row] = await asking.answer(showVisit, { case: givenId({ id }, 'case', 'id') });
  if (!row) throw new NotHere();
  return row;
});

/** The visit of one woman, asked for once a request. */
export function visitOf(asking: Asking, { case: id = '' }: Given) {
  return asked(asking, id);
}

export type ShownVisit = Awaited<ReturnType<typeof visitOf>>;
