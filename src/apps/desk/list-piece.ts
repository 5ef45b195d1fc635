import type { Asking } from './asking.ts';

/** A part of a list that is too long to be shown at once: which rows, of which list of the page. */
export type ListPiece = {
  /** Its name on the page, where the next piece is found again. */
  readonly list: string;
  /** How many rows stand before it. */
  readonly from: number;
  /** How many rows a piece has at the most. */
  readonly size: number;
  /** The address of the piece that begins after so many rows. */
  readonly hrefAt: (from: number) => string;
};

/** The piece that an address asks for, with all its filters; without a number, the first. */
export function listPiece(
  { path, query }: Pick<Asking, 'path' | 'query'>,
  { list, size, name = 'from' }: { readonly list: string; readonly size: number; readonly name?: string },
): ListPiece {
  const asked = query.get(name) ?? '';
  return {
    list,
    size,
    from: /^\d{1,6}$/.test(asked) ? Number(asked) : 0,
    hrefAt: (from) => {
      const search = new URLSearchParams(query);
      search.delete('did');
      search.delete(name);
      if (from > 0) search.set(name, `${from}`);
      return search.size === 0 ? path : `${path}?${search.toString()}`;
    },
  };
}
