import { mod7 } from '../../src/domain/text/check-digits.ts';
import { trackingFile } from '../../src/exchange/mailing/tracking-file.ts';
import type { BatchId, CaseId, PieceId } from '../../src/domain/basics/ids.ts';
import type { Place } from '../../src/place/place.ts';

type Shown = {
  readonly piece: PieceId;
  readonly case: CaseId;
  readonly status: string;
  readonly copy: number;
};

/**
 * A mailing room that can be killed at any moment and takes up its batch where the facts say it stands: prints what is
 * not printed, spoils every fifth sheet once and prints it again, samples, releases, counts, gives everything to the
 * post by a file of numbers (always the same for a piece, as labels are), counts again. Says `closed` at the end.
 */
export async function workOnBatch(
  place: Place,
  batch: BatchId,
  people: { readonly clerk: string; readonly manager: string },
  say: (line: string) => void,
): Promise<void> {
  const [clerk, both] = [{ actor: people.clerk }, { actor: people.clerk, second: people.manager }];
  const act = async (
    row: string,
    input: object,
    by: { readonly actor: string; readonly second?: string },
  ) => {
    const done = await place.execute([{ row, input }], by);
    if (!done.ok && !DONE_BEFORE.includes(done.error.refused)) say(`error ${row} ${done.error.refused}`);
  };
  for (const { piece, case: id, status } of await pieces(place, batch, people.clerk)) {
    const of = { batch, case: id, piece };
    if (status === 'planned' || status === 'voided')
      await act('piece.print', { ...of, template: 'notice-1' }, clerk);
    say('printed');
  }
  for (const [at, { piece, case: id, status, copy }] of (
    await pieces(place, batch, people.clerk)
  ).entries()) {
    if (at % 5 !== 0 || status !== 'printed' || copy > 1) continue;
    const of = { batch, case: id, piece };
    await act('piece.void', { ...of, reason: 'spoiled' }, clerk);
    await act('piece.print', { ...of, template: 'notice-1' }, clerk);
  }
  const all = await pieces(place, batch, people.clerk);
  const inHand = all.filter(({ status }) => status === 'printed').length;
  if (inHand === all.length)
    await act('batch.sample', { batch, sampled: Math.min(20, inHand), differing: 0 }, both);
  await act('batch.release', { batch }, { actor: people.manager, second: people.clerk });
  const printed = all.reduce((sum, { copy }) => sum + copy, 0);
  const counts = { printed, enclosed: all.length, spoiled: printed - all.length, pulled: 0 };
  if (inHand === all.length)
    await act('batch.count', { batch, stage: 'enclosed', ...counts, posted: 0 }, clerk);
  const lines = all.map(({ piece }) => `${piece},${numberOf(piece)}`);
  const bytes = new TextEncoder().encode(['郵便物,追跡番号', ...lines, ''].join('\n'));
  const read = await trackingFile(place, bytes, { batch, commit: true }, clerk);
  if (!read.ok || !read.value.committed)
    say(`error tracking ${JSON.stringify(read.ok ? read.value.missing : read.error)}`);
  say('posted');
  await act('batch.count', { batch, stage: 'posted', ...counts, posted: all.length }, clerk);
  say('closed');
}

/** What a room that goes on is told about steps that were done before it was killed. */
const DONE_BEFORE: readonly string[] = ['batch-released', 'batch-closed'];

async function pieces(place: Place, batch: BatchId, actor: string): Promise<readonly Shown[]> {
  const shown = await place.ask('batch.show', { batch }, { actor });
  if (!shown.ok) throw new Error(`The batch is not shown: ${shown.error.refused}`);
  return (shown.value as { readonly pieces: readonly Shown[] }).pieces;
}

/** The label on the envelope: made of the piece's name, so that it is the same however often it is scanned. */
function numberOf(piece: PieceId): string {
  let sum = 0n;
  for (const sign of piece) sum = (sum * 131n + BigInt(sign.codePointAt(0) ?? 0)) % 8_999_999_999n;
  const ten = String(1_000_000_000n + sum).slice(0, 10);
  return `${ten}${mod7(ten)}`;
}
