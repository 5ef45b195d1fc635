import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { after } from 'node:test';
import { gzipSync } from 'node:zlib';
import { renderToStaticMarkup } from 'react-dom/server';
import { ELSEWHERE, GALLERY } from './kit-gallery.tsx';

export type ServedGallery = {
  readonly address: string;
  /** What was posted, newest last: the path and the body. */
  readonly posted: readonly string[];
};

/** Serves the gallery on loopback under the same policy as the portal. A post to `/slow` is never answered. */
export async function serveGallery(): Promise<ServedGallery> {
  const posted: string[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://gallery').pathname;
    if (request.method === 'POST') {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        posted.push(`${path} ${body}`);
        const headers = { 'content-security-policy': POLICY };
        if (path === '/leave') response.writeHead(200, { ...headers, refresh: `0; url=${ELSEWHERE}` }).end();
        else if (path !== '/slow') response.writeHead(303, { ...headers, location: '/date' }).end();
      });
      return;
    }
    const [type, text] = answerTo(path);
    response.writeHead(text === undefined ? 404 : 200, {
      'content-type': `${type}; charset=utf-8`,
      'content-security-policy': POLICY,
      'content-encoding': 'gzip',
    });
    response.end(gzipSync(text ?? 'Nothing here.'));
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  after(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The gallery has no port');
  return { address: `http://127.0.0.1:${address.port}`, posted };
}

function answerTo(path: string): readonly [type: string, text: string | undefined] {
  const page = GALLERY[path];
  if (page) return ['text/html', `<!doctype html>${renderToStaticMarkup(page())}`];
  const asset = ASSETS[path];
  if (asset) return [asset.type, readFileSync(new URL(asset.file, import.meta.url), 'utf8')];
  return ['text/plain', undefined];
}

const ASSETS: Readonly<Record<string, { readonly type: string; readonly file: string }>> = {
  '/still.css': { type: 'text/css', file: '../../src/apps/kit/still/still.css' },
  '/portal.js': { type: 'text/javascript', file: '../../src/apps/portal/assets/portal.js' },
};

const POLICY =
  "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'";
