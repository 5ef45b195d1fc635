import { err, ok } from '../../domain/basics/result.ts';
import { changeKindByWord, changeNeeds } from '../../domain/intake/change-kinds.ts';
import type { ChangeKind, ChangeRow } from '../../domain/intake/rows.ts';
import { cellForms } from './cell-forms.ts';
import { LIST_COLUMNS } from './list-columns.ts';
import { ask, read, type CellForm, type RowDraft } from './row-draft.ts';
import type { TableForm } from './table.ts';

/** The columns of the changes list (design, "The ward's lists"). */
export const changesForm: TableForm = LIST_COLUMNS.changes;

/**
 * One change. A row that is not taken in would let letters go on, so only an unreadable number or kind refuses:
 * all else that is missing or unreadable is a question, and the row still says that something happened.
 */
export function readChange(draft: RowDraft): ChangeRow | undefined {
  const reference = read(draft, '整理番号', cellForms.reference, 'must');
  const kind = read(draft, '異動種別', kindForm, 'must');
  const row = {
    kana: read(draft, '氏名カナ', cellForms.kana, 'should'),
    birthDate: read(draft, '生年月日', cellForms.date, 'should'),
    on: read(draft, '異動日', cellForms.date, 'may'),
    newName: read(draft, '新氏名', cellForms.name, 'may'),
    newKana: read(draft, '新氏名カナ', cellForms.kana, 'may'),
    newPostcode: read(draft, '新郵便番号', cellForms.postcode, 'may'),
    newAddress: read(draft, '新住所', cellForms.address, 'may'),
    newBuilding: read(draft, '新方書', cellForms.address, 'may'),
    newDue: read(draft, '新予定日', cellForms.date, 'may'),
    extra: draft.row.extra,
  };
  if (draft.refusals.length > 0 || reference === undefined || kind === undefined) return undefined;
  const change: ChangeRow = { reference, kind, ...row };
  askForParts(draft, change);
  return change;
}

const kindForm: CellForm<ChangeKind> = {
  kind: 'words',
  max: 40,
  parse: (text) => {
    const kind = changeKindByWord.get(text.replace(/\s/g, ''));
    return kind === undefined ? err('change-kind-unknown') : ok(kind);
  },
};

function askForParts(draft: RowDraft, change: ChangeRow): void {
  const needs = changeNeeds[change.kind];
  if (needs.date && change.on === undefined) ask(draft, 'change-date-missing', '異動日');
  switch (needs.part) {
    case 'address':
      if (change.newPostcode === undefined) ask(draft, 'new-address-missing', '新郵便番号');
      if (change.newAddress === undefined) ask(draft, 'new-address-missing', '新住所');
      break;
    case 'name':
      if (change.newName === undefined) ask(draft, 'new-name-missing', '新氏名');
      if (change.newKana === undefined) ask(draft, 'new-name-missing', '新氏名カナ');
      break;
    case 'due':
      if (change.newDue === undefined) ask(draft, 'new-due-date-missing', '新予定日');
      break;
    case undefined:
      break;
  }
  // Never by list alone: the ward's recorded word and two people (design, "What stops what").
  if (change.kind === 'protection-ended') ask(draft, 'protection-end-needs-ward', '異動種別');
}
