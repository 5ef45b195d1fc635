/** A field of an act, as data: how it is asked for and how it is read. Required unless told. */
export type FieldSpec = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  readonly optional?: boolean | undefined;
  /** Heading of the part of the page that begins with this field. */
  readonly section?: string | undefined;
  /** Already in the field when the page opens. */
  readonly value?: string | undefined;
} & FieldKind;

export type FieldKind =
  | {
      readonly kind: 'text';
      readonly width?: 'short' | 'middle' | 'full' | undefined;
      readonly most?: number | undefined;
      /** Codes and numbers: printable ASCII, full-width typed letters are read as narrow ones. */
      readonly exact?: boolean | undefined;
    }
  /** Free words about a person: they go to the vault. */
  | { readonly kind: 'lines'; readonly most?: number | undefined }
  /** A day in any of the forms of a ward: 2026-09-01, 2026/9/1, R8.9.1, 令和8年9月1日. */
  | { readonly kind: 'date' }
  | { readonly kind: 'month' }
  /** HH:MM, 9:00 and 0900 too. */
  | { readonly kind: 'time' }
  | {
      readonly kind: 'number';
      readonly min?: number | undefined;
      readonly max?: number | undefined;
      readonly unit?: string | undefined;
    }
  | { readonly kind: 'one'; readonly options: readonly Option[]; readonly look?: 'list' | undefined }
  | { readonly kind: 'many'; readonly options: readonly Option[] }
  /** One sentence to tick. Required means that it must be ticked. */
  | { readonly kind: 'check' }
  | { readonly kind: 'file'; readonly accept?: string | undefined };

export type Option = { readonly value: string; readonly label: string; readonly hint?: string | undefined };
