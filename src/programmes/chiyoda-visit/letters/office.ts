/**
 * Who writes, as it stands on every letter. Names, number and hours are those of the try-out: the ward's approval
 * (CHI-8.15-1) puts the real ones here. Nothing in it speaks of pregnancy: some of it shows in the window.
 */
export const office = {
  from: ['千代田区', '見守り訪問事務局'],
  office: '千代田区 見守り訪問事務局(受託事業者 見本)',
  phone: '0120-000-000',
  'phone-note': '通話無料',
  hours: '月曜日から土曜日 午前9時から午後5時まで(祝日と12月29日から1月3日を除く)',
  languages:
    'English / 中文 / Korean / Tiếng Việt / Filipino: Please call us. We will call you back with an interpreter, free of charge. 我們提供免費口譯。',
} as const;

/** "Stop contact, tell a loss": on every letter, asked for by nobody, without a reason (design 4). */
export const stopWords = {
  stopTitle: 'ご連絡を望まれないとき、お体やご事情に変化があったとき',
  stop: '理由をお話しいただく必要はありません。上の電話に「案内を止めてほしい」とだけお伝えください。その日のうちに、すべての郵便と連絡を止めます。',
} as const;
