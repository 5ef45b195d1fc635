import { parseYearMonth } from '../../../../domain/basics/year-month.ts';
import { listWords } from '../../../../programmes/words/lists.ts';
import { Button, ButtonRow, LinkButton } from '../../../kit/still/button.tsx';
import { Notice } from '../../../kit/still/notice.tsx';
import { receiveListCommand } from '../../../../gate/inside/list.ts';
import { matchRows } from '../../../../gate/inside/list-questions.ts';
import { ActFields } from '../../act-fields.tsx';
import type { Asking } from '../../asking.ts';
import type { FieldSpec } from '../../field-spec.ts';
import { formMarks } from '../../form-marks.ts';
import { go } from '../../../kit/server/go.ts';
import { page, type Problem, type Reply } from '../../reply.ts';
import type { DeskRoute } from '../../route.ts';
import { readValues, type Values } from '../../values.ts';
import { listKinds } from './list-kinds.ts';
import { waitingFiles } from './waiting-files.ts';

const TITLE = '区の一覧を受け取る';
const BACK = { text: '名簿', href: '/lists' };

/** The file and how it was handed over; its password comes on the next page, as it came to us: apart (CHI-8.1-1, 8.1-2). */
function showUpload(asking: Asking, typed?: URLSearchParams, problems: readonly Problem[] = []): Reply {
  return page(
    TITLE,
    <div className="act">
      <h1>{TITLE}</h1>
      <p>
        区から受け取った、暗号化されたままのファイルを入れます。パスワードは次の画面で入れます。台帳は、内容を確かめて確定するまで変わりません。
      </p>
      <form method="post" action="/lists/new" encType="multipart/form-data" noValidate>
        <input type="hidden" name="token" defaultValue={formMarks(asking).token} />
        <ActFields specs={fieldsOf(asking)} typed={typed} problems={problems} />
        {problems.length > 0 && (
          <Notice kind="info" title="ファイルをもう一度選んでください" level={2}>
            <p>ブラウザーの決まりで、選んだファイルだけは消えます。ほかの入力は残っています。</p>
          </Notice>
        )}
        <ButtonRow>
          <Button text="次へ(パスワード)" />
          <LinkButton text="やめて戻る" href="/lists" kind="plain" />
        </ButtonRow>
      </form>
    </div>,
    { back: BACK, problems, ...(problems.length > 0 ? { status: 422 } : {}) },
  );
}

function fieldsOf(asking: Asking): readonly FieldSpec[] {
  const { kinds, methods } = listWords;
  return [
    {
      name: 'file',
      kind: 'file',
      label: '一覧のファイル',
      accept: '.zip,.age',
      hint: 'ZIPまたはage、32MBまで',
    },
    {
      name: 'kind',
      kind: 'one',
      label: '一覧の種類',
      options: listKinds(asking).map((value) => ({ value, label: kinds[value] })),
    },
    {
      name: 'months',
      kind: 'text',
      label: '対象の月',
      width: 'middle',
      hint: '例: 2026-09。2か月分のときは 2026-09,2026-10',
    },
    {
      name: 'addition',
      kind: 'check',
      label: '前に受け取った同じ月の一覧への追加分です',
      optional: true,
    },
    {
      name: 'method',
      kind: 'one',
      label: '受け取り方',
      options: (['in-person', 'courier'] as const).map((value) => ({ value, label: methods[value] })),
    },
    { name: 'medium', kind: 'text', label: '媒体と番号', width: 'middle', most: 60, hint: '例: CD-R 12' },
    { name: 'from', kind: 'text', label: '渡した人', most: 100, hint: '区の部署と氏名' },
    { name: 'to', kind: 'text', label: '受けた人', most: 100 },
    { name: 'on', kind: 'date', label: '受け取った日', value: asking.today },
    { name: 'at', kind: 'time', label: '受け取った時刻' },
    { name: 'rows', kind: 'number', label: '授受の記録にある件数', unit: '件', optional: true, max: 200_000 },
    {
      name: 'by',
      kind: 'text',
      label: '立ち会った人・運んだ人',
      most: 100,
      optional: true,
    },
  ];
}

async function takeUpload(asking: Asking): Promise<Reply> {
  const { form, desk, who, now } = asking;
  const { values, problems } = readValues(form, fieldsOf(asking));
  const months = monthsOf(form.fields.get('months') ?? '');
  const wrong: readonly Problem[] = [
    ...problems,
    ...(problems.some(({ field }) => field === 'months') || months
      ? []
      : [{ field: 'months', text: '対象の月を 2026-09 の形で入力してください。' }]),
  ];
  if (wrong.length > 0 || !months) return showUpload(asking, form.fields, wrong);
  const file = waitingFiles(desk).add({
    owner: who.actor,
    since: now,
    bytes: values.file('file').bytes,
    wish: {
      kind: values.one('kind', listKinds(asking)),
      months,
      addition: values.checked('addition'),
      handOver: handOverOf(values),
    },
  });
  return go(`/lists/waiting/${file.id}`);
}

function handOverOf(values: Values): object {
  const [rows, by] = [values.numberOr('rows'), values.textOr('by')];
  return {
    method: values.text('method'),
    medium: values.text('medium'),
    from: values.text('from'),
    to: values.text('to'),
    at: `${values.date('on')}T${values.text('at')}`,
    ...(rows === undefined ? {} : { rows }),
    ...(by === undefined ? {} : { by }),
  };
}

function monthsOf(typed: string) {
  const read = typed
    .normalize('NFKC')
    .split(/[,、\s]+/)
    .filter((part) => part !== '')
    .map((part) => {
      const parts = /^(\d{4})[-/.年]?(\d{1,2})月?$/.exec(part);
      return parseYearMonth(`${parts?.[1] ?? ''}-${(parts?.[2] ?? '').padStart(2, '0')}`);
    });
  const months = read.flatMap((month) => (month.ok ? [month.value] : []));
  return months.length > 0 && months.length === read.length ? [...new Set(months)] : undefined;
}

export const uploadRoutes: readonly DeskRoute[] = [
  {
    kind: 'screen',
    path: '/lists/new',
    work: 'lists',
    title: TITLE,
    asks: [matchRows],
    show: (asking) => Promise.resolve(showUpload(asking)),
  },
  {
    kind: 'step',
    path: '/lists/new',
    work: 'lists',
    needs: [receiveListCommand],
    files: true,
    handle: takeUpload,
  },
];
