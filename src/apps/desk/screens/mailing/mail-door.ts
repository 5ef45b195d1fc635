import type { BatchDoor } from '../../../../exchange/mailing/carry-batch.ts';
import type { FileDoor } from '../../../../exchange/papers/print-batch.ts';
import { ask } from '../../../../gate/ask.ts';
import { execute } from '../../../../gate/execute.ts';
import type { By } from '../../../../gate/gate.ts';
import type { Asking } from '../../asking.ts';

/** The gate as the rooms of the mail use it: files, scans and batches are carried out there, not in a screen. */
export function mailDoor({ desk }: Pick<Asking, 'desk'>): BatchDoor & FileDoor {
  const { parts } = desk.house;
  return {
    programme: desk.programme,
    tryout: desk.tryout,
    parts,
    now: parts.now,
    ask: (question, input, by) => ask(parts, question, input, by),
    execute: (calls, by) => execute(parts, calls, by),
  };
}

/** Who does it, under the mark of the form: what is sent twice is done once. */
export function byForm({ by, form }: Pick<Asking, 'by' | 'form'>): By {
  const once = form.fields.get('once') ?? '';
  return /^[\w:-]{1,40}$/.test(once) ? { ...by, key: once } : by;
}
