/** What a mail that came back tells: which of our messages it was, and a code of the reason. No address. */
export type Bounce = {
  readonly message: string;
  readonly reason: 'mailbox-unknown' | 'mailbox-full' | 'refused';
};

/** The address that the relay gives a mail to come back to: `{id}` of `returnTo`, whatever stands around it. */
const OUR_MESSAGE = /\b(message_[a-z0-9]{1,64})@/i;

/**
 * Reads a delivery report (RFC 3464) as the mail server leaves it in the mailbox of returned mail. The message is named
 * by the address it came back to. Nothing for a mail that is only late, and for anything that is no report of ours.
 */
export function readBounce(mail: string): Bounce | undefined {
  const headers = mail.slice(0, endOfHeaders(mail)).replace(/\r?\n[ \t]+/g, ' ');
  const returnedTo = headers
    .split(/\r?\n/)
    .filter((line) => /^(to|delivered-to|x-original-to|envelope-to):/i.test(line))
    .join('\n');
  const message = OUR_MESSAGE.exec(returnedTo)?.[1]?.toLowerCase();
  const failed = /^action:\s*failed\b/im.test(mail);
  const status = /^status:\s*5\.(\d{1,3})\.(\d{1,3})/im.exec(mail);
  if (message === undefined || !failed || !status) return undefined;
  const [, subject, detail] = status;
  if (subject === '1') return { message, reason: 'mailbox-unknown' };
  if (subject === '2' && detail === '2') return { message, reason: 'mailbox-full' };
  return { message, reason: 'refused' };
}

function endOfHeaders(mail: string): number {
  const end = mail.search(/\r?\n\r?\n/);
  return end === -1 ? mail.length : end;
}
