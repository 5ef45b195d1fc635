/** Pages of the door lead on and are no place to come back to; acts show what will happen and are opened by a person. */
const NOT_BACK = /^\/(sign-in|sign-out|lock|awake|do|api|assets)(\/|\?|$)/;

/**
 * Where somebody wanted to go before she was asked who she is: a path of ours, with ids and codes behind it. Whatever else
 * was put there leads to the first page.
 */
export function returnPath(to: string | null): string {
  if (to === null || to.length > 512 || !/^\/(?![/\\])[\x21-\x7e]*$/.test(to) || to.includes('\\'))
    return '/';
  const url = URL.parse(to, 'http://desk.invalid');
  if (!url || url.origin !== 'http://desk.invalid' || url.hash !== '') return '/';
  // As the browser will read it, with every `..` done.
  const path = url.pathname + url.search;
  return path.startsWith('//') || NOT_BACK.test(path) ? '/' : path;
}

/** An address with the way back behind it. */
export function withReturn(path: string, to: string): string {
  return to === '/' ? path : `${path}?to=${encodeURIComponent(to)}`;
}
