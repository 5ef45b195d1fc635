import type { CivilDate } from '../basics/civil-date.ts';
import { err, ok, type Result } from '../basics/result.ts';
import { addYen, yen, type Yen } from '../basics/yen.ts';
import type { PostService } from '../facts/mailing.ts';

/** What the piece is by size: 定形, 通常はがき, 定形外（規格内）. */
export type MailForm = 'letter' | 'postcard' | 'large-letter';

/** A step of a table by weight: up to so many grams it costs so much. */
export type WeightStep = { readonly upTo: number; readonly yen: number };

/** What the post takes from a day on, tax included (domain.md 3.1). `surcharge` comes on top of the form. */
export type PostageRates = {
  readonly from: CivilDate;
  readonly forms: Readonly<Record<MailForm, readonly WeightStep[]>>;
  readonly surcharge: Readonly<Record<'specified-record' | 'simplified-registered' | 'registered', number>>;
  readonly letterpackPlus: number;
};

/** Oldest first. A change of rates during the contract is a new entry, never an edit. */
export type PostageTable = readonly PostageRates[];

export type NoPostage = { readonly type: 'no-rates' | 'too-heavy' };

const LETTERPACK_GRAMS = 4000;

/** What a piece costs on the day it is handed in. The weight is weighed, not assumed (domain.md 3.1). */
export function postageOf(
  table: PostageTable,
  piece: { readonly service: PostService; readonly form: MailForm; readonly grams: number },
  on: CivilDate,
): Result<Yen, NoPostage> {
  if (piece.service === 'handed-to-ward') return ok(yen(0));
  const rates = table.findLast((entry) => entry.from <= on);
  if (!rates) return err({ type: 'no-rates' });
  if (piece.service === 'letterpack-plus') {
    return piece.grams <= LETTERPACK_GRAMS ? ok(yen(rates.letterpackPlus)) : err({ type: 'too-heavy' });
  }
  const form = piece.service === 'postcard' ? 'postcard' : piece.form;
  const step = rates.forms[form].find(({ upTo }) => piece.grams <= upTo);
  if (!step) return err({ type: 'too-heavy' });
  const plain = piece.service === 'postcard' || piece.service === 'ordinary';
  return ok(addYen(yen(step.yen), yen(plain ? 0 : rates.surcharge[piece.service])));
}
