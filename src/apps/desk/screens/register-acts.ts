import { instantAt } from '../../../domain/basics/instant.ts';
import { receiveReferralCommand } from '../../../gate/inside/consultation.ts';
import { closeDisposalCommand } from '../../../gate/inside/disposal.ts';
import { recordReturnCommand } from '../../../gate/inside/hand-over.ts';
import type { FieldSpec } from '../field-spec.ts';
import { givenId } from '../given-id.ts';
import { act, type DeskRoute } from '../route.ts';

const code = (name: string, label: string, hint?: string): FieldSpec => ({
  name,
  label,
  hint,
  kind: 'text',
  exact: true,
  width: 'middle',
  most: 128,
});
const counted: FieldSpec = { name: 'quantity', label: '数えた数', kind: 'number', min: 1 };
const home = () => '/';

/** What ends a duty of the registers: something taken out is back, a disposal is done, the ward took a referral over. */
export const registerRoutes: readonly DeskRoute[] = [
  act({
    row: recordReturnCommand,
    work: 'today',
    title: '戻ったことを授受簿に記録する',
    button: '記録する',
    given: ['matter'],
    fields: (asking) => [
      { name: 'day', label: '戻った日', kind: 'date', value: asking.today },
      { name: 'time', label: '戻った時刻', kind: 'time', value: asking.now.slice(11, 16) },
      { ...counted, hint: '持ち出した数に足りないときは、残りが戻るまで本日に残ります。' },
      code('method', '方法', '手渡しは by-hand と書きます。'),
      code('ref', '授受簿の番号'),
      { name: 'from', label: '渡した人', kind: 'text', width: 'middle', most: 100 },
      { name: 'to', label: '受け取った人', kind: 'text', width: 'middle', most: 100 },
    ],
    input: (values, given) => ({
      matter: givenId(given, 'matter'),
      at: instantAt(values.date('day'), values.text('time')),
      quantity: values.number('quantity'),
      method: values.text('method'),
      ref: values.text('ref'),
      from: values.text('from'),
      to: values.text('to'),
    }),
    done: '授受簿に記録しました。',
    to: home,
  }),
  act({
    row: closeDisposalCommand,
    work: 'today',
    title: '承諾された消去・廃棄を終える',
    button: '2人で終える',
    given: ['matter'],
    fields: [
      { name: 'doneOn', label: '行った日', kind: 'date' },
      code('method', '方法', '区が承諾した方法を、申請のときの記号で書きます。'),
      counted,
      code('pledge', '誓約書の番号'),
      { name: 'pledgeSignedOn', label: '誓約書に署名した日', kind: 'date' },
      code('certificate', '証明書の番号'),
      {
        name: 'attended',
        label: '区の立会い',
        kind: 'one',
        options: [
          { value: 'ward', label: '区が立ち会った' },
          { value: 'waived', label: '区が立会いを不要とした' },
        ],
      },
      { name: 'attendee', label: '立ち会った方', kind: 'text', width: 'middle', most: 100, optional: true },
      { ...code('erasure', '消去の番号', '人の記録を消したときだけ書きます。'), optional: true },
    ],
    input: (values, given) => {
      const erasure = values.textOr('erasure');
      return {
        disposal: givenId(given, 'matter'),
        doneOn: values.date('doneOn'),
        method: values.text('method'),
        quantity: values.number('quantity'),
        pledge: values.text('pledge'),
        pledgeSignedOn: values.date('pledgeSignedOn'),
        certificate: values.text('certificate'),
        attended: values.one('attended', ['ward', 'waived']),
        attendee: values.textOr('attendee'),
        erasure: erasure === undefined ? undefined : givenId({ erasure }, 'erasure'),
      };
    },
    done: '消去・廃棄を終えました。',
    to: home,
  }),
  act({
    row: receiveReferralCommand,
    work: 'today',
    title: '相談支援への引き継ぎを受け取る',
    button: '受け取る',
    given: ['case', 'referral'],
    input: (_values, given) => ({ case: givenId(given, 'case'), referral: given['referral'] ?? '' }),
    done: '受け取りました。',
    to: ({ case: id = '' }) => `/cases/${id}`,
  }),
];
