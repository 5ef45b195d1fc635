import type { MayBookRefusal } from '../../domain/application/may-book.ts';
import type { CancelBookingRefusal } from '../../domain/booking/cancel-booking.ts';
import type { CloseDayRefusal } from '../../domain/booking/close-day.ts';
import type { HoldSeatRefusal } from '../../domain/booking/hold-seat.ts';
import type { MakeBookingRefusal } from '../../domain/booking/make-booking.ts';
import type { MoveBookingRefusal } from '../../domain/booking/move-booking.ts';
import type { OpenDayRefusal } from '../../domain/booking/open-day.ts';
import { dayOfInstant, type Instant } from '../../domain/basics/instant.ts';
import { formatJapaneseDate as day } from '../../domain/calendar/japanese-date.ts';
import type { RefusalWords } from './refusal-words.ts';

type BookingRefusal =
  | Exclude<MakeBookingRefusal, MayBookRefusal>
  | MoveBookingRefusal
  | CancelBookingRefusal
  | HoldSeatRefusal
  | OpenDayRefusal
  | CloseDayRefusal;

/** What she or an operator reads. Why visits are stopped is never said: it may be news to whoever reads it. */
export const bookingRefusals: RefusalWords<BookingRefusal> = {
  'visit-stopped': () => 'いまは訪問のご予約をお受けできません。お手数ですが、お電話でご相談ください。',
  'not-a-visit-target': () =>
    '今年度の訪問の対象となる時期ではないようです。お手数ですが、お電話でご確認ください。',
  'after-birth': () => 'ご出産後の訪問のご予約はお受けできません。ご相談は、お電話でいつでもお受けします。',
  'before-first-day': ({ firstDay }) => `訪問は${day(firstDay)}に始まります。その日以降をお選びください。`,
  'after-contract': ({ last }) => `訪問は${day(last)}までです。その日までの日をお選びください。`,
  'holidays-not-announced': ({ until }) =>
    `${day(until)}より後の祝日がまだ決まっていないため、ご予約をお受けできません。`,
  'closed-day': ({ date }) =>
    `${day(date)}は訪問をお休みしています。月曜日から土曜日の、祝日でない日をお選びください。`,
  'outside-hours': ({ from, to }) => `訪問は${from}から${to}までです。この時間に終わる時刻をお選びください。`,
  'slot-past': () => 'この時刻はもう過ぎています。ほかの日時をお選びください。',
  'online-too-late': ({ until }) =>
    `この日のご予約は、${moment(until)}まで画面でお受けしていました。お電話でご相談ください。`,
  'change-too-late': ({ until }) =>
    `日時の変更は、${moment(until)}まで画面でお受けしていました。お電話でご連絡ください。`,
  'no-such-slot': () => 'この時刻はご用意がありません。ほかの日時をお選びください。',
  'already-visited': ({ date }) => `訪問は${day(date)}に済んでいます。訪問はおひとり1回です。`,
  'attempts-used': ({ attempts }) =>
    `お会いできなかった訪問が${attempts}回ありました。次の訪問は、お電話でご相談のうえ決めます。`,
  'request-needed': ({ from, to }) =>
    `妊娠8か月(${day(from)}から${day(to)}まで)の外の日です。ご本人の希望であることを確認してください。`,
  'early-needs-call': () => '妊娠8か月より前の訪問をご希望の方は、お電話でお申し込みください。',
  'after-due-date-call': () => '出産予定日より後の訪問をご希望の方は、お電話でご相談ください。',
  'still-pregnant-unasked': ({ due }) =>
    `出産予定日(${day(due)})より後の日です。まだご出産前であることを伺い、記録してください。`,
  'remote-needs-reason': () =>
    'オンラインやお電話での面談は、里帰りやご入院などで訪問できないときに行います。理由をお選びください。',
  'phone-needs-request': () => 'お電話での面談は、ご本人の希望があるときに行います。',
  'visit-after-return': ({ from }) =>
    `${day(from)}からはご自宅で訪問をお受けいただけます。この日以降の訪問をご案内します。`,
  'place-not-registered': () =>
    '訪問先は、区内の住民登録のあるご住所です。ほかの場所をご希望の方は、オンライン面談をお選びいただくか、お電話でご相談ください。',
  'already-booked': ({ date }) =>
    `${day(date)}にご予約があります。日時を変えるときは「変更」をお選びください。`,
  'no-booking': () => 'いまご予約はありません。',
  'same-slot': ({ date }) => `すでに${day(date)}のこの時刻でお約束しています。`,
  'nobody-on-duty': () => '訪問できる人数を1名以上で入れてください。画面へ渡す数は、その人数までです。',
  'day-not-open': ({ date }) => `${day(date)}には受け付けている時刻がありません。`,
};

function moment(at: Instant): string {
  return `${day(dayOfInstant(at))}${at.slice(11, 16)}`;
}
