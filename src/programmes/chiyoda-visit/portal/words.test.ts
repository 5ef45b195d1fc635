import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { FormDefinition } from '../../../domain/forms/form.ts';
import { formName } from '../../../domain/forms/form.ts';
import { PORTAL_LANGUAGES, type PortalLanguage } from '../../../domain/portal/language.ts';
import { readingsInBrackets, withoutReadings } from '../../../domain/text/ruby.ts';
import type { FormWords } from '../../form-words.ts';
import { MAIL_KINDS } from '../../mail-words.ts';
import { dateIn } from '../../words/date-words.ts';
import { leafTexts, type LeafText } from '../../words/leaf-texts.ts';
import { benefitRules } from '../benefits.ts';
import { CONSENT_1 } from '../consent-text.ts';
import { messageRules } from '../messages.ts';
import { QUESTIONNAIRE_1 } from '../questionnaire.ts';
import { SATISFACTION_1 } from '../survey.ts';
import { date } from '../../../domain/basics/civil-date.ts';
import { BARE_KANJI } from './bare-kanji.ts';
import { HOUSE, HURTING, TELLING } from './forbidden-words.ts';
import { chiyodaPortal } from './portal.ts';

const FOREIGN = ['en', 'zh', 'ko'] as const;

/** Pages that are seen before the second proof, or by whoever has no code. */
const BEFORE_PROOF =
  /^words\.(site|dates|problems|faults|front|birthday|enquiry|calling|revoked|ended|survey|privacy|accessibility|left|stop\.(title|heading|before))\b/;
const TITLES = /^words\..*\.title$|^words\.(site\.name|done\.event)$/;
const GRIEF = /^words\.(grief|ended|revoked)\b/;

const texts = (language: PortalLanguage): readonly LeafText[] => {
  const { words, forms, consent, mail } = chiyodaPortal;
  return leafTexts({
    words: words[language],
    forms: forms[language],
    consent: consent[language],
    mail: mail[language],
  });
};

const among = (language: PortalLanguage, where: RegExp) =>
  texts(language).filter(({ key }) => where.test(key));
const faulty = (found: readonly LeafText[], wrong: (text: string) => boolean) =>
  found.filter(({ text }) => wrong(text)).map(({ key, text }) => `${key}: ${text}`);

/** As it is read with the eyes and as it is read aloud. */
const bothWays = (text: string) => `${withoutReadings(text)}\n${readingsInBrackets(text)}`;

/** Places to fill of everything under one key; a mail says the same in more or fewer lines. */
function placesByKey(language: PortalLanguage): Readonly<Record<string, readonly string[]>> {
  const found: Record<string, readonly string[]> = {};
  for (const { key, text } of texts(language)) {
    const whole = key.replace(/^(mail\.mails\.[^.]+|mail\.closing)\.\d+$/, '$1');
    const places = [...text.matchAll(/\{([A-Za-z0-9]+)\}/g)].map(([, name = '']) => name);
    found[whole] = [...new Set([...(found[whole] ?? []), ...places])].toSorted();
  }
  return found;
}

test('every place to fill stands in every language, and every key too [CHI-8.3-13]', () => {
  for (const language of PORTAL_LANGUAGES)
    assert.deepEqual(placesByKey(language), placesByKey('ja'), `places of ${language}`);
});

test('no text is empty but the note under the Japanese text itself [CHI-8.3-13]', () => {
  for (const language of PORTAL_LANGUAGES) {
    const empty = faulty(texts(language), (text) => text.trim() === '');
    assert.deepEqual(empty, language === 'ja' ? ['consent.note: '] : []);
  }
});

/** The same in Japanese and in the other language, and right so. */
const SAME_IN_CHINESE = new Set(['同意', '月', '日', '海外', '不安', '第{version}版']);
const NO_LANGUAGE = /^[\d\s(){}/:：,.-]+$/;

test('no text was left in Japanese by accident [CHI-8.3-13]', () => {
  const japanese = new Map(texts('ja').map(({ key, text }) => [key, withoutReadings(text)]));
  for (const language of FOREIGN) {
    const left = texts(language)
      .filter(({ key }) => !/\.phone$|^words\.dates\./.test(key))
      .filter(({ key, text }) => japanese.get(key) === text && !NO_LANGUAGE.test(text))
      .filter(({ text }) => !(language === 'zh' && SAME_IN_CHINESE.has(text)))
      .map(({ key, text }) => `${key}: ${text}`);
    assert.deepEqual(left, []);
  }
});

test('each language is written in its own letters and without readings [CHI-8.3-13]', () => {
  const strange = {
    en: /[぀-ヿ㐀-鿿가-힯]/,
    zh: /[぀-ヿ가-힯]|[予約様気発売対応図駅変続読説転関開閉電話間時込]/u,
    ko: /[぀-ヿ㐀-鿿]/,
  };
  for (const language of FOREIGN) {
    assert.deepEqual(
      faulty(texts(language), (text) => strange[language].test(text)),
      [],
    );
    assert.deepEqual(
      faulty(texts(language), (text) => withoutReadings(text) !== text),
      [],
    );
  }
});

test('in plain Japanese every kanji beyond those of dates has its reading [CHI-8.3-13]', () => {
  const bare = (text: string) =>
    Array.from(text.replaceAll(/\{[^{}|]+\|[^{}|]+\}/g, '')).some(
      (letter) => /\p{Script=Han}/u.test(letter) && !BARE_KANJI.has(letter),
    );
  assert.deepEqual(faulty(texts('easy'), bare), []);
  for (let day = 1; day <= 7; day += 1) assert.equal(bare(dateIn('easy', date(`2026-09-0${day}`))), false);
});

test('a reading is kana over a word with kanji in it [CHI-8.3-13]', () => {
  const wrong = (text: string) =>
    [...text.matchAll(/\{([^{}|]+)\|([^{}|]*)\}/g)].some(
      ([, word = '', reading = '']) => !/\p{Script=Han}/u.test(word) || !/^[ぁ-んァ-ヶー]+$/u.test(reading),
    );
  for (const language of ['ja', 'easy'] as const) assert.deepEqual(faulty(texts(language), wrong), []);
});

test('mails, titles and pages before the proof do not say what it is about [CHI-8.3-13]', () => {
  for (const language of PORTAL_LANGUAGES) {
    const telling = (text: string) => TELLING[language].test(bothWays(text));
    for (const where of [/^mail\./, TITLES, BEFORE_PROOF]) {
      assert.ok(among(language, where).length > 0);
      assert.deepEqual(faulty(among(language, where), telling), []);
    }
    const house = (text: string) => HOUSE[language].test(bothWays(text));
    assert.deepEqual(faulty(among(language, /^mail\./), house), []);
  }
});

test('the lists of forbidden words find what they are there for [CHI-8.3-13]', () => {
  for (const language of PORTAL_LANGUAGES) {
    assert.ok(faulty(among(language, /^words\.about\./), (text) => TELLING[language].test(text)).length > 0);
    assert.ok(faulty(among(language, /^words\.about\./), (text) => HOUSE[language].test(text)).length > 0);
    assert.ok(faulty(among(language, /^forms\./), (text) => HURTING[language].test(text)).length > 0);
  }
});

test('a mail has one neutral subject, no link, and only places that mails can fill [CHI-8.2-2]', () => {
  for (const language of PORTAL_LANGUAGES) {
    const found = among(language, /^mail\./);
    assert.deepEqual(
      faulty(found, (text) => /https?:|www\.|\.jp\b|@/.test(text)),
      [],
    );
    for (const { text } of found) {
      for (const [, place = ''] of text.matchAll(/\{([A-Za-z0-9]+)\}/g))
        assert.ok(['date', 'start', 'limit', 'no', 'phone', 'hours'].includes(place), place);
    }
    assert.equal(found.filter(({ key }) => key === 'mail.subject').length, 1);
  }
});

test('the pages after a loss do not speak of a child and do not regret [CHI-8.3-13]', () => {
  for (const language of PORTAL_LANGUAGES) {
    const hurting = (text: string) => HURTING[language].test(bothWays(text));
    assert.ok(among(language, GRIEF).length > 0);
    assert.deepEqual(faulty(among(language, GRIEF), hurting), []);
  }
});

test('whom to call after a loss has the same numbers in every language [CHI-8.3-13]', () => {
  const phones = (language: PortalLanguage) =>
    chiyodaPortal.words[language].grief.contacts.map(({ phone }) => phone);
  for (const language of PORTAL_LANGUAGES) assert.deepEqual(phones(language), phones('ja'));
});

test('the Japanese words of forms and of the consent are those that were approved [CHI-8.16-4, CHI-8.3-9]', () => {
  const asked: readonly FormDefinition[] = [QUESTIONNAIRE_1, SATISFACTION_1];
  for (const form of asked) {
    const words = chiyodaPortal.forms.ja[formName(form)];
    assert.equal(words?.title, form.title);
    for (const { code, label, choices = [] } of form.questions) {
      const own: FormWords['questions'][string] | undefined = words?.questions[code];
      assert.equal(withoutReadings(own?.label ?? ''), label);
      for (const choice of choices)
        assert.equal(withoutReadings(own?.choices?.[choice.code] ?? ''), choice.label);
    }
  }
  const { title, paragraphs, check, note } = chiyodaPortal.consent.ja;
  assert.deepEqual([title, ...paragraphs, check].map(withoutReadings), [
    CONSENT_1.title,
    ...CONSENT_1.paragraphs,
    CONSENT_1.check,
  ]);
  assert.equal(note, '');
});

test('what is asked for again is named shortly: no name is a sentence or longer than two lines of a phone [CHI-8.16-1]', () => {
  const most = { ja: 18, easy: 18, en: 46, zh: 16, ko: 20 };
  for (const language of PORTAL_LANGUAGES) {
    for (const { questions } of Object.values(chiyodaPortal.forms[language])) {
      const named = Object.entries(questions).filter(([code]) => !NEVER_ASKED_AGAIN.has(code));
      const long = named
        .map(([code, { label, short = label }]) => ({ code, name: withoutReadings(short) }))
        .filter(({ name }) => name.length > most[language] || /[。？?！.]/u.test(name));
      assert.deepEqual(long, [], language);
    }
  }
});

/** Asked alone, or on a page of its own: nothing is said about them there. */
const NEVER_ASKED_AGAIN = new Set(['C01', 'Q08', 'Q08-partner']);

test('whatever a mail is planned about has words [CHI-8.2-2, CHI-8.8-10]', () => {
  const planned = [
    ...messageRules.reminders.map(({ days }) => `reminder-${days}`),
    ...benefitRules.remindBeforeLimitDays.map((days) => `overseas-${days}`),
  ];
  assert.deepEqual(
    planned.filter((about) => !MAIL_KINDS.some((kind) => kind === about)),
    [],
  );
});
