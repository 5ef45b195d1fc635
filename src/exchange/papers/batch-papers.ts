import { dayOfInstant } from '../../domain/basics/instant.ts';
import { err, type Result } from '../../domain/basics/result.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { PieceKind, PostService } from '../../domain/facts/mailing.ts';
import type { YearMonth } from '../../domain/basics/year-month.ts';
import type { By } from '../../gate/gate.ts';
import type { BatchTold, HandCount, PieceTold } from '../../programmes/papers/batch-told.ts';
import { countSheet } from '../../programmes/papers/count-sheet.ts';
import { dispatchList } from '../../programmes/papers/dispatch-list.ts';
import { pickList } from '../../programmes/papers/pick-list.ts';
import { postingSlips } from '../../programmes/papers/posting-slip.ts';
import { paperFiles, type NoPaper, type OfficeDoor, type PaperFile } from './paper-files.ts';

type ShownBatch = {
  readonly batch: {
    readonly batch: string;
    readonly kind: PieceKind;
    readonly month: YearMonth;
    readonly fixedOn: CivilDate | null;
    readonly planned: number;
    readonly dropped: number;
    readonly hand: Readonly<Record<HandCount, number | null>>;
  };
  readonly pieces: readonly {
    readonly piece: string;
    readonly status: PieceTold['status'];
    readonly copy: number;
    readonly service: PostService | null;
    readonly tracking: string | null;
    readonly postage: number | null;
    readonly postedOn: CivilDate | null;
    readonly serials: readonly string[];
    readonly fields: Readonly<Record<string, string>>;
  }[];
};

/**
 * The papers of one batch: pick list, count sheet, posting slip, dispatch list (DOC-05, DOC-18). Names are opened once,
 * by `batch.show`, which records who read them.
 */
export async function batchPapers(
  door: OfficeDoor,
  batch: string,
  by: By,
): Promise<Result<readonly PaperFile[], NoPaper>> {
  const { papers, id } = door.programme;
  if (!papers) return err({ type: 'no-papers', programme: id });
  const shown = await door.ask('batch.show', { batch }, by);
  if (!shown.ok) return err({ type: 'refused', refusal: shown.error });
  const told = batchTold(shown.value as Partial<ShownBatch>, dayOfInstant(door.now()));
  if (!told) return err({ type: 'not-found', id: batch });
  const slips = postingSlips(papers.office, told);
  return paperFiles(door, [
    [`${batch}-pick-list`, pickList(told)],
    [`${batch}-count-sheet`, countSheet(told)],
    ...(slips ? [[`${batch}-posting-slip`, slips] as const] : []),
    [`${batch}-dispatch-list`, dispatchList(papers.office, told)],
  ]);
}

function batchTold({ batch, pieces = [] }: Partial<ShownBatch>, on: CivilDate): BatchTold | undefined {
  if (!batch) return undefined;
  const { kind, month, fixedOn, planned, dropped, hand } = batch;
  return {
    batch: batch.batch,
    kind,
    month,
    fixedOn,
    planned,
    dropped,
    hand,
    on,
    pieces: pieces.map(pieceTold),
  };
}

function pieceTold(piece: ShownBatch['pieces'][number]): PieceTold {
  // As it stands on the letter: what only the ward's machines can show, as the ward said (外字).
  const name = piece.fields['identity.printName'] ?? piece.fields['identity.name'];
  const postcode = piece.fields['address.postcode'];
  return {
    piece: piece.piece,
    status: piece.status,
    copies: piece.copy,
    ...(name === undefined ? {} : { name }),
    ...(postcode === undefined ? {} : { postcode }),
    ...(piece.service === null ? {} : { service: piece.service }),
    ...(piece.tracking === null ? {} : { tracking: piece.tracking }),
    ...(piece.postage === null ? {} : { postage: piece.postage }),
    ...(piece.postedOn === null ? {} : { postedOn: piece.postedOn }),
    ...(piece.serials.length === 0 ? {} : { serials: piece.serials }),
  };
}
