import { STOPPED } from '../../domain/call-back/close-by-stop.ts';
import { dayOfInstant } from '../../domain/basics/instant.ts';
import { formatJapaneseDate } from '../../domain/calendar/japanese-date.ts';
import type { Fact, RecordedFact } from '../../domain/facts.ts';

type Named<F, T> = F extends { readonly type: infer U } ? (T extends U ? F : never) : never;

/** A fact that tells of a case: it names one, always or sometimes. */
type CaseFacts<F> = F extends unknown ? ('case' extends keyof F ? F : never) : never;

/** A sentence for each of them; a new fact about a case does not compile until it has one. */
export type TimelineWords = {
  readonly [T in CaseFacts<Fact>['type']]: (fact: Named<Fact, T>) => string;
};

const day = formatJapaneseDate;

/** What one fact says, in plain Japanese; a fact that is about no case has only its code. */
export function timelineSentence(fact: RecordedFact): string {
  const say = (words as Partial<Record<string, (fact: RecordedFact) => string>>)[fact.type];
  return say ? say(fact) : fact.type;
}

const PIECES = {
  notice: 'ご案内',
  resend: '再送のご案内',
  recall: '勧奨はがき',
  reissue: '再発行のご案内',
  package: '育児パッケージ',
  'package-resend': '育児パッケージ(再送)',
  'package-request': '育児パッケージ(お申し出による再発送)',
} as const;

const WAYS = {
  registered: '住民登録地',
  designated: '区が指定した送付先',
  ward: '区からの手渡し',
  undecided: '未定',
};

/** Parts of a visit record that can be put right. */
const CORRECTED: Readonly<Record<string, string>> = {
  from: '訪問の始まり',
  to: '訪問の終わり',
  mode: '面談の方法',
  followUp: '要フォロー',
  reason: '行えなかった理由',
};

const PARTS = {
  'mail-address': '送付先',
  'delivery-address': '育児パッケージのお届け先',
  name: '氏名',
  phone: '電話番号',
  email: 'メールアドレス',
  correction: '住所(訂正)',
} as const;

const MODES = { visit: '訪問', online: 'オンライン面談', phone: '電話面談' } as const;

const WHO = { herself: 'ご本人', ward: '区', staff: '担当者', clock: '期限' } as const;

const PACKAGE = { send: '送る', keep: '控えておく', decline: '受け取らない' } as const;

const PLACES_TOLD = { registered: '住民登録地', japan: '国内の別の住所', abroad: '海外' } as const;

const CALL_BACK = {
  'cancel-booking': '予約の取消し',
  withdraw: '辞退',
  stop: '連絡の停止',
  question: 'ご質問',
  other: 'その他',
} as const;

const words: TimelineWords = {
  'case.opened': ({ due, origin }) =>
    due === undefined
      ? '区のリストにより記録を開きました。'
      : `${origin === 'designated' ? '区の指定により' : origin === 'carried' ? '前の契約から引き継いで' : '区のリストにより'}記録を開きました(出産予定日 ${day(due)})。`,
  'case.due-date-changed': ({ from, to }) => `出産予定日を${day(from)}から${day(to)}に変えました。`,
  'case.follow-up-proposed': ({ to }) =>
    `要フォローを「${to ? '該当' : '非該当'}」とするよう区に提案しました。`,
  'case.follow-up-decided': ({ to, on }) =>
    `区が要フォローを「${to ? '該当' : '非該当'}」と決めました(${day(on)})。`,
  'case.contact-changed': ({ what }) => `${PARTS[what]}を変えました。`,
  'case.mail-way-named': ({ way }) => `区が郵便の送り先を「${WAYS[way]}」と決めました。`,
  'case.moved': ({ on, within, back }) =>
    back
      ? `${day(on)}に区内に戻りました(転出の取消しを含む)。`
      : `${day(on)}に${within ? '区内で転居' : '区外へ転出'}しました。`,
  'case.protection-changed': ({ to }) => (to ? '支援措置が始まりました。' : '支援措置が終わりました。'),
  'case.loss-reported': ({ on }) => `死産等の連絡を受けました(${day(on)})。すべてのお知らせを止めています。`,
  'case.birth-reported': ({ on }) => `${day(on)}に出産されました。`,
  'case.died': ({ who, on }) =>
    `${who === 'woman' ? 'ご本人' : 'お子さん'}が亡くなられた連絡を受けました(${day(on)})。すべてのお知らせを止めています。`,
  'case.paused': ({ until, by }) => `${WHO[by]}の申し出により、${day(until)}までお知らせを止めました。`,
  'case.resumed': ({ by }) =>
    by === 'clock' ? '中止の期間が終わりました。' : `${WHO[by]}の申し出により再開しました。`,
  'case.withdrawn': (fact) => `辞退されました(育児パッケージ: ${PACKAGE[fact.package]})。`,
  'case.held': ({ reason }) =>
    reason === 'ward-stop' ? '区の連絡により発送を止めました。' : '確認のため、発送と連絡を止めました。',
  'case.hold-ended': () => '確認が済み、発送と連絡の停止を終えました。',
  'case.stop-lifted': ({ by }) =>
    by === 'herself'
      ? 'ご本人の申し出により、停止を解除しました。'
      : '区の連絡により、2人で停止を解除しました。',
  'case.designated': () => '区が対象として指定しました。',
  'case.unreachable': ({ on }) => `郵便が届かないと判断し、区に連絡します(${day(on)})。`,
  'case.closed': () => '対応を終えました。',
  'case.carried-over': ({ toYear }) => `${toYear}年度の契約に引き継ぎました。`,
  'invite.issued': () => '専用コードを発行しました。',
  'invite.redeemed': () => '専用コードが使われました。',
  'invite.revoked': () => '専用コードを無効にしました。',
  'envelope.taken': ({ result }) =>
    result === 'accepted'
      ? '専用ページからの連絡を受け付けました。'
      : '専用ページからの連絡を、そのままでは受け付けられませんでした。',
  'benefit.place-told': ({ place }) => `育児パッケージの受け取り先: ${PLACES_TOLD[place]}`,
  'piece.planned': ({ kind }) => `${PIECES[kind]}の発送を予定しました。`,
  'piece.dropped': () => '発送の予定から外しました。',
  'piece.printed': ({ kind, copy }) => `${PIECES[kind]}を印刷しました(${copy}部目)。`,
  'piece.voided': () => '印刷したものを取り消しました。',
  'piece.enclosed': () => '封筒に入れました。',
  'piece.taken-out': () => '封筒から出しました。',
  'piece.labelled': () => '封筒に追跡番号のラベルを貼りました。',
  'piece.posted': ({ kind }) => `${PIECES[kind]}を発送しました。`,
  'piece.delivered': ({ on }) => `${day(on)}に配達されました。`,
  'piece.returned': ({ on }) => `${day(on)}に郵便が戻りました。`,
  'piece.lost': ({ on }) => `${day(on)}に郵便事故として扱いました。`,
  'piece.withdrawn': ({ on }) => `${day(on)}に郵便を取り戻しました。`,
  'piece.return-reviewed': ({ resend }) => `戻った郵便を確かめました(再送${resend ? 'する' : 'しない'})。`,
  'piece.asked-back': ({ asked }) =>
    asked ? '郵便局に取戻しを請求しました。' : '取戻しを請求しないことにしました(理由を記録)。',
  'piece.reissue-granted': () => 'ご案内の再発行を決めました。',
  'questionnaire.answered': () => '事前アンケートに答えられました。',
  'questionnaire.withdrawn': () => '事前アンケートの回答を取り下げられました。',
  'resident.registered': () => '連絡先を登録されました。',
  'consent.recorded': ({ answer }) =>
    `区との情報共有について「${answer === 'given' ? '同意' : answer === 'refused' ? '不同意' : '撤回'}」とお答えになりました。`,
  'application.received': () => '申込みを受け付けました。',
  'application.matched': () => '申込みをこの方のものと確かめました。',
  'application.cancelled': () => '申込みが取り消されました。',
  'booking.made': ({ date, mode }) => `${day(date)}の${MODES[mode]}を予約しました。`,
  'booking.moved': ({ date, mode }) => `予約を${day(date)}の${MODES[mode]}に変えました。`,
  'booking.cancelled': ({ date }) => `${day(date)}の予約を取り消しました。`,
  'visit.assigned': () => '支援員を決めました。',
  'visit.completed': ({ date, mode }) => `${day(date)}に${MODES[mode]}を行いました。`,
  'visit.missed': ({ date }) => `${day(date)}の訪問は行えませんでした。`,
  'visit.cap-raised': () => '業務責任者がもう1回の訪問を認めました。',
  'consultation.recorded': () => '相談を記録しました。',
  'referral.made': () => '区の相談窓口などにつなぎました。',
  'referral.received': () => 'つないだ先で受け付けられました。',
  'urgent.raised': () => '区への至急の連絡を始めました。',
  'urgent.reported': () => '区に至急の連絡をしました。',
  'urgent.acknowledged': () => '区が至急の連絡を受け取りました。',
  'urgent.closed': () => '至急の連絡への対応を終えました。',
  'benefit.granted': ({ dueBy }) => `育児パッケージをお届けすることにしました(${day(dueBy)}まで)。`,
  'benefit.withheld': () => '育児パッケージの対象になりませんでした。',
  'benefit.held': () => '育児パッケージの発送を控えています。',
  'benefit.released': ({ dueBy }) => `育児パッケージの発送を再開しました(${day(dueBy)}まで)。`,
  'benefit.expired': () => '育児パッケージをお届けできる期限が過ぎました。',
  'benefit.packed': () => '育児パッケージを2人で確かめて封入しました。',
  'redispatch.requested': ({ on, accepted }) =>
    `${day(on)}に育児パッケージの再発送の申し出があり、${accepted ? '受け付けました' : '受け付けられませんでした'}。`,
  'recall.sent': () => '申込みのご案内をもう一度送りました。',
  'message.sent': () => 'お知らせを送りました。',
  'message.stopped': () => 'お知らせを送る前に止めました。',
  'message.handed-over': () => 'お知らせを送信にかけました。',
  'message.accepted': () => 'お知らせが送信されました。',
  'message.failed': () => 'お知らせを送れませんでした。',
  'message.bounced': () => 'お知らせが届きませんでした。',
  'case.grouped': () => 'ご案内の組を決めました。',
  'attendance.reported': ({ on }) => `${day(on)}に受診されました(区の連絡)。`,
  'call.made': () => '電話をかけました。',
  'call-back.requested': ({ about, dueBy }) =>
    `${CALL_BACK[about]}について、${day(dayOfInstant(dueBy))}までに折り返し電話をします。`,
  'call-back.closed': ({ result }) =>
    result === STOPPED ? '折り返し電話を取りやめました。' : '折り返し電話への対応を終えました。',
  'inquiry.opened': ({ no }) => `問い合わせを受けました(受付番号 ${no})。`,
  'inquiry.identified': ({ caller }) =>
    caller === undefined
      ? '問い合わせの方がご本人と分かりました。'
      : 'この方についての、ご本人ではない方からの問い合わせでした。',
  'inquiry.answered': () => '問い合わせに答えました。',
  'inquiry.escalated': () => '問い合わせを責任者に引き継ぎました。',
  'inquiry.closed': () => '問い合わせへの対応を終えました。',
  'ward.told': () => '区に伝えました。',
  'ward.asked': () => '区に確認しています。',
  'ward.answered': () => '区から回答がありました。',
  'survey.sent': () => '満足度調査をお願いしました。',
  'fact.corrected': ({ field }) => `記録の誤りを直しました(${CORRECTED[field] ?? '訪問の記録'})。`,
  'list.question-raised': () => '区のリストの行について、確認が必要になりました。',
};
