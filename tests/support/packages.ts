import assert from 'node:assert/strict';
import type { BatchId, CaseId, PieceId } from '../../src/domain/basics/ids.ts';
import { mod7 } from '../../src/domain/text/check-digits.ts';
import type { Call } from '../../src/gate/execute.ts';
import type { Place } from '../../src/place/place.ts';
import { randomIds } from '../../src/security/random-ids.ts';

export type SentPackage = {
  readonly batch: BatchId;
  readonly case: CaseId;
  readonly piece: PieceId;
};

export type PackageRoom = {
  /** Sends what these women have earned in one batch, from its planning to the hands of the post. */
  readonly send: (cases: readonly CaseId[], day: string) => Promise<readonly SentPackage[]>;
  /** Enters the receipt of the post office for a batch. */
  readonly receipt: (batch: BatchId, receipt: string, day: string, pieces: number) => Promise<void>;
};

/** One package of 140 g, simplified registered, by the tariff of these years. */
export const PACKAGE_POSTAGE = 620;

const ids = randomIds();

/** A room that packs vouchers and gives them to the post, all through the gate. */
export function packageRoom(
  place: Place,
  { clerk, manager }: { readonly clerk: string; readonly manager: string },
): PackageRoom {
  let [serial, number] = [0, 1_311_200_000];
  const act = async (calls: readonly Call[], actor: string, second?: string) => {
    const done = await place.execute(calls, { actor, ...(second ? { second } : {}) });
    assert.ok(done.ok, done.ok ? '' : JSON.stringify(done.error));
  };
  return {
    send: async (cases, day) => {
      const batch = ids.fresh('batch');
      const count = cases.length;
      const packages = cases.map((id) => ({ batch, case: id, piece: ids.fresh('piece') }));
      const sets = packages.map((one) => ({ ...one, serials: [`KS${(serial += 1)}`] }));
      const serials = sets.flatMap((one) => one.serials);
      const expiry = `${Number(day.slice(0, 4)) + 3}${day.slice(4)}`;
      const begin = { batch, kind: 'package', month: day.slice(0, 7), planned: count };
      const counts = { batch, printed: count, enclosed: count, spoiled: 0, pulled: 0 };
      await act([{ row: 'stock.receive', input: { serials, expiry, count } }], clerk, manager);
      await act(
        [
          { row: 'batch.begin-without-word', input: { ...begin, reason: 'agreed-with-ward' } },
          ...packages.map((input) => ({ row: 'piece.plan', input })),
          { row: 'batch.fix', input: { batch, cases: [...cases] } },
          ...packages.map((one) => ({ row: 'piece.print', input: { ...one, template: 'package-1' } })),
        ],
        manager,
      );
      await act(
        sets.map((input) => ({ row: 'package.pack', input })),
        clerk,
        manager,
      );
      await act([{ row: 'batch.sample', input: { batch, sampled: count, differing: 0 } }], clerk, manager);
      await act([{ row: 'batch.release', input: { batch } }], manager, clerk);
      await act([{ row: 'batch.count', input: { ...counts, stage: 'enclosed', posted: 0 } }], clerk);
      await act(
        packages.map((one) => {
          number += 1;
          const tracking = `${number}${mod7(String(number))}`;
          return {
            row: 'piece.post',
            input: { ...one, service: 'simplified-registered', tracking, grams: 140, form: 'large-letter' },
          };
        }),
        clerk,
      );
      await act([{ row: 'batch.count', input: { ...counts, stage: 'posted', posted: count } }], clerk);
      return packages;
    },
    receipt: (batch, receipt, on, pieces) =>
      act(
        [
          {
            row: 'postage.receipt',
            input: { batch, receipt, on, pieces, amount: pieces * PACKAGE_POSTAGE },
          },
        ],
        clerk,
      ),
  };
}
