import type { CaseId } from '../../domain/basics/ids.ts';
import { isProgrammeDay } from '../../domain/calendar/programme-days.ts';
import type { Hands } from './hands.ts';
import type { Office } from './office.ts';
import type { PaperRoom } from './paper-room.ts';

/** Whoever is abroad while her package waits is written to, until when she may report (CHI-8.8-10, DOC-20). */
export function overseasDesk(hands: Hands, papers: PaperRoom): Office {
  const waiting = new Set<CaseId>();
  return {
    name: 'overseas-desk',
    time: '15:20',
    open: (day) => isProgrammeDay(day, hands.rules.mailing.calendar),
    hear: (fact) => {
      if (fact.type === 'benefit.held' && fact.reason === 'overseas') waiting.add(fact.case);
      if (fact.type === 'benefit.released') waiting.delete(fact.case);
    },
    work: async () => {
      for (const id of waiting) await papers.overseas(id);
      waiting.clear();
    },
  };
}
