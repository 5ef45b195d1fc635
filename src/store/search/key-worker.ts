import { parentPort, workerData } from 'node:worker_threads';
import type { PersonId } from '../../domain/basics/ids.ts';
import { townTable } from '../../domain/text/town-table.ts';
import type { KeyAnswer, KeyOrder, KeyWorkerData } from './key-thread.ts';
import { openPerson } from './open-person.ts';
import { personKeys } from './person-keys.ts';

// The second thread while the index is built: it opens the rows of persons and makes their keys. It reads no
// database and holds nothing between two orders.
const { cities, home }: KeyWorkerData = workerData;
const towns = townTable(cities, home);

parentPort?.on('message', ({ persons, heads, sealedLengths, bytes, keyLength }: KeyOrder) => {
  let at = 0;
  const take = (length: number): Uint8Array => bytes.subarray(at, (at += length));
  const answer: KeyAnswer = persons.map((person, index) => {
    const key = take(keyLength);
    const sealed = take(sealedLengths[index] ?? 0);
    const values = openPerson({ person: person as PersonId, key, heads: heads[index] ?? '', sealed });
    const keys = personKeys(values, towns);
    return [
      keys.kana,
      keys.givenKana,
      keys.name,
      keys.givenName,
      keys.otherName,
      keys.birthDate,
      keys.phone,
      keys.reference,
      keys.address,
      keys.town,
    ];
  });
  bytes.fill(0);
  parentPort?.postMessage(answer, []);
});
