import type { FormDefinition, Question } from '../../../../domain/forms/form.ts';
import { formName } from '../../../../domain/forms/form.ts';
import { completeVisitCommand } from '../../../../gate/inside/visit.ts';
import { MODE_WORDS, NO_STAMP_WORDS } from '../../../../programmes/words/visits.ts';
import { Notice } from '../../../kit/still/notice.tsx';
import type { Asking } from '../../asking.ts';
import { dayWords } from '../../day-words.ts';
import type { FieldSpec } from '../../field-spec.ts';
import { NotHere } from '../../not-here.ts';
import { act } from '../../route.ts';
import type { Values } from '../../values.ts';
import { nameOf } from './name-of.ts';
import { codesOf, optionsOf } from '../../code-words.ts';
import { visitOf, type ShownVisit } from './visit-of.ts';

const MET = { woman: 'ご本人', partner: 'パートナーだけ', others: 'そのほかのご家族だけ' } as const;
const YES_NO = { yes: 'はい', no: 'いいえ' } as const;
const CONSENT = {
  given: '同意する',
  refused: '同意しない',
  earlier: '申込みのときに同意済み',
} as const;

/**
 * The record of the one visit (CHI-8.3-1), by the visitor herself or on her behalf: in the order in which the talk goes,
 * with the sheets the ward has approved. What is missing is said field by field or by the gate.
 */
export const completeVisitAct = act({
  row: completeVisitCommand,
  work: 'bookings',
  title: '訪問の結果を記録する',
  button: '記録する',
  given: ['case'],
  explain: async (asking, given) => {
    const row = await visitOf(asking, given);
    const { booking } = row;
    if (!booking) {
      return (
        <Notice kind="warn" title="いま予約はありません">
          <p>記録は予約に書きます。先に予約を確かめてください。</p>
        </Notice>
      );
    }
    return (
      <p>
        <strong>{nameOf(row.fields)}</strong> の {dayWords(booking.date)} {booking.start} の
        {MODE_WORDS[booking.mode]}
        を記録します。記録は1回だけで、育児パッケージをお届けするかもここで決まります。
        ご家族だけのときや会えなかったときは「行えなかった訪問」に記録してください。
      </p>
    );
  },
  fields: async (asking, given) => fieldsFor(asking, await visitOf(asking, given)),
  input: (values, given, asking) => inputOf(values, given['case'] as `case_${string}`, asking),
  shown: async (asking, given) => ({ case: (await visitOf(asking, given)).version }),
  done: '訪問の結果を記録しました。',
  to: ({ case: id = '' }) => `/bookings/visit/${id}`,
});

function fieldsFor(asking: Asking, row: ShownVisit): readonly FieldSpec[] {
  const { booking, sheets, consentGiven } = row;
  if (!booking) return [];
  const remote = booking.mode !== 'visit';
  return [
    // What the page was about; the visit may have been moved before it is sent.
    ...hiddenFields(row),
    { name: 'from', section: '当日のこと', label: '始まりの時刻', kind: 'time' },
    { name: 'to', label: '終わりの時刻', kind: 'time' },
    { name: 'met', label: 'お話しした方', kind: 'one', options: optionsOf(MET) },
    ...(remote ? REMOTE_FIELDS : []),
    { name: 'pregnant', label: '今日、妊娠中ですか', kind: 'one', options: optionsOf(YES_NO) },
    { name: 'born', label: 'ご出産の日', hint: '出産されていたときだけ。', kind: 'date', optional: true },
    ...questionsOf('c', sheets.checklist),
    ...(booking.followUp ? questionsOf('l', sheets.leeway) : []),
    {
      name: 'consent',
      section: '終わりに',
      label: '伺った内容を区と共有することへの同意',
      kind: 'one',
      options: optionsOf(CONSENT).filter(({ value }) => consentGiven || value !== 'earlier'),
    },
    ...(remote ? [] : stampFields(asking)),
    {
      name: 'considerate',
      label: '季節・時間・場所などの配慮をしたか',
      kind: 'one',
      options: optionsOf(YES_NO),
    },
    {
      name: 'lengthReason',
      label: 'ふだんより長い・短いときの理由',
      kind: 'lines',
      most: 500,
      optional: true,
    },
  ];
}

/** The date of the booking and its sheets go with the form as choices of one: a page of yesterday cannot record today. */
function hiddenFields({ booking, sheets }: ShownVisit): readonly FieldSpec[] {
  if (!booking || !sheets.checklist) throw new NotHere();
  const one = (name: string, label: string, value: string, words: string): FieldSpec => ({
    name,
    label,
    kind: 'one',
    options: [{ value, label: words }],
    value,
  });
  return [
    one(
      'booking',
      '予約',
      `${booking.booking} ${booking.date}`,
      `${dayWords(booking.date)} ${booking.start}`,
    ),
    one('checklist', 'チェックリスト', formName(sheets.checklist), `第${sheets.checklist.version}版`),
    ...(booking.followUp && sheets.leeway
      ? [one('leeway', 'ゆとり感の聞き取り', formName(sheets.leeway), `第${sheets.leeway.version}版`)]
      : []),
  ];
}

const REMOTE_FIELDS: readonly FieldSpec[] = [
  { name: 'said-name', label: 'お名前を、ご本人に言っていただいた', kind: 'check' },
  { name: 'said-birth', label: '生年月日を、ご本人に言っていただいた', kind: 'check' },
  { name: 'said-address', label: '住民登録のある住所を、ご本人に言っていただいた', kind: 'check' },
  { name: 'private', label: '声や画面がほかの人に伝わらない場所で行った', kind: 'check' },
];

function stampFields({ desk }: Asking): readonly FieldSpec[] {
  const { home } = desk.programme.rules.visits.noStamp;
  return [
    { name: 'stamped', label: '母子健康手帳にスタンプを押した', kind: 'one', options: optionsOf(YES_NO) },
    {
      name: 'noStamp',
      label: '押していない理由',
      kind: 'one',
      look: 'list',
      options: home.map((value) => ({ value, label: NO_STAMP_WORDS[value] ?? value })),
      optional: true,
    },
  ];
}

function questionsOf(prefix: string, sheet: FormDefinition | undefined): readonly FieldSpec[] {
  return (sheet?.questions ?? []).map((question, nr) => ({
    name: `${prefix}.${question.code}`,
    ...(nr === 0 && sheet ? { section: sheet.title } : {}),
    label: question.label,
    optional: !question.required,
    ...kindOf(question),
  }));
}

function kindOf(question: Question) {
  if (question.kind === 'single') {
    const options = (question.choices ?? []).map(({ code, label }) => ({ value: code, label }));
    return { kind: 'one', options } as const;
  }
  return question.kind === 'date' ? ({ kind: 'date' } as const) : ({ kind: 'lines', most: 1000 } as const);
}

function inputOf(values: Values, id: `case_${string}`, { form }: Asking) {
  const [booking = '', date = ''] = values.text('booking').split(' ');
  const answers = (prefix: string) =>
    Object.fromEntries(
      [...form.fields.keys()]
        .filter((name) => name.startsWith(prefix))
        .flatMap((name) => {
          const value = values.textOr(name);
          return value === undefined ? [] : [[name.slice(prefix.length), value]];
        }),
    );
  const stamped = values.oneOr('stamped', codesOf(YES_NO)) === 'yes';
  const leeway = values.textOr('leeway');
  return {
    case: id,
    booking: booking as `booking_${string}`,
    date: date as ReturnType<Values['date']>,
    from: values.text('from'),
    to: values.text('to'),
    met: values.one('met', codesOf(MET)),
    ...(values.checked('said-name')
      ? {
          identity: {
            name: true,
            birthDate: values.checked('said-birth'),
            address: values.checked('said-address'),
          },
        }
      : {}),
    privatePlace: values.checked('private') || undefined,
    pregnant: values.one('pregnant', codesOf(YES_NO)) === 'yes',
    born: values.dateOr('born'),
    checklist: values.text('checklist'),
    ...(leeway ? { leeway, leewayAnswers: answers('l.') } : {}),
    consent: values.one('consent', codesOf(CONSENT)),
    stamped,
    noStamp: values.textOr('noStamp'),
    considerate: values.one('considerate', codesOf(YES_NO)) === 'yes',
    answers: answers('c.'),
    lengthReason: values.textOr('lengthReason'),
  };
}
