import type { CivilDate } from '../../domain/basics/civil-date.ts';
import { err, ok } from '../../domain/basics/result.ts';
import { monthContaining, type YearMonth } from '../../domain/basics/year-month.ts';
import { completedAge } from '../../domain/calendar/age.ts';
import type { PregnancyWeeks } from '../../domain/calendar/pregnancy.ts';
import { lmp, reachesMonth8, referenceDayAfterList } from '../../domain/calendar/pregnancy.ts';
import type { CaseOrigin, DesignatedScope } from '../../domain/facts/case.ts';
import { spokenLanguage } from '../../domain/intake/languages.ts';
import type { TargetRow } from '../../domain/intake/rows.ts';
import { cellForms, wordForm } from './cell-forms.ts';
import { LIST_COLUMNS } from './list-columns.ts';
import { readAddress, readMailWay } from './mail-way.ts';
import { checkAddress, readPhone, readProtection } from './person-cells.ts';
import { ask, note, read, refuse, type CellForm, type RowDraft } from './row-draft.ts';
import type { IntakeSettings } from './settings.ts';
import type { TableForm } from './table.ts';

/** The columns of the targets list (design, "The ward's lists"). */
export const targetsForm: TableForm = LIST_COLUMNS.targets;

/** What reading a list of pregnant women cannot do without. */
export type ListedPregnancies = IntakeSettings & { readonly weeks: PregnancyWeeks };

/**
 * One woman of the targets list. `months` are those in which the list's women reach the 8th month (CHI-8.1-1);
 * who was designated by the ward or carried over is asked neither for month nor for address (CHI-4.4-1).
 * Undefined when the draft holds a reason to refuse.
 */
export function readTarget(
  draft: RowDraft,
  months: readonly YearMonth[],
  settings: ListedPregnancies,
): TargetRow | undefined {
  const reference = read(draft, '整理番号', cellForms.reference, 'must');
  const name = read(draft, '氏名', cellForms.name, 'must');
  const kana = read(draft, '氏名カナ', cellForms.kana, 'must');
  const birthDate = read(draft, '生年月日', cellForms.date, 'must');
  const due = read(draft, '出産予定日', cellForms.date, 'must');
  const address = readAddress(draft, '', 'must');
  const isProtected = readProtection(draft);
  const origin = readOrigin(draft);
  const mail = readMailWay(draft, isProtected === true);
  const notifiedOn = read(draft, '妊娠届出日', cellForms.date, 'may');
  const language = read(draft, '使用言語', cellForms.words, 'may');
  const rest = {
    commonName: read(draft, '通称名', cellForms.name, 'may'),
    phone: readPhone(draft),
    notifiedOn,
    firstBirth: read(draft, '初産', cellForms.flag, 'may'),
    confidants: read(draft, '相談できる人数', cellForms.count, 'may'),
    followUp: read(draft, '要フォロー', cellForms.flag, 'may'),
    language: language === undefined ? undefined : spokenLanguage(language),
    remark: read(draft, '備考', cellForms.remark, 'may'),
    residentSince: read(draft, '住定日', cellForms.date, 'may'),
    children: read(draft, '胎児数', childrenForm, 'may'),
    designationScope: readScope(draft, origin),
    extra: draft.row.extra,
  };
  if (due !== undefined) {
    checkMonth(draft, due, origin, months, settings);
    checkDates(draft, due, birthDate, notifiedOn);
  }
  if (address !== undefined && origin !== 'designated') checkAddress(draft, address, settings);
  if (rest.language !== undefined && rest.language.code === undefined)
    note(draft, 'language-unknown', '使用言語');
  if (draft.refusals.length > 0) return undefined;
  if (reference === undefined || name === undefined || kana === undefined) return undefined;
  if (birthDate === undefined || due === undefined || address === undefined) return undefined;
  if (isProtected === undefined || origin === undefined || mail === undefined) return undefined;
  return { reference, name, kana, birthDate, due, address, protected: isProtected, origin, ...mail, ...rest };
}

const childrenForm: CellForm<number> = {
  kind: 'count',
  max: 10,
  parse: (text) => {
    const count = cellForms.count.parse(text);
    return count.ok && (count.value === 0 || count.value > 9) ? err('count-unreadable') : count;
  },
};

const origins: ReadonlyMap<string, CaseOrigin> = new Map([
  ['一般', 'list'],
  ['区指定', 'designated'],
  ['繰越', 'carried'],
]);

function readOrigin(draft: RowDraft): CaseOrigin | undefined {
  if ((draft.row.cell('対象区分') ?? '') === '') return 'list';
  return read(draft, '対象区分', originForm, 'must');
}

const originForm: CellForm<CaseOrigin> = wordForm(origins, 'origin-unreadable');

const scopes: ReadonlyMap<string, readonly DesignatedScope[]> = new Map<string, readonly DesignatedScope[]>([
  ['通知', ['notice']],
  ['発送', ['notice']],
  ['訪問', ['visit']],
  ['再送', ['resend']],
  ['パッケージ', ['package']],
  ['育児パッケージ', ['package']],
  ['すべて', ['notice', 'visit', 'resend', 'package']],
  ['全て', ['notice', 'visit', 'resend', 'package']],
]);

/** What the ward allows for a designated person; without it nothing is allowed, so it is asked (CHI-4.4-1). */
function readScope(draft: RowDraft, origin: CaseOrigin | undefined): readonly DesignatedScope[] {
  if (origin !== 'designated') return NO_SCOPE;
  return read(draft, '区指定範囲', scopeForm, 'should') ?? NO_SCOPE;
}

const NO_SCOPE: readonly DesignatedScope[] = [];

const scopeForm: CellForm<readonly DesignatedScope[]> = {
  kind: 'words',
  max: 100,
  parse: (text) => {
    const words = text.split(/[・、,，/／+＋\s]+/).filter((word) => word !== '');
    const found = words.map((word) => scopes.get(word));
    if (found.length === 0 || found.includes(undefined)) return err('designation-scope-unreadable');
    return ok([...new Set(found.flatMap((scope) => scope ?? NO_SCOPE))]);
  },
};

function checkMonth(
  draft: RowDraft,
  due: CivilDate,
  origin: CaseOrigin | undefined,
  months: readonly YearMonth[],
  settings: ListedPregnancies,
): void {
  if (origin !== 'list') return;
  if (!months.includes(monthContaining(reachesMonth8(due, settings.weeks)))) {
    refuse(draft, 'month8-outside-list-months', '出産予定日');
  }
  // The ward's list decides; the day is looked at again with the next changes list (AMB-03).
  else if (referenceDayAfterList(due, settings.weeks)) note(draft, 'residence-day-after-list', '出産予定日');
}

const YOUNGEST = 12;
const OLDEST = 60;

function checkDates(
  draft: RowDraft,
  due: CivilDate,
  birthDate: CivilDate | undefined,
  notifiedOn: CivilDate | undefined,
): void {
  const age = birthDate === undefined ? YOUNGEST : completedAge(birthDate, due, 'birthday');
  if (age === undefined || age < YOUNGEST || age > OLDEST) ask(draft, 'birth-date-implausible', '生年月日');
  const early = notifiedOn !== undefined && notifiedOn < lmp(due);
  const late = notifiedOn !== undefined && notifiedOn > due;
  if (early || late) ask(draft, 'notified-implausible', '妊娠届出日');
}
