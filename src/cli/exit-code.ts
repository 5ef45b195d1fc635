/** 0 done · 1 refused, with the reason on stderr · 2 the command was not written as it must be. */
export type ExitCode = 0 | 1 | 2;
