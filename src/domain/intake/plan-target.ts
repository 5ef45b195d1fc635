import type { CaseId, ListId, PersonId } from '../basics/ids.ts';
import type { CaseOpening, MemberOpening, PregnancyOpening } from '../facts/case.ts';
import { sectionOfPart, sectionValues, type SectionValue } from './row-values.ts';
import type { UpdateFromList } from './update-from-list.ts';
import type { MatchDoubt } from './match.ts';
import type { GivenAnswer, StagedMember, StagedTarget } from './staged-row.ts';

/** What the job does with a row of the targets list. */
export type TargetAct =
  | {
      readonly act: 'open';
      readonly case: CaseId;
      readonly person: PersonId;
      readonly opening: CaseOpening;
      readonly values: readonly SectionValue[];
    }
  | ({ readonly act: 'update' } & UpdateFromList)
  | { readonly act: 'unchanged' }
  | { readonly act: 'leave-out' };

/** From a matched row and the answers about its line to the one thing that is done (CHI-8.1-3). */
export function planTarget(
  staged: StagedTarget | StagedMember,
  answers: readonly GivenAnswer[],
  list: ListId,
  contractYear: number,
): TargetAct {
  const { row, marks, match } = staged;
  const answerTo = (code: MatchDoubt) => answers.find((one) => one.code === code)?.answer;
  if (answers.some(({ answer }) => answer === 'leave-out')) return { act: 'leave-out' };
  const values = sectionValues(row, marks, answers);
  const open = (person: PersonId): TargetAct => ({
    act: 'open',
    case: staged.newCase,
    person,
    opening:
      staged.kind === 'members'
        ? memberOpening(staged, list, contractYear)
        : openingOf(staged, list, contractYear),
    values,
  });
  const another = IDENTITY_DOUBTS.some((doubt) => answerTo(doubt) === 'different-person');
  if (!match.found || another) return open(staged.newPerson);
  const known = match.found.case;
  if (!known || answerTo('new-pregnancy') === 'new-pregnancy') return open(match.found.person);
  const doubted = match.doubts.some((doubt) => IDENTITY_DOUBTS.includes(doubt));
  if (match.changed.length === 0 && !doubted) return { act: 'unchanged' };
  const sections = new Set(match.changed.flatMap((part) => sectionOfPart[part] ?? []));
  return {
    act: 'update',
    case: known,
    list,
    parts: match.changed,
    values: values.filter(({ section }) => section === 'reference' || sections.has(section)),
    ...(staged.kind === 'targets' ? { due: staged.row.due, followUp: staged.row.followUp } : {}),
    protected: row.protected,
    mailWay: row.mailWay,
  };
}

const IDENTITY_DOUBTS: readonly MatchDoubt[] = [
  'kana-differs',
  'birth-date-differs',
  'number-of-another',
  'number-differs',
  'other-address',
  'several-fit',
];

function memberOpening({ row }: StagedMember, list: ListId, contractYear: number): MemberOpening {
  const { screening, age, sex, history, mailWay } = row;
  return { contractYear, list, screening, age, sex, history, mailWay, protected: row.protected };
}

function openingOf(staged: StagedTarget, list: ListId, contractYear: number): PregnancyOpening {
  const { row } = staged;
  return {
    contractYear,
    list,
    due: row.due,
    followUp: row.followUp ?? false,
    origin: row.origin,
    ...(row.origin === 'designated' ? { designation: { scope: row.designationScope, ref: list } } : {}),
    mailWay: row.mailWay,
    ...(row.residentSince === undefined ? {} : { residentSince: row.residentSince }),
    protected: row.protected,
  };
}
