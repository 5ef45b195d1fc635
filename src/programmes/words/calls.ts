import type { IdentityPoint } from '../../domain/inquiry/identify-caller.ts';
import type { Tellable } from '../../domain/inquiry/may-tell.ts';
import type { CallBackAbout, Caller, InquiryChannel } from '../../domain/facts/contact.ts';
import type { PieceKind } from '../../domain/facts/mailing.ts';
import type { PieceStatus } from '../../domain/mailings/mail.ts';
import type { UrgentClass } from '../../domain/facts/consultation.ts';

const CALLERS: Readonly<Record<Caller, string>> = {
  herself: 'ご本人',
  family: 'ご家族・パートナー',
  other: 'そのほかの方・分からない',
  ward: '区の職員と名乗る方',
};

/** What each caller is told, as a sentence for the operator. */
const TO_CALLER: Readonly<Record<Caller, string>> = {
  herself: '3つそろうと、ご本人のことを伝えられます。',
  family:
    '事業の一般的な案内だけできます。ご本人がご利用かどうかも答えません。停止などの申し出は受け付け、記録します。',
  other: '事業の一般的な案内だけできます。お名前をご存じでも、ご利用かどうかは答えません。',
  ward: 'この電話では答えません。区の代表番号から担当におかけし直すとお伝えし、こちらからかけます。',
};

const CHANNELS: Readonly<Record<InquiryChannel, string>> = {
  phone: '電話',
  web: 'フォーム',
  mail: '郵便・メール',
  'in-person': '窓口',
};

const POINTS: Readonly<Record<IdentityPoint, string>> = {
  name: '氏名',
  'birth-date': '生年月日',
  address: '住所',
};

const MAY_TELL: Readonly<Record<Tellable, string>> = {
  general: '事業の一般的な案内',
  'call-back': '登録の番号へかけ直す約束',
  booking: '訪問の日時',
  dispatch: '郵便物の状況',
  package: '育児パッケージの状況',
  contact: '登録の連絡先',
  address: '登録の住所',
};

const ANSWERS = {
  explained: '案内・説明をした',
  changed: '手続きをした',
  applied: '申し込みを受けた',
  stopped: '連絡を止めた',
  'grief-guided': '相談先を伝えた',
  'call-back-promised': 'かけ直す約束をした',
  'not-told': 'ご本人と確認できず、答えなかった',
} as const;

const PASSED_TO = { manager: '業務責任者', nurse: '看護職', ward: '区' } as const;

const CLOSINGS = {
  settled: '解決した',
  'passed-on': '引き継いで終わる',
  'ward-took-over': '区が引き受けた(区の受付番号が要ります)',
} as const;

const CALL_BACKS: Readonly<Record<CallBackAbout, string>> = {
  'cancel-booking': '予約の取り消し',
  withdraw: '辞退',
  stop: '連絡の停止',
  question: '質問',
  other: 'その他',
};

const RESULTS = {
  reached: 'ご本人と話せた',
  'no-answer': '出られなかった',
  'left-message': '留守番電話(事業名は言わない)',
  'other-person': 'ほかの方が出た(用件は言わない)',
  'wrong-number': '番号違い',
  declined: 'お断りになった',
} as const;

const MEMBER_RESULTS: Readonly<Record<string, string>> = {
  ...RESULTS,
  'will-attend': '受ける予定',
  'attended-elsewhere': '別のところで受けた',
  undecided: '迷っている',
  'will-not-attend': '受けない',
  stop: '今後の連絡を断られた(すぐ止めます)',
};

const MEMBER_REASONS: Readonly<Record<string, string>> = {
  busy: '忙しい',
  'under-treatment': '通院中',
  'workplace-check-up': '職場の健診を受ける',
  'medical-check-up': '人間ドックを受ける',
  'feels-well': '健康だから',
  costs: '費用',
  far: '遠い・行きにくい',
  afraid: '検査がこわい',
  other: 'その他',
};

const URGENT_CLASSES: Readonly<Record<UrgentClass, string>> = {
  u1: '命・体に危険(30分以内に区へ電話)',
  u2: '当日中に区へ',
  u3: '翌開庁日までに区へ',
  loss: '流産・死産等(当日中に区へ)',
};

const URGENT_SOURCES: Readonly<Record<string, string>> = {
  visit: '訪問',
  inquiry: '問い合わせ',
  questionnaire: 'アンケート',
  staff: '職員の気づき',
};

const URGENT_REASONS = {
  'physical-sign': '体のサイン(出血・破水・強い痛み等)',
  'mental-crisis': 'こころの危機(消えたい等)',
  'dv-signs': '暴力のおそれ',
  'no-support': '支える人がいない',
  money: '暮らしの困りごと',
  loss: '流産・死産等',
  other: 'その他',
} as const;

const URGENT_OUTCOMES = {
  'taken-over': '区が引き継いだ',
  'ward-visits': '区が訪問する',
  hospital: '医療機関につながった',
  'no-action': '区の判断で対応なし',
} as const;

/** Functions of a ward, never names (CHI-15.2-1). */
const WARD_FUNCTIONS: Readonly<Record<string, string>> = {
  'health-centre': '保健所',
  'health-centre-duty': '保健所 当番',
  'health-centre-chief': '保健所 係長',
  'ward-night-desk': '区役所 宿直',
  'project-section': '事業担当課',
  'disclosure-section': '情報公開・個人情報担当',
};

const REPORT_CHANNELS = {
  phone: '電話',
  'in-person': '対面',
  email: 'メール(整理番号だけ)',
  report: '書面',
} as const;

const WORD_CHANNELS = {
  phone: '電話',
  mail: 'メール',
  'in-person': '対面',
  paper: '書面',
  screen: '画面',
} as const;

const MATTERS: Readonly<Record<string, string>> = {
  residence: '住まいの確認',
  eligibility: '対象かどうか',
  entitlement: '育児パッケージの可否',
  'package-after-loss': '死産等の後の育児パッケージ',
  unreachable: '郵便が届かない',
  move: '転出・転居',
  loss: '流産・死産等',
  protection: '支援措置',
  'ward-stop': '発送の停止',
  'lift-stop': '停止の解除',
  'mail-way': '郵便の送付先',
  'follow-up': '要フォロー',
  designation: '対象の指定',
  disclosure: '情報公開・個人情報の請求',
  complaint: '苦情',
  other: 'その他',
};

const MATTER_ANSWERS: Readonly<Record<string, string>> = {
  yes: 'はい・認める',
  no: 'いいえ・認めない',
  grant: '渡す',
  hold: '保留する',
  decided: '判断した(内容は区の文書)',
  'taken-over': '区が引き継ぐ',
  noted: '承知した',
};

/** Where an application stands. */
const APPLICATIONS: Readonly<Record<string, string>> = {
  pending: '照合を待っています',
  confirmed: '受け付けました',
  refused: '受けずに終えました',
  cancelled: '取り消されました',
};

/** Why an application leaves the clearing queue without a case. */
const REFUSALS = {
  'not-on-list': '区の名簿にない(区に確認した)',
  'outside-ward': '区外にお住まい',
  duplicate: '同じ方の申し込みが済んでいる',
  withdrawn: '申し込んだ方が取り下げた',
  'not-reached': '確認の連絡がつかない',
} as const;

const OVERRULES = {
  'name-changed': '婚姻などで氏名が変わった',
  moved: '区内で引っ越した',
  'typing-error': '入力の誤り',
  'list-error': '名簿の誤り(区に確認した)',
} as const;

const KEYS = { kana: '読み', 'birth-date': '生年月日', phone: '電話番号', address: '住所' } as const;

const PIECES: Readonly<Record<PieceKind, string>> = {
  notice: 'ご案内',
  resend: '再送のご案内',
  recall: '勧奨はがき',
  reissue: '再発行のご案内',
  package: '育児パッケージ',
  'package-resend': '育児パッケージ(再送)',
  'package-request': '育児パッケージ(お申し出による再発送)',
};

const STATUSES: Readonly<Record<PieceStatus, string>> = {
  planned: '準備中です',
  dropped: '今回は送りません',
  printed: '準備中です',
  voided: '作り直しています',
  posted: '発送しました',
  delivered: '届いています',
  returned: '戻ってきました',
  lost: '郵便局で調べています',
  withdrawn: '取りやめました',
};

const MESSAGE_STATES: Readonly<Record<string, string>> = {
  sent: '送りました',
  stopped: '送りませんでした',
  failed: '送れませんでした',
  bounced: '届かずに戻りました',
};

const MESSAGES: Readonly<Record<string, string>> = {
  'no-booking': '訪問の日がまだ決まっていない',
  'not-carried-out': '訪問が行われなかった',
  'overseas-hold': '育児パッケージを帰国まで預かっている',
  'call-back': 'こちらからの折り返しの知らせ',
  survey: 'アンケートのお願い',
};

/** Words of codes on the screens of the call centre. */
export const callWords = {
  callers: CALLERS,
  toCaller: TO_CALLER,
  channels: CHANNELS,
  applications: APPLICATIONS,
  points: POINTS,
  mayTell: MAY_TELL,
  answers: ANSWERS,
  passedTo: PASSED_TO,
  closings: CLOSINGS,
  callBacks: CALL_BACKS,
  results: RESULTS,
  memberResults: MEMBER_RESULTS,
  memberReasons: MEMBER_REASONS,
  urgentClasses: URGENT_CLASSES,
  urgentSources: URGENT_SOURCES,
  urgentReasons: URGENT_REASONS,
  urgentOutcomes: URGENT_OUTCOMES,
  wardFunctions: WARD_FUNCTIONS,
  reportChannels: REPORT_CHANNELS,
  wordChannels: WORD_CHANNELS,
  matters: MATTERS,
  matterAnswers: MATTER_ANSWERS,
  refusals: REFUSALS,
  overrules: OVERRULES,
  keys: KEYS,
  messages: MESSAGES,
  messageStates: MESSAGE_STATES,
  pieces: PIECES,
  statuses: STATUSES,
} as const;
