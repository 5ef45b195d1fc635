import type { CaseId } from '../../domain/basics/ids.ts';
import type { Reader, Statement } from '../connection.ts';
import { text, textOrNull, whole } from '../row.ts';

/** An urgent case as the board shows it: times and functions, no words. */
export type UrgentRow = {
  readonly urgent: string;
  readonly subject: CaseId;
  readonly case: CaseId;
  readonly class: string;
  readonly source: string | null;
  readonly raisedAt: string;
  readonly dueAt: string;
  readonly calls: number;
  readonly reachedAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly acknowledgedBy: string | null;
};

const OPEN: Statement = {
  name: 'urgents-open',
  text: `select urgent, "case", class, source, raised_at, due_at, calls, reached_at, acknowledged_at, acknowledged_by
         from p_urgent where closed_at is null order by (reached_at is not null), due_at, urgent`,
};

/** What is not closed: those whom nobody of the ward knows of yet first, the earliest due on top. */
export async function openUrgents(reader: Reader): Promise<readonly UrgentRow[]> {
  return (await reader.rows(OPEN, [])).map((row) => {
    const id = text(row, 'case') as CaseId;
    return {
      urgent: text(row, 'urgent'),
      subject: id,
      case: id,
      class: text(row, 'class'),
      source: textOrNull(row, 'source'),
      raisedAt: text(row, 'raised_at'),
      dueAt: text(row, 'due_at'),
      calls: whole(row, 'calls'),
      reachedAt: textOrNull(row, 'reached_at'),
      acknowledgedAt: textOrNull(row, 'acknowledged_at'),
      acknowledgedBy: textOrNull(row, 'acknowledged_by'),
    };
  });
}
