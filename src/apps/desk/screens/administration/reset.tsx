import { resetAccountCommand } from '../../../../gate/inside/credential.ts';
import { listResets } from '../../../../gate/inside/device.ts';
import { resetAccount } from '../../../../gate/sign-in/reset-account.ts';
import { gateSentence } from '../../../../programmes/words/gate-refusals.ts';
import { Button, ButtonRow, LinkButton } from '../../../kit/still/button.tsx';
import { Form } from '../../../kit/still/form.tsx';
import { Notice } from '../../../kit/still/notice.tsx';
import type { Asking } from '../../asking.ts';
import { formMarks } from '../../form-marks.ts';
import { givenId } from '../../given-id.ts';
import { page, type Reply } from '../../reply.ts';
import type { Screen, Step } from '../../route.ts';

const TITLE = '仮パスワードを発行する';

/** Before it is drawn: what will happen. */
export const resetScreen: Screen = {
  kind: 'screen',
  path: '/administration/reset',
  work: 'administration',
  title: TITLE,
  asks: [listResets],
  show: (asking) => Promise.resolve(asked(asking, Object.fromEntries(asking.query))),
};

/** SEC-5-1: drawn and shown once, on this page and nowhere else. Not noted down: approve and reset again. */
export const carryOutReset = {
  kind: 'step',
  path: '/administration/reset',
  work: 'administration',
  needs: [resetAccountCommand],
  handle: async (asking: Asking): Promise<Reply> => {
    const given = Object.fromEntries(asking.form.fields);
    const done = await resetAccount(asking.desk.house, asking.by, {
      account: givenId(given, 'account'),
      reset: givenId(given, 'request'),
    });
    if (!done.ok) {
      return { ...asked(asking, given), status: 422, problems: [{ text: gateSentence(done.error) }] };
    }
    return page(
      '仮パスワード',
      <>
        <h1>仮パスワード</h1>
        <p className="temporary">
          <code>{done.value.temporary}</code>
        </p>
        <Notice kind="warn" title="この画面でしか見られません">
          <p>
            本人に直接伝えてください。1回だけ、1日以内に使えます。サインインすると、本人が新しいパスワードを決めます。
          </p>
        </Notice>
        <ButtonRow>
          <LinkButton text="伝えたので閉じる" href="/administration/requests" />
        </ButtonRow>
      </>,
    );
  },
} as const satisfies Step;

function asked(asking: Asking, given: Readonly<Record<string, string>>) {
  return page(
    TITLE,
    <>
      <h1>{TITLE}</h1>
      <p>
        承認された再発行を1回行います。本人の使っている画面はすべて終わります。仮パスワードは次の画面に1回だけ出ます。
      </p>
      <Form
        action="/administration/reset"
        hidden={{
          ...formMarks(asking),
          account: givenId(given, 'account'),
          request: givenId(given, 'request'),
        }}
      >
        <ButtonRow>
          <Button text="発行する" />
          <LinkButton text="やめて戻る" href="/administration/requests" kind="plain" />
        </ButtonRow>
      </Form>
    </>,
  );
}
