import { formatEraDate } from '../../domain/calendar/japanese-date.ts';
import type { CivilDate } from '../../domain/basics/civil-date.ts';
import { postcodeFits, splitAddress } from '../../domain/text/address.ts';
import { customerBarcode, type CustomerBarcode } from '../../domain/text/customer-barcode.ts';
import { readPostcode } from '../../domain/text/postcode.ts';
import { townTable, type City, type TownTable } from '../../domain/text/town-table.ts';
import type { Letter } from '../../print/letter.ts';

/** Fields of the vault as the gate gives them: `identity.name`, `address.postcode`, … */
export type OpenedFields = Readonly<Record<string, string>>;

/** Makes letters of opened fields. `sections`: where her address is looked for, the first that has one is taken whole. */
export type LetterMaker = (
  fields: OpenedFields,
  secret: { readonly token: string; readonly template: string; readonly code?: string | undefined },
  sections: readonly AddressSection[],
) => Letter | undefined;

export type AddressSection = 'delivery-address' | 'mail-address' | 'address';

/** Where an invitation goes: the place that the ward designated before the registered one (CHI-8.8-2). */
export const INVITATION_PLACES: readonly AddressSection[] = ['mail-address', 'address'];

/** Where a package goes: the place the ward designated, then the one in Japan that she named (CHI-8.4-9). */
export const PACKAGE_PLACES: readonly AddressSection[] = ['mail-address', 'delivery-address', 'address'];

/**
 * Letters dated `day`. Every line is as the ward wrote it, and of one place, never a mixture; nothing is given back when
 * there is no name or no address. The customer barcode is read from what follows the town, in the municipality `ward`
 * only, and left out where the postcode does not fit the town (domain.md 3.4).
 */
export function letterMaker(day: CivilDate, ward: City | undefined): LetterMaker {
  const towns = ward && townTable([ward], ward.code);
  return (fields, { token, template, code }, sections) => {
    // What only the ward's machines can show is printed as the ward said (外字).
    const name = fields['identity.printName'] ?? fields['identity.name'];
    const from = sections.find((section) => fields[`${section}.address`]);
    const address = fields[`${from}.printAddress`] ?? fields[`${from}.address`];
    if (!name || !address) return undefined;
    const building = fields[`${from}.printBuilding`] ?? fields[`${from}.building`] ?? '';
    const postcode = fields[`${from}.postcode`] ?? '';
    return {
      template,
      postcode,
      lines: [address, building].filter((line) => line !== ''),
      name,
      date: formatEraDate(day),
      code: code ?? null,
      token,
      barcode: (ward && towns && barcodeOf({ postcode, address, building }, ward, towns)) ?? null,
      until: null,
      ...(fields['reference.number'] ? { number: fields['reference.number'] } : {}),
    };
  };
}

function barcodeOf(
  {
    postcode,
    address,
    building,
  }: { readonly postcode: string; readonly address: string; readonly building: string },
  ward: City,
  towns: TownTable,
): CustomerBarcode | undefined {
  const code = readPostcode(postcode);
  const parts = splitAddress(address, towns, { postcode });
  if (!code.ok || !parts.ok) return undefined;
  const town = ward.towns.find(({ name }) => name === parts.value.town);
  if (!town || !postcodeFits(code.value, town)) return undefined;
  const made = customerBarcode(code.value, `${parts.value.afterTown} ${building}`);
  return made.ok ? made.value : undefined;
}
