import { brotliCompressSync, constants, gzipSync } from 'node:zlib';

/** A body in one of the codings that the browser takes. */
export type Encoded = { readonly coding?: 'br' | 'gzip' | undefined; readonly bytes: Uint8Array };

/** A body in every coding, made once: front page and assets. */
export type Precoded = { readonly plain: Uint8Array; readonly br: Uint8Array; readonly gzip: Uint8Array };

/** Below this many bytes compressing gains nothing. */
const SMALL = 1000;

/** As small as it gets; takes long, done once. */
export function precode(text: string): Precoded {
  const plain = Buffer.from(text);
  return {
    plain,
    br: brotliCompressSync(plain, {
      params: { [constants.BROTLI_PARAM_QUALITY]: 11, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length },
    }),
    gzip: gzipSync(plain, { level: 9 }),
  };
}

export function choose(precoded: Precoded, accepts: string | undefined): Encoded {
  const coding = codingOf(accepts);
  return coding ? { coding, bytes: precoded[coding] } : { bytes: precoded.plain };
}

/** For a page that is made for one asker: fast before small. */
export function encode(text: string, accepts: string | undefined): Encoded {
  const bytes = Buffer.from(text);
  const coding = bytes.length < SMALL ? undefined : codingOf(accepts);
  if (coding === 'br') return { coding, bytes: brotliCompressSync(bytes, QUICK) };
  if (coding === 'gzip') return { coding, bytes: gzipSync(bytes, { level: 4, chunkSize: CHUNK }) };
  return { bytes };
}

/** A page fits into it once it is compressed; the usual sixteen kilobytes would lie about until they are tidied up. */
const CHUNK = 4096;

const QUICK = {
  chunkSize: CHUNK,
  params: { [constants.BROTLI_PARAM_QUALITY]: 1, [constants.BROTLI_PARAM_LGWIN]: 16 },
};

/** Brotli if the browser takes it, else gzip. A coding with weight 0 is refused by the browser. */
function codingOf(accepts: string | undefined): 'br' | 'gzip' | undefined {
  const taken = new Set(
    (accepts ?? '')
      .toLowerCase()
      .split(',')
      .map((part) => part.trim())
      .filter((part) => !/;\s*q=0(\.0*)?$/.test(part))
      .map((part) => part.split(';')[0]?.trim()),
  );
  return taken.has('br') ? 'br' : taken.has('gzip') ? 'gzip' : undefined;
}
