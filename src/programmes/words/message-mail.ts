import { parseCivilDate, type CivilDate } from '../../domain/basics/civil-date.ts';
import type { SlotId } from '../../domain/basics/ids.ts';
import { dayOfInstant, type Instant } from '../../domain/basics/instant.ts';
import { readSlot } from '../../domain/booking/slot.ts';
import type { PortalLanguage } from '../../domain/portal/language.ts';
import { readingsInBrackets } from '../../domain/text/ruby.ts';
import { MAIL_KINDS, type MailKind, type MailWords } from '../mail-words.ts';
import { dateIn } from './date-words.ts';

export type Mail = { readonly subject: string; readonly body: string };

/** Where she can call, and the words of every language a mail can be in. */
export type MailOffice = {
  readonly phone: string;
  readonly words: Readonly<Record<PortalLanguage, MailWords>>;
};

/**
 * A mail to her in her language (domain.md 8, CHI-8.3-13): one neutral subject for all, no name, no address, nothing of
 * pregnancy or of a visit at home. Somebody else may read it over her shoulder. `ref` says the rest: `booking@slot`,
 * `limit@YYYY-MM-DD`, a receipt number, or `number@moment` from which an enquiry is looked at. Throws for a matter that has no words: a mail is planned by our own program.
 */
export function messageMail(
  about: string,
  ref: string | undefined,
  { phone, words }: MailOffice,
  language: PortalLanguage,
): Mail {
  const { subject, mails, closing, hours } = words[language];
  const kind = MAIL_KINDS.find((one) => one === about);
  if (!kind) throw new Error(`No mail has words about ${about}`);
  const fill = { ...placesOf(kind, ref ?? '', language), phone, hours };
  return {
    subject: readingsInBrackets(subject),
    body: [...mails[kind], '', ...closing].map((line) => readingsInBrackets(filled(line, fill))).join('\n'),
  };
}

/** What stands in the places of a mail. */
function placesOf(kind: MailKind, ref: string, language: PortalLanguage): Readonly<Record<string, string>> {
  const value = ref.slice(ref.indexOf('@') + 1);
  if (kind === 'enquiry') return { no: ref };
  if (kind === 'enquiry-later') {
    const [no = '', at = ''] = ref.split('@');
    return { no, date: dateIn(language, dayOfInstant(at as Instant)), start: at.slice(11, 16) };
  }
  const slot = readSlot(value as SlotId);
  if (slot) return { date: dateIn(language, slot.date), start: slot.start };
  const limit = parseCivilDate(value);
  return limit.ok ? { limit: dateIn(language, limit.value satisfies CivilDate) } : {};
}

function filled(line: string, places: Readonly<Record<string, string>>): string {
  return line.replaceAll(/\{([a-z]+)\}/g, (_, name: string) => {
    const value = places[name];
    if (value === undefined) throw new Error(`A mail has a place for ${name} and nothing to put there`);
    return value;
  });
}
