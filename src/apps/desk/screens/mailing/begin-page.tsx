import { beginMonthBatch, type NoCarry } from '../../../../exchange/mailing/carry-batch.ts';
import type { LetterKind } from '../../../../domain/mailings/next-letter.ts';
import type { WordlessReason } from '../../../../domain/mailings/begin-batch.ts';
import { beginBatchOnWord, beginBatchWithoutWord } from '../../../../gate/inside/batch.ts';
import { showLists } from '../../../../gate/inside/list-questions.ts';
import { showDueMail } from '../../../../gate/inside/mailing.ts';
import { planPieceCommand } from '../../../../gate/inside/piece.ts';
import { gateSentence } from '../../../../programmes/words/gate-refusals.ts';
import { kindWords, wordlessWords } from '../../../../programmes/words/mailing-room.ts';
import { Button, ButtonRow, LinkButton } from '../../../kit/still/button.tsx';
import { Choices } from '../../../kit/still/choices.tsx';
import { Form } from '../../../kit/still/form.tsx';
import type { Asking } from '../../asking.ts';
import { dayWords } from '../../day-words.ts';
import { formMarks } from '../../form-marks.ts';
import { NotHere } from '../../not-here.ts';
import { go } from '../../../kit/server/go.ts';
import { page, type Problem, type Reply } from '../../reply.ts';
import type { Screen, Step } from '../../route.ts';
import { byForm, mailDoor } from './mail-door.ts';

/** Before a batch begins: for how many, and on which word of the ward; what is begun is decided woman by woman. */
async function showBegin(asking: Asking, problems: readonly Problem[] = []): Promise<Reply> {
  const kind = kindOf(asking.query.get('kind') ?? asking.form.fields.get('kind'));
  const { counts } = await asking.answer(showDueMail, {});
  const words = (await asking.answer(showLists, {})).filter(
    (list) => list.kind === 'no-change' || (list.kind === 'changes' && list.state === 'committed'),
  );
  const typed = asking.form.fields.get('word');
  const title = `${kindWords[kind]}の束をつくる`;
  return page(
    title,
    <div className="act">
      <h1>{title}</h1>
      <p>
        今日の時点で{kindWords[kind]}の対象は<strong>{counts[kind]}人</strong>
        です。一人ずつ今の状態で判断し、停止や転出のある方は理由を残して外します。まだ何も印刷しません。
      </p>
      <Form action="/mailing/begin" hidden={{ ...formMarks(asking), kind }}>
        <Choices
          name="word"
          label="区の最新情報"
          hint="確定のときに3開庁日以内のものが必要です。"
          pick="one"
          error={problems.find(({ field }) => field === 'word')?.text}
          options={[
            ...words.slice(0, 5).map((list) => ({
              value: list.list,
              label:
                list.kind === 'no-change'
                  ? `「異動なし」の連絡(${dayWords(list.asOf)}時点)`
                  : `異動者一覧(${dayWords(list.asOf)}時点)`,
              checked: typed === list.list,
            })),
            ...(asking.may(beginBatchWithoutWord) ? wordless(typed) : []),
          ]}
        />
        {words.length === 0 && (
          <p>
            使える区の情報がありません。先に「名簿」で異動者一覧を取り込むか、「異動なし」の連絡を記録してください。
          </p>
        )}
        <ButtonRow>
          <Button text="束をつくる" />
          <LinkButton text="やめて戻る" href="/mailing" kind="plain" />
        </ButtonRow>
      </Form>
    </div>,
    {
      problems,
      back: { text: '今月の発送へ', href: '/mailing' },
      ...(problems.length > 0 ? { status: 422 } : {}),
    },
  );
}

/** The manager may go without, for a reason that the ward gets to see. */
function wordless(typed: string | null) {
  return (Object.keys(wordlessWords) as WordlessReason[]).map((reason) => ({
    value: `reason:${reason}`,
    label: `区の情報なし: ${wordlessWords[reason]}(区に示されます)`,
    checked: typed === `reason:${reason}`,
  }));
}

async function begin(asking: Asking): Promise<Reply> {
  const { fields } = asking.form;
  const kind = kindOf(fields.get('kind'));
  const word = fields.get('word') ?? '';
  const reason = (Object.keys(wordlessWords) as WordlessReason[]).find((one) => word === `reason:${one}`);
  if (!reason && !/^list_[a-z0-9-]{1,64}$/.test(word)) {
    return showBegin(asking, [{ field: 'word', text: '区の最新情報を選んでください。' }]);
  }
  const begun = await beginMonthBatch(
    mailDoor(asking),
    kind,
    reason ? { reason } : { against: word },
    byForm(asking),
  );
  if (!begun.ok) return showBegin(asking, [{ text: carrySentence(begun.error) }]);
  return go(`/mailing/batches/${begun.value}`);
}

/** Why a batch was not carried on. */
export function carrySentence(no: NoCarry): string {
  switch (no.type) {
    case 'refused':
      return gateSentence(no.refusal);
    case 'nobody-due':
      return '今日の時点で対象の方がいません。';
    case 'not-enclosed':
      return `まだ封入していないものがあります: ${places(no.places)}。封入するか、抜き取り・書き損じを記録してください。`;
    case 'labels-missing':
      return `ラベルのない封筒があります: ${places(no.places)}。封筒とラベルの数がそろうまで、1通も差し出せません。`;
  }
}

function places(all: readonly number[]): string {
  const shown = all.slice(0, 20).map((place) => `${place}番`);
  return `${shown.join('、')}${all.length > 20 ? ` ほか${all.length - 20}通` : ''}`;
}

function kindOf(word: string | null): LetterKind {
  const kinds = ['notice', 'resend', 'recall', 'reissue'] as const;
  const found = kinds.find((kind) => kind === word);
  if (!found) throw new NotHere();
  return found;
}

export const beginScreen: Screen = {
  kind: 'screen',
  path: '/mailing/begin',
  work: 'mailing',
  title: '束をつくる',
  asks: [showDueMail, showLists],
  show: (asking) => showBegin(asking),
};

export const beginStep: Step = {
  kind: 'step',
  path: '/mailing/begin',
  work: 'mailing',
  needs: [beginBatchOnWord, planPieceCommand],
  handle: begin,
};
