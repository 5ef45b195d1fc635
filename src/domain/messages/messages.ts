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
  /** `sent` was decided and waits, or is on its way, or has gone; see `handedOver` and `accepted`. */
  readonly status: 'sent' | 'stopped' | 'failed' | 'bounced';
  readonly reason?: string;
  /** When we learned that it failed or came back: somebody calls from then on. */
  readonly failedAt?: Instant;
  /** From this moment on it may have left the house. */
  readonly handedOver?: Instant;
  /** The relay said that it has it, or a person found out that it left. */
  readonly accepted?: true;
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
    case 'message.handed-over':
      return change(state, fact.message, { handedOver: fact.at });
    case 'message.accepted':
      return change(state, fact.message, { accepted: true });
    case 'message.failed':
      return change(state, fact.message, {
        status: 'failed',
        failedAt: fact.at,
        ...(fact.reason ? { reason: fact.reason } : {}),
      });
    case 'recall.sent':
    case 'message.sent':
    case 'message.stopped': {
      const { message, about, channel, ref, reason, at } = fact;
      const status = fact.type === 'message.stopped' ? 'stopped' : 'sent';
      if (status === 'stopped' && state.sent.some((one) => one.message === message)) {
        return change(state, message, { status, ...(reason ? { reason } : {}) });
      }
      const more = { ...(ref ? { ref } : {}), ...(reason ? { reason } : {}) };
      return { ...state, sent: [...state.sent, { message, about, channel, at, status, ...more }] };
    }
    case 'message.bounced':
      return {
        ...change(state, fact.message, { status: 'bounced', failedAt: fact.at }),
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
      return {
        ...state,
        surveys: [...state.surveys, fact.survey],
        sent: [
          ...state.sent,
          {
            message: fact.message,
            about: 'survey',
            channel: 'email',
            ref: fact.survey,
            at: fact.at,
            status: 'sent',
          },
        ],
      };
    default:
      return state;
  }
}

function change(state: Messages, message: MessageId, to: Partial<SentMessage>): Messages {
  return { ...state, sent: state.sent.map((one) => (one.message === message ? { ...one, ...to } : one)) };
}
