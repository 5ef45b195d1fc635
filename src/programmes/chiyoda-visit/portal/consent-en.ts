import type { ConsentWordsOf } from '../../consent-words.ts';
import type { CONSENT_1 } from '../consent-text.ts';
import { SAMPLE_APPROVAL } from './sample-approval.ts';

/** Explains the Japanese text, paragraph by paragraph; the Japanese text is what she agrees to (CHI-8.3-9). */
export const CONSENT_EN: ConsentWordsOf<typeof CONSENT_1> = {
  consent: 'sharing-with-ward/1',
  approval: SAMPLE_APPROVAL,
  title: 'Sharing information with the ward',
  paragraphs: [
    'Your answers to the questions, and what you tell us during the visit or talk, are shared with Chiyoda City (the ward’s public health centre).',
    'What is shared is used to support you during pregnancy and after the birth. It is not used for anything else.',
    'You can take back your consent at any time. What you tell us after that is not shared.',
    'If there is danger to life or health, we may contact the ward or other services without your consent.',
  ],
  check: 'I have read the above and agree that it is shared with the ward.',
  note: 'The Japanese text is the one that counts. This is an explanation of it in English.',
};
