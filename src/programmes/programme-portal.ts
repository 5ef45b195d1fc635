import type { PortalLanguage } from '../domain/portal/language.ts';
import type { Approval } from '../domain/forms/form.ts';
import type { ConsentWords } from './consent-words.ts';
import type { FormWords } from './form-words.ts';
import type { MailWords } from './mail-words.ts';
import type { PortalWords } from './portal-words.ts';

/** What residents see of a programme on the internet, all of it approved words. */
export type ProgrammePortal = {
  readonly words: Readonly<Record<PortalLanguage, PortalWords>>;
  /** By name of the form: `pre-visit-questionnaire/1`. */
  readonly forms: Readonly<Record<PortalLanguage, Readonly<Record<string, FormWords>>>>;
  /** The texts of consent as approved, in Japanese; the last version is in force (CHI-8.3-9). */
  readonly consentTexts: readonly {
    readonly text: string;
    readonly version: string;
    readonly approval: Approval;
    readonly title: string;
    readonly paragraphs: readonly string[];
    readonly check: string;
  }[];
  /** What the text in force says, in each language. */
  readonly consent: Readonly<Record<PortalLanguage, ConsentWords>>;
  readonly mail: Readonly<Record<PortalLanguage, MailWords>>;
  /** Which questions stand on one page, in this order. What is asked on other pages (consent) or alone is in none. */
  readonly questionPages: readonly { readonly key: string; readonly questions: readonly string[] }[];
  /** Questions that already ask where she will be and until when, so that the page of the place need not ask again. */
  readonly awayAnswers?: { readonly where: string; readonly until: string };
  /** As people write it: 0120-000-000. */
  readonly phone: string;
  /** Where "leave this page quickly" leads: an address that says nothing. */
  readonly exit: string;
};
