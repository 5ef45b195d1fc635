/** The sentence for each refusal, in plain Japanese: what is so, and what to do. A missing one does not compile. */
export type RefusalWords<R extends { readonly refused: string }> = {
  readonly [Code in R['refused']]: (refusal: Extract<R, { readonly refused: Code }>) => string;
};
