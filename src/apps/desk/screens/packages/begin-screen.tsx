import { beginMonthBatch } from '../../../../exchange/mailing/carry-batch.ts';
import type { WordlessReason } from '../../../../domain/mailings/begin-batch.ts';
import { showLists } from '../../../../gate/inside/list-questions.ts';
import { packagesDue } from '../../../../gate/inside/package-room.ts';
import { planPieceCommand } from '../../../../gate/inside/piece.ts';
import { wordlessWords } from '../../../../programmes/words/mailing-room.ts';
import { packageWords } from '../../../../programmes/words/packages.ts';
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
import { carrySentence } from '../mailing/begin-page.tsx';
import { byForm, mailDoor } from '../mailing/mail-door.ts';

const PATH = '/packages/begin';
const KINDS = ['package', 'package-resend', 'package-request'] as const;

/** A batch of packages: for how many, and on which word of the ward. Each is decided anew; nothing is printed yet. */
async function showBegin(asking: Asking, problems: readonly Problem[] = []): Promise<Reply> {
  const kind = kindOf(asking);
  const cases = await casesOf(asking);
  const words = (await asking.answer(showLists, {})).filter(
    (list) => list.kind === 'no-change' || (list.kind === 'changes' && list.state === 'committed'),
  );
  const manager = asking.who.roles.includes('responsible-manager');
  const title = `${packageWords.next[kind]}の束をつくる`;
  return page(
    title,
    <div className="act">
      <h1>{title}</h1>
      <p>
        対象は<strong>{cases.length}人</strong>
        です。一人ずつ今の状態で判断し、停止のある方は理由を残して外します。まだ何も印刷しません。
      </p>
      <Form action={PATH} hidden={{ ...formMarks(asking), kind }}>
        <Choices
          name="word"
          label="区の最新情報"
          pick="one"
          error={problems.find(({ field }) => field === 'word')?.text}
          options={[
            ...words.slice(0, 5).map(({ list, kind: of, asOf }) => ({
              value: list as string,
              label: `${of === 'no-change' ? '「異動なし」の連絡' : '異動一覧'}(${dayWords(asOf)}時点)`,
            })),
            ...(manager
              ? REASONS.map((reason) => ({
                  value: `reason:${reason}`,
                  label: `区の情報なし: ${wordlessWords[reason]}(区に示されます)`,
                }))
              : []),
          ]}
        />
        {words.length === 0 && !manager && (
          <p>
            使える区の情報がありません。先に「名簿」で異動一覧を取り込むか、「異動なし」の連絡を記録してください。
          </p>
        )}
        <ButtonRow>
          <Button text={`${cases.length}人の束をつくる`} />
          <LinkButton text="やめて戻る" href="/packages" kind="plain" />
        </ButtonRow>
      </Form>
    </div>,
    {
      problems,
      back: { text: '育児パッケージ', href: '/packages' },
      ...(problems.length > 0 ? { status: 422 } : {}),
    },
  );
}

const REASONS = Object.keys(wordlessWords) as readonly WordlessReason[];

async function begin(asking: Asking): Promise<Reply> {
  const { fields } = asking.form;
  const word = fields.get('word') ?? '';
  const reason = REASONS.find((one) => word === `reason:${one}`);
  if (!reason && !/^list_[a-z0-9-]{1,64}$/.test(word)) {
    return showBegin(asking, [{ field: 'word', text: '区の最新情報を選んでください。' }]);
  }
  const begun = await beginMonthBatch(
    mailDoor(asking),
    kindOf(asking),
    reason ? { reason } : { against: word },
    byForm(asking),
  );
  return begun.ok
    ? go(`/mailing/batches/${begun.value}`)
    : showBegin(asking, [{ text: carrySentence(begun.error) }]);
}

async function casesOf(asking: Asking) {
  const kind = kindOf(asking);
  const due = await asking.answer(packagesDue, {});
  return due.flatMap((one) => (one.next === kind ? [one.case] : []));
}

function kindOf({ query, form }: Asking) {
  const word = form.fields.get('kind') ?? query.get('kind');
  const found = KINDS.find((kind) => kind === word);
  if (!found) throw new NotHere();
  return found;
}

export const beginPackages: readonly (Screen | Step)[] = [
  {
    kind: 'screen',
    path: PATH,
    work: 'packages',
    title: '育児パッケージの束をつくる',
    asks: [packagesDue, showLists],
    show: (asking) => showBegin(asking),
  },
  { kind: 'step', path: PATH, work: 'packages', needs: [planPieceCommand, packagesDue], handle: begin },
];
