import { ROUTES } from '../../src/apps/desk/routes.ts';
import { deskRouter } from '../../src/apps/desk/ways.ts';
import { attributeIn, type DeskVisitor } from './desk-visitor.ts';

/** A page of the desk that somebody came to by following links. */
export type WalkedPage = {
  /** Address as the routes write it, with the names that stand behind the question mark. */
  readonly pattern: string;
  readonly path: string;
  readonly status: number;
  readonly text: string;
  /** The page that offered the link. */
  readonly from: string;
};

/** Each pattern of a role at most this often. */
const MOST = 2;
const find = deskRouter(ROUTES);

/** Every page that follows from the first one by links alone, as far as its pattern was not seen often enough yet. */
export async function walkDesk(visitor: DeskVisitor): Promise<readonly WalkedPage[]> {
  const asked = new Set<string>();
  const count = new Map<string, number>();
  const pages: WalkedPage[] = [];
  const waiting = [{ path: '/', from: '' }];
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const { path, from } = next;
    const pattern = patternOf(path);
    if (asked.has(path) || (count.get(pattern) ?? 0) >= MOST) continue;
    asked.add(path);
    count.set(pattern, (count.get(pattern) ?? 0) + 1);
    const { status, text } = await visitor.get(path);
    pages.push({ pattern, path, status, text, from });
    for (const to of linksIn(text)) waiting.push({ path: to, from: pattern });
  }
  return pages;
}

/** The links of a page that lead to other pages of the desk. */
function linksIn(text: string): readonly string[] {
  return (text.match(/<a [^>]*>/g) ?? [])
    .map((tag) => attributeIn(tag, 'href').split('#')[0] ?? '')
    .filter((href) => href.startsWith('/') && !href.startsWith('/assets/'));
}

/** Of an address that no route answers: itself. */
function patternOf(path: string): string {
  const [name = '', search = ''] = path.split('?');
  const found = find('GET', name);
  const names = [...new URLSearchParams(search).keys()].filter((one) => one !== 'did').toSorted();
  return `${'route' in found ? found.route.path : name}${names.length > 0 ? `?${names.join('&')}` : ''}`;
}
