import { createHash } from 'node:crypto';
import { date } from '../../domain/basics/civil-date.ts';
import { askedOrder, formName, type Approval, type FormDefinition } from '../../domain/forms/form.ts';
import { PORTAL_LANGUAGES, type PortalLanguage } from '../../domain/portal/language.ts';
import { hasSubject } from '../../domain/rules-of.ts';
import { MAIL_KINDS } from '../../programmes/mail-words.ts';
import { LANGUAGE_NAMES } from '../../programmes/portal-words.ts';
import type { ProgrammePortal } from '../../programmes/programme-portal.ts';
import type { Programme } from '../../programmes/programme.ts';
import { dateIn } from '../../programmes/words/date-words.ts';
import { leafTexts } from '../../programmes/words/leaf-texts.ts';
import { RESIDENT_WORDS as W } from '../../programmes/words/resident-words.ts';

/** A text with its key and, for another language, the Japanese one. `about` tells an officer what it hangs on. */
export type WordsRow = {
  readonly key: string;
  readonly text: readonly string[];
  readonly original: readonly string[];
  readonly about?: readonly string[];
};

/** A block of words that is approved as one. */
export type WordsBlock = {
  readonly part: 'pages' | 'forms' | 'consent' | 'mail';
  readonly key: string;
  readonly title: string;
  readonly version: string;
  readonly approval: Approval;
  readonly rows: readonly WordsRow[];
};

/** All that a resident can read in one language, in the order of the pages (CHI-8.3-13, 8.16-4). */
export type ResidentWords = {
  readonly language: PortalLanguage;
  readonly blocks: readonly WordsBlock[];
  /** SHA-256 of every key, text and original: what is signed can be told from what was changed later. */
  readonly digest: string;
};

/** Gathers the words of a programme with a portal; a language never lacks one (its type says so). */
export function residentWords(
  programme: Programme,
  portal: ProgrammePortal,
  language: PortalLanguage,
): ResidentWords {
  const blocks = [
    ...pageBlocks(portal, language),
    ...formBlocks(programme, portal, language),
    consentBlock(portal, language),
    mailBlock(portal, language),
  ];
  const texts = blocks.flatMap(({ key, version, rows }) =>
    rows.map((row) => [key, version, row.key, row.text, row.original]),
  );
  return { language, blocks, digest: createHash('sha256').update(JSON.stringify(texts)).digest('hex') };
}

function pageBlocks({ words }: ProgrammePortal, language: PortalLanguage): readonly WordsBlock[] {
  const { site } = words[language];
  return (Object.keys(words[language]) as readonly (keyof typeof W.pages)[]).map((key) => {
    const page = words[language][key];
    const { version, approval } = 'block' in page ? page.block : site.block;
    const japanese = new Map(leafTexts(words.ja[key], key).map((one) => [one.key, one.text]));
    const rows = leafTexts(page, key).map((one) => row(one.key, one.text, japanese.get(one.key)));
    return {
      part: 'pages',
      key,
      title: W.pages[key],
      version,
      approval,
      rows: [...rows, ...(key === 'site' ? languageRows() : key === 'dates' ? dateRows(language) : [])],
    };
  });
}

const languageRows = () =>
  PORTAL_LANGUAGES.map((one) => ({
    ...row(`language.${one}`, LANGUAGE_NAMES[one], LANGUAGE_NAMES[one]),
    about: [W.languageNames],
  }));

/** The seven days of a week and the twelve months, as they will be written. */
function dateRows(language: PortalLanguage): readonly WordsRow[] {
  const week = Array.from({ length: 7 }, (_, day) => date(`2026-09-0${day + 1}`));
  const year = Array.from({ length: 12 }, (_, month) =>
    date(`2026-${String(month + 1).padStart(2, '0')}-01`),
  );
  return [...week, ...year].map((day) => ({
    ...row(`date.${day}`, dateIn(language, day), dateIn('ja', day)),
    about: [W.dateSample],
  }));
}

function formBlocks(
  { rules }: Programme,
  { forms }: ProgrammePortal,
  language: PortalLanguage,
): readonly WordsBlock[] {
  const definitions = [
    ...(hasSubject(rules, 'forms') ? rules.forms.definitions : []),
    ...(hasSubject(rules, 'survey') ? rules.survey.definitions : []),
  ];
  return Object.values(forms[language]).map((words) => {
    const form = definitions.find((one) => formName(one) === words.form);
    const japanese = forms.ja[words.form];
    if (!form || !japanese) throw new Error(`No form has the words of ${words.form}`);
    const { approval } = words;
    const title = { ...row('title', words.title, japanese.title), about: [W.formTitle] };
    const asked = askedOrder(form).flatMap((question): readonly WordsRow[] => {
      const { code, choices = [] } = question;
      const own = words.questions[code];
      const ja = japanese.questions[code];
      return [
        {
          ...row(code, own?.label ?? '', ja?.label),
          about: aboutQuestion(form, question, japanese.questions),
        },
        ...(own?.short ? [{ ...row(`${code}.short`, own.short, ja?.short), about: [W.short] }] : []),
        ...(own?.hint ? [{ ...row(`${code}.hint`, own.hint, ja?.hint), about: [W.hint] }] : []),
        ...choices.map((choice) => ({
          ...row(`${code}.${choice.code}`, own?.choices?.[choice.code] ?? '', ja?.choices?.[choice.code]),
          about: [
            ...new Set((choice.flags ?? []).map(({ asks }) => W.flags[asks])),
            ...(choice.excludesOthers ? [W.excludes] : []),
          ],
        })),
      ];
    });
    return {
      part: 'forms',
      key: words.form,
      title: japanese.title,
      version: form.version,
      approval,
      rows: [title, ...asked],
    };
  });
}

function aboutQuestion(
  form: FormDefinition,
  { kind, required, alone, shownIf }: FormDefinition['questions'][number],
  labels: ProgrammePortal['forms']['ja'][string]['questions'],
): readonly string[] {
  const above = form.questions.find(({ code }) => code === shownIf?.question);
  const answers = (shownIf?.is ?? []).map((code) => labels[above?.code ?? '']?.choices?.[code] ?? code);
  return [
    `${W.kinds[kind]} · ${required ? W.required : W.optional}`,
    ...(alone ? [W.alone] : []),
    ...(above ? [`${W.onlyIf}: ${above.code}「${answers.join('・')}」`] : []),
  ];
}

/** Beside each paragraph of the explanation stands the Japanese text itself, as it was approved. */
function consentBlock({ consent, consentTexts }: ProgrammePortal, language: PortalLanguage): WordsBlock {
  const words = consent[language];
  const text = consentTexts.find((one) => `${one.text}/${one.version}` === words.consent);
  if (!text) throw new Error(`No text of consent is ${words.consent}`);
  return {
    part: 'consent',
    key: words.consent,
    title: text.title,
    version: text.version,
    approval: words.approval,
    rows: [
      { ...row('title', words.title, text.title), about: [W.consentTitle] },
      ...words.paragraphs.map((paragraph, at) => ({
        ...row(`paragraph.${at + 1}`, paragraph, text.paragraphs[at]),
        about: [W.consentParagraph],
      })),
      { ...row('check', words.check, text.check), about: [W.consentCheck] },
      ...(words.note ? [{ ...row('note', words.note, ''), about: [W.consentNote] }] : []),
    ],
  };
}

function mailBlock({ mail }: ProgrammePortal, language: PortalLanguage): WordsBlock {
  const { [language]: words, ja } = mail;
  return {
    part: 'mail',
    key: 'mail',
    title: W.parts.mail,
    version: words.version,
    approval: words.approval,
    rows: [
      { ...row('subject', words.subject, ja.subject), about: [W.mailSubject] },
      ...MAIL_KINDS.map((kind) => ({
        key: kind,
        text: words.mails[kind],
        original: ja.mails[kind],
        about: [W.mails[kind]],
      })),
      { key: 'closing', text: words.closing, original: ja.closing, about: [W.mailClosing] },
      { ...row('hours', words.hours, ja.hours), about: [W.mailHours] },
    ],
  };
}

function row(key: string, text: string, original: string | undefined): WordsRow {
  return { key, text: [text], original: original ? [original] : [] };
}
