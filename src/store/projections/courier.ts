import { projection } from '../projection.ts';

/** One row, once an outside was met: which, and from which numbers on. */
export const courierProjection = projection({
  name: 'courier',
  of: 'courier',
  columns: { courier: 'text', chapter: 'int', born: 'text', outward: 'int', inward: 'int', listed: 'int' },
  rows: ({ chapter }, id) => (chapter ? [{ courier: id, ...chapter }] : []),
});

/** One row a recipient key, so that one is never forgotten on the day on which it must be gone. */
export const recipientKeyProjection = projection({
  name: 'recipient_key',
  of: 'courier',
  columns: { key: 'text', from_at: 'text', until_at: 'text', destroyed: 'text' },
  rows: ({ keys }) =>
    keys.map(({ key, from, until, destroyed }) => ({
      key,
      from_at: from,
      until_at: until,
      destroyed: destroyed ?? null,
    })),
});

/** One row a bundle of either direction. */
export const bundleProjection = projection({
  name: 'bundle',
  of: 'bundle',
  columns: {
    bundle: 'text',
    way: 'text',
    chapter: 'int',
    n: 'int',
    digest: 'text',
    snapshot: 'text',
    taken: 'int',
    secured: 'int',
    up_to: 'int',
    day: 'text',
    at: 'text',
  },
  indexes: [['chapter', 'way', 'n']],
  rows: (bundle, id) => {
    if (bundle.way === 'none') return [];
    const { way, chapter, n, digest } = bundle;
    const empty = { snapshot: null, taken: null, secured: null, up_to: null, day: null, at: null };
    if (way === 'in') return [{ bundle: id, way, chapter, n, digest, ...empty }];
    const { snapshot, taken, secured, upTo, day, at } = bundle;
    const seen = { snapshot: snapshot ?? null, up_to: upTo ?? null, day: day ?? null };
    return [{ bundle: id, way, chapter, n, digest, ...seen, taken, secured, at }];
  },
});
