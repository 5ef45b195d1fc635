import type { ConsentWordsOf } from '../../consent-words.ts';
import type { CONSENT_1 } from '../consent-text.ts';
import { SAMPLE_APPROVAL } from './sample-approval.ts';

/** Explains the Japanese text, paragraph by paragraph; the Japanese text is what she agrees to (CHI-8.3-9). */
export const CONSENT_KO: ConsentWordsOf<typeof CONSENT_1> = {
  consent: 'sharing-with-ward/1',
  approval: SAMPLE_APPROVAL,
  title: '구와의 정보 공유에 대하여',
  paragraphs: [
    '설문의 답변과 방문·면담 때 들은 내용을 지요다구(보건소)와 공유합니다.',
    '공유한 내용은 임신 중부터 산후까지의 지원을 위해 사용합니다. 다른 목적으로는 사용하지 않습니다.',
    '동의는 언제든지 취소하실 수 있습니다. 취소하신 뒤에 들은 내용은 공유하지 않습니다.',
    '생명이나 몸에 위험이 있을 때는 동의가 없어도 구나 관계 기관에 연락할 수 있습니다.',
  ],
  check: '위 내용을 읽었으며, 구와 공유하는 데 동의합니다.',
  note: '일본어 원문이 기준입니다. 여기에는 그 뜻을 한국어로 설명했습니다.',
};
