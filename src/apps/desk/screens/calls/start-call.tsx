import { inquiryActs, inquiryAsks } from '../../../../gate/inside/inquiry.ts';
import { Button, ButtonRow } from '../../../kit/still/button.tsx';
import { Form } from '../../../kit/still/form.tsx';
import { ActFields } from '../../act-fields.tsx';
import type { Asking } from '../../asking.ts';
import { formMarks } from '../../form-marks.ts';
import { page, type Reply } from '../../reply.ts';
import type { Screen } from '../../route.ts';
import { enquiryActs } from './enquiry-acts.ts';

/** The first thing an operator does when the telephone rings: one form, sent as the act that enters it. */
async function showStart(asking: Asking): Promise<Reply> {
  const inquiry = asking.desk.house.parts.ids.fresh('inquiry');
  const fields = await enquiryActs.open.fields(asking, { inquiry });
  return page(
    '電話を受ける',
    <div>
      <h1>電話を受ける</h1>
      <p>はじめに用件を選んで受け付けます。言うこと・することと、本人確認は次の画面に出ます。</p>
      <Form
        action={`/do/${inquiryActs.open.name}`}
        hidden={{ ...formMarks(asking), inquiry }}
        autoComplete="off"
      >
        <div className="calls-categories">
          <ActFields specs={fields} />
        </div>
        <ButtonRow>
          <Button text="受け付ける" />
        </ButtonRow>
      </Form>
    </div>,
  );
}

/** `/calls`. */
export const startCallScreen: Screen = {
  kind: 'screen',
  path: '/calls',
  work: 'calls',
  title: '受ける',
  tab: 1,
  asks: [inquiryAsks.openList],
  show: showStart,
};
