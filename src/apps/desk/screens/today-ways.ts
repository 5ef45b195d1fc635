import type { DutyKind } from '../../../domain/duties/duty.ts';
import type { WatchKind } from '../../../gate/inside/duty-watch.ts';

/** What a line of 本日 is about, as far as its address needs it. */
export type WayOf = {
  readonly case?: string | undefined;
  readonly batch?: string | undefined;
  readonly due: string;
  readonly key: string;
};

/** The one button of a duty: its verb and where it is done. A kind without one does not compile. */
export type DutyWay = { readonly text: string; readonly href: (of: WayOf) => string };

const onCase = (text: string, place = ''): DutyWay => ({
  text,
  href: (of) => `/cases/${of.case ?? ''}${place}`,
});
const onBatch = (text: string): DutyWay => ({
  text,
  href: ({ batch }) => (batch === undefined ? '/mailing' : `/mailing/batches/${batch}`),
});
const at = (text: string, href: string): DutyWay => ({ text, href: () => href });
/** What stands in the key of a duty behind its kind, or before it. */
const partOf = ({ key }: WayOf, nth: number): string => key.split('/').at(nth) ?? '';
/** Ended by its evidence alone. */
const closing = (text: string): DutyWay => ({
  text,
  href: ({ key }) => `/do/duty.close?duty=${key.replaceAll('/', '~')}`,
});

export const DUTY_WAYS: Readonly<Record<DutyKind, DutyWay>> = {
  'name-mail-way': { text: '送付先を決める', href: (of) => `/do/case.name-mail-way?case=${of.case ?? ''}` },
  'send-letter': at('発送へ', '/mailing'),
  'post-printed': onBatch('発送の回を開く'),
  'pull-piece': onBatch('発送の回で抜き取る'),
  'ask-back-piece': onBatch('取戻しを記録する'),
  'trace-piece': onBatch('発送の回で調べる'),
  'settle-message': onCase('お知らせを確かめる'),
  'call-instead': at('電話する', '/calls/to-make'),
  'review-return': onBatch('扱いを決める'),
  'tell-ward-unreachable': { text: '区に知らせる', href: (of) => `/do/ward.tell?case=${of.case ?? ''}` },
  'decide-follow-up': {
    text: '判断を記録する',
    href: (of) => `/do/case.decide-follow-up?case=${of.case ?? ''}`,
  },
  'answer-hold': {
    text: '確かめて解く',
    href: (of) => (partOf(of, -1).startsWith('package-') ? '/packages/held' : `/cases/${of.case ?? ''}`),
  },
  'assign-visitor': at('担当を決める', '/bookings/assign'),
  'enter-visit-result': {
    text: '結果を入力する',
    href: (of) => `/do/visit.complete?case=${of.case ?? ''}`,
  },
  'visit-before-due-date': { text: '日を決める', href: (of) => `/bookings/times/${of.case ?? ''}` },
  'receive-referral': {
    text: '受け取る',
    href: (of) => `/do/referral.receive?case=${of.case ?? ''}&referral=${partOf(of, -1)}`,
  },
  'ask-ward-entitlement': { text: '区に確認する', href: (of) => `/do/ward.ask?case=${of.case ?? ''}` },
  'decide-after-loss': { text: '区と決める', href: (of) => `/do/benefit.decide?case=${of.case ?? ''}` },
  'send-package': at('発送の準備へ', '/packages'),
  'remind-overseas': {
    text: '案内した電話を記録する',
    href: (of) => `/do/call.record?case=${of.case ?? ''}&about=overseas-${partOf(of, -1)}`,
  },
  'resume-after-pause': onCase('確かめる'),
  'expire-right': onCase('確かめる'),
  'ready-for-visits': closing('終えたことを記録する'),
  'approve-notice-text': closing('承諾を記録する'),
  'ask-cohort-decision': closing('判断を記録する'),
  'close-month': closing('終えたことを記録する'),
  'annual-report': closing('提出を記録する'),
  'hold-survey': closing('行ったことを記録する'),
  'count-stock': at('数える', '/packages'),
  'review-log': closing('点検を記録する'),
  'review-access': at('見直す', '/administration/reviews'),
  'look-at-lock': { text: '確かめる', href: (of) => `/administration/ids/${partOf(of, 1)}` },
  'rehearse-restore': closing('訓練を記録する'),
  'return-take-out': {
    text: '戻りを記録する',
    href: (of) => `/do/handover.return?matter=${partOf(of, 1)}`,
  },
  'ask-disposal': closing('申請を記録する'),
  'carry-out-disposal': {
    text: '終えたことを記録する',
    href: (of) => `/do/disposal.close?matter=${partOf(of, 1)}`,
  },
};

/** Where what should have moved by now is looked at, and what it is called. A kind without one does not compile. */
export const WATCH_WAYS: Readonly<Record<WatchKind, { readonly text: string; readonly href: string }>> = {
  applications: { text: '名簿との照合を待つ申込み', href: '/calls/applications' },
  'call-backs': { text: '約束した折り返し電話', href: '/calls/call-backs' },
  inquiries: { text: '答えを待つ問い合わせ', href: '/calls/open' },
  messages: { text: '送信を待つお知らせ', href: '/calls/to-make' },
  mail: { text: '動いていない郵便物と発送の回', href: '/mailing' },
  rebook: { text: '日時の取り直しが要る予約', href: '/bookings/rebook' },
  'ward-matters': { text: '区の回答を待つ照会', href: '/calls/matters' },
  'list-questions': { text: '区に尋ねている名簿の行', href: '/lists' },
};
