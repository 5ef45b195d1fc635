import { formatJapaneseDate } from '../../domain/calendar/japanese-date.ts';
import { dayOfInstant, type Instant } from '../../domain/basics/instant.ts';

/**
 * The mail that follows the call to the ward (CHI-8.10-2, SEC-10-4): the ward's own number of the case and when it was
 * raised, nothing else. No class, no reason, no name: whoever sees a screen or a forwarded mail learns nothing.
 */
export function urgentMail(
  reference: string,
  raisedAt: Instant,
): { readonly subject: string; readonly body: string } {
  const when = `${formatJapaneseDate(dayOfInstant(raisedAt))} ${raisedAt.slice(11, 16)}`;
  return {
    subject: '至急ご確認のお願い',
    body: [
      `整理番号 ${reference} について、至急ご確認いただきたいことがあります。`,
      `記録した日時: ${when}`,
      '内容は専用の画面でご覧ください。このメールには内容を書いていません。',
      'お電話でもご連絡しています。このメールへの返信では受け付けていません。',
    ].join('\n'),
  };
}
