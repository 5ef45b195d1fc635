/**
 * The columns of the ward's lists, by their names (design, "The ward's lists"): what a list must have, and what it may
 * have. The forms that read them and whoever writes such a list take the names from here.
 */
export const LIST_COLUMNS = {
  targets: {
    required: [
      '整理番号',
      '氏名',
      '氏名カナ',
      '通称名',
      '生年月日',
      '郵便番号',
      '住所',
      '方書',
      '電話番号',
      '出産予定日',
      '妊娠届出日',
      '初産',
      '相談できる人数',
      '要フォロー',
      '支援措置',
      '使用言語',
      '備考',
    ],
    optional: [
      '送付先区分',
      '送付先郵便番号',
      '送付先住所',
      '送付先方書',
      '住定日',
      '胎児数',
      '対象区分',
      '区指定範囲',
    ],
  },
  'follow-up': { required: ['整理番号', '氏名カナ', '生年月日', '該当事由'], optional: [] },
  changes: {
    required: [
      '整理番号',
      '氏名カナ',
      '生年月日',
      '異動種別',
      '異動日',
      '新氏名',
      '新氏名カナ',
      '新郵便番号',
      '新住所',
      '新方書',
      '新予定日',
    ],
    optional: [],
  },
} as const;
