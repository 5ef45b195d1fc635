import type { CivilDate } from '../basics/civil-date.ts';
import type { MemberOpening, Screening } from '../facts/case.ts';
import type { RecordedFact } from '../facts.ts';

/** An insured person on the ward's list: what the groups are made from, the group, and what came of it. */
export type Member = {
  /** Absent where the case was opened for something else than a recall of insured persons. */
  readonly opening?: MemberOpening;
  readonly group?: { readonly group: string; readonly version: string; readonly on: CivilDate };
  readonly calls: readonly {
    readonly result: string;
    readonly reason?: string;
    readonly on: CivilDate;
  }[];
  readonly attended?: { readonly screening: Screening; readonly on: CivilDate };
};

export const noMember: Member = { calls: [] };

export function evolveMember(state: Member, fact: RecordedFact): Member {
  const day = fact.at.slice(0, 10) as CivilDate;
  switch (fact.type) {
    case 'case.opened':
      return 'screening' in fact ? { ...state, opening: fact } : state;
    case 'case.grouped':
      return { ...state, group: { group: fact.group, version: fact.version, on: day } };
    case 'call.made': {
      if (!state.opening) return state;
      const { result, reason } = fact;
      return {
        ...state,
        calls: [...state.calls, { result, on: day, ...(reason === undefined ? {} : { reason }) }],
      };
    }
    case 'attendance.reported':
      return attends(state, fact.screening) && !(state.attended && state.attended.on <= fact.on)
        ? { ...state, attended: { screening: fact.screening, on: fact.on } }
        : state;
    default:
      return state;
  }
}

/** Only what the person was recalled to counts. */
function attends({ opening }: Member, screening: Screening): boolean {
  return opening?.screening === screening;
}
