import type { WordsOf } from '../../form-words.ts';
import type { QUESTIONNAIRE_1 } from '../questionnaire.ts';
import { SAMPLE_APPROVAL } from './sample-approval.ts';

const yesNo = { yes: 'Yes', no: 'No' };

export const QUESTIONNAIRE_EN: WordsOf<typeof QUESTIONNAIRE_1> = {
  form: 'pre-visit-questionnaire/1',
  approval: SAMPLE_APPROVAL,
  title: 'Questions before the visit',
  questions: {
    Q01: {
      label: 'What is your due date?',
      short: 'Due date',
      hint: 'You find it in your mother and child handbook or on a paper from your hospital.',
    },
    'Q01-changed': {
      label: 'Has your due date changed since you registered your pregnancy?',
      short: 'Change of the due date',
      choices: yesNo,
    },
    'Q02-checkups': {
      label: 'Do you have regular pregnancy check-ups?',
      short: 'Pregnancy check-ups',
      choices: yesNo,
    },
    'Q02-place': {
      label: 'Have you decided on the hospital or midwifery home where you will give birth?',
      short: 'Hospital or midwifery home',
      choices: yesNo,
    },
    Q03: {
      label: 'Is there anything about your health now that worries you? (Choose all that apply)',
      short: 'Your health now',
      choices: {
        tightness: 'My belly feels tight from time to time',
        swelling: 'Swelling',
        anaemia: 'Anaemia',
        'blood-pressure': 'High blood pressure',
        weight: 'How my weight is increasing',
        sleep: 'I cannot sleep',
        appetite: 'I have no appetite',
        bleeding: 'I am bleeding',
        water: 'Fluid like water is leaking',
        'regular-pain': 'Regular pain, pain that is getting stronger, or a belly that stays hard',
        'fewer-movements': 'The baby moves less, or I cannot feel it move',
        'strong-headache': 'Strong headache, flashes before my eyes, nausea',
        fainting: 'I had a seizure, or I fainted',
        fever: 'I have a fever and pain',
        none: 'None of these',
      },
    },
    Q04: {
      label: 'Which of these is close to how you feel now? (Choose all that apply)',
      short: 'How you feel now',
      choices: {
        glad: 'Happy',
        worried: 'Worried',
        confused: 'Unsure what to do',
        tired: 'Tired',
        other: 'Something else',
      },
    },
    'Q04-low': {
      label: 'In the past two weeks, have you often felt down or depressed?',
      short: 'Your mood in the past two weeks',
      choices: yesNo,
    },
    'Q04-interest': {
      label:
        'In the past two weeks, have you often had little interest in things, or been unable to enjoy them?',
      short: 'Interest and enjoyment in the past two weeks',
      choices: yesNo,
    },
    Q05: {
      label: 'Will this be the first time you give birth?',
      short: 'First time giving birth',
      choices: yesNo,
    },
    'Q05-multiples': { label: 'How many babies are you expecting?', short: 'Number of babies' },
    Q06: {
      label: 'How many people close to you can you talk to about your concerns?',
      short: 'Number of people you can talk to',
      hint: 'If there is nobody, enter 0.',
    },
    Q07: {
      label: 'After the birth, is there a person or service that will help you? (Choose all that apply)',
      short: 'Help after the birth',
      choices: {
        partner: 'My partner',
        kin: 'Family or relatives',
        friends: 'Friends or people I know',
        services: 'Services that I use',
        none: 'No',
      },
    },
    'Q07-satogaeri': {
      label: 'Do you plan to stay with your parents or family around the birth (satogaeri)?',
      short: 'Stay with parents or family',
      choices: yesNo,
    },
    'Q07-from': {
      label: 'When will this stay begin? (An approximate date is fine)',
      short: 'Start of the stay',
    },
    'Q07-until': { label: 'When will you come back home? (If you know)', short: 'Day you come back home' },
    'Q07-where': {
      label: 'Where will you stay? (Prefecture and town, or country, only)',
      short: 'Where you will stay',
    },
    Q09: {
      label: 'Smoking and alcohol: which of these apply? (Choose all that apply)',
      short: 'Smoking and alcohol',
      choices: {
        'own-smoking': 'I smoke',
        'family-smoking': 'Someone I live with smokes',
        'own-alcohol': 'I drink alcohol',
        none: 'None of these',
      },
    },
    Q10: {
      label: 'Which preparations have you finished? (Choose all that apply)',
      short: 'Preparations',
      choices: {
        goods: 'Things for the baby',
        classes: 'Classes for mothers or parents',
        reading: 'Learned from books or videos',
        place: 'A place for the baby to sleep',
        none: 'None of these',
      },
    },
    Q11: {
      label: 'Is there anything that troubles or worries you now? (Choose all that apply)',
      short: 'What troubles or worries you',
      choices: {
        nursery: 'Nursery',
        siblings: 'My older child or children',
        money: 'Money',
        work: 'Work',
        housing: 'Housing',
        birth: 'The birth',
        family: 'Family',
        none: 'None of these',
      },
    },
    Q12: {
      label: 'Are there services you would like to use? (Choose all that apply)',
      short: 'Services you would like',
      choices: {
        'postnatal-care': 'Postnatal care',
        helper: 'A home helper before and after the birth',
        'nurse-call': 'A call from a public health nurse',
        none: 'None of these',
      },
    },
    Q13: {
      label: 'Is there anything we should prepare for or know about for the visit? (Choose all that apply)',
      short: 'What we should prepare for',
      choices: {
        interpreter: 'An interpreter',
        'sign-language': 'Sign language or writing',
        stairs: 'My home can only be reached by stairs',
        pets: 'I have a pet',
        siblings: 'My older child or children will be there',
        companion: 'My partner or family would like to listen too',
        none: 'None of these',
      },
    },
    'Q13-words': {
      label: 'Anything else you would like to tell the visitor',
      short: 'Words for the visitor',
    },
    C01: {
      label:
        'Do you agree that your answers, and what you tell us during the visit, are shared with the ward?',
      choices: {
        given: 'I agree',
        refused: 'I do not agree (only possible if you apply by telephone)',
      },
    },
    'Q08-partner': {
      label: 'Can you talk with your partner about the pregnancy and the birth?',
      choices: {
        yes: 'Yes',
        little: 'Not very much',
        no: 'No',
        'not-there': 'I have no partner',
      },
    },
    Q08: { label: 'Is there anything at home that frightens you or makes you feel unsafe?', choices: yesNo },
  },
};
