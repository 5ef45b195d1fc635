import { argon2, timingSafeEqual } from 'node:crypto';
import { randomBytesFromPool } from './random-bytes.ts';

/** Memory in KiB, passes and lanes of Argon2id (RFC 9106). */
export type HashingCost = { readonly memory: number; readonly passes: number; readonly parallelism: number };

/** As OWASP recommends for Argon2id (Password Storage Cheat Sheet): 19 MiB, two passes, one lane. */
export const USUAL_COST: HashingCost = { memory: 19_456, passes: 2, parallelism: 1 };

/** So many at once, and so many who wait for their turn: together they never need more memory than that. */
export type HashingRoom = { readonly atOnce: number; readonly waiting: number };

const USUAL_ROOM: HashingRoom = { atOnce: 2, waiting: 40 };

/** Hashes are kept as `$argon2id$v=19$m=…,t=…,p=…$salt$digest`, so that an older one says with what it was made. */
export type PasswordHashing = {
  readonly hash: (password: string) => Promise<string>;
  readonly isRight: (password: string, hash: string) => Promise<boolean>;
  /** Made with other parameters than those of now. */
  readonly isOld: (hash: string) => boolean;
  /** A hash that no password has: who has none is compared with it and takes the same time. */
  readonly nobody: string;
};

/** All places are taken and too many wait: try again in a moment. */
export class HashingBusy extends Error {
  constructor() {
    super('Too many passwords are being compared at this moment');
    this.name = 'HashingBusy';
  }
}

const SALT_LENGTH = 16;
const DIGEST_LENGTH = 32;
/** A hash that asks for more was not made by us. */
const MOST: HashingCost = { memory: 262_144, passes: 16, parallelism: 8 };

export function passwordHashing(cost = USUAL_COST, room = USUAL_ROOM): PasswordHashing {
  const inTurn = turns(room);
  return {
    hash: (password) =>
      inTurn(async () => {
        const salt = randomBytesFromPool(SALT_LENGTH);
        return written({ cost, salt, digest: await digestOf(password, salt, cost) });
      }),
    isRight: (password, hash) =>
      inTurn(async () => {
        const kept = read(hash);
        return timingSafeEqual(await digestOf(password, kept.salt, kept.cost), kept.digest);
      }),
    isOld: (hash) => {
      const kept = read(hash).cost;
      return (['memory', 'passes', 'parallelism'] as const).some((what) => kept[what] !== cost[what]);
    },
    nobody: written({
      cost,
      salt: randomBytesFromPool(SALT_LENGTH),
      digest: randomBytesFromPool(DIGEST_LENGTH),
    }),
  };
}

type Kept = { readonly cost: HashingCost; readonly salt: Buffer; readonly digest: Buffer };

function written({ cost, salt, digest }: Kept): string {
  const { memory, passes, parallelism } = cost;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${salt.toString('base64url')}$${digest.toString('base64url')}`;
}

function read(hash: string): Kept {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w-]{22})\$([\w-]{43})$/.exec(hash);
  if (!found) throw new Error('A kept hash of a password is not one of ours');
  const [, memory, passes, parallelism, salt = '', digest = ''] = found;
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism) };
  if (cost.memory > MOST.memory || cost.passes > MOST.passes || cost.parallelism > MOST.parallelism) {
    throw new Error('A kept hash of a password asks for more than any of ours');
  }
  return { cost, salt: Buffer.from(salt, 'base64url'), digest: Buffer.from(digest, 'base64url') };
}

function digestOf(password: string, salt: Buffer, cost: HashingCost): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const message = Buffer.from(password, 'utf8');
    argon2('argon2id', { message, nonce: salt, tagLength: DIGEST_LENGTH, ...cost }, (error, digest) => {
      if (error) reject(error);
      else resolve(digest);
    });
  });
}

function turns({ atOnce, waiting }: HashingRoom): <T>(work: () => Promise<T>) => Promise<T> {
  let busy = 0;
  const queue: (() => void)[] = [];
  return async (work) => {
    if (busy >= atOnce) {
      if (queue.length >= waiting) throw new HashingBusy();
      await new Promise<void>((go) => void queue.push(go));
    } else busy += 1;
    try {
      return await work();
    } finally {
      // The place goes to who waits longest, or is free.
      const next = queue.shift();
      if (next) next();
      else busy -= 1;
    }
  };
}
