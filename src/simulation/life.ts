import type { CivilDate } from '../domain/basics/civil-date.ts';
import type { YearMonth } from '../domain/basics/year-month.ts';
import type { InquiryChannel } from '../domain/facts/contact.ts';
import type { ReissueReason, ReturnReason } from '../domain/facts/mailing.ts';
import type { VisitMode } from '../domain/facts/booking.ts';
import type { MissedReason } from '../domain/facts/visit.ts';
import type { Correction } from '../domain/visits/correct-visit.ts';
import type { UrgentClass } from '../domain/facts/consultation.ts';
import type { Answers } from '../domain/forms/answers.ts';
import type { IdentityPoint } from '../domain/inquiry/identify-caller.ts';
import type { InquiryCategory } from '../domain/inquiry/categories.ts';
import type { DesignatedScope } from '../domain/facts/case.ts';
import type { ChangeKind } from '../domain/intake/rows.ts';
import type { Home, Woman } from './town.ts';

/**
 * One pregnancy of an invented woman as the year will live it: what befalls her on which day, and how she will answer
 * what reaches her. It says nothing of what the office does. A life is one listing and so one case; a second pregnancy
 * is a second life (`again`). Days given as counts are civil days after what they name.
 */
export type Life = {
  /** `L00001`, in the order of the numbers; her 整理番号 is `woman.number`, and no two lives share one. */
  readonly id: string;
  /** `ordinary`, or the name of the special life (`special-lives.ts`). */
  readonly story: string;
  readonly woman: Woman;
  /** The life that this woman lived before, when this is her second pregnancy of the year. */
  readonly again?: string;
  readonly listing: Listing;
  /** What befalls her and the ward tells us, by the day on which the ward knows it. */
  readonly changes: readonly WardChange[];
  /** What she, or somebody about her, tells us unasked, by day. */
  readonly contacts: readonly Contact[];
  /** When she is not at home for long: staying with her parents, in hospital, abroad. */
  readonly away: readonly Away[];
  /** How her letters fare: first letter sent, second, third (whatever they are: notice, re-send, reissue); the last one repeats. */
  readonly letters: readonly LetterFate[];
  /** How a recall card fares, which carries no tracking number. */
  readonly recallCard: 'arrives' | 'comes-back';
  /** Whether she ever registers. */
  readonly registers: Registers | undefined;
  readonly books: Books;
  readonly visit: VisitManner;
  /** How her packages fare, first, second, third; the last one repeats. */
  readonly packages: readonly PackageFate[];
  readonly redispatch: readonly RedispatchWish[];
  /** So many days after the talk she calls and says that she lost her child the day before. */
  readonly lossAfterTalk: number | undefined;
  /** Whether she still wishes a package that she had earned before a loss; undefined: the ward finds out. */
  readonly packageAfterLoss: boolean | undefined;
  /** Her answers to the survey, when she answers it. */
  readonly survey: { readonly afterDays: number; readonly answers: Answers } | undefined;
};

/** How the ward's lists carry her. */
export type Listing = {
  /** `catch-up`: April 2026, for those who reach the 8th month in April or May; `monthly`: the month before she does. */
  readonly file: 'catch-up' | 'monthly';
  /** The month in which she reaches the 8th month (for a designated woman: the month of the list she stands on). */
  readonly month: YearMonth;
  readonly origin: 'list' | 'designated';
  readonly scope: readonly DesignatedScope[];
  /** 要フォロー as the ward decided it, and whether the follow-up list carries her with a reason. */
  readonly followUp: boolean;
  readonly followUpReason: string | undefined;
  /** 送付先区分 and, for 1, 送付先. */
  readonly mailCode: '' | '0' | '1' | '2';
  readonly mailTo: Home | undefined;
  /** What stands wrong in her row in the file it comes with; a later file carries her row set right. */
  readonly fault: RowFault | undefined;
  /** 住定日, when the ward tells it. */
  readonly residentSince: CivilDate | undefined;
};

/** What really goes wrong in a row; `ward-answers.ts` knows what the ward says to each. */
export type RowFault =
  | 'wrong-era'
  | 'protection-blank'
  | 'columns-swapped'
  | 'postcode-short'
  | 'due-outside-month'
  | 'gaiji'
  | 'character-lost';

/** One row of a changes list. It stands in the first file made on `known` or after. */
export type WardChange = {
  readonly kind: ChangeKind;
  /** 異動日 */
  readonly on: CivilDate;
  /** The day on which the ward knows of it. */
  readonly known: CivilDate;
  /** Her new address, for moves and corrections; where mail goes from now, for `mail-address-changed`. */
  readonly home?: Home;
  readonly name?: string;
  readonly kana?: string;
  readonly due?: CivilDate;
  /**
   * `kana`: number and kana of the row disagree; the ward's answer puts it right by a later row.
   * `wrong-woman`: it happened to somebody else, but stands under this woman's number, kana and birth date.
   */
  readonly mistaken?: 'kana' | 'wrong-woman';
  /** The ward's recorded word that undoes it, for which two people sign (loss, protection, its own stop). */
  readonly undone?: { readonly on: CivilDate; readonly ref: string };
};

/** Somebody writes or calls. What an office finds impossible on that day it refuses, and that is an answer too. */
export type Contact = {
  readonly on: CivilDate;
  /** HH:MM; outside opening hours only for `web`. */
  readonly at: string;
  readonly channel: Extract<InquiryChannel, 'phone' | 'web'>;
  readonly from: 'herself' | 'partner' | 'stranger';
  /** What the caller can say that agrees with the list. */
  readonly points: readonly IdentityPoint[];
  readonly category: InquiryCategory;
  readonly wish: Wish;
};

/** What a contact asks for. `ask` is an enquiry that is answered and nothing else. */
export type Wish =
  | { readonly kind: 'ask' }
  | { readonly kind: 'complain' }
  /** An application or a change by a caller who is not she: to be refused. */
  | { readonly kind: 'impersonate' }
  | { readonly kind: 'letter-again'; readonly reason: ReissueReason }
  | { readonly kind: 'pause'; readonly until: CivilDate }
  | { readonly kind: 'resume' }
  | { readonly kind: 'withdraw'; readonly package: 'send' | 'keep' | 'decline' }
  | { readonly kind: 'tell-loss'; readonly happened: CivilDate }
  | { readonly kind: 'tell-birth'; readonly happened: CivilDate }
  | { readonly kind: 'tell-move'; readonly happened: CivilDate; readonly home: Home }
  | { readonly kind: 'tell-due'; readonly due: CivilDate }
  | { readonly kind: 'tell-back-in-japan' }
  | { readonly kind: 'deliver-elsewhere'; readonly home: Home }
  /** She is not sure that her application arrived, and applies once more without the code of her letter. */
  | { readonly kind: 'apply-again' }
  | { readonly kind: 'consult'; readonly topic: string; readonly urgent?: UrgentSign };

/** A sign for which the ward is called: in an answer, at a visit or on the telephone. */
export type UrgentSign = { readonly class: UrgentClass; readonly reason: string };

export type Away = {
  readonly why: 'parents' | 'hospital' | 'abroad';
  readonly from: CivilDate;
  /** Undefined: not within the two years that the simulation looks on. */
  readonly until: CivilDate | undefined;
};

/** What the post does with a letter that carries a tracking number; days after posting. */
export type LetterFate =
  | { readonly end: 'delivered'; readonly afterDays: number }
  | {
      readonly end: 'returned';
      readonly afterDays: number;
      readonly reason: ReturnReason;
      /** A person's review of a refused letter: whether it may be sent once more. */
      readonly reviewed?: 'send-again' | 'leave';
    }
  | { readonly end: 'lost' };

export type Registers = {
  /** What moves her: a letter that reached her, or only the recall card. */
  readonly movedBy: 'letter' | 'recall-card';
  readonly afterDays: number;
  readonly at: string;
  readonly channel: 'web' | 'phone';
  /** Without a code she applies openly, and is found by name, birth date and address. */
  readonly withCode: boolean;
  /** Web: consent is compulsory, who refuses calls. `at-visit`: by telephone, asked at the visit. */
  readonly consent: 'given' | 'refused' | 'at-visit';
  /** All answers of `pre-visit-questionnaire/1`; Q01 is the due date as she knows it. */
  readonly answers: Answers;
  readonly email: string | undefined;
};

export type Books = {
  /** When she takes a date, if she registers. `after-call`: only when an operator calls her. */
  readonly when: 'at-once' | 'after-recall-mail' | 'after-call' | 'never';
  readonly afterDays: number;
  readonly mode: VisitMode;
  /** Why it is not at home (CHI-8.8-1). */
  readonly reason: 'satogaeri' | 'hospital' | 'unavoidable' | undefined;
  /** The day she would like best: the first free day from here on is taken. */
  readonly from: CivilDate;
  readonly time: 'morning' | 'afternoon';
  /** Before, in, or after her 8th month at her wish (CHI-4.2-4 to 4.2-6). */
  readonly period: 'early' | 'month8' | 'late';
  /** She moves the booking once, so many days after making it, to the first free day from `to` on. */
  readonly moves:
    | { readonly afterDays: number; readonly to: CivilDate; readonly channel: 'web' | 'phone' }
    | undefined;
  /** She cancels and does not come back to it. */
  readonly cancels: { readonly afterDays: number; readonly channel: 'web' | 'phone' } | undefined;
};

export type VisitManner = {
  /** What the visitor finds, attempt by attempt; the last one repeats. */
  readonly attempts: readonly ('met' | MissedReason)[];
  /** After a missed first attempt she takes another date, so many days later; undefined: she does not. */
  readonly againAfterDays: number | undefined;
  readonly minutes: number;
  readonly consent: 'given' | 'refused';
  /** Answers of `visit-checklist/1` and, for follow-up, `leeway/1`. */
  readonly checklist: Readonly<Record<string, string>>;
  readonly leeway: Readonly<Record<string, string>>;
  readonly stamp: 'stamped' | 'handbook-not-at-hand' | 'handbook-at-clinic' | 'not-wished';
  readonly consultations: readonly {
    readonly asker: 'woman' | 'partner' | 'family';
    readonly category: string;
  }[];
  readonly referral: string | undefined;
  readonly urgent: UrgentSign | undefined;
  /** What the visitor writes down wrongly, and how it really was: found after the month was closed. */
  readonly mistake: Correction | undefined;
};

export type PackageFate =
  | { readonly end: 'received'; readonly afterDays: number }
  | { readonly end: 'returned'; readonly afterDays: number; readonly reason: ReturnReason }
  | { readonly end: 'lost' };

/** She asks for a package that came back, counted from the day of the talk: within a year (CHI-8.4-8) or too late. */
export type RedispatchWish = {
  readonly daysAfterTalk: number;
  readonly channel: 'phone' | 'web';
  readonly home: Home | undefined;
};
