import { date } from '../../domain/basics/civil-date.ts';
import type { Approval } from '../../domain/forms/form.ts';

/** A version of the text she agrees to (CHI-8.3-9). Facts carry `text` and `version`, never the words. */
export type ConsentText = {
  readonly text: string;
  readonly version: string;
  readonly approval: Approval;
  readonly title: string;
  readonly paragraphs: readonly string[];
  readonly check: string;
};

/** Sample wording for trying out; the ward's own replaces it as version 2. */
export const CONSENT_1 = {
  text: 'sharing-with-ward',
  version: '1',
  approval: { ref: 'tryout-sample', on: date('2026-04-01'), tryout: true },
  title: '区との情報共有について',
  paragraphs: [
    'アンケートのお答えと、訪問や面談でうかがった内容を、千代田区（保健所）と共有します。',
    '共有した内容は、妊娠中から産後までの支援のために使います。ほかの目的には使いません。',
    '同意はいつでも取り消せます。取り消した後にうかがった内容は共有しません。',
    '命や体に危険があるときは、同意がなくても区や関係機関に連絡することがあります。',
  ],
  check: '上の内容を読み、区と共有することに同意します。',
} as const satisfies ConsentText;

export const CONSENT_TEXTS: readonly ConsentText[] = [CONSENT_1];
