import type { Server } from 'node:http';

/** A server that listens. `close` takes nobody else and lets what was asked be answered; `late` ends who is still there. */
export type Listening = {
  readonly port: number;
  readonly close: (late: Promise<unknown>) => Promise<void>;
};

/** Begins to listen; a port that is taken throws. */
export function listen(
  server: Pick<
    Server,
    'listen' | 'once' | 'off' | 'address' | 'close' | 'closeIdleConnections' | 'closeAllConnections'
  >,
  host: string,
  port: number,
): Promise<Listening> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, () => {
      server.off('error', reject);
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address ? address.port : 0,
        close: async (late) => {
          const closed = new Promise<void>((done) => {
            server.close(() => done());
          });
          server.closeIdleConnections();
          await Promise.race([closed, late]);
          server.closeAllConnections();
          await closed;
        },
      });
    });
  });
}
