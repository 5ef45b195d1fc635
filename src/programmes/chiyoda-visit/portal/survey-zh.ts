import type { WordsOf } from '../../form-words.ts';
import type { SATISFACTION_1 } from '../survey.ts';
import { SAMPLE_APPROVAL } from './sample-approval.ts';

export const SURVEY_ZH: WordsOf<typeof SATISFACTION_1> = {
  form: 'satisfaction-survey/1',
  approval: SAMPLE_APPROVAL,
  title: '关于上门访问的问卷',
  questions: {
    S01: {
      label: '您觉得上门访问（面谈）怎么样？',
      short: '上门访问（面谈）',
      choices: { very: '非常好', good: '好', neither: '一般', poor: '不太好', bad: '不好' },
    },
    S02: {
      label: '申请的步骤容易理解吗？',
      short: '申请的步骤',
      choices: { yes: '容易', neither: '一般', no: '不容易' },
    },
    S03: {
      label: '请选择对您有帮助的内容。（可多选）',
      short: '有帮助的内容',
      choices: {
        listened: '有人倾听我的话',
        advice: '能够商量',
        services: '了解了千代田区的服务',
        package: '育儿礼包',
        none: '没有特别的',
      },
    },
    S04: {
      label: '对分娩和育儿的不安减轻了吗？',
      short: '对分娩和育儿的不安',
      choices: { much: '减轻了很多', some: '稍微减轻', same: '没有变化', more: '更加不安' },
    },
  },
};
