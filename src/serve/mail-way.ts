import { join } from 'node:path';
import { OUTSIDE_CONFIG, readOutsideConfig } from '../exchange/outside/outside-config.ts';
import type { Place } from '../place/place.ts';

/**
 * How mail leaves a place: by the mail server that the outside is told of; as files where a try-out has none; not at all
 * where a real place has none, so that it waits inside.
 */
export type MailWay =
  | { readonly way: 'relay' }
  | { readonly way: 'folder'; readonly dir: string }
  | { readonly way: 'waits' };

export async function mailWay({ folders, card }: Pick<Place, 'folders' | 'card'>): Promise<MailWay> {
  const config = await readOutsideConfig(join(folders.outside, OUTSIDE_CONFIG));
  if (config?.mail) return { way: 'relay' };
  return card.tryout ? { way: 'folder', dir: join(folders.inside, 'mail') } : { way: 'waits' };
}
