/** One measured thing of the bench. Without a bound it only stands there to be read. */
export type Line = {
  readonly what: string;
  readonly measured: number;
  readonly unit: 's' | 'ms' | 'min' | 'KB' | 'MB' | '%' | '/s' | '×' | 'women';
  readonly atMost?: number;
  readonly atLeast?: number;
};

/** What a part of the bench found; `peakMb` is the resident memory of its process at its highest. */
export type PartResult = { readonly lines: readonly Line[]; readonly peakMb: number };

export function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
}

/** Highest resident memory of this process so far. */
export function peakMb(): number {
  return process.resourceUsage().maxRSS / 1024;
}
