import type {
  Condition,
  ConditionCode,
  ConditionWhy,
  TargetLabel,
} from '../../domain/eligibility/condition.ts';

export const conditionWords: Readonly<Record<ConditionCode, string>> = {
  opened: '対象妊婦リストに載っていること',
  residence: '区内に住所があること',
  'month-8-window': '妊娠8か月に達する日が期間内であること',
  pregnant: '妊娠中であること',
  'visit-period': '訪問の実施期間内であること',
  'notice-arrived': '妊娠8か月より前のときは案内が届いていること',
  'not-yet-visited': 'まだ訪問を受けていないこと',
  'recall-group': '再送・勧奨の区分に当たること',
};

export const resultWords: Readonly<Record<Condition['result'], string>> = {
  met: '満たす',
  unmet: '満たさない',
  unknown: '確認が必要',
  waived: '適用しない',
};

export const whyWords: Readonly<Record<ConditionWhy, string>> = {
  opened: 'リストに載っています。',
  'not-opened': 'リストに載っていません。',
  'designated-by-ward': '区が指定した方です。',
  'carried-over': '前の契約から引き継いだ方です。',
  'listed-by-ward': '区のリストに載っているため、区内にお住まいとして扱います。',
  'reference-day-after-list': '基準日がリストの作成より後です。次の異動リストで確かめます。',
  'no-date-told': '基準日のお住まいについて区からの連絡がありません。',
  'settled-by-then': '基準日までに住民となっています。',
  'settled-later': '住定日が基準日より後です。区に確かめてください。',
  'moved-out': 'この日には区外へ転出しています。',
  'lives-in-ward': '転出の連絡はありません。',
  'inside-window': '期間内です。',
  'outside-window': '期間外です。',
  'as-told': '出産などの連絡はありません。',
  'past-due-date': '出産予定日を過ぎています。妊娠中かどうかを最初にうかがってください。',
  born: '出産されています。',
  'born-but-cohort': '4月・5月に妊娠8か月に達した方は、令和8年度に限り産後も訪問できます。',
  'born-early': '予定日より早い出産で、予定日より前の訪問日(予約日)があります。',
  'born-early-ask-ward': '予定日より早い出産ですが、予定日より前の訪問日がありません。区の判断を待ちます。',
  stopped: '連絡を止めています。',
  'inside-period': '実施期間内です。',
  'before-first-day': '訪問はまだ始まっていません。',
  'after-contract': '契約期間が終わっています。',
  'not-early': '妊娠8か月に達しています。',
  arrived: '案内が届いています。',
  'not-arrived': '案内が届いたかどうかをうかがってください。',
  'not-visited': 'まだ訪問していません。',
  visited: '訪問が済んでいます。',
  booked: '予約があります。',
  'not-sent': '案内をまだ送っていません。',
  returned: '案内が戻っています。',
  'not-applied': '案内は届きましたが、申込みがありません。',
  'not-booked': '登録は済みましたが、予約がありません。',
};

export const labelWords: Readonly<Record<TargetLabel, string>> = {
  'notice-only-next-contract': '案内の発送のみ(訪問は次の契約)',
  'designated-by-ward': '区の指定',
  'carried-over': '前の契約からの繰越',
};
