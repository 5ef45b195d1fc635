import type { Screening } from '../../domain/facts/case.ts';
import type { AttendanceRow } from '../../domain/intake/rows.ts';
import { cellForms, wordForm } from './cell-forms.ts';
import { read, refuse, type CellForm, type RowDraft } from './row-draft.ts';
import type { RecallSettings } from './settings.ts';
import type { TableForm } from './table.ts';

/** The columns of a list of attendance (受診). There is none for a result, and none is taken (SCR-W-4). */
export const attendanceForm: TableForm = {
  required: ['整理番号', '氏名カナ', '生年月日', '受診種別', '受診日'],
  optional: [],
};

/** One person who attended. Undefined when the draft holds a reason to refuse. */
export function readAttendance(draft: RowDraft, { today }: RecallSettings): AttendanceRow | undefined {
  const reference = read(draft, '整理番号', cellForms.reference, 'must');
  const kana = read(draft, '氏名カナ', cellForms.kana, 'must');
  const birthDate = read(draft, '生年月日', cellForms.date, 'must');
  const screening = read(draft, '受診種別', screeningForm, 'must');
  const on = read(draft, '受診日', cellForms.date, 'must');
  if (on !== undefined && on > today) refuse(draft, 'attended-ahead', '受診日');
  if (draft.refusals.length > 0) return undefined;
  if (reference === undefined || kana === undefined || birthDate === undefined) return undefined;
  if (screening === undefined || on === undefined) return undefined;
  return { reference, kana, birthDate, screening, on, extra: draft.row.extra };
}

const screeningForm: CellForm<Screening> = wordForm(
  new Map<string, Screening>([
    ['特定健診', 'check-up'],
    ['健診', 'check-up'],
    ['がん検診', 'cancer'],
  ]),
  'screening-unreadable',
);
