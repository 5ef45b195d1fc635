import type { EffectTable } from '../../domain/effect/effect-table.ts';

const HIDDEN = '*';
const HEAD = ['組', '人数', '送付', '返戻', '電話', '受診', '受診率', '対照との差(95%区間)'] as const;
const CHANNELS = { nothing: 'なし', card: 'はがき', call: '電話', 'card-and-call': 'はがきと電話' } as const;

/** The effect table as lines of text, columns side by side (DOC-62). */
export function effectLines({ version, groups, channels, total }: EffectTable): readonly string[] {
  const counts = (row: EffectTable['total']) => [
    String(row.persons),
    String(row.sent),
    String(row.returned),
    String(row.reached),
    row.attended === null ? HIDDEN : String(row.attended),
    percent(row),
  ];
  const rows = groups.map((row) => [
    `${row.group}${row.control ? '(対照)' : ''}`,
    ...counts(row),
    row.difference
      ? `${points(row.difference.by)} (${points(row.difference.from)}〜${points(row.difference.to)})`
      : '',
  ]);
  return [
    `勧奨の効果(組の版 ${version})`,
    ...table([HEAD, ...rows, ['計', ...counts(total), '']]),
    '',
    '届けた方法ごと(くじで分けていないため、比べられません)',
    ...table([
      ['方法', '人数', '受診', '受診率'],
      ...channels.map((row) => [
        CHANNELS[row.channel],
        String(row.persons),
        row.attended === null ? HIDDEN : String(row.attended),
        percent(row),
      ]),
    ]),
    '',
    `${HIDDEN} は人数が少ないため伏せています。差は受診率の差(ポイント)です。`,
  ];
}

function percent({ persons, rate }: { readonly persons: number; readonly rate: number | null }): string {
  if (persons === 0) return '';
  return rate === null ? HIDDEN : `${(rate * 100).toFixed(1)}%`;
}

function points(rate: number): string {
  const hundredfold = (rate * 100).toFixed(1);
  return rate > 0 ? `+${hundredfold}` : hundredfold;
}

/** The first column on the left, numbers on the right; a wide character takes two places. */
function table(rows: readonly (readonly string[])[]): readonly string[] {
  const widths = (rows[0] ?? []).map((_cell, at) => Math.max(...rows.map((row) => widthOf(row[at] ?? ''))));
  return rows.map((row) =>
    row
      .map((cell, at) => {
        const space = ' '.repeat((widths[at] ?? 0) - widthOf(cell));
        return at === 0 ? cell + space : space + cell;
      })
      .join('  ')
      .trimEnd(),
  );
}

function widthOf(text: string): number {
  return Array.from(text).reduce((sum, char) => sum + (/[\u0020-\u007e]/.test(char) ? 1 : 2), 0);
}
