import { parseCivilDate } from '../../domain/basics/civil-date.ts';
import { formatJapaneseDate } from '../../domain/calendar/japanese-date.ts';
import { readSlot } from '../../domain/booking/slot.ts';
import type { SlotId } from '../../domain/basics/ids.ts';

export type Mail = { readonly subject: string; readonly body: string };

/**
 * A mail to her (domain.md 8): one neutral subject for all, no name, no address, nothing of pregnancy or of a visit at
 * home. Somebody else may read it over her shoulder. `ref` is `booking@slot`; date and time come from it.
 */
export function messageMail(
  about: string,
  ref: string | undefined,
  office: { readonly phone: string; readonly hours: string },
): Mail {
  return {
    subject: 'ご予約についてのお知らせ',
    body: [
      ...linesOf(about, ref),
      `お問い合わせ: ${office.phone}（${office.hours}）`,
      'このメールには返信できません。',
    ].join('\n'),
  };
}

function linesOf(about: string, ref: string | undefined): readonly string[] {
  const slot = readSlot((ref ?? '').slice((ref ?? '').indexOf('@') + 1) as SlotId);
  const when = slot ? `日時: ${formatJapaneseDate(slot.date)} ${slot.start}から` : '';
  if (about === 'booking')
    return ['ご予約を承りました。', when, 'ご都合が悪くなったときは、お早めにお知らせください。'];
  if (about.startsWith('reminder-'))
    return ['ご予約の日が近づきました。', when, 'ご都合が悪くなったときは、お早めにお知らせください。'];
  if (about === 'not-carried-out') {
    return [
      '今回のお手続きは、いったん終わりとさせていただきます。',
      'これからもご相談をお受けしています。お気軽にお電話ください。',
    ];
  }
  if (about.startsWith('overseas-'))
    return [...limitOf(ref), 'お受け取りについてはお電話でお知らせください。'];
  if (about === 'survey') return ['アンケートへのご協力をお願いします。', 'お名前は記録されません。'];
  return ['お手続きが途中になっています。', '続きはお手元のご案内から、またはお電話で承ります。'];
}

/** `limit@YYYY-MM-DD`: the last day on which she can tell that she is back (CHI-8.8-10). */
function limitOf(ref: string | undefined): readonly string[] {
  const limit = parseCivilDate((ref ?? '').replace('limit@', ''));
  return limit.ok
    ? [
        '日本でお受け取りになれるようになりましたら、ご本人からお知らせください。',
        `お知らせいただく期限: ${formatJapaneseDate(limit.value)}`,
      ]
    : [];
}
