import type { CivilDate } from '../../domain/basics/civil-date.ts';
import type { AttendanceHistory, MemberOpening } from '../../domain/facts/case.ts';
import { spokenLanguage } from '../../domain/intake/languages.ts';
import type { MemberRow } from '../../domain/intake/rows.ts';
import { recallTarget, type RecallTarget } from '../../domain/members/recall-target.ts';
import { cellForms, wordForm } from './cell-forms.ts';
import { readAddress, readMailWay } from './mail-way.ts';
import { checkAddress, readPhone, readProtection } from './person-cells.ts';
import { ask, note, read, refuse, type CellForm, type RowDraft } from './row-draft.ts';
import type { IntakeSettings, RecallSettings } from './settings.ts';
import type { TableForm } from './table.ts';

/** The columns of a list of insured persons who are to be recalled (SCR-A-12). */
export const membersForm: TableForm = {
  required: [
    '整理番号',
    '氏名',
    '氏名カナ',
    '通称名',
    '生年月日',
    '性別',
    '郵便番号',
    '住所',
    '方書',
    '電話番号',
    '健診受診日',
    'がん検診受診日',
    '過去受診歴',
    '支援措置',
    '使用言語',
    '備考',
  ],
  optional: ['送付先区分', '送付先郵便番号', '送付先住所', '送付先方書'],
};

/**
 * One insured person. To what the person is recalled follows from age and attendance (SCR-A-2, SCR-A-3); who is to be
 * recalled to nothing is refused, not passed over. Names stay in the script in which the ward wrote them (SCR-A-19).
 * Undefined when the draft holds a reason to refuse.
 */
export function readMember(
  draft: RowDraft,
  settings: IntakeSettings,
  recall: RecallSettings,
): MemberRow | undefined {
  const reference = read(draft, '整理番号', cellForms.reference, 'must');
  const name = read(draft, '氏名', cellForms.name, 'must');
  const kana = read(draft, '氏名カナ', cellForms.kana, 'must');
  const birthDate = read(draft, '生年月日', cellForms.date, 'must');
  const sex = read(draft, '性別', sexForm, 'must');
  const history = read(draft, '過去受診歴', historyForm, 'must');
  const address = readAddress(draft, '', 'must');
  const isProtected = readProtection(draft);
  const mail = readMailWay(draft, isProtected === true);
  const target = birthDate && readRecall(draft, birthDate, recall);
  const language = read(draft, '使用言語', cellForms.words, 'may');
  const spoken = language === undefined ? undefined : spokenLanguage(language);
  const rest = {
    commonName: read(draft, '通称名', cellForms.name, 'may'),
    phone: readPhone(draft),
    language: spoken,
    remark: read(draft, '備考', cellForms.remark, 'may'),
    extra: draft.row.extra,
  };
  if (address !== undefined) checkAddress(draft, address, settings);
  if (spoken !== undefined && spoken.code === undefined) note(draft, 'language-unknown', '使用言語');
  if (draft.refusals.length > 0) return undefined;
  if (reference === undefined || name === undefined || kana === undefined) return undefined;
  if (birthDate === undefined || sex === undefined || history === undefined) return undefined;
  if (address === undefined || isProtected === undefined || mail === undefined) return undefined;
  if (!target?.recalled) return undefined;
  return {
    reference,
    name,
    kana,
    birthDate,
    sex,
    history,
    address,
    protected: isProtected,
    screening: target.to,
    age: target.age,
    ...mail,
    ...rest,
  };
}

function readRecall(
  draft: RowDraft,
  birth: CivilDate,
  { year, leastAge, today }: RecallSettings,
): RecallTarget | undefined {
  const checkUp = read(draft, '健診受診日', cellForms.date, 'may');
  const cancer = read(draft, 'がん検診受診日', cellForms.date, 'may');
  // A day that cannot be read may be an attendance: nobody is recalled to what was done.
  if (unread(draft, '健診受診日', checkUp) || unread(draft, 'がん検診受診日', cancer)) return undefined;
  if ((checkUp ?? today) > today) ask(draft, 'attended-ahead', '健診受診日');
  if ((cancer ?? today) > today) ask(draft, 'attended-ahead', 'がん検診受診日');
  const attended = { checkUp: checkUp !== undefined, cancer: cancer !== undefined };
  const target = recallTarget(birth, attended, year, leastAge);
  if (!target.recalled)
    refuse(draft, 'not-recalled', target.why === 'attended' ? 'がん検診受診日' : '生年月日');
  return target;
}

function unread(draft: RowDraft, column: string, value: CivilDate | undefined): boolean {
  if (value !== undefined || (draft.row.cell(column) ?? '') === '') return false;
  refuse(draft, 'date-unreadable', column);
  return true;
}

const sexForm: CellForm<MemberOpening['sex']> = wordForm(
  new Map<string, MemberOpening['sex']>([
    ['女', 'f'],
    ['女性', 'f'],
    ['2', 'f'],
    ['男', 'm'],
    ['男性', 'm'],
    ['1', 'm'],
    ['その他', 'other'],
    ['9', 'other'],
  ]),
  'sex-unreadable',
);

const historyForm: CellForm<AttendanceHistory> = wordForm(
  new Map<string, AttendanceHistory>([
    ['なし', 'never'],
    ['0', 'never'],
    ['一部', 'sometimes'],
    ['1', 'sometimes'],
    ['毎年', 'always'],
    ['2', 'always'],
  ]),
  'history-unreadable',
);
