type Environment = Readonly<Record<string, string | undefined>>;

/** What every process needs of its surroundings, and nothing else. */
const COMMON = ['PATH', 'HOME', 'TZ', 'LANG', 'LC_ALL', 'TMPDIR'];

const OUTSIDE = 'MIMAMORI_OUTSIDE_';

/**
 * The environment of the process of one zone. The outside gets a few common names and what begins with
 * `MIMAMORI_OUTSIDE_`; whatever else stands in ours is the inside's.
 */
export function zoneEnvironment(zone: 'inside' | 'outside', all: Environment): Environment {
  const given = Object.entries(all).filter(([name]) =>
    zone === 'inside' ? !name.startsWith(OUTSIDE) : COMMON.includes(name) || name.startsWith(OUTSIDE),
  );
  return { ...Object.fromEntries(given), NODE_ENV: 'production' };
}
