/**
 * How the outside's process is kept small. Pages leave much behind and nothing of it lives: without these words Node.js
 * tidies up late (in megabytes), and glibc keeps what one thread gave back from all others.
 */
export const OUTSIDE_MEMORY = {
  words: ['--max-semi-space-size=8', '--max-old-space-size=128'],
  environment: { MALLOC_ARENA_MAX: '1' },
} as const;
