/** One mail as it leaves: plain text, one recipient. `id` is ours, the same if it were ever tried twice. */
export type OutgoingMail = {
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
};

/**
 * What the relay said. `accepted`: it has the mail. `refused`: it certainly has not, for this reason (a code). Anything
 * else (no answer, a broken line, a throw) is `unknown`: the mail may or may not have left, and a person finds out.
 */
export type MailAnswer =
  | { readonly answer: 'accepted' }
  | { readonly answer: 'refused'; readonly reason: string }
  | { readonly answer: 'unknown' };

/** The way out of the house, given as a value: a relay by SMTP, or a folder for try-outs. */
export type MailTransport = { readonly send: (mail: OutgoingMail) => Promise<MailAnswer> };
