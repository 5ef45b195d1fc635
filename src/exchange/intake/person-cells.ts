import type { MailAddress } from '../../domain/intake/rows.ts';
import { addressPlace, isRoomMissing } from './address-checks.ts';
import { cellForms } from './cell-forms.ts';
import { ask, note, read, refuse, type RowDraft } from './row-draft.ts';
import type { IntakeSettings } from './settings.ts';

/** Nobody may be taken for unprotected because a cell was left empty (AMB-56). */
export function readProtection(draft: RowDraft): boolean | undefined {
  if (draft.row.cell('支援措置') === '') {
    refuse(draft, 'protection-blank', '支援措置');
    return undefined;
  }
  return read(draft, '支援措置', cellForms.flag, 'must');
}

/** The number is kept as written whatever is wrong with it: a person may see what it was meant to be. */
export function readPhone(draft: RowDraft): string | undefined {
  const written = draft.row.cell('電話番号') ?? '';
  read(draft, '電話番号', cellForms.phone, 'may');
  return written === '' || written.length > cellForms.phone.max ? undefined : written;
}

export function checkAddress(draft: RowDraft, address: MailAddress, settings: IntakeSettings): void {
  const place = addressPlace(address.address, settings.municipality);
  if (place === 'elsewhere') ask(draft, 'address-not-in-ward', '住所');
  if (!/[\d０-９〇一二三四五六七八九十]/.test(address.address)) ask(draft, 'house-number-missing', '住所');
  if (isRoomMissing(address)) note(draft, 'room-missing', '方書');
}
