import type { ReactNode } from 'react';
import type { InquiryId } from '../../../../domain/basics/ids.ts';
import { callerAsks } from '../../../../gate/inside/caller.ts';
import { inquiryActs } from '../../../../gate/inside/inquiry.ts';
import { callWords } from '../../../../programmes/words/calls.ts';
import { gateSentence } from '../../../../programmes/words/gate-refusals.ts';
import { Button, ButtonRow } from '../../../kit/still/button.tsx';
import { Form } from '../../../kit/still/form.tsx';
import { ActFields } from '../../act-fields.tsx';
import type { Asking } from '../../asking.ts';
import type { FieldSpec } from '../../field-spec.ts';
import { formMarks } from '../../form-marks.ts';
import type { Problem } from '../../reply.ts';
import { readValues } from '../../values.ts';
import { optionsOf } from '../../code-words.ts';

const CALLERS = ['herself', 'family', 'other', 'ward'] as const;

const FIELDS: readonly FieldSpec[] = [
  { name: 'caller', label: 'どなたですか', kind: 'one', options: optionsOf(callWords.callers, CALLERS) },
  {
    name: 'name',
    label: '氏名(読み)',
    kind: 'text',
    width: 'middle',
    optional: true,
    most: 100,
    hint: 'ご本人の氏名を、相手の方から言っていただきます。こちらからは言いません。',
  },
  { name: 'birthDate', label: '生年月日', kind: 'date', optional: true },
  { name: 'address', label: '住所(丁目・番地まで)', kind: 'text', optional: true, most: 200 },
];

/** What the caller says is typed here; what is stored is never on the page. */
export function IdentifyForm({
  asking,
  inquiry,
  typed,
  problems = [],
}: {
  readonly asking: Asking;
  readonly inquiry: InquiryId;
  readonly typed?: URLSearchParams | undefined;
  readonly problems?: readonly Problem[] | undefined;
}): ReactNode {
  return (
    <Form
      action={`/calls/enquiries/${inquiry}/caller`}
      hidden={formMarks(asking)}
      autoComplete="off"
      id="identify"
    >
      <ActFields specs={FIELDS} typed={typed} problems={problems} />
      <ButtonRow>
        <Button text="合うか確かめる" />
      </ButtonRow>
    </Form>
  );
}

/** Said alike when nobody fits, one point fits, or several persons do: it reveals nothing, whoever reads along. */
const NOT_SURE: Problem = {
  text: 'この内容では、どなたのことか確かめられません。聞き直すか、一般的な案内だけをします。名簿にある方かどうかは答えません。',
};

/** Compares what was said inside the gate and writes down how far it agreed; a list of problems when it did not. */
export async function identify(asking: Asking, inquiry: InquiryId): Promise<readonly Problem[]> {
  const { values, problems } = readValues(asking.form, FIELDS);
  if (problems.length > 0) return problems;
  const found = await asking.answer(callerAsks.find, {
    name: values.textOr('name'),
    birthDate: values.dateOr('birthDate'),
    address: values.textOr('address'),
  });
  if (found.found === 'nobody') return [NOT_SURE];
  const done = await asking.execute([
    {
      row: inquiryActs.identify.name,
      input: {
        inquiry,
        case: found.case,
        points: found.points,
        caller: values.one('caller', CALLERS),
      },
    },
  ]);
  return done.ok ? [] : [{ text: gateSentence(done.error) }];
}
