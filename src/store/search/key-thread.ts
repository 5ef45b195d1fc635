import { Worker } from 'node:worker_threads';
import type { City } from '../../domain/text/town-table.ts';
import type { SealedPerson } from './open-person.ts';
import type { PersonKeys } from './person-keys.ts';

/** The towns of the programme, as data: both threads make their table of it. */
export type KeyWorkerData = { readonly cities: readonly City[]; readonly home: string };

/** Persons to open. Keys and sealed rows lie end to end in `bytes`, which is handed over and cleared there. */
export type KeyOrder = {
  readonly persons: readonly string[];
  readonly heads: readonly string[];
  readonly sealedLengths: readonly number[];
  readonly keyLength: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
};

/** The keys of each person in the order in which `PersonKeys` names them. */
export type KeyAnswer = readonly (readonly [
  kana: string,
  givenKana: string,
  name: string,
  givenName: string,
  otherName: string,
  birthDate: number,
  phone: string,
  reference: string,
  address: string,
  town: string,
])[];

/** A second thread that opens persons while this one reads the database; only for building the whole index. */
export type KeyThread = {
  /** How many orders it has not answered yet. */
  readonly busy: () => number;
  readonly keysOf: (people: readonly SealedPerson[]) => Promise<readonly PersonKeys[]>;
  readonly close: () => Promise<void>;
};

export function keyThread(data: KeyWorkerData): KeyThread {
  const worker = new Worker(new URL('./key-worker.ts', import.meta.url), { workerData: data });
  const waiting: {
    readonly done: (answer: KeyAnswer) => void;
    readonly failed: (error: Error) => void;
  }[] = [];
  worker.on('message', (answer: KeyAnswer) => waiting.shift()?.done(answer));
  const fail = (error: Error) => {
    for (const { failed } of waiting.splice(0)) failed(error);
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('The second thread of the search ended')));
  return {
    busy: () => waiting.length,
    keysOf: async (people) => {
      const order = orderOf(people);
      const answer = new Promise<KeyAnswer>((done, failed) => {
        waiting.push({ done, failed });
      });
      worker.postMessage(order, [order.bytes.buffer]);
      return (await answer).map(keysOf);
    },
    close: async () => {
      await worker.terminate();
    },
  };
}

function orderOf(people: readonly SealedPerson[]): KeyOrder {
  const keyLength = people[0]?.key.length ?? 0;
  const sealedLengths = people.map((one) => one.sealed.length);
  const bytes = new Uint8Array(sealedLengths.reduce((sum, length) => sum + length + keyLength, 0));
  let at = 0;
  for (const { key, sealed } of people) {
    bytes.set(key, at);
    bytes.set(sealed, at + keyLength);
    at += keyLength + sealed.length;
  }
  return {
    persons: people.map((one) => one.person),
    heads: people.map((one) => one.heads),
    sealedLengths,
    keyLength,
    bytes,
  };
}

function keysOf(answer: KeyAnswer[number]): PersonKeys {
  const [kana, givenKana, name, givenName, otherName, birthDate, phone, reference, address, town] = answer;
  return { kana, givenKana, name, givenName, otherName, birthDate, phone, reference, address, town };
}
