/** The people of a try-out place: one or two of every role, invented. */
export function demoPeople(): readonly {
  readonly account: string;
  readonly name: string;
  readonly roles: readonly string[];
}[] {
  return ROLES.map(([role, name, nth]) => ({
    account: `account_demo-${role}${nth === 1 ? '' : `-${nth}`}`,
    name: `${name}(見本)`,
    roles: [role],
  }));
}

/** Theirs at the desk; each time that one of them is made ready again the number grows. */
export function demoPassword(times: number): string {
  return `Mihon-no-machi-${times}`;
}

const ROLES: readonly (readonly [string, string, number])[] = [
  ['responsible-manager', '責任 まもる', 1],
  ['responsible-manager', '副責任 あかり', 2],
  ['work-supervisor', '作業 みのる', 1],
  ['operator', '電話 ひびき', 1],
  ['operator', '電話 かなで', 2],
  ['mailing-clerk', '発送 つばさ', 1],
  ['mailing-clerk', '発送 すばる', 2],
  ['visitor', '訪問 さくら', 1],
  ['visitor', '訪問 もみじ', 2],
  ['administrator', '管理 いおり', 1],
  ['access-approver', '承認 しずか', 1],
  ['ward-staff', '区担当 みやこ', 1],
  ['ward-staff', '区担当 のぞみ', 2],
  ['auditor', '監査 ただし', 1],
  // Resetting an ID takes two others: there are two of each office.
  ['administrator', '管理 かえで', 2],
  ['access-approver', '承認 いずみ', 2],
];
