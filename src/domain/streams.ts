import type { AccountId, CaseId, ErasureId, ListId } from './basics/ids.ts';
import { evolveAccount, noAccount, type AccountState } from './access/account.ts';
import { evolveCase, noCase, type CaseState } from './case.ts';
import { evolveErasure, noErasure, type ErasureState } from './retention/erasure.ts';
import { evolveList, noList, type ListState } from './intake/list.ts';
import { evolvePlace, noPlace, type PlaceState } from './place/place-state.ts';
import type { RecordedFact } from './facts.ts';

/** The state of each kind of stream: a fold of its facts, never stored by hand. */
export type StateByKind = {
  case: CaseState;
  list: ListState;
  account: AccountState;
  erasure: ErasureState;
  place: PlaceState;
  /** Facts that nothing is decided on, such as hand-overs. */
  book: null;
};

export type StreamKind = keyof StateByKind;

/** A stream is named by its kind and the id of the thing it tells about: `case:case_…`. */
export type StreamRef<K extends StreamKind = StreamKind> = { readonly kind: K; readonly id: string };

export const caseStream = (id: CaseId): StreamRef<'case'> => ({ kind: 'case', id });
export const listStream = (id: ListId): StreamRef<'list'> => ({ kind: 'list', id });
export const accountStream = (id: AccountId): StreamRef<'account'> => ({ kind: 'account', id });
export const erasureStream = (id: ErasureId): StreamRef<'erasure'> => ({ kind: 'erasure', id });
/** The one stream about the place itself: its backups, and what a restore left open. */
export const placeStream = (): StreamRef<'place'> => ({ kind: 'place', id: 'place' });
export const bookStream = (id: string): StreamRef<'book'> => ({ kind: 'book', id });

/** How the facts of a stream become its state. */
export type Fold<State> = {
  readonly initial: State;
  readonly evolve: (state: State, fact: RecordedFact) => State;
};

export const folds: { readonly [K in StreamKind]: Fold<StateByKind[K]> } = {
  case: { initial: noCase, evolve: evolveCase },
  list: { initial: noList, evolve: evolveList },
  account: { initial: noAccount, evolve: evolveAccount },
  erasure: { initial: noErasure, evolve: evolveErasure },
  place: { initial: noPlace, evolve: evolvePlace },
  book: { initial: null, evolve: () => null },
};
