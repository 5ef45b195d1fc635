import {
  notifyWorkerCommand,
  recordPledgeCommand,
  registerWorkerCommand,
  teachWorkerCommand,
} from '../../../../gate/inside/worker.ts';
import { accessWords } from '../../../../programmes/words/access.ts';
import { optionsOf } from '../../code-words.ts';
import { givenId } from '../../given-id.ts';
import { act } from '../../route.ts';

const usual = {
  work: 'administration',
  given: ['account'],
  to: () => '/administration/workers',
} as const;

/** B-12: who is to be named to the ward. One ID a person: a number that is known already is refused (SEC-4-1). */
export const registerWorker = act({
  ...usual,
  row: registerWorkerCommand,
  title: '従事者を登録する',
  button: '登録する',
  given: [],
  fresh: { account: 'account' },
  fields: [
    { kind: 'text', name: 'name', label: '氏名' },
    { kind: 'text', name: 'holder', label: '職員番号(ID)', exact: true, width: 'middle' },
    {
      kind: 'one',
      name: 'side',
      label: '所属',
      options: [
        { value: 'contractor', label: '受託者' },
        { value: 'subcontractor', label: '再委託先' },
      ],
    },
    {
      kind: 'text',
      name: 'ref',
      label: '区の承諾の番号',
      hint: '再委託先のときに必要です',
      exact: true,
      optional: true,
      width: 'middle',
    },
  ],
  explain: () => '登録しただけでは何も使えません。区への届出、教育、誓約書のあとにIDを発行します。',
  input: (values, given) => ({
    account: givenId(given, 'account'),
    holder: values.text('holder'),
    name: values.text('name'),
    side: values.one('side', ['contractor', 'subcontractor']),
    ref: values.textOr('ref'),
  }),
  done: '従事者を登録しました。',
});

export const notifyWorker = act({
  ...usual,
  row: notifyWorkerCommand,
  title: '区への届出を記録する',
  button: '記録する',
  fields: [
    { kind: 'text', name: 'ref', label: '届出の番号', exact: true, width: 'middle' },
    { kind: 'date', name: 'submittedOn', label: '届け出た日' },
    { kind: 'date', name: 'effectiveFrom', label: '従事する日' },
  ],
  explain: () => '届出は事前に必要です。従事する日は、届け出た日より後になります。',
  input: (values, given) => ({
    account: givenId(given, 'account'),
    ref: values.text('ref'),
    submittedOn: values.date('submittedOn'),
    effectiveFrom: values.date('effectiveFrom'),
  }),
  done: '届出を記録しました。',
});

export const teachWorker = act({
  ...usual,
  row: teachWorkerCommand,
  title: '教育を記録する',
  button: '記録する',
  fields: [
    { kind: 'many', name: 'topics', label: '受けた項目', options: optionsOf(accessWords.topic) },
    { kind: 'date', name: 'on', label: '受けた日' },
    { kind: 'text', name: 'material', label: '教材の番号', exact: true, width: 'middle' },
  ],
  explain: () => '教育は1年に1回、4つの項目すべてが必要です。',
  input: (values, given) => ({
    account: givenId(given, 'account'),
    topics: [...values.many('topics', Object.keys(accessWords.topic))],
    on: values.date('on'),
    material: values.text('material'),
  }),
  done: '教育を記録しました。',
});

export const pledge = act({
  ...usual,
  row: recordPledgeCommand,
  title: '誓約書を記録する',
  button: '記録する',
  fields: [
    { kind: 'date', name: 'signedOn', label: '誓約書に署名した日' },
    { kind: 'date', name: 'copyConsentOn', label: '写しの提出への同意に署名した日', optional: true },
    { kind: 'date', name: 'copySubmittedOn', label: '写しを区に提出した日', optional: true },
  ],
  explain: () => '署名と、写しの提出への同意は別々の署名です。写しの提出までそろうとIDを発行できます。',
  input: (values, given) => ({
    account: givenId(given, 'account'),
    signedOn: values.date('signedOn'),
    copyConsentOn: values.dateOr('copyConsentOn'),
    copySubmittedOn: values.dateOr('copySubmittedOn'),
  }),
  done: '誓約書を記録しました。',
});
