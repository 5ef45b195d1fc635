import type { WordsOf } from '../../form-words.ts';
import type { QUESTIONNAIRE_1 } from '../questionnaire.ts';
import { SAMPLE_APPROVAL } from './sample-approval.ts';

const yesNo = { yes: '네', no: '아니요' };

export const QUESTIONNAIRE_KO: WordsOf<typeof QUESTIONNAIRE_1> = {
  form: 'pre-visit-questionnaire/1',
  approval: SAMPLE_APPROVAL,
  title: '방문 전 설문',
  questions: {
    Q01: {
      label: '출산 예정일은 언제인가요?',
      short: '출산 예정일',
      hint: '모자건강수첩이나 병원에서 받은 안내지에 적혀 있습니다.',
    },
    'Q01-changed': {
      label: '임신 신고를 하신 뒤에 출산 예정일이 바뀌었나요?',
      short: '출산 예정일 변경 여부',
      choices: yesNo,
    },
    'Q02-checkups': {
      label: '임신부 건강검진을 정기적으로 받고 계신가요?',
      short: '임신부 건강검진',
      choices: yesNo,
    },
    'Q02-place': {
      label: '출산할 병원이나 조산원이 정해졌나요?',
      short: '출산할 병원이나 조산원',
      choices: yesNo,
    },
    Q03: {
      label: '지금 몸 상태에서 걱정되는 점이 있으신가요? (여러 개 선택 가능)',
      short: '지금 몸 상태',
      choices: {
        tightness: '가끔 배가 뭉친다',
        swelling: '부종(몸이 붓는다)',
        anaemia: '빈혈',
        'blood-pressure': '혈압이 높다',
        weight: '체중이 느는 정도',
        sleep: '잠을 잘 수 없다',
        appetite: '식욕이 없다',
        bleeding: '출혈이 있다',
        water: '물 같은 것이 흘러나온다',
        'regular-pain': '규칙적인 통증, 점점 심해지는 통증, 배가 계속 단단하다',
        'fewer-movements': '태동이 줄었거나 느껴지지 않는다',
        'strong-headache': '심한 두통, 눈앞이 번쩍거림, 메스꺼움',
        fainting: '경련이 있었거나 의식을 잃었다',
        fever: '열이 나고 통증도 있다',
        none: '해당 없음',
      },
    },
    Q04: {
      label: '지금 기분에 가까운 것은 무엇인가요? (여러 개 선택 가능)',
      short: '지금 기분',
      choices: {
        glad: '기쁘다',
        worried: '불안하다',
        confused: '당황스럽다',
        tired: '지쳐 있다',
        other: '그 밖의 기분',
      },
    },
    'Q04-low': {
      label: '최근 2주 동안 기분이 가라앉거나 우울한 적이 자주 있었나요?',
      short: '최근 2주 동안의 기분',
      choices: yesNo,
    },
    'Q04-interest': {
      label: '최근 2주 동안 어떤 일에도 흥미가 없거나 마음껏 즐길 수 없다고 느낀 적이 자주 있었나요?',
      short: '최근 2주 동안의 흥미와 즐거움',
      choices: yesNo,
    },
    Q05: { label: '이번이 첫 출산인가요?', short: '첫 출산 여부', choices: yesNo },
    'Q05-multiples': { label: '배 속의 아기는 몇 명인가요?', short: '아기 수' },
    Q06: {
      label: '가까이에 상담할 수 있는 사람이 몇 명 있나요?',
      short: '상담할 수 있는 사람 수',
      hint: '없으시면 0을 입력해 주세요.',
    },
    Q07: {
      label: '출산 후에 도와줄 사람이나 서비스가 있나요? (여러 개 선택 가능)',
      short: '출산 후의 도움',
      choices: {
        partner: '배우자·파트너',
        kin: '가족·친척',
        friends: '친구·지인',
        services: '서비스 이용',
        none: '없음',
      },
    },
    'Q07-satogaeri': {
      label: '출산 전후에 친정 등 고향에 머물 예정이 있으신가요?',
      short: '친정 등에 머물 예정',
      choices: yesNo,
    },
    'Q07-from': {
      label: '그곳에 머물기 시작하는 날(대략적인 날짜도 괜찮습니다)',
      short: '머물기 시작하는 날',
    },
    'Q07-until': { label: '자택으로 돌아오는 날(정해졌다면)', short: '자택으로 돌아오는 날' },
    'Q07-where': { label: '머무는 곳(도도부현·시구정촌까지, 해외라면 나라 이름)', short: '머무는 곳' },
    Q09: {
      label: '담배와 술에 대해 해당하는 것을 골라 주세요. (여러 개 선택 가능)',
      short: '담배와 술',
      choices: {
        'own-smoking': '본인이 담배를 피운다',
        'family-smoking': '함께 사는 사람이 담배를 피운다',
        'own-alcohol': '본인이 술을 마신다',
        none: '해당 없음',
      },
    },
    Q10: {
      label: '출산과 육아 준비 중 마친 것을 골라 주세요. (여러 개 선택 가능)',
      short: '출산과 육아 준비',
      choices: {
        goods: '아기 용품',
        classes: '예비 엄마 교실·예비 부모 교실',
        reading: '책이나 동영상으로 배웠다',
        place: '아기가 잘 곳',
        none: '해당 없음',
      },
    },
    Q11: {
      label: '지금 어려운 점이나 걱정되는 점이 있으신가요? (여러 개 선택 가능)',
      short: '어려운 점이나 걱정되는 점',
      choices: {
        nursery: '어린이집',
        siblings: '큰아이에 관한 일',
        money: '돈 문제',
        work: '일 문제',
        housing: '집 문제',
        birth: '출산에 관한 일',
        family: '가족에 관한 일',
        none: '해당 없음',
      },
    },
    Q12: {
      label: '이용하고 싶은 서비스가 있으신가요? (여러 개 선택 가능)',
      short: '이용하고 싶은 서비스',
      choices: {
        'postnatal-care': '산후 케어',
        helper: '산전·산후 가사 도우미',
        'nurse-call': '보건사의 전화',
        none: '해당 없음',
      },
    },
    Q13: {
      label: '방문 때 도움이나 배려가 필요한 점이 있으신가요? (여러 개 선택 가능)',
      short: '도움이나 배려',
      choices: {
        interpreter: '통역',
        'sign-language': '수어·필담',
        stairs: '계단으로만 갈 수 있는 집',
        pets: '반려동물이 있다',
        siblings: '큰아이가 함께 있다',
        companion: '배우자·파트너나 가족도 함께 듣고 싶다',
        none: '해당 없음',
      },
    },
    'Q13-words': { label: '그 밖에 방문하는 사람에게 전하고 싶은 말', short: '방문하는 사람에게 전할 말' },
    C01: {
      label: '답변하신 내용과 방문 때 들은 내용을 구와 공유하는 데 동의하시나요?',
      choices: {
        given: '동의합니다',
        refused: '동의하지 않습니다(전화로 신청하는 경우에만 선택할 수 있습니다)',
      },
    },
    'Q08-partner': {
      label: '임신과 출산에 대해 배우자·파트너와 이야기를 나누고 계신가요?',
      choices: {
        yes: '네',
        little: '별로 이야기하지 못한다',
        no: '아니요',
        'not-there': '배우자·파트너가 없다',
      },
    },
    Q08: {
      label: '집 안에서 무섭다고 느끼거나 안심할 수 없는 일이 있으신가요?',
      choices: yesNo,
    },
  },
};
