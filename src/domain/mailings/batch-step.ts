/** What has to be done next with a batch. `void`: copies that may not leave are taken out first. */
export type BatchStep =
  | 'decide'
  | 'fix'
  | 'print'
  | 'hand-out'
  | 'void'
  | 'sample'
  | 'release'
  | 'enclose'
  | 'count-enclosed'
  | 'post'
  | 'count-posted'
  | 'receipt'
  | 'done';

/** A batch in numbers, as its facts give them. */
export type BatchNumbers = {
  readonly state: string;
  readonly planned: number;
  /** Cases decided so far: planned or left out. */
  readonly decided: number;
  /** Planned or voided, and to be printed. */
  readonly unprinted: number;
  /** Printed copies in no print file, and print files that nobody has taken. */
  readonly unfiled: number;
  readonly untaken: number;
  /** Printed copies that a stop or a change has overtaken, or that a sampling has condemned. */
  readonly overtaken: number;
  readonly condemned: number;
  /** Printed after the last sampling. */
  readonly unsampled: number;
  readonly released: boolean;
  readonly counted: boolean;
  readonly inHand: number;
  readonly unenclosed: number;
  /** Of those that need a number. */
  readonly unlabelled: number;
  /** Days of posting whose receipt is not entered yet. */
  readonly unreceipted: number;
};

/** The one next step of a batch: what the decisions would refuse the step after it for. */
export function batchStep(of: BatchNumbers): BatchStep {
  if (of.state === 'closed') return of.unreceipted > 0 ? 'receipt' : 'done';
  if (of.state === 'planning') return of.decided < of.planned ? 'decide' : 'fix';
  if (of.overtaken + of.condemned > 0) return 'void';
  if (of.unprinted > 0) return 'print';
  if (of.unfiled + of.untaken > 0) return 'hand-out';
  if (of.unsampled > 0) return 'sample';
  if (of.inHand > 0 && !of.released) return 'release';
  if (of.inHand > 0 && (of.unenclosed > 0 || of.unlabelled > 0) && of.released) {
    return of.counted && of.unenclosed === of.inHand ? 'post' : 'enclose';
  }
  if (of.inHand > 0) return of.counted ? 'post' : 'count-enclosed';
  // Nothing was printed at all: everybody was left out.
  if (!of.released) return 'done';
  return of.counted ? 'count-posted' : 'count-enclosed';
}
