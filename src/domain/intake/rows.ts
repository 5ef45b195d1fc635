import type { CivilDate } from '../basics/civil-date.ts';
import type { Postcode } from '../text/postcode.ts';
import type {
  AttendanceHistory,
  CaseOrigin,
  DesignatedScope,
  MailWay,
  MemberOpening,
  Screening,
} from '../facts/case.ts';

/**
 * One woman of the targets list, as the ward wrote her (CHI-8.1-3). Texts are the ward's own characters,
 * only spaces around them are gone: what is printed is never assembled from normalised parts.
 */
export type TargetRow = {
  /** 整理番号 in half-width characters. */
  readonly reference: string;
  readonly name: string;
  readonly kana: string;
  /** 通称名 */
  readonly commonName: string | undefined;
  readonly birthDate: CivilDate;
  readonly address: MailAddress;
  /** As written; it may be unreadable as a number, then a question stands beside the row. */
  readonly phone: string | undefined;
  readonly due: CivilDate;
  /** 妊娠届出日 */
  readonly notifiedOn: CivilDate | undefined;
  readonly firstBirth: boolean | undefined;
  /** 相談できる人数 */
  readonly confidants: number | undefined;
  /** Undefined when the follow-up list comes apart (CHI-8.3-8). */
  readonly followUp: boolean | undefined;
  /** 支援措置 */
  readonly protected: boolean;
  readonly language: SpokenLanguage | undefined;
  readonly remark: string | undefined;
  readonly mailWay: MailWay;
  /** 送付先, when the ward has designated one. */
  readonly mailAddress: MailAddress | undefined;
  /** 住定日 */
  readonly residentSince: CivilDate | undefined;
  /** 胎児数 */
  readonly children: number | undefined;
  readonly origin: CaseOrigin;
  readonly designationScope: readonly DesignatedScope[];
  /** Cells of columns we do not know, kept. */
  readonly extra: ExtraCells | undefined;
};

export type MailAddress = {
  readonly postcode: Postcode;
  readonly address: string;
  /** 方書 */
  readonly building: string | undefined;
};

/** 使用言語: what the ward wrote, and its code (BCP 47) where we know the word. */
export type SpokenLanguage = { readonly written: string; readonly code?: string };

export type ExtraCells = Readonly<Record<string, string>>;

/** One insured person of the list of a recall (SCR-A-12), as the ward wrote it. What a card does not need may be missing. */
export type MemberRow = {
  /** 整理番号, which is also the enquiry number of the card. */
  readonly reference: string;
  readonly name: string;
  readonly kana: string;
  readonly commonName: string | undefined;
  readonly birthDate: CivilDate;
  readonly sex: MemberOpening['sex'];
  readonly address: MailAddress;
  readonly phone: string | undefined;
  /** To what the person is recalled, and the age at the end of the fiscal year (SCR-A-2, SCR-A-3). */
  readonly screening: Screening;
  readonly age: number;
  readonly history: AttendanceHistory;
  readonly protected: boolean;
  readonly language: SpokenLanguage | undefined;
  readonly remark: string | undefined;
  readonly mailWay: MailWay;
  readonly mailAddress: MailAddress | undefined;
  readonly extra: ExtraCells | undefined;
};

/** 受診: one person who attended, and when. */
export type AttendanceRow = {
  readonly reference: string;
  readonly kana: string;
  readonly birthDate: CivilDate;
  readonly screening: Screening;
  readonly on: CivilDate;
  readonly extra: ExtraCells | undefined;
};

/** One woman of the follow-up list (CHI-8.3-8). */
export type FollowUpRow = {
  readonly reference: string;
  readonly kana: string;
  readonly birthDate: CivilDate;
  /** 該当事由 */
  readonly reason: string | undefined;
  readonly extra: ExtraCells | undefined;
};

/**
 * One change. Number, kana and birth date must fit together before anything happens;
 * kana or birth date is undefined when it could not be read, which never fits: the case is held and a person asks.
 */
export type ChangeRow = {
  readonly reference: string;
  readonly kana: string | undefined;
  readonly birthDate: CivilDate | undefined;
  readonly kind: ChangeKind;
  /** 異動日 */
  readonly on: CivilDate | undefined;
  readonly newName: string | undefined;
  readonly newKana: string | undefined;
  readonly newPostcode: Postcode | undefined;
  readonly newAddress: string | undefined;
  readonly newBuilding: string | undefined;
  readonly newDue: CivilDate | undefined;
  readonly extra: ExtraCells | undefined;
};

/** 異動種別 */
export type ChangeKind =
  | 'moved-out'
  | 'move-out-cancelled'
  | 'moved-back'
  | 'moved-within'
  | 'address-corrected'
  | 'mail-address-changed'
  | 'birth'
  | 'loss'
  | 'child-death'
  | 'woman-death'
  | 'protection-started'
  | 'protection-ended'
  | 'follow-up-decided'
  | 'follow-up-cancelled'
  | 'sending-stopped'
  | 'stop-lifted'
  | 'name-changed'
  | 'due-date-changed'
  | 'listing-cancelled';
