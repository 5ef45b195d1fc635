import type { ReactNode } from 'react';
import { addDays } from '../../../../domain/basics/civil-date.ts';
import type { Instant } from '../../../../domain/basics/instant.ts';
import type { CaseId } from '../../../../domain/basics/ids.ts';
import { showTimeline } from '../../../../gate/inside/case-questions.ts';
import { listLogEntries } from '../../../../gate/inside/log.ts';
import type { Asking } from '../../asking.ts';
import { DataTable } from '../../data-table.tsx';
import { FilterRow } from '../../filter-row.tsx';
import { savedAbove } from '../../saved-filters.tsx';
import { momentWords } from '../../moment-words.ts';
import { kindOfFact, timelineKinds, type TimelineKind } from '../../../../programmes/words/timeline-kinds.ts';

/** Views are looked up so many days back: the whole log is the auditor's own desk. */
const VIEWED_DAYS = 31;

type Line = {
  readonly key: string;
  readonly kind: TimelineKind;
  readonly at: Instant;
  readonly words: string;
  readonly actor: string;
};

/** Everything that happened to her, newest first, in plain words; for who reads the log the views too (B-03). */
export async function Timeline({
  asking,
  id,
}: {
  readonly asking: Asking;
  readonly id: CaseId;
}): Promise<ReactNode> {
  const [facts, views] = await Promise.all([
    asking.answer(showTimeline, { case: id }),
    asking.may(listLogEntries)
      ? asking.answer(listLogEntries, {
          from: addDays(asking.today, -VIEWED_DAYS),
          to: asking.today,
          about: id,
        })
      : undefined,
  ]);
  const kinds = Object.keys(timelineKinds) as TimelineKind[];
  const kind = kinds.find((one) => one === asking.query.get('kind'));
  const lines: readonly Line[] = [
    ...facts.toReversed().map(({ fact, type, at, words, actor }) => ({
      key: fact,
      kind: kindOfFact(type),
      at,
      words,
      actor,
    })),
    ...(views?.entries ?? [])
      .filter(({ word }) => word === 'opened' || word === 'exported')
      .map(({ id: key, at, fields = [], actor }) => ({
        key,
        kind: 'view' as const,
        at,
        words: fields.length > 0 ? `記録を開きました(${fields.join('、')})。` : '経過を開きました。',
        actor,
      })),
  ].toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));
  const shown = kind === undefined ? lines : lines.filter((line) => line.kind === kind);
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">経過</h2>
      <FilterRow
        action={`/cases/${id}`}
        saved={await savedAbove(asking)}
        filters={[
          {
            name: 'kind',
            label: '種類',
            options: kinds
              .filter((one) => one !== 'view' || views !== undefined)
              .map((value) => ({ value, label: timelineKinds[value] })),
            value: kind ?? null,
          },
        ]}
      />
      <DataTable
        caption="経過(新しい順)"
        columns={[
          { key: 'at', head: '日時', of: ({ at }) => momentWords(at) },
          { key: 'words', head: 'できごと', of: ({ words }) => words },
          { key: 'kind', head: '種類', of: (line) => timelineKinds[line.kind] },
          { key: 'actor', head: '記録した人', of: ({ actor }) => byWhom(actor, views !== undefined) },
        ]}
        rows={shown}
        keyOf={({ key }) => key}
        total={kind === undefined ? shown.length : lines.length}
        empty="この種類のできごとは、まだありません。"
      />
    </section>
  );
}

/** Who of the staff it was is for those who read the log; an id tells nobody else anything. */
function byWhom(actor: string, byId: boolean): string {
  if (actor === 'resident') return 'ご本人';
  if (actor.startsWith('system:')) return '自動';
  return byId ? actor : '担当者';
}
