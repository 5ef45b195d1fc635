import assert from 'node:assert/strict';
import { demoPassword } from '../../src/programmes/words/demo-people.ts';
import { deskVisitor, type DeskVisitor } from './desk-visitor.ts';

/** Somebody of a try-out town who has signed in by the pages of its desk; `jar` holds a terminal that is known already. */
export async function demoVisitor(
  origin: string,
  account: string,
  jar?: Map<string, string>,
): Promise<DeskVisitor> {
  const visitor = deskVisitor(origin, jar);
  const first = await visitor.get('/sign-in');
  if (first.status === 403) await visitor.send('/sign-in/terminal');
  await visitor.send('/sign-in', { id: account, password: demoPassword(1) });
  const { text } = await visitor.get('/sign-in/second-factor');
  const [, code = ''] = /確認コードは (\d{6}) です/.exec(text) ?? [];
  const seen = await visitor.send('/sign-in/second-factor', { code });
  assert.equal(seen.status, 200, `${account} came in`);
  return visitor;
}
