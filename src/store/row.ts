import type { Row } from './connection.ts';

/** Reads a column that must be text. A database that answers otherwise is not the one we migrated: stop. */
export function text(row: Row, column: string): string {
  const value = row[column];
  if (typeof value !== 'string') throw new Error(`Column ${column} is not text`);
  return value;
}

/** Reads a column that is text or nothing. */
export function textOrNull(row: Row, column: string): string | null {
  return row[column] === null ? null : text(row, column);
}

/** Reads a whole number; bigint columns arrive as text. */
export function whole(row: Row, column: string): number {
  const value = row[column];
  const number = typeof value === 'string' ? Number(value) : value;
  if (typeof number !== 'number' || !Number.isSafeInteger(number)) {
    throw new Error(`Column ${column} is not a whole number`);
  }
  return number;
}

export function bytes(row: Row, column: string): Buffer {
  const value = row[column];
  if (!Buffer.isBuffer(value)) throw new Error(`Column ${column} holds no bytes`);
  return value;
}

export function truth(row: Row, column: string): boolean {
  const value = row[column];
  if (typeof value !== 'boolean') throw new Error(`Column ${column} is not true or false`);
  return value;
}
