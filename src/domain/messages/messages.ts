import type { CivilDate } from '../basics/civil-date.ts';
import type { MessageId } from '../basics/ids.ts';
import type { Instant } from '../basics/instant.ts';
import type { RecordedFact } from '../facts.ts';

export type SentMessage = {
  readonly message: MessageId;
  readonly about: string;
  readonly channel: 'email' | 'sms' | 'phone' | 'postcard';
  readonly ref?: string;
  readonly at: Instant;
  readonly status: 'sent' | 'stopped' | 'bounced';
  readonly reason?: string;
};

/** What was sent to her or stopped on the way, and the calls that were made, oldest first. */
export type Messages = {
  readonly sent: readonly SentMessage[];
  readonly calls: readonly {
    readonly about: string;
    readonly result: string;
    readonly ref?: string;
    readonly at: Instant;
  }[];
  /** A mail came back on this day: the address is not used again until she gives one anew. */
  readonly bouncedOn?: CivilDate;
  /** Surveys she was asked to answer. */
  readonly surveys: readonly string[];
};

export const noMessages: Messages = { sent: [], calls: [], surveys: [] };

export function evolveMessages(state: Messages, fact: RecordedFact): Messages {
  switch (fact.type) {
    case 'recall.sent':
    case 'message.sent':
    case 'message.stopped': {
      const { message, about, channel, ref, reason, at } = fact;
      const status = fact.type === 'message.stopped' ? 'stopped' : 'sent';
      const more = { ...(ref ? { ref } : {}), ...(reason ? { reason } : {}) };
      return { ...state, sent: [...state.sent, { message, about, channel, at, status, ...more }] };
    }
    case 'message.bounced':
      return {
        ...state,
        sent: state.sent.map((one) =>
          one.message === fact.message ? { ...one, status: 'bounced' as const } : one,
        ),
        bouncedOn: fact.at.slice(0, 10) as CivilDate,
      };
    case 'case.contact-changed': {
      if (fact.what !== 'email') return state;
      const { bouncedOn: _old, ...rest } = state;
      return rest;
    }
    case 'call.made': {
      const { about, result, ref, at } = fact;
      return { ...state, calls: [...state.calls, { about, result, at, ...(ref ? { ref } : {}) }] };
    }
    case 'survey.sent':
      return { ...state, surveys: [...state.surveys, fact.survey] };
    default:
      return state;
  }
}
