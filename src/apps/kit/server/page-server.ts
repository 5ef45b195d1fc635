import { createServer, type RequestListener, type Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';

/** A page is small and so is what is sent: whoever takes long, or sends much, is no woman with a telephone. */
export const PAGE_LIMITS = {
  requestTimeout: 30_000,
  headersTimeout: 10_000,
  keepAliveTimeout: 5_000,
  /** How often the times above are looked at. */
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 8192,
} as const;

/** Lines that are open at once; one more is closed before a byte is read. */
export const MOST_LINES = 5_000;

/** Suites of TLS 1.2 whose recorded traffic stays closed when the key of the certificate is lost; those of 1.3 all do so. */
const SUITES = [
  'TLS_AES_128_GCM_SHA256',
  'TLS_AES_256_GCM_SHA384',
  'TLS_CHACHA20_POLY1305_SHA256',
  'ECDHE-ECDSA-AES128-GCM-SHA256',
  'ECDHE-RSA-AES128-GCM-SHA256',
  'ECDHE-ECDSA-AES256-GCM-SHA384',
  'ECDHE-RSA-AES256-GCM-SHA384',
  'ECDHE-ECDSA-CHACHA20-POLY1305',
  'ECDHE-RSA-CHACHA20-POLY1305',
].join(':');

/** The server of the pages: with a certificate it ends TLS itself, 1.2 at least; without one a proxy of ours does. */
export function pageServer(
  pages: RequestListener,
  tls?: { readonly cert: string | Buffer; readonly key: string | Buffer },
  limits: Partial<Record<keyof typeof PAGE_LIMITS, number>> = {},
): Server {
  const kept = { ...PAGE_LIMITS, ...limits };
  const server = tls
    ? createTlsServer({ ...kept, ...tls, minVersion: 'TLSv1.2', ciphers: SUITES }, pages)
    : createServer(kept, pages);
  server.maxConnections = MOST_LINES;
  return server;
}
