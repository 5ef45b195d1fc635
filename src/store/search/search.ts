import type { PersonId } from '../../domain/basics/ids.ts';

/** The index of persons in memory; its entries never leave the process. */
export type PersonSearch = {
  readonly size: number;
  readonly personsOf: (query: string) => readonly PersonId[];
};
