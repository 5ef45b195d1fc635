import type { SectionName } from '../decision.ts';
import { columnName } from './columns.ts';
import type { Marks, RowPart } from './match.ts';
import type { MailAddress, MemberRow, TargetRow } from './rows.ts';
import type { GivenAnswer } from './staged-row.ts';

/** Values of one row for the vault, section by section; empty ones are left out. */
export type SectionValue = {
  readonly section: SectionName;
  readonly value: Readonly<Record<string, string>>;
};

/** What a row says of a person, whatever the person is listed for: the rest may be there or not. */
export type ListedPerson = Pick<TargetRow, keyof TargetRow & keyof MemberRow> & Partial<TargetRow>;

/** What each part of a row says, as one text: equal texts, equal parts. The digest of it is what is remembered. */
export function partTexts(row: ListedPerson): Readonly<Record<RowPart, string>> {
  return {
    identity: text(row.name, row.kana, row.commonName, row.birthDate),
    address: text(...addressTexts(row.address), row.residentSince),
    mail: text(row.mailWay, ...addressTexts(row.mailAddress)),
    phone: text(row.phone),
    language: text(row.language?.written),
    remarks: text(row.remark, JSON.stringify(row.extra)),
    background: text(row.firstBirth, row.confidants, row.notifiedOn, row.children),
    due: text(row.due),
    followUp: text(row.followUp),
    protected: text(row.protected),
  };
}

/**
 * The values of a row as the vault keeps them. Texts are the ward's own characters; what an answer says to print
 * instead of a 外字 stands beside them as `print…` and never in their place.
 */
export function sectionValues(
  row: ListedPerson,
  marks: Marks,
  answers: readonly GivenAnswer[],
): readonly SectionValue[] {
  const printed = printWords(answers);
  const all: readonly (readonly [SectionName, Readonly<Record<string, string | undefined>>])[] = [
    [
      'identity',
      {
        name: row.name,
        kana: row.kana,
        commonName: row.commonName,
        birthDate: row.birthDate,
        printName: printed.get('氏名'),
        printCommonName: printed.get('通称名'),
      },
    ],
    ['reference', { number: row.reference, delivered: JSON.stringify(marks) }],
    [
      'address',
      {
        ...addressValues(row.address),
        printAddress: printed.get('住所'),
        printBuilding: printed.get('方書'),
        residentSince: row.residentSince,
      },
    ],
    [
      'mail-address',
      {
        ...(row.mailAddress ? addressValues(row.mailAddress) : {}),
        printAddress: printed.get('送付先住所'),
        printBuilding: printed.get('送付先方書'),
      },
    ],
    ['contact', { phone: row.phone }],
    ['language', { written: row.language?.written, code: row.language?.code }],
    ['remarks', { remark: row.remark, extra: row.extra && JSON.stringify(row.extra) }],
    [
      'background',
      {
        firstBirth: shown(row.firstBirth),
        confidants: shown(row.confidants),
        notifiedOn: row.notifiedOn,
        children: shown(row.children),
      },
    ],
  ];
  return all.flatMap(([section, fields]) => {
    const value = Object.fromEntries(
      Object.entries(fields).flatMap(([name, field]) => (field === undefined ? [] : [[name, field]])),
    );
    return Object.keys(value).length === 0 ? [] : [{ section, value }];
  });
}

/** Which section a changed part lives in; `due`, `followUp` and `protected` are facts and have none. */
export const sectionOfPart: Readonly<Partial<Record<RowPart, SectionName>>> = {
  identity: 'identity',
  address: 'address',
  mail: 'mail-address',
  phone: 'contact',
  language: 'language',
  remarks: 'remarks',
  background: 'background',
};

function printWords(answers: readonly GivenAnswer[]): ReadonlyMap<string, string> {
  return new Map(
    answers.flatMap(({ answer, column, value }) => {
      const name = column === undefined ? undefined : columnName(column);
      return answer === 'print-as' && name !== undefined && value !== undefined ? [[name, value]] : [];
    }),
  );
}

function addressValues(address: MailAddress): Readonly<Record<string, string | undefined>> {
  return { postcode: address.postcode, address: address.address, building: address.building };
}

function addressTexts(address: MailAddress | undefined): readonly (string | undefined)[] {
  return [address?.postcode, address?.address, address?.building];
}

function shown(value: string | number | boolean | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

/** The parts of a text cannot run into each other: a separator that no cell holds. */
function text(...values: readonly (string | number | boolean | undefined)[]): string {
  return values.map((value) => shown(value) ?? '').join('\u001f');
}
