import type { MessageRules } from '../../domain/messages/message-rules.ts';

/** Quiet hours and reminders are ours: the specification names no times. */
export const messageRules: MessageRules = {
  quiet: { from: '20:00', to: '08:00' },
  reminders: [
    { days: 7, time: '09:00' },
    { days: 1, time: '09:00' },
  ],
};
