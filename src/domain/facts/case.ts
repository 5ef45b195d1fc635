import type { CivilDate } from '../basics/civil-date.ts';
import type { CaseId, FactId, ListId } from '../basics/ids.ts';

/** Where mail goes (CHI-8.8-2, AMB-56): the registered address, one the ward designated, through the ward, or nobody knows yet. */
export type MailWay = 'registered' | 'designated' | 'ward' | 'undecided';

/** What the ward allowed for a designated person (CHI-4.4-1). */
export type DesignatedScope = 'notice' | 'visit' | 'resend' | 'package';

export type CaseOrigin = 'list' | 'designated' | 'carried';

/** What a case of a pregnancy programme opens with. Another programme brings its own opening (decision 0007). */
export type PregnancyOpening = {
  /** Fiscal year of the contract, for example 2026. */
  readonly contractYear: number;
  readonly list?: ListId;
  readonly due: CivilDate;
  readonly followUp: boolean;
  readonly origin: CaseOrigin;
  readonly designation?: { readonly scope: readonly DesignatedScope[]; readonly ref: string };
  readonly mailWay: MailWay;
  /** 住定日, the day since which she lives where she is registered, when the ward's list says it (CHI-4.1-1). */
  readonly residentSince?: CivilDate;
  /** As the list said it; a protected case is opened but nothing is printed until the ward has named the way. */
  readonly protected: boolean;
};

/** What a person is recalled to: the ward's check-up (特定健診), or cancer screening after it (SCR-A-2, SCR-A-3). */
export type Screening = 'check-up' | 'cancer';

/** Attendance in earlier years, as the list tells it: in no year, in some, in every one (SCR-A-5). */
export type AttendanceHistory = 'never' | 'sometimes' | 'always';

/** What a case of a recall of insured persons opens with (decision 0007): an age, nothing of a pregnancy. */
export type MemberOpening = {
  /** Fiscal year of the contract. */
  readonly contractYear: number;
  readonly list: ListId;
  readonly screening: Screening;
  /** 年度末年齢, full years at the end of the fiscal year (AMB-28). */
  readonly age: number;
  readonly sex: 'f' | 'm' | 'other';
  readonly history: AttendanceHistory;
  readonly mailWay: MailWay;
  readonly protected: boolean;
};

/** The opening of a case, whatever its programme. What only a pregnancy has is absent on a member. */
export type CaseOpening =
  | PregnancyOpening
  | (MemberOpening & { readonly [Field in Exclude<keyof PregnancyOpening, keyof MemberOpening>]?: never });

export type ContactPart = 'mail-address' | 'delivery-address' | 'name' | 'phone' | 'email' | 'correction';

export type Channel = 'web' | 'phone' | 'mail' | 'in-person' | 'ward' | 'post' | 'visit' | 'list';

export type CaseFact =
  | ({ readonly type: 'case.opened'; readonly case: CaseId } & CaseOpening)
  | {
      readonly type: 'case.due-date-changed';
      readonly case: CaseId;
      readonly from: CivilDate;
      readonly to: CivilDate;
      readonly source: 'list' | 'form' | 'visit' | 'phone';
    }
  | {
      readonly type: 'case.follow-up-proposed';
      readonly case: CaseId;
      readonly to: boolean;
      readonly source: 'list' | 'questionnaire' | 'visit';
    }
  | {
      readonly type: 'case.follow-up-decided';
      readonly case: CaseId;
      readonly to: boolean;
      readonly ref: string;
      readonly on: CivilDate;
    }
  | {
      readonly type: 'case.contact-changed';
      readonly case: CaseId;
      readonly what: ContactPart;
      readonly source: Channel;
      readonly on: CivilDate;
    }
  | {
      readonly type: 'case.mail-way-named';
      readonly case: CaseId;
      readonly way: Exclude<MailWay, 'undecided'>;
      readonly ref: string;
    }
  | {
      readonly type: 'case.moved';
      readonly case: CaseId;
      readonly on: CivilDate;
      /** true: inside the ward; false: out of it. */
      readonly within: boolean;
      /** The ward took the move-out back, or she moved in again. */
      readonly back?: boolean;
      /** With a move out: the new address in Japan is known, for an earned package. */
      readonly newAddress?: boolean;
      readonly source: Channel;
    }
  | {
      readonly type: 'case.protection-changed';
      readonly case: CaseId;
      readonly to: boolean;
      readonly ref: string;
    }
  | {
      readonly type: 'case.loss-reported';
      readonly case: CaseId;
      readonly on: CivilDate;
      readonly source: Channel;
    }
  | {
      readonly type: 'case.birth-reported';
      readonly case: CaseId;
      readonly on: CivilDate;
      readonly source: Channel;
    }
  | {
      readonly type: 'case.died';
      readonly case: CaseId;
      readonly who: 'woman' | 'child';
      readonly on: CivilDate;
      readonly source: Channel;
    }
  | {
      readonly type: 'case.paused';
      readonly case: CaseId;
      readonly reason: string;
      readonly until: CivilDate;
      readonly by: 'herself' | 'ward' | 'staff';
      readonly channel: Channel;
    }
  | {
      readonly type: 'case.resumed';
      readonly case: CaseId;
      readonly by: 'herself' | 'ward' | 'staff' | 'clock';
      readonly channel: Channel;
    }
  | {
      readonly type: 'case.withdrawn';
      readonly case: CaseId;
      /** Whose wish it is. Staff write it down; they never withdraw somebody. */
      readonly by: 'herself' | 'ward';
      readonly channel: Channel;
      readonly package: 'send' | 'keep' | 'decline';
    }
  | {
      readonly type: 'case.held';
      readonly case: CaseId;
      /** `ward-stop` is the ward's own stop (発送停止); any other code is a doubt of ours that a person looks into. */
      readonly reason: string;
      readonly ref?: string;
    }
  | { readonly type: 'case.hold-ended'; readonly case: CaseId; readonly reason: string; readonly ref: string }
  | {
      readonly type: 'case.stop-lifted';
      readonly case: CaseId;
      readonly of: FactId;
      readonly by: 'ward' | 'herself' | 'ward-and-herself';
      readonly ref: string;
    }
  | {
      readonly type: 'case.designated';
      readonly case: CaseId;
      readonly scope: readonly DesignatedScope[];
      readonly ref: string;
    }
  | { readonly type: 'case.unreachable'; readonly case: CaseId; readonly on: CivilDate }
  | { readonly type: 'case.closed'; readonly case: CaseId; readonly outcome: string }
  | {
      readonly type: 'case.carried-over';
      readonly case: CaseId;
      readonly toYear: number;
      readonly rights: readonly { readonly right: string; readonly last: CivilDate }[];
    };
