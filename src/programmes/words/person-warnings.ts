/** What must be seen before somebody is written to or telephoned. */
export type PersonWarningWord = 'protected' | 'same-name' | 'same-household' | 'twin';

export const personWarnings: Readonly<Record<PersonWarningWord, string>> = {
  protected: '支援措置',
  'same-name': '同姓同名の方がいます',
  'same-household': '同じ住所の方がいます',
  twin: '同じ住所・電話で生年月日が同じ方がいます(双子など)',
};
