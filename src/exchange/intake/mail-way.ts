import type { MailWay } from '../../domain/facts/case.ts';
import type { MailAddress, TargetRow } from '../../domain/intake/rows.ts';
import { cellForms, wordForm } from './cell-forms.ts';
import { ask, read, refuse, type CellForm, type RowDraft } from './row-draft.ts';

type Mail = Pick<TargetRow, 'mailWay' | 'mailAddress'>;

/**
 * Where post may go. A protected woman is never written to at her registered address on the word of an empty cell
 * or a 0: the way stays undecided until the ward has named it (AMB-56). An address that the 区分 does not use is
 * a contradiction, and undecided too.
 */
export function readMailWay(draft: RowDraft, isProtected: boolean): Mail | undefined {
  const blank = (draft.row.cell('送付先区分') ?? '') === '';
  const said = blank ? 'registered' : read(draft, '送付先区分', mailWayForm, 'must');
  if (said === undefined) return undefined;
  const mailAddress = readAddress(draft, '送付先', 'may');
  if (said === 'designated') {
    if (mailAddress === undefined) refuse(draft, 'designated-address-missing', '送付先住所');
    return { mailWay: 'designated', mailAddress };
  }
  if (said === 'ward') return { mailWay: 'ward', mailAddress };
  const named =
    (draft.row.cell('送付先住所') ?? '') !== '' || (draft.row.cell('送付先郵便番号') ?? '') !== '';
  if (named) ask(draft, 'mail-address-unused', '送付先区分');
  if (isProtected) ask(draft, 'protected-way-undecided', '送付先区分');
  return { mailWay: named || isProtected ? 'undecided' : 'registered', mailAddress };
}

/** Postcode, address and building of the registered place ('') or of the designated one. */
export function readAddress(
  draft: RowDraft,
  prefix: '' | '送付先',
  need: 'must' | 'may',
): MailAddress | undefined {
  const postcode = read(draft, `${prefix}郵便番号`, cellForms.postcode, need);
  const address = read(draft, `${prefix}住所`, cellForms.address, need);
  const building = read(draft, `${prefix}方書`, cellForms.address, 'may');
  return postcode === undefined || address === undefined ? undefined : { postcode, address, building };
}

const mailWays: ReadonlyMap<string, MailWay> = new Map([
  ['0', 'registered'],
  ['1', 'designated'],
  ['2', 'ward'],
]);

const mailWayForm: CellForm<MailWay> = wordForm(mailWays, 'mail-way-unreadable');
