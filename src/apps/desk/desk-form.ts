import type { IncomingMessage } from 'node:http';
import { readBody } from '../kit/server/read-body.ts';

/** What was sent: fields, and files by the name of their field. */
export type DeskForm = {
  readonly fields: URLSearchParams;
  readonly files: ReadonlyMap<string, SentFile>;
};

export type SentFile = { readonly name: string; readonly bytes: Uint8Array };

export const NO_FORM: DeskForm = { fields: new URLSearchParams(), files: new Map() };

/** The largest list of a ward is about 40 MB unpacked; what is sent is packed. */
export const MOST_UPLOAD = 32 * 1024 * 1024;

/** A form, with files where the route takes them, or why it was not read. */
export async function readDeskForm(
  request: IncomingMessage,
  takesFiles: boolean,
): Promise<DeskForm | 'too-large' | 'not-a-form'> {
  const type = request.headers['content-type'] ?? '';
  if (!type.toLowerCase().startsWith('multipart/form-data')) {
    const fields = await readBody(request);
    return typeof fields === 'string' ? fields : { fields, files: new Map() };
  }
  if (!takesFiles || request.headers['content-encoding']) return 'not-a-form';
  const bytes = await readBytes(request, MOST_UPLOAD);
  if (bytes === 'too-large') return bytes;
  let data: FormData;
  try {
    data = await new Response(bytes, { headers: { 'content-type': type } }).formData();
  } catch {
    return 'not-a-form';
  }
  const fields = new URLSearchParams();
  const files = new Map<string, SentFile>();
  for (const [name, value] of data) {
    if (typeof value === 'string') fields.append(name, value);
    else if (value.size > 0) files.set(name, { name: value.name, bytes: await value.bytes() });
  }
  return { fields, files };
}

/** At most so many bytes of a body. */
export async function readBytes(
  request: IncomingMessage,
  most: number,
): Promise<Uint8Array<ArrayBuffer> | 'too-large'> {
  if (Number(request.headers['content-length'] ?? 0) > most) return 'too-large';
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Uint8Array>) {
    length += chunk.length;
    if (length > most) return 'too-large';
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
