import type { WordsOf } from '../../form-words.ts';
import type { SATISFACTION_1 } from '../survey.ts';
import { SAMPLE_APPROVAL } from './sample-approval.ts';

export const SURVEY_KO: WordsOf<typeof SATISFACTION_1> = {
  form: 'satisfaction-survey/1',
  approval: SAMPLE_APPROVAL,
  title: '방문에 대한 설문',
  questions: {
    S01: {
      label: '방문(면담)은 어떠셨나요?',
      short: '방문(면담)',
      choices: {
        very: '매우 좋았다',
        good: '좋았다',
        neither: '어느 쪽도 아니다',
        poor: '별로 좋지 않았다',
        bad: '좋지 않았다',
      },
    },
    S02: {
      label: '신청 방법은 알기 쉬웠나요?',
      short: '신청 방법',
      choices: { yes: '네', neither: '어느 쪽도 아니다', no: '아니요' },
    },
    S03: {
      label: '도움이 된 것을 골라 주세요. (여러 개 선택 가능)',
      short: '도움이 된 것',
      choices: {
        listened: '이야기를 들어 주었다',
        advice: '상담할 수 있었다',
        services: '구의 서비스를 알게 되었다',
        package: '육아 패키지',
        none: '특별히 없다',
      },
    },
    S04: {
      label: '출산과 육아에 대한 불안이 줄었나요?',
      short: '출산과 육아에 대한 불안',
      choices: { much: '많이 줄었다', some: '조금 줄었다', same: '변함없다', more: '불안이 늘었다' },
    },
  },
};
