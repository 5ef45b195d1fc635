import { createServer } from 'node:http';
import { listen, type Listening } from './both/listen.ts';

const PAGE = `<!doctype html>
<html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>見守り</title></head>
<body><h1>見守り</h1><p>事務の画面はこれから作ります。それまでは <code>npm run -s mimamori -- --help</code> をお使いください。</p></body></html>
`;

/**
 * Where the screens of the office will be; until then one page. On this machine alone, and only for who asks for this
 * machine: a name of elsewhere that leads here gets nothing.
 */
export function openDesk(port: number): Promise<Listening> {
  const server = createServer((request, response) => {
    const known = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(request.headers.host ?? '') && request.url === '/';
    const asked = request.method === 'GET' || request.method === 'HEAD';
    response.writeHead(known && asked ? 200 : 404, {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    });
    response.end(known && asked && request.method === 'GET' ? PAGE : '');
  });
  return listen(server, '127.0.0.1', port);
}
