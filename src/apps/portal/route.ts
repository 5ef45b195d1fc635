import type { Session } from '../../gate/outside/outside-gate.ts';
import type { Ask, OpenAsk } from './ask.ts';
import type { Reply } from './reply.ts';

/**
 * One route as data. `needs`: what must have been proved. `taking`: something is sent or given away here, so it says
 * "please call" while nothing can be taken.
 */
export type Route = {
  readonly method: 'GET' | 'POST';
  /** `/q/:code`; the log knows this pattern only. */
  readonly path: string;
  readonly taking?: boolean | undefined;
} & (
  | { readonly needs: 'nothing'; readonly handle: (ask: Ask) => Promise<Reply> | Reply }
  | { readonly needs: 'code'; readonly handle: (ask: Ask<Session>) => Promise<Reply> | Reply }
  | { readonly needs: 'open'; readonly handle: (ask: OpenAsk) => Promise<Reply> | Reply }
);
