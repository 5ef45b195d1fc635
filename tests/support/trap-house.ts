import assert from 'node:assert/strict';
import type { CaseId } from '../../src/domain/basics/ids.ts';
import type { IntakeWish, TakenIn } from '../../src/exchange/intake/intake.ts';
import { month } from './read-ward-list.ts';
import { testPlace, type TestPlace } from './place.ts';
import { factsIn, takeInFile, value } from './take-in.ts';
import { change, wardFile, type Cells } from './ward-file.ts';
import { dueForMonth, woman } from './ward-women.ts';

/** A place in which traps are set: what a test of the ward's lists does and looks at. */
export type TrapHouse = Awaited<ReturnType<typeof trapHouse>>;

/** Rows of women who reach the 8th month in that month, so that the traps keep out of each other's way. */
export function women(inMonth: number, ...numbers: readonly number[]): readonly Cells[] {
  return numbers.map((number) => woman(number, { 出産予定日: dueForMonth(inMonth) }));
}

export function forMonth(inMonth: number, more: Partial<IntakeWish> = {}): Partial<IntakeWish> {
  return { months: [month(`2026-${String(inMonth).padStart(2, '0')}`)], ...more };
}

/** A change of one of the women above. */
export function changeOf(number: number, changes: Cells): Cells {
  const { 整理番号 = '', 氏名カナ = '', 生年月日 = '' } = woman(number);
  return change(number, { 整理番号, 氏名カナ, 生年月日, ...changes });
}

/** Opens the place and a mailing clerk in it. */
export async function trapHouse() {
  const at: TestPlace = await testPlace('2026-05-01');
  const { place } = at;
  const clerk = await at.person('mailing-clerk');

  async function answer(
    taken: TakenIn,
    line: number,
    code: string,
    said: string,
    words?: string,
  ): Promise<string> {
    const input = { list: taken.list, line, code, answer: said, by: 'section-chief', ref: 'doc-1' };
    const done = await place.execute(
      [{ row: 'list.answer-question', input: words === undefined ? input : { ...input, value: words } }],
      { actor: clerk },
    );
    return done.ok ? 'answered' : done.error.refused;
  }

  async function commit(list: string): Promise<string> {
    const done = await place.execute([{ row: 'list.commit', input: { list } }], { actor: clerk });
    return done.ok ? 'approved' : done.error.refused;
  }

  async function discard(taken: TakenIn): Promise<void> {
    const done = await place.execute([{ row: 'list.discard', input: { list: taken.list, reason: 'test' } }], {
      actor: clerk,
    });
    assert.ok(done.ok);
  }

  /** What the closing fact of a list counted: opened, changed, unchanged, refused, missing. */
  async function counted(list: string): Promise<readonly number[]> {
    const closing = (await factsIn(place, 'list.committed')).find((fact) => fact.list === list);
    assert.ok(closing, 'the list was not closed');
    return [closing.opened, closing.changed, closing.unchanged, closing.refused, closing.missing];
  }

  async function asked(list: string): Promise<readonly string[]> {
    const raised = await factsIn(place, 'list.question-raised');
    return raised.filter((fact) => fact.list === list).map(({ line, code }) => `${line} ${code}`);
  }

  async function casesOf(list: string): Promise<readonly CaseId[]> {
    return (await factsIn(place, 'case.opened'))
      .filter((fact) => fact.list === list)
      .map((fact) => fact.case);
  }

  async function happened(id: string | undefined): Promise<readonly string[]> {
    const rows = await place.database.reader.rows(
      { name: 'test-of-case', text: 'select type from fact where stream = $1 order by version' },
      [`case:${id ?? ''}`],
    );
    return rows.map((row) => String(row['type'])).filter((type) => type !== 'case.opened');
  }

  /** Takes a list in, answers one question, and takes the same file in again to commit it. */
  async function answerAndCommit(
    rows: readonly Cells[],
    wish: Partial<IntakeWish>,
    question: readonly [line: number, code: string, said: string, words?: string],
  ): Promise<TakenIn> {
    const file = await wardFile(rows, { encoding: 'utf-8' });
    const staged = value(await takeInFile(place, clerk, file, wish));
    assert.equal(await commit(staged.list), 'questions-open');
    assert.equal(await answer(staged, ...question), 'answered');
    const committed = value(await takeInFile(place, clerk, file, { ...wish, commit: true }));
    assert.equal(committed.notCommitted, undefined);
    assert.ok(committed.committed);
    return committed;
  }

  return { place, clerk, answer, commit, discard, counted, asked, casesOf, happened, answerAndCommit };
}
