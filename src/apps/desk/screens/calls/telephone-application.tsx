import type { ReactNode } from 'react';
import { flagsOf } from '../../../../domain/forms/flags.ts';
import { formName, usableForm } from '../../../../domain/forms/form.ts';
import { applicationActs } from '../../../../gate/inside/application.ts';
import { callerAsks } from '../../../../gate/inside/caller.ts';
import { inquiryActs, inquiryAsks } from '../../../../gate/inside/inquiry.ts';
import { registrationActs } from '../../../../gate/inside/registration.ts';
import type { Call } from '../../../../gate/execute.ts';
import { gateSentence } from '../../../../programmes/words/gate-refusals.ts';
import { Button, ButtonRow, LinkButton } from '../../../kit/still/button.tsx';
import { Details } from '../../../kit/still/details.tsx';
import { Form } from '../../../kit/still/form.tsx';
import { Notice } from '../../../kit/still/notice.tsx';
import { Prose } from '../../../kit/still/prose.tsx';
import { ActFields } from '../../act-fields.tsx';
import type { Asking } from '../../asking.ts';
import type { FieldSpec } from '../../field-spec.ts';
import { formMarks } from '../../form-marks.ts';
import { givenId } from '../../given-id.ts';
import { NotHere } from '../../not-here.ts';
import { go } from '../../../kit/server/go.ts';
import { page, type Problem, type Reply } from '../../reply.ts';
import type { Screen, Step } from '../../route.ts';
import { readValues, type Values } from '../../values.ts';
import { enquiryPath } from './enquiry-acts.ts';
import { fieldOf, pagesOf, readAnswers } from './question-fields.ts';

const CONTACT: readonly FieldSpec[] = [
  { name: 'phone', label: '電話番号', kind: 'text', width: 'middle', optional: true, most: 40 },
  { name: 'email', label: 'メールアドレス', kind: 'text', exact: true, optional: true, most: 254 },
  { name: 'confirmed', label: '電話番号とメールアドレスを読み上げて、ご本人に確かめました', kind: 'check' },
];
const APPLICANT: readonly FieldSpec[] = [
  { name: 'name', label: '氏名', kind: 'text', width: 'middle', most: 200 },
  { name: 'kana', label: '読み', kind: 'text', width: 'middle', most: 200 },
  { name: 'birthDate', label: '生年月日', kind: 'date' },
  {
    name: 'postcode',
    label: '郵便番号',
    kind: 'text',
    width: 'short',
    exact: true,
    optional: true,
    most: 10,
  },
  { name: 'address', label: '住所', kind: 'text', optional: true, most: 200 },
  { name: 'building', label: '建物・部屋', kind: 'text', optional: true, most: 200 },
  ...CONTACT,
];

/** The caller herself with three points, somebody whom nobody found yet, or nobody who may apply. */
async function stateOf(asking: Asking) {
  const inquiry = givenId(asking.params, 'inquiry');
  const [row] = await asking.answer(inquiryAsks.show, { inquiry });
  if (!row || row.closedAt !== null) throw new NotHere();
  const { may } = await asking.answer(callerAsks.tell, { inquiry });
  const { forms } = asking.desk.house.parts.rules;
  const form = usableForm(forms.definitions, forms.questionnaire);
  if (!form) throw new NotHere();
  const spoken = asking.desk.programme.portal?.forms.ja[formName(form)];
  const of = row.case !== undefined && may.includes('contact') ? row.case : undefined;
  return { inquiry, form, spoken, of, may: of !== undefined || row.case === undefined };
}

type Before = { readonly problems?: readonly Problem[]; readonly typed?: URLSearchParams };

/** Asked with the words of the form in force. Nothing of it is kept before it is sent; a reload begins anew. */
async function showApplication(asking: Asking, { problems = [], typed }: Before = {}): Promise<Reply> {
  const { inquiry, form, spoken, of, may } = await stateOf(asking);
  const title = '申し込みとアンケート';
  const back = { text: '問い合わせに戻る', href: enquiryPath({ inquiry }) };
  if (!may) {
    return page(
      title,
      <>
        <h1>{title}</h1>
        <Notice kind="warn" title="この電話では申し込みを受けられません">
          <p>
            ご本人の3項目がそろっていないか、ご本人ではない方からの電話です。ご本人からお電話をいただくか、登録の番号へ折り返します。支援措置の方は区を通します。
          </p>
        </Notice>
        <ButtonRow>
          <LinkButton text="問い合わせに戻る" href={back.href} kind="plain" />
        </ButtonRow>
      </>,
      { back },
    );
  }
  const application = typed?.get('application') ?? asking.desk.house.parts.ids.fresh('application');
  const { pages, alone } = pagesOf(form, asking.desk.programme.portal);
  const headings = asking.desk.programme.portal?.words.ja.questions.pages ?? [];
  return page(
    title,
    <div className="calls-ask">
      <h1>{title}</h1>
      <p>
        {of === undefined
          ? '名簿の方と確かめられていないので、申し込みは「申し込みの確認」で照合を待ちます。そのことを相手の方に伝えます。'
          : 'ご本人と確かめられています。送ると、申し込みが確定します。'}
        送った後は、この画面から回答を開くことはできません。途中の回答は保存されません。
      </p>
      <Form
        action={`${enquiryPath({ inquiry })}/application`}
        hidden={{ ...formMarks(asking), application }}
        autoComplete="off"
      >
        <h2>{of === undefined ? '申し込む方' : '連絡先'}</h2>
        <ActFields specs={of === undefined ? APPLICANT : CONTACT} typed={typed} problems={problems} />
        <Consent asking={asking} />
        {pages.map((questions, index) => (
          <section key={questions[0]?.code}>
            <h2>{headings[index] ?? '確認'}</h2>
            <ActFields
              specs={questions.map((question) => fieldOf(form, question, spoken))}
              typed={typed}
              problems={problems}
            />
          </section>
        ))}
        {alone.length > 0 && (
          <Details summary="おひとりでお話しになれるときだけの質問(飛ばせます)">
            <p>
              「いま、そばにどなたかいらっしゃいますか」と先に確かめます。いるとき、答えたくないときは飛ばします。送り直すときは、ここだけもう一度入力します。
            </p>
            {/* Never on a page again, not even after a refusal (design 2). */}
            <ActFields specs={alone.map((question) => fieldOf(form, question, spoken))} />
          </Details>
        )}
        <ButtonRow>
          <Button text="申し込みを送る" />
          <LinkButton text="やめて戻る" href={back.href} kind="plain" />
        </ButtonRow>
      </Form>
    </div>,
    { back, problems, ...(problems.length > 0 ? { status: 422 } : {}) },
  );
}

/** The text of consent in force, to be read aloud before it is asked (CHI-8.3-9). */
function Consent({ asking }: { readonly asking: Asking }): ReactNode {
  const text = asking.desk.programme.portal?.consentTexts.at(-1);
  if (!text) return null;
  return (
    <Details summary={`読み上げる文面: ${text.title}`} open>
      <Prose text={text.paragraphs} />
    </Details>
  );
}

async function send(asking: Asking): Promise<Reply> {
  const { inquiry, form, spoken, of, may } = await stateOf(asking);
  const { fields: typed } = asking.form;
  if (!may) return showApplication(asking);
  const application = givenId({ application: typed.get('application') ?? '' }, 'application');
  const person = readValues(asking.form, of === undefined ? APPLICANT : CONTACT);
  const read = readAnswers(asking.form, form, spoken, asking.today);
  const problems = [...person.problems, ...read.problems];
  if (problems.length > 0) return showApplication(asking, { problems, typed });
  const asked = { application, form: formName(form), channel: 'phone', answers: read.answers };
  const calls: readonly Call[] =
    of === undefined
      ? [
          {
            row: applicationActs.receiveOpen.name,
            input: { ...asked, applicant: applicantOf(person.values) },
          },
        ]
      : [
          ...contactOf(of, person.values),
          { row: applicationActs.receive.name, input: { ...asked, case: of } },
        ];
  const once = typed.get('once') ?? '';
  const done = await asking.execute(
    [...calls, { row: inquiryActs.answer.name, input: { inquiry, result: 'applied' } }],
    /^[\w:-]{1,40}$/.test(once) ? { key: once } : {},
  );
  if (!done.ok) return showApplication(asking, { problems: [{ text: gateSentence(done.error) }], typed });
  const danger = flagsOf(form, read.answers).some(({ flag }) => flag.asks === 'advice');
  return go(`${enquiryPath({ inquiry })}?applied=${danger ? 'danger' : 'yes'}`);
}

function applicantOf(values: Values) {
  return {
    name: values.text('name'),
    kana: values.text('kana'),
    birthDate: values.date('birthDate'),
    phone: values.textOr('phone'),
    email: values.textOr('email'),
    postcode: values.textOr('postcode'),
    address: values.textOr('address'),
    building: values.textOr('building'),
  };
}

/** Her contact is changed only where she said one. */
function contactOf(of: string, values: Values): readonly Call[] {
  const [phone, email] = [values.textOr('phone'), values.textOr('email')];
  if (phone === undefined && email === undefined) return [];
  const input = { case: of, channel: 'phone', phone, email, confirmed: true };
  return [{ row: registrationActs.register.name, input }];
}

/** `/calls/enquiries/:inquiry/application` (CHI-8.2-1, 8.16-2). */
export const applicationScreen: Screen = {
  kind: 'screen',
  path: '/calls/enquiries/:inquiry/application',
  work: 'calls',
  title: '申し込みとアンケート',
  asks: [inquiryAsks.show, callerAsks.tell],
  show: (asking) => showApplication(asking),
};

/** Sends it once. */
export const applicationStep: Step = {
  kind: 'step',
  path: '/calls/enquiries/:inquiry/application',
  work: 'calls',
  needs: [applicationActs.receive, applicationActs.receiveOpen],
  handle: send,
};
