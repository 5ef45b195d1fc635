import { applicationActs } from '../../../../gate/inside/application.ts';
import { registrationActs } from '../../../../gate/inside/registration.ts';
import { callWords } from '../../../../programmes/words/calls.ts';
import type { Given } from '../../asking.ts';
import { givenId } from '../../given-id.ts';
import { act } from '../../route.ts';
import { optionsOf } from '../../code-words.ts';

const CONSENTS = { given: '同意する', refused: '同意しない', withdrawn: '同意を取り消す' } as const;
const ANSWERS = ['given', 'refused', 'withdrawn'] as const;

const both = (given: Given) => ({
  application: givenId(given, 'application'),
  case: givenId(given, 'case'),
});
const queue = () => '/calls/applications';
const back = ({ application = '' }: Given, receipt?: object) =>
  receipt ? queue() : `/calls/applications/${application}`;

const match = act({
  row: applicationActs.match,
  work: 'calls',
  title: 'この方の申し込みとする',
  button: 'この方の申し込みとする',
  grave: true,
  given: ['application', 'case'],
  input: (_values, given) => both(given),
  done: '申し込みを名簿の方に結び付けました。アンケートの回答もこの方のものになりました。',
  to: back,
});

const matchDiffering = act({
  row: applicationActs.matchDiffering,
  work: 'calls',
  title: '項目が違うまま、この方の申し込みとする(2人)',
  button: '2人で決める',
  grave: true,
  given: ['application', 'case'],
  fields: [{ name: 'overrule', label: '違う理由', kind: 'one', options: optionsOf(callWords.overrules) }],
  input: (values, given) => ({ ...both(given), overrule: values.text('overrule') }),
  done: '2人の判断で、申し込みを名簿の方に結び付けました。',
  to: back,
});

const refuse = act({
  row: applicationActs.refuse,
  work: 'calls',
  title: '申し込みを受けずに終える',
  button: '受けずに終える',
  grave: true,
  given: ['application'],
  fields: [{ name: 'reason', label: '理由', kind: 'one', options: optionsOf(callWords.refusals) }],
  input: (values, given) => ({
    application: givenId(given, 'application'),
    reason: values.text('reason'),
  }),
  done: '申し込みを受けずに終えました。お名前や回答は、この画面からは見られなくなりました。',
  to: back,
});

const cancel = act({
  row: applicationActs.cancel,
  work: 'calls',
  title: '申し込みを取り消す',
  button: '取り消す',
  given: ['application', 'case'],
  fields: [
    {
      name: 'reason',
      label: '理由',
      kind: 'one',
      options: [
        { value: 'her-wish', label: 'ご本人の申し出' },
        { value: 'entered-wrongly', label: '入力の誤り(入力し直す)' },
      ],
    },
  ],
  input: (values, given) => ({ ...both(given), reason: values.text('reason') }),
  done: '申し込みを取り消しました。新しく受け付けられます。',
  to: ({ case: id = '' }) => `/cases/${id}`,
});

const consent = act({
  row: registrationActs.consent,
  work: 'calls',
  title: '区との情報共有への答えを記録する',
  button: '記録する',
  given: ['case'],
  fields: [
    { name: 'answer', label: 'ご本人の答え', kind: 'one', options: optionsOf(CONSENTS, ANSWERS) },
    { name: 'on', label: '答えた日', kind: 'date' },
  ],
  input: (values, given, { desk }) => {
    const { text, versions } = desk.house.parts.rules.forms.consent;
    return {
      case: givenId(given, 'case'),
      text,
      version: versions.at(-1) ?? '',
      answer: values.one('answer', ANSWERS),
      channel: 'phone' as const,
      on: values.date('on'),
    };
  },
  done: '区との情報共有への答えを記録しました。',
  to: ({ case: id = '' }) => `/cases/${id}`,
});

const register = act({
  row: registrationActs.register,
  work: 'calls',
  title: '連絡先を登録する',
  button: '登録する',
  given: ['case'],
  fields: [
    { name: 'phone', label: '電話番号', kind: 'text', width: 'middle', optional: true, most: 40 },
    { name: 'email', label: 'メールアドレス', kind: 'text', exact: true, optional: true, most: 254 },
    { name: 'confirmed', label: '読み上げて、ご本人に確かめました', kind: 'check' },
  ],
  input: (values, given) => ({
    case: givenId(given, 'case'),
    channel: 'phone' as const,
    phone: values.textOr('phone'),
    email: values.textOr('email'),
    confirmed: true as const,
  }),
  done: '連絡先を登録しました。',
  to: ({ case: id = '' }) => `/cases/${id}`,
});

/** Applications, consent and contact, as an operator enters them. */
export const applicationCaseActs = { match, matchDiffering, refuse, cancel, consent, register };
