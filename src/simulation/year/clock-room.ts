import type { CaseId } from '../../domain/basics/ids.ts';
import { tick } from '../../gate/clockwork.ts';
import type { Call } from '../../gate/execute.ts';
import { WRONG_MAILBOX } from '../her-answers.ts';
import type { Hands, Try } from './hands.ts';
import { Surprise } from './hands.ts';
import type { People } from './people.ts';
import type { Office } from './office.ts';
import { STAFF } from './staff.ts';

type Planned = {
  readonly case: CaseId;
  readonly about: string;
  readonly ref?: string;
  readonly from: string;
};

const CLOCK = { actor: 'system:clock' };

/** What goes by itself: the duties of the clock, and mail whose time has come; where mail does not reach, somebody calls. */
export function clockRoom(hands: Hands, people: People): Office {
  const chance = hands.chanceFor('calls');
  const tried = new Set<string>();
  const bounces: Call[] = [];
  return {
    name: 'clock',
    time: '09:00',
    open: () => true,
    hear: (fact) => {
      if (fact.type !== 'message.sent') return;
      const comesBack = people.of(fact.case)?.life.registers?.email?.startsWith(WRONG_MAILBOX);
      if (!chance.onceIn(60) && !comesBack) return;
      const input = { case: fact.case, message: fact.message, reason: 'mailbox-unknown' };
      bounces.push({ row: 'message.record-bounce', input });
    },
    work: async () => {
      await hands.act({ actor: 'system:mail' }, bounces.splice(0));
      const { refused } = await tick(hands.door.parts);
      const [first] = refused;
      if (first) throw new Surprise(first.duty, CLOCK, first.refusal, hands.clock.today());
      const due = await hands.ask<readonly Planned[]>(CLOCK, 'message.come-due', {});
      // What a stop stopped is written down once; it is not tried again every morning.
      const fresh = due.filter(({ case: id, about, ref, from }) =>
        isNew(tried, [id, about, ref, from].join(' ')),
      );
      const refusals = await hands.tryEach(
        CLOCK,
        fresh.map((one) => send(hands, one)),
      );
      const toCall = fresh.filter((_one, at) => refusals.get(at)?.refused === 'call-instead');
      await hands.act(
        { actor: STAFF.operator },
        toCall.map(({ case: id, about, ref }) => ({
          row: 'call.record',
          input: {
            case: id,
            about,
            result: chance.onceIn(4) && !booksWhenCalled(people, id) ? 'no-answer' : 'reached',
            ...(ref ? { ref } : {}),
          },
        })),
      );
    },
  };
}

/** Who takes her date when she is called is at home when it rings. */
function booksWhenCalled(people: People, id: CaseId): boolean {
  return people.of(id)?.life.books.when === 'after-call';
}

function isNew(tried: Set<string>, key: string): boolean {
  if (tried.has(key)) return false;
  tried.add(key);
  return true;
}

function send({ ids }: Hands, { case: id, about, ref }: Planned): Try {
  return {
    call: {
      row: 'message.send',
      input: { message: ids.fresh('message'), case: id, about, ...(ref ? { ref } : {}) },
    },
    may: ['call-instead'],
  };
}
