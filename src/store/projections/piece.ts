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
  },
  indexes: [['batch'], ['tracking'], ['status', 'since']],
  rows: ({ mail }, id) =>
    mail.pieces.map((piece) => ({
      piece: piece.piece,
      case: id,
      batch: piece.batch,
      kind: piece.kind,
      status: piece.status,
      since: piece.on,
      tracking: piece.tracking ?? null,
    })),
});
