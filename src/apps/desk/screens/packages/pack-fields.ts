import type { NamedPackage } from '../../../../gate/inside/package-room.ts';

/** The field in which the serials of one package stand. */
export function nameOf({ piece }: Pick<NamedPackage, 'piece'>): string {
  return `serials.${piece}`;
}

/** The field in which the code of its address sheet stands. */
export function sheetName({ piece }: Pick<NamedPackage, 'piece'>): string {
  return `sheet.${piece}`;
}

/** The code as it was typed or scanned; empty while there is none. */
export function sheetOf(typed: URLSearchParams | undefined, one: NamedPackage): string {
  return typed?.get(sheetName(one))?.trim() ?? '';
}

/** The serials as the safe writes them. */
export function serialsOf(typed: URLSearchParams | undefined, one: NamedPackage): readonly string[] {
  return (typed?.get(nameOf(one)) ?? '')
    .normalize('NFKC')
    .toUpperCase()
    .split(/[\s,、]+/)
    .filter((serial) => serial !== '');
}
