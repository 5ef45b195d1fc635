import type { AttendanceHistory, MemberOpening, Screening } from '../facts/case.ts';

/** What a recall of insured persons asks, says and measures (SCR-A-2 to SCR-A-10). */
export type MemberRules = {
  /** 40歳以上, at the end of the fiscal year (SCR-A-2, AMB-28). */
  readonly leastAge: number;
  readonly groups: GroupRules;
  readonly calls: CallRules;
  /** A count of 1 up to one less than this is not shown (SCR-A-10). */
  readonly smallCell: number;
};

/**
 * Message groups as data. A person falls into the first segment that fits (the last one fits everybody), and within
 * it chance alone decides the group.
 */
export type GroupRules = {
  /** Of these very rules: other rules are another version (SCR-A-5). */
  readonly version: string;
  readonly segments: readonly Segment[];
};

export type Segment = {
  readonly segment: string;
  readonly when: {
    readonly screening?: Screening;
    /** From and to, both included. */
    readonly ages?: readonly [number, number];
    readonly sex?: MemberOpening['sex'];
    readonly history?: readonly AttendanceHistory[];
  };
  /** Exactly one group of a segment has no card: its control group. */
  readonly groups: readonly MessageGroup[];
};

export type MessageGroup = {
  /** A code that says nothing on paper (SCR-A-5). */
  readonly group: string;
  /** Part of the segment, as a whole number; the parts of a segment need not sum up to anything. */
  readonly share: number;
  /** Version of the card this group gets; without one it gets nothing, neither card nor call. */
  readonly card?: string;
};

export type CallRules = {
  /** What can come of a call, and whether it counts as having reached the person. */
  readonly results: Readonly<Record<string, { readonly reached: boolean; readonly stop?: true }>>;
  /** Nobody is called more often than this without having been reached. */
  readonly attempts: number;
  /** 未受診理由 (SCR-A-8). */
  readonly reasons: readonly string[];
};
