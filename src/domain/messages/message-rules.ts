/** Mail and calls to women who left a contact (CHI-8.2-2, 8.9-3). Waiting times of recalls stand in `mailing-rules.ts`. */
export type MessageRules = {
  /** Nothing is sent from `from` in the evening to `to` in the morning, HH:MM. */
  readonly quiet: { readonly from: string; readonly to: string };
  /** Reminders of a visit: so many days before it, from this time of day. One earlier than the booking itself falls out. */
  readonly reminders: readonly { readonly days: number; readonly time: string }[];
};
