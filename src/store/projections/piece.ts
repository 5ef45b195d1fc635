import { projection } from '../projection.ts';

/** One row a letter, card or package: what the mailing room and the call centre look up by tracking number. */
export const pieceProjection = projection({
  name: 'piece',
  of: 'case',
  columns: {
    piece: 'text',
    case: 'text',
    batch: 'text',
    kind: 'text',
    status: 'text',
    since: 'text',
    tracking: 'text',
    copy: 'int',
    spoiled: 'int',
    reason: 'text',
    service: 'text',
    postage: 'int',
    posted_on: 'text',
    outdated: 'boolean',
    reviewed: 'boolean',
    /** Samplings its batch had seen when the living copy was printed. */
    round: 'int',
    enclosed: 'boolean',
    label: 'text',
    /** The ward hands it over itself: no label, no post. */
    through_ward: 'boolean',
    /** A copy of it was printed before copies had marks. */
    unmarked: 'boolean',
  },
  indexes: [['batch'], ['case'], ['tracking'], ['status', 'since'], ['unmarked']],
  rows: ({ mail, standing }, id) =>
    mail.pieces.map((piece) => ({
      piece: piece.piece,
      case: id,
      batch: piece.batch,
      kind: piece.kind,
      status: piece.status,
      since: piece.on,
      tracking: piece.tracking ?? null,
      copy: piece.copy,
      spoiled: piece.spoiled,
      reason: piece.reason ?? null,
      service: piece.service ?? null,
      postage: piece.postage ?? null,
      posted_on: piece.postedOn ?? null,
      outdated: piece.outdated ?? false,
      reviewed: piece.reviewed !== undefined,
      round: piece.round,
      enclosed: piece.enclosed === true,
      label: piece.label ?? null,
      through_ward: standing.mailWay === 'ward',
      unmarked: piece.copy > (piece.marks?.length ?? 0),
    })),
});
