import { ok, err, type Result } from '../../domain/basics/result.ts';
import { openPress, type Press } from '../../print/press.ts';
import type { Programme } from '../../programmes/programme.ts';
import { inPieces } from './letters.ts';
import type { NoLetters, OpenedLetters } from './open-letters.ts';

/**
 * A press for somebody who prints letters and papers day after day, and goes on meanwhile. What stands on them is opened
 * before and elsewhere (`openLetters`, the papers' own questions): here nothing is asked and nothing is remembered.
 */
export type PrintShop = {
  /** The PDFs of the letters of a batch, as `lettersOfBatch` gives them. */
  readonly letters: (opened: OpenedLetters) => Promise<Result<readonly Uint8Array[], NoLetters>>;
  /** For `OfficeDoor`. */
  readonly setPaper: Press['paper'];
  readonly end: () => Promise<void>;
};

/** Opens a print shop with `workers` threads, at least one. */
export function openPrintShop(programme: Programme, workers: number): PrintShop {
  const press = openPress(programme.letters, workers);
  return {
    letters: async ({ run, letters }) => {
      const set = await press.letters(
        run,
        letters.map(({ letter }) => letter),
      );
      return set.ok ? ok(set.value.map(({ pdf }) => pdf)) : err(inPieces(set.error, letters));
    },
    setPaper: press.paper,
    end: press.end,
  };
}
