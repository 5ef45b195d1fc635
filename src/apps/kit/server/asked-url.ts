/** Where a request wants to go. What is no path of ours, such as another host, is `/-`, which no route has. */
export function askedUrl(text: string): URL {
  const path = text.startsWith('/') && !text.startsWith('//') ? text : '/-';
  return URL.parse(path, 'http://here') ?? new URL('http://here/-');
}
