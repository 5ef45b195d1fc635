import { CALL_BACK_ABOUTS } from '../../../../domain/call-back/call-back.ts';
import { CALL_RESULTS } from '../../../../domain/messages/record-call.ts';
import { callBackActs } from '../../../../gate/inside/call-back.ts';
import { messageActs } from '../../../../gate/inside/message.ts';
import { showCase } from '../../../../gate/inside/case.ts';
import { callWords } from '../../../../programmes/words/calls.ts';
import { Telephone } from '../../../kit/still/telephone.tsx';
import type { Asking, Given } from '../../asking.ts';
import type { FieldSpec } from '../../field-spec.ts';
import { givenId } from '../../given-id.ts';
import { act } from '../../route.ts';
import { optionsOf } from '../../code-words.ts';

const RESULT: FieldSpec = {
  name: 'result',
  label: 'どうでしたか',
  kind: 'one',
  options: optionsOf(callWords.results, CALL_RESULTS),
};

const request = act({
  row: callBackActs.request,
  work: 'calls',
  title: '折り返しを約束する',
  button: '折り返しの一覧に入れる',
  given: ['case'],
  explain: () => <p>ご本人が前に確かめた番号にだけかけます。いま名乗られた番号にはかけません。</p>,
  fields: [
    { name: 'about', label: '用件', kind: 'one', options: optionsOf(callWords.callBacks, CALL_BACK_ABOUTS) },
  ],
  input: (values, given) => ({
    case: givenId(given, 'case'),
    about: values.one('about', CALL_BACK_ABOUTS),
    channel: 'phone' as const,
  }),
  done: '折り返しの一覧に入れました。',
  to: () => '/calls/call-backs',
});

const close = act({
  row: callBackActs.close,
  work: 'calls',
  title: '折り返しの結果を記録する',
  button: '記録して終える',
  given: ['case', 'callBack'],
  explain: () => <p>もう一度かけるときは、ここでは終えずに「かけた記録」を残します。</p>,
  fields: [RESULT],
  input: (values, given) => ({
    case: givenId(given, 'case'),
    callBack: givenId(given, 'call-back', 'callBack'),
    result: values.one('result', CALL_RESULTS),
  }),
  done: '折り返しの結果を記録しました。',
  to: () => '/calls/call-backs',
});

/** Who is called stands on the page of the act: the reading is recorded there, for the one that is called. */
async function WhoToCall(asking: Asking, given: Given) {
  const [row] = await asking.answer(showCase, { case: givenId(given, 'case') });
  const phone = row?.fields['contact.phone'];
  return (
    <>
      <p>
        {row?.fields['identity.name']}({row?.fields['identity.kana']})様
      </p>
      {phone === undefined ? <p>電話番号の登録がありません。</p> : <Telephone label="電話" number={phone} />}
      <p>ご本人と確かめるまで、用件も事業の名前も言いません。留守番電話にも事業の名前は残しません。</p>
    </>
  );
}

const recordWith = (
  name: string,
  given: readonly string[],
  input: (given: Given) => { readonly ref?: string },
) =>
  act({
    row: messageActs.record,
    name,
    work: 'calls',
    title: 'かけた電話を記録する',
    button: '記録する',
    given,
    explain: WhoToCall,
    fields: [RESULT],
    input: (values, ids) => ({
      case: givenId(ids, 'case'),
      about: ids['about'] ?? '',
      result: values.one('result', CALL_RESULTS),
      ...input(ids),
    }),
    done: 'かけた電話を記録しました。',
    to: ({ about }) => (about === 'call-back' ? '/calls/call-backs' : '/calls/to-make'),
  });

/** Calls that we make. `recordFor`: of something with a reference of its own, such as a booking. */
export const callActs = {
  request,
  close,
  record: recordWith('call.record', ['case', 'about'], () => ({})),
  recordFor: recordWith('call.record-for', ['case', 'about', 'ref'], ({ ref }) =>
    ref === undefined ? {} : { ref },
  ),
};
