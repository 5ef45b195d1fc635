import type {
  AccountId,
  ApplicationId,
  BatchId,
  CaseId,
  DeviceId,
  ErasureId,
  InquiryId,
  ListId,
  MatterId,
} from './basics/ids.ts';
import { evolveAccount, noAccount, type AccountState } from './access/account.ts';
import { evolveDevice, noDevice, type DeviceState } from './access/device.ts';
import type { CivilDate } from './basics/civil-date.ts';
import { evolveDay, noDay, type DayState } from './booking/day.ts';
import { evolveOffice, noOffice, type OfficeState } from './access/office.ts';
import { evolveStock, noStock, type Stock } from './benefits/stock.ts';
import { evolveApplication, noApplication, type ApplicationState } from './application/application.ts';
import { evolveInquiry, noInquiry, type InquiryState } from './inquiry/inquiry.ts';
import { evolveReception, noReception, type ReceptionState } from './inquiry/reception.ts';
import { evolveSurvey, noSurvey, type SurveyState } from './survey/survey.ts';
import { evolveDuty, openDuty, type ClosedDuty } from './duties/close-duty.ts';
import { evolveCase, noCase, type CaseState } from './case.ts';
import { evolveErasure, noErasure, type ErasureState } from './retention/erasure.ts';
import { evolveBatch, noBatch, type BatchState } from './mailings/batch.ts';
import { evolveDraw, noDraw, type Draw } from './members/draw.ts';
import { evolveList, noList, type ListState } from './intake/list.ts';
import { evolvePlace, noPlace, type PlaceState } from './place/place-state.ts';
import { evolveDisposal, noDisposal, type DisposalState } from './disposal/disposal.ts';
import { evolveHandOver, noHandOver, type HandOverState } from './hand-over/hand-over.ts';
import { evolveMatter, noMatter, type Matter } from './ward/matter.ts';
import { evolveMonth, noMonth, type MonthState } from './reports/month-state.ts';
import {
  evolveBundle,
  evolveCourierBook,
  noBundle,
  noCourierBook,
  type Bundle,
  type CourierBook,
} from './courier/courier-book.ts';
import type { Period } from './facts/closing.ts';
import type { RecordedFact } from './facts.ts';

/** The state of each kind of stream: a fold of its facts, never stored by hand. */
export type StateByKind = {
  case: CaseState;
  application: ApplicationState;
  inquiry: InquiryState;
  reception: ReceptionState;
  survey: SurveyState;
  list: ListState;
  batch: BatchState;
  /** The voucher sets of the programme: one safe, one book. */
  stock: Stock;
  /** A dated duty of the programme, by its key. */
  duty: ClosedDuty;
  account: AccountState;
  /** A terminal from which somebody may sign in. */
  device: DeviceState;
  /** What there is once in a programme: its responsible manager with deputies, its reviews of access. */
  office: OfficeState;
  erasure: ErasureState;
  day: DayState;
  place: PlaceState;
  matter: Matter;
  /** An entry of the register of hand-overs, by its matter. */
  handover: HandOverState;
  disposal: DisposalState;
  /** A month with its closings, reports and invoices; the papers of the year as a whole under the year. */
  month: MonthState;
  /** The message groups of a list, drawn once. */
  draw: Draw;
  /** With which outside the courier speaks; one of a programme. */
  courier: CourierBook;
  /** One bundle of one direction, so that the book stays short. */
  bundle: Bundle;
  /** Facts that nothing is decided on. */
  book: null;
};

export type StreamKind = keyof StateByKind;

/** A stream is named by its kind and the id of the thing it tells about: `case:case_…`. */
export type StreamRef<K extends StreamKind = StreamKind> = { readonly kind: K; readonly id: string };

export const caseStream = (id: CaseId): StreamRef<'case'> => ({ kind: 'case', id });
export const listStream = (id: ListId): StreamRef<'list'> => ({ kind: 'list', id });
export const dutyStream = (key: string): StreamRef<'duty'> => ({ kind: 'duty', id: key });
export const stockStream = (): StreamRef<'stock'> => ({ kind: 'stock', id: 'vouchers' });
export const batchStream = (id: BatchId): StreamRef<'batch'> => ({ kind: 'batch', id });
export const accountStream = (id: AccountId): StreamRef<'account'> => ({ kind: 'account', id });
export const deviceStream = (id: DeviceId): StreamRef<'device'> => ({ kind: 'device', id });
export const officeStream = (): StreamRef<'office'> => ({ kind: 'office', id: 'programme' });
export const erasureStream = (id: ErasureId): StreamRef<'erasure'> => ({ kind: 'erasure', id });
/** The one stream about the place itself: its backups, and what a restore left open. */
export const placeStream = (): StreamRef<'place'> => ({ kind: 'place', id: 'place' });
export const dayStream = (date: CivilDate): StreamRef<'day'> => ({ kind: 'day', id: date });
export const matterStream = (id: MatterId): StreamRef<'matter'> => ({ kind: 'matter', id });
export const handoverStream = (id: MatterId): StreamRef<'handover'> => ({ kind: 'handover', id });
export const disposalStream = (id: MatterId): StreamRef<'disposal'> => ({ kind: 'disposal', id });
export const applicationStream = (id: ApplicationId): StreamRef<'application'> => ({
  kind: 'application',
  id,
});
export const inquiryStream = (id: InquiryId): StreamRef<'inquiry'> => ({ kind: 'inquiry', id });
/** The one reception book of the programme. */
export const receptionStream = (): StreamRef<'reception'> => ({ kind: 'reception', id: 'reception' });
export const surveyStream = (id: string): StreamRef<'survey'> => ({ kind: 'survey', id });
export const monthStream = (period: Period): StreamRef<'month'> => ({ kind: 'month', id: period });
export const drawStream = (list: ListId): StreamRef<'draw'> => ({ kind: 'draw', id: list });
export const courierStream = (): StreamRef<'courier'> => ({ kind: 'courier', id: 'courier' });
export const bundleStream = (way: 'in' | 'out', chapter: number, n: number): StreamRef<'bundle'> => ({
  kind: 'bundle',
  id: `${chapter}/${way}/${n}`,
});
export const bookStream = (id: string): StreamRef<'book'> => ({ kind: 'book', id });

/** How the facts of a stream become its state. */
export type Fold<State> = {
  readonly initial: State;
  readonly evolve: (state: State, fact: RecordedFact) => State;
};

export const folds: { readonly [K in StreamKind]: Fold<StateByKind[K]> } = {
  case: { initial: noCase, evolve: evolveCase },
  application: { initial: noApplication, evolve: evolveApplication },
  inquiry: { initial: noInquiry, evolve: evolveInquiry },
  reception: { initial: noReception, evolve: evolveReception },
  survey: { initial: noSurvey, evolve: evolveSurvey },
  list: { initial: noList, evolve: evolveList },
  batch: { initial: noBatch, evolve: evolveBatch },
  stock: { initial: noStock, evolve: evolveStock },
  duty: { initial: openDuty, evolve: evolveDuty },
  account: { initial: noAccount, evolve: evolveAccount },
  device: { initial: noDevice, evolve: evolveDevice },
  office: { initial: noOffice, evolve: evolveOffice },
  erasure: { initial: noErasure, evolve: evolveErasure },
  place: { initial: noPlace, evolve: evolvePlace },
  day: { initial: noDay, evolve: evolveDay },
  matter: { initial: noMatter, evolve: evolveMatter },
  handover: { initial: noHandOver, evolve: evolveHandOver },
  disposal: { initial: noDisposal, evolve: evolveDisposal },
  month: { initial: noMonth, evolve: evolveMonth },
  draw: { initial: noDraw, evolve: evolveDraw },
  courier: { initial: noCourierBook, evolve: evolveCourierBook },
  bundle: { initial: noBundle, evolve: evolveBundle },
  book: { initial: null, evolve: () => null },
};
