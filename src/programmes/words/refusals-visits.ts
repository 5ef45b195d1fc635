import type { AssignVisitorRefusal } from '../../domain/visits/assign-visitor.ts';
import type { CompleteVisitRefusal } from '../../domain/visits/complete-visit.ts';
import type { CorrectVisitRefusal } from '../../domain/visits/correct-visit.ts';
import type { DescribeVisitorRefusal } from '../../domain/visits/describe-visitor.ts';
import type { EndUnvisitedRefusal } from '../../domain/visits/end-unvisited.ts';
import type { MakeReferralRefusal } from '../../domain/visits/make-referral.ts';
import type { MissVisitRefusal } from '../../domain/visits/miss-visit.ts';
import type { QualifyVisitorRefusal } from '../../domain/visits/qualify-visitor.ts';
import type { RaiseCapRefusal } from '../../domain/visits/raise-cap.ts';
import type { ReceiveReferralRefusal } from '../../domain/visits/receive-referral.ts';
import type { RecordConsultationRefusal } from '../../domain/visits/record-consultation.ts';
import type { TrainVisitorRefusal } from '../../domain/visits/train-visitor.ts';
import { formatJapaneseDate as day } from '../../domain/calendar/japanese-date.ts';
import type { RefusalWords } from './refusal-words.ts';
import { lacksWords } from './visitor-lacks.ts';

/** Codes that booking has already said in the same words. */
type SaidByBooking = 'already-visited' | 'already-booked' | 'no-booking';

type VisitRefusal =
  | AssignVisitorRefusal
  | CompleteVisitRefusal
  | CorrectVisitRefusal
  | MissVisitRefusal
  | RaiseCapRefusal
  | EndUnvisitedRefusal
  | RecordConsultationRefusal
  | MakeReferralRefusal
  | ReceiveReferralRefusal
  | QualifyVisitorRefusal
  | DescribeVisitorRefusal
  | TrainVisitorRefusal;

export const visitRefusals: RefusalWords<Exclude<VisitRefusal, { readonly refused: SaidByBooking }>> = {
  'visitor-not-ready': ({ lacks }) =>
    `この支援員はまだ訪問できません。足りないもの:${lacks.map(lacksWords).join('、')}。`,
  'visitor-assigned-already': () => 'この訪問は、すでにこの支援員の担当です。',
  'not-on-booked-day': ({ date }) =>
    `ご予約は${day(date)}です。日を変えて訪問したときは、先にご予約の日時を変更してください。`,
  'nobody-assigned': () => '担当の支援員が決まっていません。先に担当を決めてください。',
  'visit-not-yet': () => '訪問の時刻がまだ来ていません。訪問のあとに記録してください。',
  'times-wrong': () => '始まりと終わりの時刻を確かめてください。',
  'no-visit-record': () => 'このご予約には、まだ訪問の記録がありません。',
  'not-correctable': () =>
    'この項目は、記録の訂正では直せません。お会いした方や訪問の日の誤りは、区と相談してください。',
  'correct-already': () => '記録は、すでにそのとおりになっています。',
  'ward-decided-otherwise': ({ followUp }) =>
    `区の決定では、訪問の日には要フォロー${followUp ? 'でした' : 'ではありませんでした'}。区の決定が変わったときは、先にそれを記録してください。`,
  'moved-out-by-then': ({ on }) =>
    `${day(on)}に区外へ転出されているため、訪問として記録できません。「できなかった訪問(転出)」として記録してください。`,
  'not-herself': () =>
    'ご本人とお話しした訪問だけを、訪問として記録できます。ご家族だけのときは「できなかった訪問」として記録してください。',
  'identity-not-complete': () =>
    'はじめに、お名前・生年月日・住民登録のあるご住所の3点を、ご本人に言っていただいてください。',
  'place-not-private': () => '声や画面がほかの人に伝わらない場所にいることを確かめてください。',
  'birth-date-needed': () => 'ご出産の日を伺い、記録してください。',
  'birth-contradicts': () =>
    '妊娠中かどうかのお答えが、ほかの記録や日付と合いません。確かめて、入れ直してください。',
  'checklist-not-approved': ({ checklist }) =>
    `チェックリスト(${checklist})は区の承認を受けた版ではありません。承認された版で記録してください。`,
  'checklist-incomplete': ({ question }) =>
    `チェックリストの ${question} が未記入か、選べない答えになっています。すべての項目を記録してください。`,
  'leeway-needed': () => 'ゆとり感の聞き取りを記録してください。この方には必ず伺います。',
  'leeway-not-asked': () => 'この方にはゆとり感の聞き取りを行いません。記録から外してください。',
  'consent-unasked': () => '伺った内容を区と共有することについて、同意を確かめてください。',
  'stamp-unanswered': () =>
    '母子健康手帳のスタンプについて、押したかどうかと、押していない理由を選んでください。',
  'attempts-left': () => 'まだ訪問できる回数が残っています。追加の許可はいりません。',
  'not-a-person': () => 'この許可は、業務責任者ご自身が行います。',
  'case-closed-before': () => 'この方の記録はすでに終わっています。',
  'no-such-case': () => 'この方の記録が見つかりません。',
  'no-open-referral': () => 'このおつなぎはないか、すでに受け取られています。',
  'no-such-account': () => 'このIDは使われていません。',
  'licence-not-accepted': () =>
    '訪問できるのは、保健師または看護師の免許を確認した方です。助産師の方は、看護師の免許を確認してください。',
  'no-such-topic': () => 'この研修の項目はありません。',
  'not-an-area': ({ area }) =>
    `「${area}」は郵便番号のはじめの部分として読めません。102 や 1020074 のように、数字だけで入力してください。`,
  'not-a-language': ({ language }) =>
    `「${language}」は言語の記号として読めません。en、zh、ko のように入力してください。`,
  'day-to-come': ({ date }) => `${day(date)}はまだ来ていません。日付を確かめてください。`,
};
