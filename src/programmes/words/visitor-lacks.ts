/** What somebody lacks before she may be sent, and the topics of the training. */
const LACKS: Readonly<Record<string, string>> = {
  role: '支援員の権限',
  licence: '資格の確認',
  manners: '接遇の研修',
  complaints: '苦情対応の研修',
  privacy: '個人情報保護の研修',
  'support-information': '区のサポート情報の研修',
};

/** The Japanese of what `lacks` names; a topic that a programme adds is shown by its code. */
export function lacksWords(code: string): string {
  return LACKS[code] ?? code;
}
