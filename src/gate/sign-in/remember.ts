import { addEntries } from '../../store/access-log.ts';
import type { EndedSession } from '../../store/sign-in/session.ts';
import type { Writer } from '../../store/connection.ts';
import type { SignInHouse } from './house.ts';

/** What happened at the door, as the access log tells it: codes and names of things, never what was typed. */
export type DoorEvent = {
  readonly row:
    | 'session.begin'
    | 'session.open'
    | 'session.prove'
    | 'session.lock'
    | 'session.end'
    | 'session.factor'
    | 'session.password';
  readonly word: 'executed' | 'denied';
  /** Nobody is known: `system:sign-in`. */
  readonly actor?: string | undefined;
  readonly device?: string | undefined;
  readonly reason?: string;
  readonly fields?: readonly string[];
};

/** Sign-ins, failures and ends stand in the log as every act does, so that its review finds them (SEC-17-3, 17-4). */
export async function remember(
  { parts }: SignInHouse,
  writer: Writer,
  events: readonly DoorEvent[],
): Promise<void> {
  await addEntries(
    writer,
    events.map(({ row, word, actor = 'system:sign-in', device, reason, fields }) => ({
      id: parts.ids.fresh('entry'),
      at: parts.now(),
      word,
      actor,
      row,
      purpose: 'access',
      ...(device ? { subjects: [device] } : {}),
      ...(fields ? { fields } : {}),
      ...(reason ? { reason } : {}),
    })),
  );
}

export async function rememberEnds(
  house: SignInHouse,
  writer: Writer,
  ended: readonly EndedSession[],
  reason: string,
): Promise<void> {
  await remember(
    house,
    writer,
    ended.map(({ account, device }) => ({
      row: 'session.end',
      word: 'executed',
      actor: account,
      device,
      reason,
    })),
  );
}
