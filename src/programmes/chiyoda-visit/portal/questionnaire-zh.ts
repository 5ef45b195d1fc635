import type { WordsOf } from '../../form-words.ts';
import type { QUESTIONNAIRE_1 } from '../questionnaire.ts';
import { SAMPLE_APPROVAL } from './sample-approval.ts';

const yesNo = { yes: '是', no: '否' };
const have = { yes: '有', no: '没有' };

export const QUESTIONNAIRE_ZH: WordsOf<typeof QUESTIONNAIRE_1> = {
  form: 'pre-visit-questionnaire/1',
  approval: SAMPLE_APPROVAL,
  title: '上门访问前的问卷',
  questions: {
    Q01: {
      label: '您的预产期是哪一天？',
      short: '预产期',
      hint: '母子健康手册或医院发给您的资料上有记载。',
    },
    'Q01-changed': { label: '提交妊娠申报之后，预产期有变化吗？', short: '预产期有无变化', choices: have },
    'Q02-checkups': { label: '您是否定期接受产前检查？', short: '产前检查', choices: yesNo },
    'Q02-place': {
      label: '您是否已经决定在哪家医院或助产院分娩？',
      short: '分娩的医院或助产院',
      choices: yesNo,
    },
    Q03: {
      label: '您现在身体上有担心的地方吗？（可多选）',
      short: '现在的身体状况',
      choices: {
        tightness: '肚子有时发紧、发硬',
        swelling: '浮肿',
        anaemia: '贫血',
        'blood-pressure': '血压偏高',
        weight: '体重增加的情况',
        sleep: '睡不着',
        appetite: '没有食欲',
        bleeding: '有出血',
        water: '有像水一样的液体流出',
        'regular-pain': '有规律的疼痛、疼痛越来越强，或肚子一直发硬',
        'fewer-movements': '胎动减少，或感觉不到胎动',
        'strong-headache': '剧烈头痛、眼前闪光、恶心',
        fainting: '发生过抽搐或失去意识',
        fever: '发烧并伴有疼痛',
        none: '都没有',
      },
    },
    Q04: {
      label: '以下哪些比较接近您现在的心情？（可多选）',
      short: '现在的心情',
      choices: {
        glad: '高兴',
        worried: '不安',
        confused: '不知所措',
        tired: '疲惫',
        other: '其他',
      },
    },
    'Q04-low': { label: '最近两周，您是否经常感到情绪低落或忧郁？', short: '最近两周的情绪', choices: yesNo },
    'Q04-interest': {
      label: '最近两周，您是否经常对事物提不起兴趣，或感受不到快乐？',
      short: '最近两周的兴趣和快乐',
      choices: yesNo,
    },
    Q05: { label: '这是您第一次分娩吗？', short: '是否第一次分娩', choices: yesNo },
    'Q05-multiples': { label: '您怀有几个宝宝？', short: '宝宝的人数' },
    Q06: {
      label: '您身边有几位可以商量的人？',
      short: '可以商量的人数',
      hint: '如果没有，请填写 0。',
    },
    Q07: {
      label: '产后有人或服务可以帮助您吗？（可多选）',
      short: '产后的帮助',
      choices: {
        partner: '伴侣',
        kin: '家人、亲戚',
        friends: '朋友、熟人',
        services: '使用相关服务',
        none: '没有',
      },
    },
    'Q07-satogaeri': {
      label: '您有回娘家或老家待产、休养的打算吗？',
      short: '回娘家或老家的打算',
      choices: have,
    },
    'Q07-from': { label: '从哪一天开始？（大致日期即可）', short: '开始的日期' },
    'Q07-until': { label: '哪一天回到自己家？（如已决定）', short: '回到自己家的日期' },
    'Q07-where': { label: '前往的地方（填写到都道府县和市区町村即可，海外请填国名）', short: '前往的地方' },
    Q09: {
      label: '关于吸烟和饮酒，请选择符合您情况的选项。（可多选）',
      short: '吸烟和饮酒',
      choices: {
        'own-smoking': '自己吸烟',
        'family-smoking': '同住的人吸烟',
        'own-alcohol': '自己饮酒',
        none: '都没有',
      },
    },
    Q10: {
      label: '分娩和育儿的准备中，请选择已经完成的项目。（可多选）',
      short: '分娩和育儿的准备',
      choices: {
        goods: '婴儿用品',
        classes: '准妈妈课程、准父母课程',
        reading: '通过书籍或视频学习',
        place: '宝宝睡觉的地方',
        none: '都没有',
      },
    },
    Q11: {
      label: '您现在有困难或担心的事情吗？（可多选）',
      short: '困难或担心的事情',
      choices: {
        nursery: '托儿所',
        siblings: '大孩子的事',
        money: '经济方面',
        work: '工作方面',
        housing: '住房方面',
        birth: '分娩方面',
        family: '家庭方面',
        none: '都没有',
      },
    },
    Q12: {
      label: '您想使用以下服务吗？（可多选）',
      short: '想使用的服务',
      choices: {
        'postnatal-care': '产后护理',
        helper: '产前产后家务帮手',
        'nurse-call': '保健师打来的电话',
        none: '都没有',
      },
    },
    Q13: {
      label: '上门访问时，有需要帮助或需要我们留意的事情吗？（可多选）',
      short: '需要帮助或留意的事情',
      choices: {
        interpreter: '口译',
        'sign-language': '手语、笔谈',
        stairs: '住处只有楼梯',
        pets: '家里有宠物',
        siblings: '大孩子也在家',
        companion: '伴侣或家人也想一起听',
        none: '都没有',
      },
    },
    'Q13-words': { label: '其他想告诉访问人员的事情', short: '想告诉访问人员的事情' },
    C01: {
      label: '您是否同意将问卷的回答和访问时所谈的内容与千代田区共享？',
      choices: {
        given: '同意',
        refused: '不同意（仅限通过电话申请的情况）',
      },
    },
    'Q08-partner': {
      label: '关于怀孕和分娩，您能和伴侣好好商量吗？',
      choices: {
        yes: '能',
        little: '不太能',
        no: '不能',
        'not-there': '没有伴侣',
      },
    },
    Q08: { label: '在家里，有让您感到害怕或不安心的事情吗？', choices: have },
  },
};
