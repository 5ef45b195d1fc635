import { err, ok, type Result } from '../../domain/basics/result.ts';
import type { CourierStanding } from '../../domain/courier/courier-standing.ts';
import type { Instant } from '../../domain/basics/instant.ts';
import type { SeatWord } from '../../domain/portal/bundle.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { CapsulesOfCase, ChangedAsk, ChangedPage } from '../../domain/portal/to-send.ts';
import type { CaseId } from '../../domain/basics/ids.ts';
import type { Call, Receipt } from '../../gate/execute.ts';
import { COURIER, type CourierParts, type CourierStopped } from './courier-parts.ts';

/** The courier at the gate of the inside: its questions with their answers, its commands under keys of their own. */
export type CourierGate = {
  readonly book: () => Promise<Result<CourierStanding, CourierStopped>>;
  readonly seats: (asked: {
    readonly most: number;
    readonly heardAt?: Instant | undefined;
  }) => Promise<Result<SeatsToTell, CourierStopped>>;
  readonly digestOf: (
    chapter: number,
    way: 'in' | 'out',
    n: number,
  ) => Promise<Result<string | null, CourierStopped>>;
  readonly changed: (asked: ChangedAsk) => Promise<Result<ChangedPage, CourierStopped>>;
  readonly parts: (cases: readonly CaseId[]) => Promise<Result<readonly CapsulesOfCase[], CourierStopped>>;
  readonly execute: (calls: readonly Call[], key?: string) => Promise<Result<Receipt, CourierStopped>>;
};

export type SeatsToTell = {
  readonly words: readonly SeatWord[];
  readonly closed: readonly CivilDate[];
  readonly reclaim: boolean;
  readonly unanswered: boolean;
};

export function courierGate({ ask, execute }: Pick<CourierParts, 'ask' | 'execute'>): CourierGate {
  const answer = async <T>(question: string, input: object): Promise<Result<T, CourierStopped>> => {
    const asked = await ask(question, input, COURIER);
    return asked.ok ? ok(asked.value as T) : err({ type: 'gate-refused', refusal: asked.error });
  };
  return {
    book: () => answer('courier.book', {}),
    seats: (asked) => answer('courier.seats', asked),
    digestOf: (chapter, way, n) => answer('courier.bundle', { chapter, way, n }),
    changed: (asked) => answer('portal.changed', asked),
    parts: (cases) => answer('portal.parts', { cases }),
    execute: async (calls, key) => {
      const done = await execute(calls, key === undefined ? COURIER : { ...COURIER, key });
      return done.ok ? done : err({ type: 'gate-refused', refusal: done.error });
    },
  };
}
