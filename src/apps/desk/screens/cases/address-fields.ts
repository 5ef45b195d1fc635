import type { FieldSpec } from '../../field-spec.ts';

/** A new address as it is typed. */
export const ADDRESS: readonly FieldSpec[] = [
  { name: 'postcode', label: '新しい郵便番号', kind: 'text', width: 'short', optional: true, most: 16 },
  { name: 'address', label: '新しい住所', kind: 'text', width: 'full', optional: true, most: 400 },
  { name: 'building', label: '建物・部屋', kind: 'text', width: 'middle', optional: true, most: 400 },
];
