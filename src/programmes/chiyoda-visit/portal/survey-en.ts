import type { WordsOf } from '../../form-words.ts';
import type { SATISFACTION_1 } from '../survey.ts';
import { SAMPLE_APPROVAL } from './sample-approval.ts';

export const SURVEY_EN: WordsOf<typeof SATISFACTION_1> = {
  form: 'satisfaction-survey/1',
  approval: SAMPLE_APPROVAL,
  title: 'Questions about the visit',
  questions: {
    S01: {
      label: 'How was the visit (or the talk)?',
      short: 'The visit or talk',
      choices: {
        very: 'Very good',
        good: 'Good',
        neither: 'Neither good nor bad',
        poor: 'Not very good',
        bad: 'Not good',
      },
    },
    S02: {
      label: 'Was it easy to apply?',
      short: 'Applying',
      choices: { yes: 'Yes', neither: 'Neither easy nor hard', no: 'No' },
    },
    S03: {
      label: 'What was helpful? (Choose all that apply)',
      short: 'What was helpful',
      choices: {
        listened: 'Someone listened to me',
        advice: 'I could ask for advice',
        services: 'I learned about the ward’s services',
        package: 'The childcare package',
        none: 'Nothing in particular',
      },
    },
    S04: {
      label: 'Are you less worried about the birth and caring for your child?',
      short: 'Your worries',
      choices: {
        much: 'Much less worried',
        some: 'A little less worried',
        same: 'No change',
        more: 'More worried',
      },
    },
  },
};
