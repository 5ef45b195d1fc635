import type { DispatchDays } from '../calendar/reporting.ts';
import type { ProgrammeCalendar } from '../calendar/programme-days.ts';
import type { PieceKind, PostService } from '../facts/mailing.ts';
import type { MailForm, PostageTable } from './postage.ts';

/** What may be done by post, how often and when. Values stand with the programme. */
export type MailingRules = {
  /** Services that may carry a kind: a record of delivery for notices and re-sends (CHI-8.1-6), registered for packages (CHI-8.4-2). */
  readonly services: Readonly<Record<PieceKind, readonly PostService[]>>;
  /** Kinds that carry a personal code. An open postcard carries none; a pressure-sealed one may (design 2). */
  readonly carriesCode: Readonly<Record<PieceKind, boolean>>;
  /** Versions of the texts that the ward has approved, by kind, the one in force first (CHI-8.15-1). Others are not printed. */
  readonly templates: Readonly<Record<PieceKind, readonly string[]>>;
  /** Other wordings of a kind after a birth and after a loss: which one a woman gets is decided by her state, never by hand (design 4). */
  readonly wordings: Readonly<Partial<Record<PieceKind, { readonly birth: string; readonly loss: string }>>>;
  /** Form and grams of kinds that are always the same sheet; every other piece is weighed (domain.md 3.1). */
  readonly usual: Readonly<Partial<Record<PieceKind, { readonly form: MailForm; readonly grams: number }>>>;
  /** CHI-8.1-9, 8.9-2. `shared`: one common "once" for re-send and recall instead of one each (AMB-10). */
  readonly caps: { readonly resend: number; readonly recall: number; readonly shared: boolean };
  /** The notice goes out from this many months before the month in which she reaches the 8th month (CHI-8.1-1). */
  readonly leadMonths: number;
  /** AMB-19 and AMB-49: days from confirmed delivery to the recall card, from registration (and mail to mail) to the recall mail, and how many mails before a call. */
  readonly waiting: {
    readonly recallCardDays: number;
    readonly recallMailDays: number;
    readonly recallMails: number;
  };
  /** The ward's word may be this old when a batch is fixed; the batch leaves within so many programme days of it (design 4). */
  readonly freshWord: { readonly maxAge: number; readonly postedWithin: number };
  /** 毎月中旬まで: wished for and at the latest (CHI-8.1-5, AMB-09). */
  readonly dispatch: DispatchDays;
  readonly calendar: ProgrammeCalendar;
  /** How many are compared by two people before a release: so many of the first, of the last, and at random (domain.md 8). */
  readonly sample: { readonly ends: number; readonly random: number };
  /** A batch holds at most so many pieces; more is another batch. */
  readonly maxPieces: number;
  /** Planned quantities of the contract (CHI-5-1 to 5-3) and at how many percent a warning shows. */
  readonly planned: Readonly<Partial<Record<PieceKind, number>>>;
  readonly warnAtPercent: readonly number[];
  /** Days after which a piece should have moved on: posted to delivered, printed to posted. */
  readonly watch: { readonly undeliveredDays: number; readonly unpostedDays: number };
  /** A print file is destroyed so many days after its batch has left, and so many after it was made at the latest (design 1, "Files"). */
  readonly keepFiles: { readonly afterCloseDays: number; readonly atMostDays: number };
  readonly postage: PostageTable;
};
