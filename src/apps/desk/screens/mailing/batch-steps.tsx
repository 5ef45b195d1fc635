import {
  goOnDeciding,
  postBatch,
  printCopies,
  type Posted,
} from '../../../../exchange/mailing/carry-batch.ts';
import { handedOut } from '../../../../exchange/papers/letters-archive.ts';
import { printBatch } from '../../../../exchange/papers/print-batch.ts';
import type { NoLetters } from '../../../../exchange/papers/open-letters.ts';
import { showBatchPieces } from '../../../../gate/inside/batch-room.ts';
import { planPieceCommand, postPieceCommand, printPieceCommand } from '../../../../gate/inside/piece.ts';
import { takePrintFileAgain, takePrintFileCommand } from '../../../../gate/inside/print-file.ts';
import { gateSentence } from '../../../../programmes/words/gate-refusals.ts';
import { serviceWords } from '../../../../programmes/words/mailing-room.ts';
import { Button, ButtonRow, LinkButton } from '../../../kit/still/button.tsx';
import { Choices } from '../../../kit/still/choices.tsx';
import { Field } from '../../../kit/still/field.tsx';
import { Form } from '../../../kit/still/form.tsx';
import { Notice } from '../../../kit/still/notice.tsx';
import type { Asking } from '../../asking.ts';
import { formMarks } from '../../form-marks.ts';
import { givenId } from '../../given-id.ts';
import { go } from '../../../kit/server/go.ts';
import { page, type Problem, type Reply } from '../../reply.ts';
import type { Screen, Step } from '../../route.ts';
import { roomOf } from './batch-acts.tsx';
import { batchName } from './batch-words.ts';
import { carrySentence } from './begin-page.tsx';
import { mailDoor } from './mail-door.ts';

const step = (path: string, needs: Step['needs'], handle: Step['handle']): Step => ({
  kind: 'step',
  path: `/mailing/batches/:batch/${path}`,
  work: 'mailing',
  needs,
  handle,
});

const batchOf = ({ params }: Asking) => givenId(params, 'batch');

/** Something of a batch could not be done: why, and back to the batch. */
function stopped(asking: Asking, text: string): Reply {
  const href = `/mailing/batches/${batchOf(asking)}`;
  return page(
    '行えませんでした',
    <>
      <h1>行えませんでした</h1>
      <p>{text}</p>
      <ButtonRow>
        <LinkButton text="束へ戻る" href={href} />
      </ButtonRow>
    </>,
    { status: 422, back: { text: '束へ戻る', href } },
  );
}

const decideStep = step('decide', [planPieceCommand], async (asking) => {
  const done = await goOnDeciding(mailDoor(asking), batchOf(asking), asking.by);
  return done.ok ? go(`/mailing/batches/${done.value}`) : stopped(asking, carrySentence(done.error));
});

const printStep = step('print', [printPieceCommand], async (asking) => {
  const done = await printCopies(mailDoor(asking), batchOf(asking), asking.by);
  return done.ok ? go(`/mailing/batches/${batchOf(asking)}`) : stopped(asking, carrySentence(done.error));
});

/** Each copy once; what was taken before is the manager's to hand out again, with a reason. */
const handOutStep = step('hand-out', [takePrintFileCommand], (asking) => handOut(asking, undefined));
const againStep = step('hand-out-again', [takePrintFileAgain], (asking) => {
  const reason = AGAIN.find((one) => one === asking.form.fields.get('again'));
  return reason
    ? handOut(asking, reason)
    : Promise.resolve(stopped(asking, 'もう一度渡す理由を選んでください。'));
});
const AGAIN = ['printer-failed', 'file-lost'] as const;

async function handOut(asking: Asking, again: (typeof AGAIN)[number] | undefined): Promise<Reply> {
  const batch = batchOf(asking);
  const made = await printBatch(mailDoor(asking), batch, asking.by, { workers: 1, again });
  if (!made.ok) return stopped(asking, letterSentence(made.error));
  const { name, type, bytes } = await handedOut(batch, made.value);
  return { reply: 'file', name, type, bytes };
}

function letterSentence(no: NoLetters): string {
  switch (no.type) {
    case 'refused':
      return gateSentence(no.refusal);
    case 'nothing-printed':
      return 'この束に、印刷できるものはありません。';
    case 'no-template':
      return `文面「${no.template}」がありません。業務責任者に知らせてください。`;
    case 'no-address':
      return `宛先のない郵便物が${no.pieces.length}通あります。印刷せず、業務責任者に知らせてください。`;
    case 'missing-glyph':
      return `印刷できない文字(外字)が${no.pieces.length}通にあります。どの文字で印刷するか、区に確かめてください。`;
    case 'too-long':
      return `宛先や氏名が窓に収まらない郵便物が${no.pieces.length}通あります。書き方を区に確かめてください。`;
    case 'template-broken':
      return `文面「${no.template}」を組むことができませんでした。業務責任者に知らせてください。`;
    case 'file-gone':
      return `印刷ファイル${no.file}は消去されました。必要なものは、無効にしてから刷り直してください。`;
  }
}

async function showPost(asking: Asking, problems: readonly Problem[] = [], result?: Posted): Promise<Reply> {
  const { batch, numbers, services, weighed, pieces } = await roomOf(asking, asking.params);
  const href = `/mailing/batches/${batch.batch}`;
  const going = pieces.filter(({ status, pull }) => status === 'printed' && !pull);
  const byWard = going.filter(({ needsLabel }) => !needsLabel).length;
  const typed = asking.form.fields;
  const postcard = services[0] === 'postcard';
  return page(
    '差し出す',
    <div className="act">
      <h1>差し出す: {batchName(batch)}</h1>
      {result && <Result of={result} />}
      {numbers.inHand > 0 ? (
        <Form action={`${href}/post`} hidden={formMarks(asking)}>
          <p>
            手元の{numbers.inHand}通のうち<strong>{going.length}通を差し出します</strong>
            {byWard > 0 && !postcard ? `(うち${byWard}通は区へ手渡し)` : ''}
            。停止の有無を1通ずつもう一度確かめ、止まったものは差し出さずに番号をお知らせします。封筒が郵便局の窓口へ行く日に押してください。取り消せません。
          </p>
          <Choices
            name="service"
            label="差し出す方法"
            pick="one"
            options={services.map((service, index) => ({
              value: service,
              label: serviceWords[service],
              checked: typed.get('service') === null ? index === 0 : typed.get('service') === service,
            }))}
          />
          {weighed && (
            <>
              <Field
                name="grams"
                label="1通の重さ(グラム)"
                width="short"
                inputMode="numeric"
                value={typed.get('grams') ?? undefined}
                error={problems.find(({ field }) => field === 'grams')?.text}
              />
              <Choices
                name="form"
                label="形"
                pick="one"
                options={[
                  { value: 'letter', label: '定形' },
                  { value: 'large-letter', label: '定形外', checked: true },
                ]}
              />
            </>
          )}
          <ButtonRow>
            <Button text={`${going.length}通を差し出す`} />
            <LinkButton text="やめて戻る" href={href} kind="plain" />
          </ButtonRow>
        </Form>
      ) : (
        <ButtonRow>
          <LinkButton text="束へ戻る" href={href} />
        </ButtonRow>
      )}
    </div>,
    { problems, back: { text: '束へ戻る', href }, ...(problems.length > 0 ? { status: 422 } : {}) },
  );
}

function Result({ of: { posted, pull, refused } }: { readonly of: Posted }) {
  return (
    <>
      <Notice
        kind={pull.length + refused.length > 0 ? 'warn' : 'success'}
        title={`${posted}通を差し出しました`}
      >
        {pull.length > 0 && (
          <p>
            <strong>{pull.map((place) => `${place}番`).join('、')}</strong>
            は止まりました。差し出さず、抜き取って無効を記録してください。
          </p>
        )}
        {refused.map(({ place, refusal }) => (
          <p key={place}>
            {place}番: {gateSentence(refusal)}
          </p>
        ))}
      </Notice>
    </>
  );
}

async function post(asking: Asking): Promise<Reply> {
  const { services, weighed } = await roomOf(asking, asking.params);
  const { fields } = asking.form;
  const service = services.find((one) => one === fields.get('service'));
  if (!service) return showPost(asking, [{ field: 'service', text: '差し出す方法を選んでください。' }]);
  const typed = (fields.get('grams') ?? '').normalize('NFKC').trim();
  if (weighed && !/^[1-9]\d{0,3}$/.test(typed))
    return showPost(asking, [{ field: 'grams', text: '重さを1から9999までの数字で入力してください。' }]);
  const form = (['letter', 'large-letter'] as const).find((one) => one === fields.get('form'));
  const wish = { service, ...(weighed ? { grams: Number(typed), form } : {}) };
  const done = await postBatch(mailDoor(asking), batchOf(asking), wish, asking.by);
  if (!done.ok) return showPost(asking, [{ text: carrySentence(done.error) }]);
  if (done.value.pull.length + done.value.refused.length === 0)
    return go(`/mailing/batches/${batchOf(asking)}?posted=1`);
  return showPost(asking, [], done.value);
}

export const postScreen: Screen = {
  kind: 'screen',
  path: '/mailing/batches/:batch/post',
  work: 'mailing',
  title: '差し出す',
  asks: [showBatchPieces],
  show: (asking) => showPost(asking),
};

export const batchSteps: readonly Step[] = [
  decideStep,
  printStep,
  handOutStep,
  againStep,
  step('post', [postPieceCommand], post),
];
