import type { RecordWardAnswerRefusal } from '../../domain/ward/record-ward-answer.ts';
import type { DayNotYet } from '../../domain/standing/day-not-yet.ts';
import type { RecordWardWordRefusal } from '../../domain/ward/record-ward-word.ts';
import type { TellWardRefusal } from '../../domain/ward/tell-ward.ts';
import type { RefusalWords } from './refusal-words.ts';

export const wardRefusals: RefusalWords<
  TellWardRefusal | RecordWardAnswerRefusal | Exclude<RecordWardWordRefusal, DayNotYet>
> = {
  'matter-of-another-case': () => 'この照会は別の方のものです。新しい照会として記録してください。',
  'words-need-case': () => '文章は、どなたの件かが決まっている照会だけに書けます。',
  'matter-unknown': () => 'この照会が見つかりません。先に区への連絡を記録してください。',
  'word-recorded-elsewhere': () =>
    '区の言葉は、もう別の内容で記録されています。開き直してから、新しく記録してください。',
};
