/** How full a time is, in words: colour only helps. */
export function slotWords(of: {
  readonly closed: boolean;
  readonly free: number;
  readonly seats: number;
  readonly taken: number;
  readonly warning?: 'full' | 'no-reserve';
}): string {
  if (of.closed) return '休止';
  if (of.seats <= of.taken) return '満席';
  if (of.free <= 0) return '電話の空きなし';
  return `空き${of.free}${of.warning === 'no-reserve' ? '(余裕なし)' : ''}`;
}
