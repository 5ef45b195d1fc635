import { addDays, type CivilDate } from '../domain/basics/civil-date.ts';
import { dayOfInstant, instantAt } from '../domain/basics/instant.ts';
import { quietUntil } from '../domain/messages/due-messages.ts';
import { hasSubject } from '../domain/rules-of.ts';
import { forgetRepeats, freeExpiredHolds } from '../store/housekeeping.ts';
import { automaticDuties, type AutomaticDuty } from '../store/questions/duties.ts';
import { isAfterRestore } from '../store/questions/after-restore.ts';
import { printFilesDue } from '../store/questions/print-files.ts';
import { listKeysDue } from '../store/questions/lists.ts';
import { messagesComeDue } from '../store/questions/messages.ts';
import { execute } from './execute.ts';
import type { GateParts } from './gate.ts';
import type { GateRefusal } from './refusal.ts';

/** What a tick did itself, not what another clock had done before; what was refused stays and is seen. */
export type Tick = {
  /** How many commands were carried out, by row. */
  readonly done: Readonly<Record<string, number>>;
  readonly refused: readonly { readonly duty: string; readonly refusal: GateRefusal }[];
  /** Seats given back whose hold had run out. */
  readonly freedSeats: number;
  /** Commands whose repetition is known no longer. */
  readonly forgotten: number;
};

const AT_ONCE = 500;

/**
 * Carries out what is due by itself, as `system:clock`, each under a key of duty and day, so that two clocks or a
 * repeated tick do it once: ends of pauses and of rights, messages whose time has come, and keys of lists. It deletes nothing else that is kept: that
 * takes an application and a consent (B-10). There is no other timer: `serve` ticks, and the simulation with its own
 * clock.
 */
export async function tick(parts: GateParts): Promise<Tick> {
  const now = parts.now();
  const today = dayOfInstant(now);
  const done: Record<string, number> = {};
  const refused: { duty: string; refusal: GateRefusal }[] = [];
  for await (const { duty, row, input, since } of dueBy(parts, today)) {
    const outcome = await execute(parts, [{ row, input }], {
      actor: 'system:clock',
      key: `${duty}@${since}`,
    });
    // Another clock has ordered the same message under a name of its own.
    if (!outcome.ok && outcome.error.refused === 'key-used-for-something-else') continue;
    if (!outcome.ok) refused.push({ duty, refusal: outcome.error });
    else if (!outcome.value.replayed) done[row] = (done[row] ?? 0) + 1;
  }
  const oldest = instantAt(addDays(today, -parts.rules.retention.repeatDays), '00:00');
  return {
    done,
    refused,
    freedSeats: await parts.database.write((writer) => freeExpiredHolds(writer, now)),
    forgotten: await parts.database.write((writer) => forgetRepeats(writer, oldest)),
  };
}

/** One command for the clock; `duty` and `since` name it for ever. */
type Due = {
  readonly duty: string;
  readonly since: string;
  readonly row: string;
  readonly input: object;
};

async function* dueBy(parts: GateParts, today: CivilDate): AsyncGenerator<Due> {
  const { reader } = parts.database;
  let last: AutomaticDuty | undefined;
  for (;;) {
    const duties = await automaticDuties(reader, today, last, AT_ONCE);
    for (const { key, starts, row, case: id } of duties) {
      yield { duty: key, since: starts, row, input: { case: id } };
    }
    last = duties.at(-1);
    if (duties.length < AT_ONCE) break;
  }
  if (hasSubject(parts.rules, 'messages')) yield* messagesDue(parts);
  for (const { list, since } of await listKeysDue(reader, today)) {
    yield { duty: `${list}/destroy-keys`, since, row: 'list.destroy-keys', input: { list } };
  }
  for (const { batch, file, since } of await printFilesDue(reader, today)) {
    yield { duty: `${batch}/${file}/destroy-file`, since, row: 'batch.destroy-file', input: { batch, file } };
  }
}

/** Mails to order, and those to write down as stopped; calls are people's. At night and after a restore nothing. */
async function* messagesDue({
  database: { reader },
  rules,
  ids,
  now: clock,
}: GateParts): AsyncGenerator<Due> {
  const now = clock();
  if (quietUntil(now, rules.messages) || (await isAfterRestore(reader))) return;
  for await (const { case: id, about, ref, from, way } of messagesComeDue(reader, now, rules)) {
    // A recall is judged anew every day; of anything else it is written down once that it was stopped.
    if (way !== 'mail' && !(way === 'stopped' && about !== 'no-booking')) continue;
    const input = { message: ids.fresh('message'), case: id, about, ...(ref ? { ref } : {}) };
    yield { duty: `${id}/${about}/${ref ?? ''}`, since: from, row: 'message.send', input };
  }
}
