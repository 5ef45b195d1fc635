import { isEmail } from '../application/register-resident.ts';
import type { CaseId, InquiryId } from '../basics/ids.ts';
import type { RefusalOf } from '../basics/refusal.ts';
import type { Instant } from '../basics/instant.ts';
import type { Context } from '../context.ts';
import type { Decision } from '../decision.ts';
import type { InquiryChannel } from '../facts/contact.ts';
import type { NewFact } from '../facts.ts';
import type { PortalLanguage } from '../portal/language.ts';
import type { Rules } from '../rules.ts';
import { isComplaint, isForWard, type InquiryCategory } from './categories.ts';
import type { InquiryState } from './inquiry.ts';
import { addOpenMinutes, openingNotBefore } from './opening-hours.ts';
import type { ReceptionState } from './reception.ts';

/** Somebody calls, writes, or sends the form. `caller` and `words` go to the vault. */
export type OpenInquiry = {
  readonly inquiry: InquiryId;
  readonly channel: InquiryChannel;
  readonly category: InquiryCategory;
  readonly words?: string | undefined;
  readonly caller?:
    | {
        readonly name?: string | undefined;
        readonly phone?: string | undefined;
        readonly email?: string | undefined;
        /** The language of the form, for its receipt. */
        readonly language?: PortalLanguage | undefined;
      }
    | undefined;
};

export type OpenInquiryRefusal = RefusalOf<'inquiry-exists'>;

/**
 * An enquiry gets the next number of the reception book (CHI-9.1-1) and its clock, which counts opening hours only:
 * what comes on a Sunday begins on Monday at nine (CHI-8.14-3, 8.14-4). What is for the ward goes there at once
 * (CHI-16.2-2, PII-15-1). The form, and nobody else, is answered by an automatic receipt where it names an address.
 */
export function openInquiry(
  state: { readonly inquiry: InquiryState; readonly reception: ReceptionState },
  { inquiry, channel, category, words, caller }: OpenInquiry,
  { now, ids, rules, actor }: Context,
): Decision | OpenInquiryRefusal {
  if (state.inquiry.opened) return { refused: 'inquiry-exists' };
  const no = state.reception.last + 1;
  const person = ids.fresh('person');
  const said = Object.entries({ words, ...caller }).flatMap(([name, value]) =>
    value ? [[name, value] as const] : [],
  );
  const receipt = actor === 'resident' && channel === 'web' && isEmail(caller?.email ?? '');
  const forWard = passOn(inquiry, category, { no, channel });
  return {
    facts: [
      { type: 'reception.entered', no, inquiry },
      {
        type: 'inquiry.opened',
        inquiry,
        no,
        channel,
        category,
        startsAt: openingNotBefore(now, rules.inquiry.hours),
        dueBy: dueBy(now, category, rules),
        person,
        ...(receipt ? { receipt: 'email' } : {}),
      },
      ...forWard.facts,
    ],
    link: [{ subject: inquiry, person }],
    keep: [{ of: inquiry, section: 'inquiry', item: inquiry, value: Object.fromEntries(said) }],
    send: forWard.send,
  };
}

/** By when it is answered: a complaint within one operating day (AMB-41). */
export function dueBy(from: Instant, category: InquiryCategory, { inquiry }: Rules): Instant {
  const { complaint, other } = inquiry.answerWithin;
  return addOpenMinutes(from, isComplaint(category) ? complaint : other, inquiry.hours);
}

/** What every fact about an enquiry names: its number in the reception book, its channel, and whose it is when known. */
export type InquiryNamed = {
  readonly no: number;
  readonly channel: InquiryChannel;
  readonly case?: CaseId;
};

/** What is for the ward is passed on by choosing its category, without another step. */
export function passOn(
  inquiry: InquiryId,
  category: InquiryCategory,
  named: InquiryNamed,
): { readonly facts: readonly NewFact[]; readonly send: NonNullable<Decision['send']> } {
  if (!isForWard(category)) return { facts: [], send: [] };
  return {
    facts: [{ type: 'inquiry.escalated', inquiry, ...named, category, result: 'ward' }],
    send: [{ queue: 'ward-notice', ref: inquiry }],
  };
}
