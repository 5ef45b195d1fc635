/** Columns of the ward's lists as they stand in facts, which are ASCII: a column that is not here has no code. */
export const columnCodes: Readonly<Record<string, string>> = {
  整理番号: 'reference',
  氏名: 'name',
  氏名カナ: 'kana',
  通称名: 'common-name',
  生年月日: 'birth-date',
  郵便番号: 'postcode',
  住所: 'address',
  方書: 'building',
  電話番号: 'phone',
  出産予定日: 'due',
  妊娠届出日: 'notified-on',
  初産: 'first-birth',
  相談できる人数: 'confidants',
  要フォロー: 'follow-up',
  支援措置: 'protected',
  使用言語: 'language',
  備考: 'remark',
  送付先区分: 'mail-way',
  送付先郵便番号: 'mail-postcode',
  送付先住所: 'mail-address',
  送付先方書: 'mail-building',
  住定日: 'resident-since',
  胎児数: 'children',
  対象区分: 'origin',
  区指定範囲: 'designation-scope',
  該当事由: 'reason',
  性別: 'sex',
  健診受診日: 'check-up-on',
  がん検診受診日: 'cancer-screening-on',
  過去受診歴: 'history',
  受診種別: 'screening',
  受診日: 'attended-on',
  異動種別: 'change-kind',
  異動日: 'changed-on',
  新氏名: 'new-name',
  新氏名カナ: 'new-kana',
  新郵便番号: 'new-postcode',
  新住所: 'new-address',
  新方書: 'new-building',
  新予定日: 'new-due',
};

const names: ReadonlyMap<string, string> = new Map(
  Object.entries(columnCodes).map(([name, code]) => [code, name]),
);

/** The ward's name of a column. */
export function columnName(code: string): string | undefined {
  return names.get(code);
}
