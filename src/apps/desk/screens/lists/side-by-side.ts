import type { ComparedRow } from '../../../../gate/inside/list-review.ts';

/** One thing that the row and the ledger both tell. */
export type Side = {
  readonly term: string;
  readonly listed: string;
  readonly known: string;
  readonly differs: boolean;
};

/** What the row says and what the ledger says of one case, thing by thing, in the order in which people compare. */
export function sideBySide(
  row: ComparedRow['row']['row'],
  known: ComparedRow['cases'][number] | undefined,
): readonly Side[] {
  const { fields = {}, due = '' } = known ?? {};
  const side = (term: string, listed: string | undefined, name: string): readonly Side[] =>
    told(term, listed, fields[name] ?? '', known !== undefined);
  return [
    ...side('整理番号', row.reference, 'reference.number'),
    ...('name' in row ? side('氏名', row.name, 'identity.name') : []),
    ...side('フリガナ', row.kana, 'identity.kana'),
    ...side('生年月日', row.birthDate, 'identity.birthDate'),
    ...('address' in row
      ? [
          ...side('郵便番号', row.address.postcode, 'address.postcode'),
          ...side('住所', row.address.address, 'address.address'),
          ...side('方書', row.address.building ?? '', 'address.building'),
        ]
      : []),
    ...('phone' in row ? side('電話番号', row.phone ?? '', 'contact.phone') : []),
    ...('due' in row ? told('出産予定日', row.due, due, known !== undefined) : []),
    ...('newName' in row
      ? [
          ...side('新しい氏名', row.newName, 'identity.name'),
          ...side('新しいフリガナ', row.newKana, 'identity.kana'),
          ...side('新しい住所', row.newAddress, 'address.address'),
        ]
      : []),
  ];
}

function told(term: string, listed: string | undefined, known: string, compare: boolean): readonly Side[] {
  if (listed === undefined || (listed === '' && known === '')) return [];
  return [{ term, listed, known, differs: compare && plain(listed) !== plain(known) }];
}

/** Widths of letters and spaces make no difference between people. */
function plain(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/g, '');
}
