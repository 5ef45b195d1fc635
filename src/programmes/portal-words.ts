import type { Approval } from '../domain/forms/form.ts';
import type { PortalLanguage } from '../domain/portal/language.ts';
import type { CancelReason, TellKind } from '../domain/portal/message.ts';
import type { MessageKind } from '../domain/portal/message.ts';
import type { VisitMode } from '../domain/facts/booking.ts';

/** Which version of a text a resident reads, and the ward's word on it (CHI-8.16-4). */
export type Block = { readonly version: string; readonly approval: Approval };

/**
 * Every text of the portal in one language, by page. `{name}` in a text is filled in by the page; `{訪問|ほうもん}` is a
 * word with its reading (ruby). A `title` stands in the tab and the history of the phone: it never tells what the
 * programme is about. Pages before the second proof (`site`, `dates`, `problems`, `faults`, `front`, `birthday`, `enquiry`,
 * `stop` up to `before`) do not either (ui.md). A text that is missing in a language does not compile (CHI-8.3-13).
 */
export type PortalWords = {
  /** Frame of every page. */
  readonly site: {
    readonly block: Block;
    /** Neutral name of this window, in the header and after the title. */
    readonly name: string;
    /** Mark of a try-out. */
    readonly sample: string;
    readonly skipToContent: string;
    readonly language: string;
    readonly next: string;
    readonly back: string;
    readonly send: string;
    readonly change: string;
    /** For a screen reader: what is changed. `{what}` */
    readonly changeWhat: string;
    readonly save: string;
    readonly required: string;
    readonly optional: string;
    readonly chooseOne: string;
    readonly chooseAny: string;
    /** `{step}` of `{of}`, spoken. */
    readonly progress: string;
    readonly errorsTitle: string;
    /** Before the title of a page with mistakes: `{title}`. */
    readonly errorTitle: string;
    readonly leave: string;
    readonly leaveHint: string;
    readonly stop: string;
    readonly home: string;
    readonly callUs: string;
    /** Who answers the telephone, and when. */
    readonly office: string;
    readonly hours: string;
    readonly enquiry: string;
    readonly privacy: string;
    readonly accessibility: string;
    readonly morning: string;
    readonly afternoon: string;
    readonly yearLabel: string;
    readonly monthLabel: string;
    readonly dayLabel: string;
    readonly postcode: string;
    readonly postcodeHint: string;
    readonly address: string;
    readonly addressHint: string;
    readonly building: string;
    readonly modes: Readonly<Record<VisitMode, string>>;
    /**
     * Beside a receipt number. Whoever looks over her shoulder reads it: dates are named, all else she told is "a request".
     */
    readonly kinds: Readonly<Record<MessageKind, string>>;
  };
  readonly dates: {
    /** `{year}`, `{month}`. */
    readonly month: string;
    /** `{date}` as `dateIn` says it, `{time}`. */
    readonly at: string;
    /** Sunday first, as the head of a calendar. */
    readonly weekdaysShort: readonly [string, string, string, string, string, string, string];
    readonly months: readonly [
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
      string,
    ];
  };
  /** What is wrong with a field, and what to do. `{field}` is its label without the full stop. */
  readonly problems: {
    readonly block: Block;
    readonly required: string;
    readonly requiredChoice: string;
    readonly notADate: string;
    readonly dateRange: string;
    readonly dateFuture: string;
    readonly datePast: string;
    readonly notANumber: string;
    /** `{least}`, `{most}` */
    readonly numberRange: string;
    readonly excludesOthers: string;
    /** `{most}` */
    readonly tooLong: string;
    readonly unknownChoice: string;
    readonly phone: string;
    readonly email: string;
    readonly twice: string;
    readonly oneContact: string;
    readonly postcode: string;
    readonly address: string;
    readonly words: string;
  };
  /** Pages that say why it does not go on. */
  readonly faults: {
    readonly block: Block;
    readonly notFound: Fault;
    readonly method: Fault;
    readonly tooLarge: Fault;
    /** `{until}`: time of day. */
    readonly tooMany: Fault;
    readonly broken: Fault;
    /** The form was not ours, or its session is over. */
    readonly forbidden: Fault;
    /** The session ended; the draft is kept. */
    readonly ended: Fault;
    /** A message could not be taken. */
    readonly notTaken: Fault;
    readonly again: string;
  };
  /** Before the code. */
  readonly front: {
    readonly block: Block;
    readonly title: string;
    readonly heading: string;
    readonly intro: string;
    readonly code: string;
    readonly codeHint: string;
    readonly submit: string;
    readonly noCode: string;
    readonly problems: {
      readonly empty: string;
      readonly characters: string;
      readonly length: string;
      readonly check: string;
    };
  };
  /** Second proof. */
  readonly birthday: {
    readonly block: Block;
    readonly title: string;
    readonly heading: string;
    readonly intro: string;
    readonly field: string;
    readonly hint: string;
    readonly doesNotOpen: string;
    readonly doesNotOpenHint: string;
  };
  /** What this is, who asks, for what, who will see it (B-15). */
  readonly about: {
    readonly block: Block;
    readonly title: string;
    readonly heading: string;
    readonly intro: readonly string[];
    readonly points: readonly { readonly heading: string; readonly text: readonly string[] }[];
    readonly start: string;
    readonly continue: string;
  };
  readonly contact: {
    readonly block: Block;
    readonly title: string;
    readonly heading: string;
    readonly intro: string;
    readonly phone: string;
    readonly phoneHint: string;
    readonly phoneAgain: string;
    readonly email: string;
    readonly emailHint: string;
    readonly emailAgain: string;
    readonly again: string;
    readonly skip: string;
    readonly done: string;
  };
  readonly consent: {
    readonly block: Block;
    readonly title: string;
    readonly heading: string;
    /** Under the text itself (`ConsentText`, always Japanese) and what it says in her language (`ConsentWords`). `{version}` */
    readonly version: string;
    readonly required: string;
    readonly otherwise: string;
  };
  readonly questions: {
    readonly block: Block;
    readonly title: string;
    /** `{page}`, `{of}` */
    readonly part: string;
    /** What each page of the questionnaire is about, in the order of `ProgrammePortal.questionPages`. */
    readonly pages: readonly string[];
    readonly intro: string;
    readonly dueHint: string;
    readonly more: string;
    readonly dueDiffers: string;
    readonly saved: string;
  };
  /** She ticked a sign of danger (domain.md 2.5). */
  readonly danger: {
    readonly block: Block;
    readonly title: string;
    readonly heading: string;
    readonly text: readonly string[];
    readonly ambulance: string;
    readonly continue: string;
  };
  readonly alone: {
    readonly block: Block;
    readonly title: string;
    readonly heading: string;
    readonly intro: string;
    /** Shows the questions: until then nobody beside her can read them. */
    readonly open: string;
    readonly skip: string;
    readonly submit: string;
  };
  readonly saved: {
    readonly block: Block;
    readonly title: string;
    readonly heading: string;
    readonly text: readonly string[];
    /** Above the page on which she goes on another time. */
    readonly again: string;
    readonly againText: string;
    readonly continue: string;
  };
  readonly place: {
    readonly block: Block;
    readonly title: string;
    readonly heading: string;
    readonly talk: string;
    readonly home: string;
    readonly homeHint: string;
    readonly away: string;
    readonly awayHint: string;
    readonly hospital: string;
    readonly hospitalHint: string;
    readonly otherwise: string;
    readonly where: string;
    readonly whereHint: string;
    readonly returnsOn: string;
    readonly returnsHint: string;
    readonly way: string;
    readonly online: string;
    readonly onlineHint: string;
    readonly phone: string;
    readonly phoneHint: string;
    /** `{date}` */
    readonly steerHeading: string;
    readonly steer: string;
    readonly steerVisit: string;
    readonly steerCannot: string;
    readonly package: string;
    readonly packageHint: string;
    readonly registered: string;
    readonly japan: string;
    readonly japanHint: string;
    readonly abroad: string;
    readonly abroadHint: string;
    readonly more: string;
  };
  readonly times: {
    readonly block: Block;
    readonly title: string;
    readonly heading: string;
    /** `{minutes}` */
    readonly intro: string;
    readonly list: string;
    readonly calendar: string;
    readonly month8: string;
    readonly before: string;
    readonly after: string;
    readonly later: string;
    readonly earlier: string;
    readonly warn: string;
    readonly notice: string;
    readonly call: string;
    readonly none: string;
    readonly noDate: string;
    readonly noDateHint: string;
    readonly taken: string;
    /** The seat was kept until now and no longer. */
    readonly over: string;
    readonly overText: string;
    readonly overFree: string;
    readonly overAgain: string;
    readonly overGone: string;
    readonly free: string;
    readonly notFree: string;
    readonly previousMonth: string;
    readonly nextMonth: string;
    readonly chooseDay: string;
    /** `{date}` */
    readonly present: string;
    readonly changePlace: string;
  };
  readonly check: {
    readonly block: Block;
    readonly title: string;
    readonly heading: string;
    readonly intro: string;
    readonly date: string;
    readonly noDate: string;
    readonly place: string;
    readonly package: string;
    readonly consent: string;
    readonly consentGiven: string;
    readonly contact: string;
    readonly contactSent: string;
    readonly contactSkipped: string;
    readonly alone: string;
    readonly aloneText: string;
    readonly aloneChange: string;
    readonly unanswered: string;
    /** `{time}`: until when the seat is kept. */
    readonly kept: string;
    /** The same with scripts: `{m}` minutes and `{s}` seconds are left. */
    readonly keptRunning: string;
    readonly keptOver: string;
    readonly considerations: string;
    readonly considerationsHint: string;
    readonly missing: string;
    readonly send: string;
    readonly sendMove: string;
  };
  readonly done: {
    readonly block: Block;
    readonly title: string;
    readonly received: string;
    readonly receivedText: string;
    readonly accepted: string;
    readonly acceptedText: string;
    readonly refused: string;
    readonly number: string;
    readonly numberHint: string;
    readonly date: string;
    readonly calendar: string;
    readonly calendarHint: string;
    readonly noDate: string;
    readonly again: string;
    /** In the calendar file; nothing but "appointment". */
    readonly event: string;
  };
  readonly home: {
    readonly block: Block;
    readonly title: string;
    readonly heading: string;
    readonly date: string;
    readonly mode: string;
    readonly noDate: string;
    readonly needsCall: string;
    readonly continue: string;
    readonly continueText: string;
    readonly book: string;
    readonly bookText: string;
    readonly tells: string;
    readonly status: string;
    readonly waiting: string;
    readonly accepted: string;
    readonly refused: string;
    readonly survey: string;
    readonly paused: string;
    readonly notBookable: {
      readonly visited: string;
      readonly stopped: string;
      readonly attemptsUsed: string;
      readonly afterBirth: string;
      readonly call: string;
      /** `{date}` */
      readonly notYet: string;
    };
    /** `{until}`: date and time. */
    readonly changeUntil: string;
    readonly changeTooLate: string;
  };
  readonly tells: {
    readonly block: Block;
    readonly pages: Readonly<Record<TellKind, TellPage>>;
    readonly cancel: {
      readonly reason: string;
      readonly reasons: Readonly<Record<CancelReason, string>>;
      readonly callBack: string;
      readonly callBackYes: string;
      readonly callBackNo: string;
    };
    readonly pauseUntil: string;
    readonly pauseHint: string;
    readonly withdraw: {
      readonly package: string;
      readonly packageHint: string;
      readonly send: string;
      readonly keep: string;
      readonly decline: string;
      readonly unsaid: string;
    };
    readonly birthOn: string;
    readonly moved: {
      readonly where: string;
      readonly within: string;
      readonly out: string;
      readonly outHint: string;
      readonly on: string;
      readonly addressNew: string;
    };
    readonly japanFrom: string;
    readonly question: string;
    readonly questionHint: string;
    readonly notOpen: string;
  };
  readonly refused: {
    readonly block: Block;
    readonly other: string;
    readonly taken: string;
    readonly tooLate: string;
    readonly afterDue: string;
    readonly visited: string;
    readonly answers: string;
  };
  /** Stop contact, tell a loss: in reach of every page (design.md 2). */
  readonly stop: {
    readonly block: Block;
    readonly title: string;
    readonly heading: string;
    /** Without the second proof; nothing of what it is about. */
    readonly before: {
      readonly text: string;
      readonly withBirthday: string;
      readonly withBirthdayHint: string;
      readonly byLetter: string;
      readonly byLetterHint: string;
      readonly phoneField: string;
      readonly phoneHint: string;
      readonly submit: string;
      readonly sent: string;
      readonly sentText: string;
      readonly noCode: string;
    };
    readonly text: string;
    readonly stop: string;
    readonly stopHint: string;
    readonly loss: string;
    readonly lossHint: string;
    readonly childDeath: string;
    readonly childDeathHint: string;
    readonly back: string;
  };
  /** Her last right has ended, she withdrew, or contact is stopped. */
  readonly ended: {
    readonly block: Block;
    readonly title: string;
    readonly heading: string;
    readonly text: readonly string[];
    readonly stoppedHeading: string;
    readonly stoppedText: readonly string[];
  };
  /** The code opens nothing any more. */
  readonly revoked: {
    readonly block: Block;
    readonly title: string;
    readonly heading: string;
    readonly text: readonly string[];
  };
  /** After a loss: these words, the contacts, and nothing else on that link. */
  readonly grief: {
    readonly block: Block;
    readonly title: string;
    readonly heading: string;
    readonly text: readonly string[];
    readonly contactsHeading: string;
    readonly contacts: readonly {
      readonly name: string;
      readonly about: string;
      readonly phone: string;
      readonly hours: string;
    }[];
    readonly close: string;
  };
  readonly calling: {
    readonly block: Block;
    readonly title: string;
    readonly heading: string;
    readonly text: readonly string[];
    readonly kept: string;
  };
  readonly survey: {
    readonly block: Block;
    readonly title: string;
    readonly heading: string;
    readonly intro: string;
    readonly submit: string;
    readonly thanks: string;
    readonly thanksText: string;
    readonly none: string;
  };
  readonly enquiry: {
    readonly block: Block;
    readonly title: string;
    readonly heading: string;
    readonly intro: string;
    readonly words: string;
    readonly wordsHint: string;
    readonly name: string;
    readonly phone: string;
    readonly email: string;
    readonly reply: string;
    readonly submit: string;
    readonly sent: string;
    /** `{no}`, `{open}`: number and the next opening time. */
    readonly sentText: string;
  };
  readonly privacy: {
    readonly block: Block;
    readonly title: string;
    readonly heading: string;
    readonly sections: readonly { readonly heading: string; readonly text: readonly string[] }[];
  };
  readonly accessibility: {
    readonly block: Block;
    readonly title: string;
    readonly heading: string;
    readonly sections: readonly { readonly heading: string; readonly text: readonly string[] }[];
  };
  /** Whether something can be sent here now; needs no proof. */
  readonly status: {
    readonly block: Block;
    readonly title: string;
    readonly heading: string;
    readonly open: string;
    readonly calling: string;
  };
  readonly left: {
    readonly title: string;
    readonly text: string;
  };
};

type Fault = { readonly title: string; readonly heading: string; readonly text: string };

/** `title` stays neutral; `link` stands on her home page. */
type TellPage = {
  readonly title: string;
  readonly link: string;
  readonly heading: string;
  readonly text: readonly string[];
  readonly submit: string;
};

/** What the languages call themselves; the same on every page. */
export const LANGUAGE_NAMES: Readonly<Record<PortalLanguage, string>> = {
  ja: '日本語',
  easy: 'やさしい日本語',
  en: 'English',
  zh: '简体中文',
  ko: '한국어',
};
