import type { CivilDate } from '../basics/civil-date.ts';
import type { FactId } from '../basics/ids.ts';
import type { YearMonth } from '../basics/year-month.ts';

/** Counts by code; zero is said, not left out, where the codes are known beforehand. */
export type Tally = Readonly<Record<string, number>>;

/** Counts of one form by question and choice, or `answered` where an answer is a date or free words. */
export type FormTally = {
  /** How many sets of answers stand behind it, those included that could not be opened any more. */
  readonly answers: number;
  /** Of erased women: counted, no longer readable when the month was closed. */
  readonly erased: number;
  readonly questions: Readonly<Record<string, Tally>>;
};

/** By form and version: `visit-checklist/1` (CHI-9.1-8, 9.1-9, 9.1-10). */
export type ByForm = Readonly<Record<string, FormTally>>;

/** Item ③ (CHI-9.1-6). Only talks with the woman herself are completed; absences are reported, not billed (AMB-23). */
export type VisitCounts = {
  /** At home. */
  readonly completed: number;
  /** Of `completed`: on the second or a later attempt (CHI-8.7-1). */
  readonly revisits: number;
  readonly absent: number;
  readonly othersOnly: number;
  /** Not carried out for any other reason: closure, visitor's side, refused, hospital, … */
  readonly notCarriedOut: number;
  readonly remote: { readonly online: number; readonly phone: number };
  /** How many of each were of women needing follow-up. `remote` = online + phone. */
  readonly followUp: {
    readonly visit: number;
    readonly remote: number;
    readonly online: number;
    readonly phone: number;
    readonly revisits: number;
    readonly absent: number;
    readonly othersOnly: number;
    readonly notCarriedOut: number;
  };
};

/** Item ② (CHI-9.1-5, 8.2-4), each on the day it happened. */
export type ApplicationCounts = {
  readonly received: { readonly web: number; readonly phone: number; readonly other: number };
  readonly confirmed: number;
  /** Still waiting at the end of the month: the one count that is not added up over months. */
  readonly pending: number;
  readonly refused: number;
  readonly cancelled: number;
  /** Women who withdrew from the programme. */
  readonly withdrawn: number;
};

/** Item ⑩ (CHI-9.1-13, 8.17-1, AMB-42): never missing. `null` in the table = not shown, because few gave it. */
export type SurveyItem = {
  /** Whether one was held in the month. */
  readonly held: boolean;
  /** Invitations sent and answers given in the month. */
  readonly sent: number;
  readonly answers: number;
  /** The result of the last survey that was closed. */
  readonly latest?: {
    readonly survey: string;
    readonly form: string;
    readonly closedOn: CivilDate;
    readonly answers: number;
    readonly table: Readonly<Record<string, Readonly<Record<string, number | null>>>>;
  };
};

/** The ten items of CHI-9.1 in the ward's order ① to ⑩. */
export type ReportItems = {
  readonly sent: {
    readonly notice: number;
    readonly resend: number;
    readonly reissue: number;
    /** Cards; recalls by mail are counted apart (CHI-9.1-4). */
    readonly recall: number;
    readonly recallMail: number;
  };
  readonly applications: ApplicationCounts;
  readonly visits: VisitCounts;
  /** Item ④ as counts; the pages are shown with consent only, `withheld` = without (AMB-12). */
  readonly conditions: {
    readonly pages: number;
    readonly withheld: number;
    readonly erased: number;
    readonly questions: Readonly<Record<string, Tally>>;
  };
  readonly questionnaire: ByForm;
  readonly checklist: ByForm;
  readonly leeway: ByForm;
  /** By category (CHI-9.1-11). */
  readonly consultations: Tally;
  /** Cases likely to need the ward (CHI-8.10-2) by class; losses apart (CHI-8.14-5). */
  readonly urgent: {
    readonly u1: number;
    readonly u2: number;
    readonly u3: number;
    readonly loss: number;
  };
  readonly survey: SurveyItem;
};

/** What became known only after its month was closed: the number reported last, and what it is now (CHI-9.1-2). */
export type Correction = {
  readonly month: YearMonth;
  /** Path below `items`: `visits.followUp.visit`. */
  readonly item: string;
  readonly from: number;
  readonly to: number;
  /** `recorded-late`, or the reason code of the facts that corrected others. */
  readonly reason: string;
};

/** A closed month as it is frozen (design.md 6, `report-YYYY-MM.json`). */
export type MonthReport = {
  readonly month: YearMonth;
  readonly edition: number;
  readonly programme: string;
  readonly items: ReportItems;
  readonly corrections: readonly Correction[];
  /** Dates of the month without a word on what came of them: in March those of its last day (CHI-9.1-3). */
  readonly unfinished: number;
  /** The pages with names that belong to this edition: how many, and the digest that proves them. */
  readonly lines: { readonly count: number; readonly digest: string };
};

/** What the last month's report says later (AMB-22, AMB-39): differences only, dated. */
export type ReportSupplement = {
  readonly month: YearMonth;
  readonly edition: number;
  /** 1, 2, …: `report-2027-03-supplement-1.json`. */
  readonly supplement: number;
  readonly on: CivilDate;
  readonly programme: string;
  readonly corrections: readonly Correction[];
  readonly lines: { readonly count: number; readonly digest: string };
};

/** The annual report (CHI-9.2-1): the twelve months with everything that corrected them. */
export type AnnualReport = {
  readonly year: number;
  readonly edition: number;
  readonly programme: string;
  /** The closings it is made of, oldest first. */
  readonly months: readonly {
    readonly month: YearMonth;
    readonly edition: number;
    readonly digest: string;
  }[];
  readonly items: ReportItems;
};

/** A fact behind a number, and what it is about. `by` is -1 where it takes back what another fact had added. */
export type Source = {
  readonly fact: FactId;
  /** Where the fact stands in the journal of this place. */
  readonly place: number;
  /** The case, piece, booking, application, urgent case or survey it tells of. */
  readonly of: string;
  readonly by: number;
};

/** By path below `items`; `corrections/<month>/<path>` for what came late. */
export type ReportSources = Readonly<Record<string, readonly Source[]>>;
