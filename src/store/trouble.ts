/** What went wrong outside our program and has a name that a person can act on. */
export type Trouble = 'connection-lost' | 'disk-full';

/** SQLSTATEs and system codes of a server that went away, is starting or stopping, or of a network that broke. */
const LOST = new Set([
  '08000',
  '08003',
  '08006',
  '57P01',
  '57P02',
  '57P03',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ENOENT',
  'ETIMEDOUT',
]);
const FULL = new Set(['53100', 'ENOSPC', 'EDQUOT', 'EFBIG']);

/** Names the trouble behind an error of the database or of a file; `undefined` when it is a fault of ours. */
export function troubleOf(error: unknown): Trouble | undefined {
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (FULL.has(code)) return 'disk-full';
  // ENOENT from `connect` means that the socket of the server is not there; from a file it is a fault.
  if (LOST.has(code) && (code !== 'ENOENT' || ('syscall' in error && error.syscall === 'connect'))) {
    return 'connection-lost';
  }
  // The driver has no code for a connection that ended under a query.
  return /^(Connection terminated|Client has encountered a connection error|Client was closed)/.test(
    error.message,
  )
    ? 'connection-lost'
    : undefined;
}
