import type { Page } from 'playwright-core';

/** What a page costs her: one line a request, and bytes as they came over the wire, head and body, compressed. */
export type Wire = {
  readonly bytes: () => number;
  readonly requests: () => readonly { readonly url: string; readonly bytes: number }[];
  /** Counts from zero again. */
  readonly clear: () => void;
};

/** Begins to count what a page loads. Start it before the first address. */
export async function listenToWire(page: Page): Promise<Wire> {
  const session = await page.context().newCDPSession(page);
  const addresses = new Map<string, string>();
  let requests: { url: string; bytes: number }[] = [];
  session.on('Network.requestWillBeSent', ({ requestId, request }) => addresses.set(requestId, request.url));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) =>
    requests.push({ url: addresses.get(requestId) ?? requestId, bytes: encodedDataLength }),
  );
  await session.send('Network.enable');
  return {
    bytes: () => requests.reduce((sum, one) => sum + one.bytes, 0),
    requests: () => requests,
    clear: () => {
      requests = [];
    },
  };
}
