import type { ConsentWordsOf } from '../../consent-words.ts';
import type { CONSENT_1 } from '../consent-text.ts';
import { SAMPLE_APPROVAL } from './sample-approval.ts';

/** Explains the Japanese text, paragraph by paragraph; the Japanese text is what she agrees to (CHI-8.3-9). */
export const CONSENT_ZH: ConsentWordsOf<typeof CONSENT_1> = {
  consent: 'sharing-with-ward/1',
  approval: SAMPLE_APPROVAL,
  title: '关于与千代田区共享信息',
  paragraphs: [
    '您在问卷中的回答，以及上门访问或面谈时所谈的内容，将与千代田区（保健所）共享。',
    '共享的内容用于从怀孕期间到产后对您的支援，不会用于其他目的。',
    '您可以随时取消同意。取消之后所谈的内容不会共享。',
    '如果有生命或身体的危险，即使没有您的同意，也可能联系千代田区或有关机构。',
  ],
  check: '我已阅读以上内容，同意与千代田区共享。',
  note: '以日文原文为准。这里是中文说明。',
};
