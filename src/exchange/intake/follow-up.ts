import type { FollowUpRow } from '../../domain/intake/rows.ts';
import { cellForms } from './cell-forms.ts';
import { LIST_COLUMNS } from './list-columns.ts';
import { read, type RowDraft } from './row-draft.ts';
import type { TableForm } from './table.ts';

/** The columns of the follow-up list, which comes with the targets list (CHI-8.3-8). */
export const followUpForm: TableForm = LIST_COLUMNS['follow-up'];

/** One woman who needs follow-up. Undefined when the draft holds a reason to refuse. */
export function readFollowUp(draft: RowDraft): FollowUpRow | undefined {
  const reference = read(draft, '整理番号', cellForms.reference, 'must');
  const kana = read(draft, '氏名カナ', cellForms.kana, 'must');
  const birthDate = read(draft, '生年月日', cellForms.date, 'must');
  const reason = read(draft, '該当事由', cellForms.remark, 'should');
  if (draft.refusals.length > 0) return undefined;
  if (reference === undefined || kana === undefined || birthDate === undefined) return undefined;
  return { reference, kana, birthDate, reason, extra: draft.row.extra };
}
