import { report, type Findings } from './findings.ts';
import { INCIDENTS, type Incident } from './incidents-data.ts';
import { readTitles, type Title } from './test-titles.ts';

const TAG = /INC-\d+/g;

/** Each incident that a screen could cause has a test that names it, and no test names one that is not known. */
export function findIncidentFaults(root: string, incidents: readonly Incident[] = INCIDENTS): Findings {
  const known = new Set<string>(incidents.map(({ no }) => no));
  const naming = titlesByIncident(root);
  const strangers = [...naming]
    .filter(([no]) => !known.has(no))
    .flatMap(([no, titles]) => titles.map(({ path, line }) => `${path}:${line}: nobody knows ${no}`));
  const twice = incidents.filter(({ no }, at) => incidents.findIndex((one) => one.no === no) !== at);
  const bare = incidents.filter(({ no, screen }) => screen === 'yes' && !naming.has(no));
  return {
    faults: [
      ...strangers,
      ...twice.map(({ no }) => `${no} stands there twice`),
      ...bare.map(({ no }) => `${no}: a screen could cause it, and no test shows that it cannot happen`),
    ],
    note: `${naming.size} of ${incidents.length} incidents are named by a test`,
  };
}

/** The page of all incidents, with the tests that show that they cannot happen. */
export async function makeIncidentsPage(
  root: string,
  incidents: readonly Incident[] = INCIDENTS,
): Promise<string> {
  const naming = titlesByIncident(root);
  const byScreen = incidents.filter(({ screen }) => screen === 'yes').length;
  const parts = incidents.map((one) => partOf(one, naming.get(one.no) ?? []));
  return `# Incidents that cannot happen here

Made by \`npm run docs\` from \`tools/incidents-data.ts\` and the titles of the tests that carry the number. ${incidents.length} incidents: published ones of other offices and contractors, and some that are known from the work without having been published. A screen of ours could cause ${byScreen} of them; each of these has a test that shows it impossible, or the check \`incidents\` is red. Numbers are names: never given twice, never given anew.

${parts.join('\n')}`;
}

function partOf({ no, origin, what, screen, why, prevents }: Incident, titles: readonly Title[]): string {
  const files = Map.groupBy(titles, ({ path }) => path);
  const shown = [...files].map(
    ([path, some]) => `- \`${path}\`: ${some.map(({ title }) => plain(title)).join('; ')}`,
  );
  return `## ${no}

${what} (${origin})

- **Could a screen cause it?** ${screen === 'yes' ? 'Yes' : 'No'}. ${why}
- **What prevents it:** ${prevents}

${shown.length > 0 ? `Shown by:\n\n${shown.join('\n')}` : 'No test of ours can show it.'}
`;
}

function titlesByIncident(root: string): ReadonlyMap<string, readonly Title[]> {
  const found = new Map<string, Title[]>();
  for (const title of readTitles(root)) {
    for (const no of new Set(title.title.match(TAG))) found.set(no, [...(found.get(no) ?? []), title]);
  }
  return found;
}

/** A title without its brackets. */
function plain(title: string): string {
  return title.replaceAll(/\s*\[[^\]]*\]/g, '').trim();
}

if (process.argv[1] === import.meta.filename) report(findIncidentFaults(process.cwd()));
