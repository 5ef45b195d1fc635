import * as zip from '@zip.js/zip.js';
import type { TakenFile } from './print-batch.ts';

/** What somebody gets who takes print files: one PDF, or several with their order in one archive. */
export type HandedOut = { readonly name: string; readonly type: string; readonly bytes: Uint8Array };

export async function handedOut(batch: string, taken: readonly TakenFile[]): Promise<HandedOut> {
  const parts = taken.flatMap(({ file, parts: all }) =>
    all.map((bytes, part) => ({
      name: `${batch}-${file}${all.length > 1 ? `-${part + 1}` : ''}.pdf`,
      bytes: new Uint8Array(bytes),
    })),
  );
  const [only] = parts;
  if (only && parts.length === 1) return { ...only, type: 'application/pdf' };
  const writer = new zip.ZipWriter(new zip.Uint8ArrayWriter(), { useWebWorkers: false, level: 0 });
  for (const { name, bytes } of parts) await writer.add(name, new zip.Uint8ArrayReader(bytes));
  return { name: `${batch}.zip`, type: 'application/zip', bytes: await writer.close() };
}
