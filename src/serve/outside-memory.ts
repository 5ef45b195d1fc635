/**
 * How much memory the outside's process may fill before it tidies up, in megabytes, as words for Node.js. Pages leave much
 * behind and nothing of it lives: without a word Node.js would let it grow far beyond what a small machine has.
 */
export const OUTSIDE_MEMORY = ['--max-semi-space-size=8', '--max-old-space-size=128'] as const;
