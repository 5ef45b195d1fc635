import type { IncomingMessage } from 'node:http';

/** The most that any form of ours can send, with room for long words in every field. */
export const MOST_BYTES = 64 * 1024;

/** A form, or why it was not read. Other kinds of content are no form of ours. */
export async function readBody(
  request: IncomingMessage,
): Promise<URLSearchParams | 'too-large' | 'not-a-form'> {
  const type = request.headers['content-type']?.split(';')[0]?.trim().toLowerCase();
  if (type !== 'application/x-www-form-urlencoded' || request.headers['content-encoding'])
    return 'not-a-form';
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return 'too-large';
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > MOST_BYTES) return 'too-large';
    chunks.push(chunk);
  }
  return new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
}
