import { ask } from '../../../../gate/ask.ts';
import { execute, type Call } from '../../../../gate/execute.ts';
import type { By } from '../../../../gate/gate.ts';
import { receiveListCommand } from '../../../../gate/inside/list.ts';
import { matchRows } from '../../../../gate/inside/list-questions.ts';
import { intake, type IntakeWish } from '../../../../exchange/intake/intake.ts';
import { listWords } from '../../../../programmes/words/lists.ts';
import { Button, ButtonRow, LinkButton } from '../../../kit/still/button.tsx';
import { Notice } from '../../../kit/still/notice.tsx';
import type { Asking } from '../../asking.ts';
import { formMarks } from '../../form-marks.ts';
import { go } from '../../../kit/server/go.ts';
import { page, type Reply } from '../../reply.ts';
import type { DeskRoute } from '../../route.ts';
import { monthsWords } from './months-words.ts';
import { mayTryAgain, notTakenSentence } from './not-taken-words.ts';
import { RowProblems } from './row-problems.tsx';
import { soon } from './soon.ts';
import { waitingFiles, type WaitingFile } from './waiting-files.ts';

const PATH = '/lists/waiting/:file';
const BACK = { text: '名簿', href: '/lists' };

function fileOf({ desk, who, now, params }: Asking): WaitingFile | undefined {
  return waitingFiles(desk).find(params['file'] ?? '', who.actor, now);
}

/** What the uploaded file waits for: its password, its staging, or somebody who looks why it was not taken. */
function showWaiting(asking: Asking): Reply {
  const file = fileOf(asking);
  if (!file) return gone();
  const { state } = file;
  switch (state.is) {
    case 'taken':
      return go(`/lists/${state.list}${state.again ? '?again=1' : ''}`);
    case 'running':
      return progressPage(file, state);
    case 'broken': {
      file.state = { is: 'waiting' };
      throw state.error;
    }
    case 'waiting':
      return passwordPage(asking, file);
  }
}

function gone(): Reply {
  return page(
    'ファイルがありません',
    <>
      <h1>ファイルがありません</h1>
      <p>
        30分たったか、プログラムが開き直されたため、置いてあったファイルは消えました。取り込みが済んでいれば名簿にあります。
      </p>
      <ButtonRow>
        <LinkButton text="名簿を見る" href="/lists" />
        <LinkButton text="もう一度ファイルを選ぶ" href="/lists/new" kind="plain" />
      </ButtonRow>
    </>,
    { status: 404, back: BACK },
  );
}

function headOf({ wish }: WaitingFile): string {
  return `${listWords.kinds[wish.kind]} ${monthsWords(wish.months)}`;
}

function progressPage(file: WaitingFile, state: WaitingFile['state'] & { readonly is: 'running' }): Reply {
  const words = state.step === 'match' ? '台帳と照らし合わせています' : '確認用に保管しています';
  return page(
    '取り込み中',
    <>
      <h1>{headOf(file)}を取り込んでいます</h1>
      <p className="progress-words" role="status">
        {words}: {state.total === 0 ? 'ファイルを開いています' : `${state.done} / ${state.total}行`}
      </p>
      <progress max={Math.max(1, state.total)} value={state.done} aria-label={words} />
      <p>この画面は2秒ごとに開き直ります。閉じても取り込みは続き、終わると名簿に出ます。</p>
      <p>
        <a href={`/lists/waiting/${file.id}`}>今すぐ開き直す</a>
      </p>
    </>,
    { headers: { Refresh: '2' }, back: BACK },
  );
}

function passwordPage(asking: Asking, file: WaitingFile): Reply {
  const { no } = file.state.is === 'waiting' ? file.state : {};
  const again = no === undefined || mayTryAgain(no);
  const refused =
    no?.type === 'file-refused' && no.refusal.type === 'too-many-refused' ? no.refusal : undefined;
  return page(
    no ? '取り込めませんでした' : 'パスワード',
    <div className="act">
      <h1>{headOf(file)}</h1>
      {no && (
        <Notice kind="urgent" title="取り込めませんでした">
          <p>{notTakenSentence(no)}</p>
          <p>台帳も名簿も、何も変わっていません。</p>
          {no.type === 'another-list-waits' && (
            <p>
              <a href={`/lists/${no.list}`}>済んでいない一覧を開く</a>
            </p>
          )}
        </Notice>
      )}
      {refused && <RowProblems refused={refused.refused} caption="受け入れられない行" />}
      {again && (
        <form method="post" action={`/lists/waiting/${file.id}`} autoComplete="off" noValidate>
          <input type="hidden" name="token" defaultValue={formMarks(asking).token} />
          <label className="label" htmlFor="password">
            ファイルのパスワード
          </label>
          <p className="hint" id="password-hint">
            区から別の方法で受け取ったもの。この画面で1度使うだけで、どこにも残しません。
          </p>
          <input
            id="password"
            name="password"
            type="password"
            autoComplete="off"
            className="middle"
            aria-describedby="password-hint"
          />
          {no?.type === 'too-few-fit' && (
            <div className="choice">
              <input id="addition" type="checkbox" name="addition" value="yes" />
              <label htmlFor="addition">前に受け取った同じ月の一覧への追加分です</label>
            </div>
          )}
          <ButtonRow>
            <Button text="開いて照らし合わせる" />
            <LinkButton text="やめて戻る" href="/lists" kind="plain" />
          </ButtonRow>
        </form>
      )}
      {!again && (
        <ButtonRow>
          <LinkButton text="別のファイルを選ぶ" href="/lists/new" />
          <LinkButton text="名簿へ戻る" href="/lists" kind="plain" />
        </ButtonRow>
      )}
    </div>,
    { back: BACK, ...(no ? { status: 422 } : {}) },
  );
}

/** The same way as on the command line: read, check, enter, match, stage. However often it is sent, it is done once. */
async function takeIn(asking: Asking): Promise<Reply> {
  const file = fileOf(asking);
  if (!file) return gone();
  const here = `/lists/waiting/${file.id}`;
  if (file.state.is !== 'waiting') return go(here);
  const { fields } = asking.form;
  const password = (fields.get('password') ?? '').trim();
  const addition = file.wish.addition === true || fields.get('addition') === 'yes';
  file.state = { is: 'running', step: 'match', done: 0, total: 0 };
  await soon(readInto(file, asking, { ...file.wish, addition, password, commit: false }));
  return go(here);
}

async function readInto(file: WaitingFile, { desk, by }: Asking, wish: IntakeWish): Promise<void> {
  const { parts } = desk.house;
  const door = {
    programme: desk.programme,
    parts,
    execute: (calls: readonly Call[], who: By) => execute(parts, calls, who),
    ask: (question: string, input: unknown, who: By) => ask(parts, question, input, who),
  };
  try {
    const taken = await intake(door, file.bytes, wish, by, (step, done, total) => {
      file.state = { is: 'running', step: step === 'match' ? 'match' : 'stage', done, total };
    });
    file.state = taken.ok
      ? { is: 'taken', list: taken.value.list, again: taken.value.again }
      : { is: 'waiting', no: taken.error };
  } catch (error) {
    file.state = { is: 'broken', error };
  }
}

export const takeInRoutes: readonly DeskRoute[] = [
  {
    kind: 'screen',
    path: PATH,
    work: 'lists',
    title: 'パスワード',
    asks: [matchRows],
    show: (asking) => Promise.resolve(showWaiting(asking)),
  },
  { kind: 'step', path: PATH, work: 'lists', needs: [receiveListCommand], handle: takeIn },
];
