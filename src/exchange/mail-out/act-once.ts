import type { MailAnswer, MailTransport, OutgoingMail } from './mail-transport.ts';

/** Gives a mail to the transport, once. One that throws has told us nothing. */
export async function actOnce(transport: MailTransport, mail: OutgoingMail): Promise<MailAnswer> {
  try {
    return await transport.send(mail);
  } catch {
    return { answer: 'unknown' };
  }
}
