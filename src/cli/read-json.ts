import { err, ok, type Result } from '../domain/basics/result.ts';

/** JSON typed on a command line or read from a file. */
export function readJson(text: string): Result<unknown, { readonly type: 'not-json' }> {
  try {
    return ok(JSON.parse(text));
  } catch {
    return err({ type: 'not-json' });
  }
}
