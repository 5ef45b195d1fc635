import type { WordsOf } from '../../form-words.ts';
import type { SATISFACTION_1 } from '../survey.ts';
import { SAMPLE_APPROVAL } from './sample-approval.ts';

export const SURVEY_EASY: WordsOf<typeof SATISFACTION_1> = {
  form: 'satisfaction-survey/1',
  approval: SAMPLE_APPROVAL,
  title: '{訪問|ほうもん}についてのアンケート（{質問|しつもん}）',
  questions: {
    S01: {
      label: '{訪問|ほうもん}や{面談|めんだん}（{話|はな}すこと）は、どうでしたか。',
      short: '{訪問|ほうもん}や{面談|めんだん}',
      choices: {
        very: 'とてもよかった',
        good: 'よかった',
        neither: 'どちらでもない',
        poor: 'あまりよくなかった',
        bad: 'よくなかった',
      },
    },
    S02: {
      label: '{申|もう}し{込|こ}みは、わかりやすかったですか。',
      short: '{申|もう}し{込|こ}み',
      choices: { yes: 'はい', neither: 'どちらでもない', no: 'いいえ' },
    },
    S03: {
      label: 'よかったことを{選|えら}んでください。（いくつ{選|えら}んでもいいです）',
      short: 'よかったこと',
      choices: {
        listened: '{話|はなし}を{聞|き}いてもらった',
        advice: '{相談|そうだん}できた',
        services: '{区|く}のサービスがわかった',
        package: '{育児|いくじ}パッケージをもらった',
        none: '{特|とく}にない',
      },
    },
    S04: {
      label: '{赤|あか}ちゃんを{産|う}むことや{育|そだ}てることの{心配|しんぱい}は、{減|へ}りましたか。',
      short: '{心配|しんぱい}が{減|へ}ったか',
      choices: {
        much: 'とても{減|へ}った',
        some: '{少|すこ}し{減|へ}った',
        same: '{変|か}わらない',
        more: '{心配|しんぱい}が{増|ふ}えた',
      },
    },
  },
};
