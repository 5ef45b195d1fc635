import { z } from 'zod';
import type { RuleSubject } from '../../domain/rules-of.ts';
import { hasSubject } from '../../domain/rules-of.ts';
import { roles } from '../../security/access.ts';
import { heldBy } from '../../store/grants.ts';
import { bookingsToRebook } from '../../store/questions/bookings.ts';
import { openCallBacks } from '../../store/questions/call-backs.ts';
import { openInquiries } from '../../store/questions/inquiries.ts';
import { findMatters } from '../../store/questions/matters.ts';
import { messagesWaiting } from '../../store/questions/messages.ts';
import { waitingApplications } from '../../store/questions/watch-counts.ts';
import { listQuestions } from '../../store/questions/lists.ts';
import { question, type Asking, type Question } from '../question.ts';
import { rolesOn, scopeOf } from '../scope.ts';
import { queue as applicationQueue } from './application-questions.ts';
import { listRebookings } from './booking-questions.ts';
import { callBackAsks } from './call-back.ts';
import { inquiryAsks } from './inquiry.ts';
import { showListQuestions } from './list-questions.ts';
import { watchMail } from './mailing.ts';
import { listMatters } from './matter.ts';
import { messageAsks } from './message.ts';

/** What should have moved by now and is no duty of one woman. */
export type WatchKind =
  | 'applications'
  | 'call-backs'
  | 'inquiries'
  | 'messages'
  | 'mail'
  | 'rebook'
  | 'ward-matters'
  | 'list-questions';

/** `since`: the oldest moment or day among them. */
export type Watched = {
  readonly count: number;
  readonly late?: number | undefined;
  readonly since?: string | undefined;
};

type Watch = {
  /** Whoever may ask this may know how many there are. */
  readonly as: Question;
  readonly needs?: RuleSubject;
  readonly count: (asking: Asking) => Promise<Watched>;
};

const WATCHES: Readonly<Record<WatchKind, Watch>> = {
  applications: {
    as: applicationQueue,
    needs: 'forms',
    count: ({ reader }) => waitingApplications(reader),
  },
  'call-backs': {
    as: callBackAsks.open,
    needs: 'inquiry',
    count: async ({ reader, now }) => {
      const rows = await openCallBacks(reader);
      return {
        count: rows.length,
        late: rows.filter(({ dueBy }) => now > dueBy).length,
        since: rows[0]?.requestedAt,
      };
    },
  },
  inquiries: {
    as: inquiryAsks.openList,
    needs: 'inquiry',
    count: async ({ reader, now }) => {
      const rows = await openInquiries(reader);
      return {
        count: rows.length,
        late: rows.filter(({ dueBy }) => now > dueBy).length,
        since: rows[0]?.openedAt,
      };
    },
  },
  messages: {
    as: messageAsks.waiting,
    needs: 'messages',
    count: async ({ reader }) => ({ count: (await messagesWaiting(reader)).length }),
  },
  mail: {
    as: watchMail,
    count: async (asking) => {
      const found = await watchMail.find(asking, {} as never);
      return { count: 'rows' in found ? found.hits : found.length };
    },
  },
  rebook: {
    as: listRebookings,
    needs: 'booking',
    count: async ({ reader, today }) => {
      const rows = await bookingsToRebook(reader, today);
      return { count: rows.length, since: rows[0]?.date };
    },
  },
  'ward-matters': {
    as: listMatters,
    count: async ({ reader }) => {
      const rows = await findMatters(reader, { onlyOpen: true });
      return { count: rows.length, since: rows[0]?.begun };
    },
  },
  'list-questions': {
    as: showListQuestions,
    count: async ({ reader }) => ({ count: (await listQuestions(reader, undefined, false)).length }),
  },
};

/**
 * `duty.watch`: how much of each kind waits and should have moved on. Counts alone, each for whoever may open the list
 * behind it; nothing of a person is opened for a number.
 */
export const countWatched = question({
  name: 'duty.watch',
  says: 'Count what waits and should have moved on by now, each kind for whoever may open its list',
  schema: z.strictObject({}),
  who: {
    allowed: roles(
      'responsible-manager',
      'work-supervisor',
      'operator',
      'mailing-clerk',
      'ward-staff',
      'auditor',
    ),
  },
  reading: 'none',
  opens: [],
  purpose: 'duty',
  find: async (asking) => {
    const held = rolesOn(await heldBy(asking.reader, asking.actor), asking.today);
    const watches = (Object.keys(WATCHES) as WatchKind[]).filter((kind) => {
      const { as, needs } = WATCHES[kind];
      return (
        scopeOf(as.who, asking.actor, held) === 'programme' && (!needs || hasSubject(asking.rules, needs))
      );
    });
    return Promise.all(watches.map(async (kind) => ({ kind, ...(await WATCHES[kind].count(asking)) })));
  },
  show: (rows) => rows.filter(({ count }) => count > 0),
});
