import type { ConsentWordsOf } from '../../consent-words.ts';
import type { CONSENT_1 } from '../consent-text.ts';
import { SAMPLE_APPROVAL } from './sample-approval.ts';

/** The text she agrees to, with readings over the hard words. */
export const CONSENT_JA: ConsentWordsOf<typeof CONSENT_1> = {
  consent: 'sharing-with-ward/1',
  approval: SAMPLE_APPROVAL,
  title: '区との{情報共有|じょうほうきょうゆう}について',
  paragraphs: [
    'アンケートのお答えと、訪問や面談でうかがった内容を、千代田区（保健所）と共有します。',
    '共有した内容は、妊娠中から産後までの支援のために使います。ほかの目的には使いません。',
    '同意はいつでも取り消せます。取り消した後にうかがった内容は共有しません。',
    '命や体に危険があるときは、同意がなくても区や{関係機関|かんけいきかん}に連絡することがあります。',
  ],
  check: '上の内容を読み、区と共有することに同意します。',
  note: '',
};
