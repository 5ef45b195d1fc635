import { createTransport } from 'nodemailer';
import { isEmail } from '../../domain/application/register-resident.ts';
import type { MailAnswer, MailTransport } from '../mail-out/mail-transport.ts';

/** Where the mail server of the outside zone is. `secure`: TLS from the first byte; otherwise STARTTLS where it is offered. */
export type RelayServer = {
  readonly host: string;
  readonly port: number;
  readonly secure: boolean;
  readonly user?: string | undefined;
  readonly password?: string | undefined;
  /** Who the mail is from, as she sees it. */
  readonly from: string;
  /** Mails that do not arrive come back to this address; `{id}` is the message, so that the bounce names it. */
  readonly returnTo: string;
  /** Refuse a server without TLS. Only a server on the same host may do without. */
  readonly demandTls: boolean;
};

/** Times after which the relay gives up and says that it does not know, in milliseconds. */
const PATIENCE = { connect: 10_000, greet: 10_000, silence: 20_000 };

/**
 * The outside's relay: gives one mail to the mail server and forgets it. It stores nothing, tries nothing again, and
 * logs nothing. Plain text, one recipient, no answer wanted from a person; marked as automatic so that holiday notices
 * stay away (RFC 3834).
 */
export function openRelay(server: RelayServer): MailTransport & { readonly close: () => void } {
  const { host, port, secure, user, password } = server;
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: server.demandTls && !secure,
    ...(user === undefined ? {} : { auth: { user, pass: password ?? '' } }),
    connectionTimeout: PATIENCE.connect,
    greetingTimeout: PATIENCE.greet,
    socketTimeout: PATIENCE.silence,
    disableFileAccess: true,
    disableUrlAccess: true,
  });
  const domain = server.from.slice(server.from.lastIndexOf('@') + 1).replace('>', '');
  return {
    send: async ({ id, to, subject, body }) => {
      if (!isEmail(to)) return { answer: 'refused', reason: 'address-unreadable' };
      try {
        await transport.sendMail({
          envelope: { from: server.returnTo.replace('{id}', id), to: [to] },
          from: server.from,
          to: { name: '', address: to },
          subject,
          text: body,
          messageId: `<${id}@${domain}>`,
          headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
          textEncoding: 'base64',
        });
        return { answer: 'accepted' };
      } catch (error) {
        return refusalOf(error);
      }
    },
    close: () => transport.close(),
  };
}

/**
 * What a failure tells. A 4xx or 5xx means that the server has not taken the mail; so does a connection that was never
 * made, and a login or TLS that failed before the first word. Anything else (silence, a broken line) is unknown.
 */
function refusalOf(error: unknown): MailAnswer {
  const { code, responseCode, command, syscall } = error as {
    readonly code?: string;
    readonly responseCode?: number;
    readonly command?: string;
    readonly syscall?: string;
  };
  if (responseCode !== undefined && responseCode >= 500) {
    return { answer: 'refused', reason: command === 'RCPT TO' ? 'mailbox-unknown' : 'server-refused' };
  }
  if (responseCode !== undefined && responseCode >= 400) return { answer: 'refused', reason: 'server-busy' };
  const never = syscall === 'connect' || code === 'EDNS' || code === 'EAUTH' || code === 'ETLS';
  return never ? { answer: 'refused', reason: 'server-unreachable' } : { answer: 'unknown' };
}
