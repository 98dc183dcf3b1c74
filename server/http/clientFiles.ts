import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative, sep } from 'node:path';
import type { Express, Request, RequestHandler, Response } from 'express';
import { sendProblem } from './problem.ts';

/** Screens of the client: each of these, and every path below it, answers with the page. `/` alone is exact. */
export const screens = ['/', '/wall', '/explore', '/alerts', '/launches', '/scoreboard', '/settings'] as const;

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
};

export function isScreen(path: string): boolean {
  return screens.some((screen) => path === screen || (screen !== '/' && path.startsWith(`${screen}/`)));
}

/** The icon that the page names, with the hash that the build puts into its name. */
const iconName = /^\/assets\/icon-[\w-]+\.svg$/;

/** Paths of programs: what is missing there is said as JSON, whoever asks. */
const isDoor = (path: string) => /^\/(api|metrics|socket\.io)(\/|$)/.test(path);

/** A person at a browser, who can read a page: it names HTML, while a program takes anything. */
function wantsPage(request: Request): boolean {
  return !isDoor(request.path) && request.accepts(['application/problem+json', 'text/html']) === 'text/html';
}

type ClientFile = { bytes: Buffer; gzipped?: Buffer; type: string; lasting: boolean };

/**
 * Every file is known beforehand, so no request can name another; and all are read at start (some 2 MB), so that a build
 * made beside a running server cannot mix its files with ours. Source maps and Vite's own folder stay inside.
 */
function readFiles(dir: string): Map<string, ClientFile> {
  const bytes = new Map<string, Buffer>();
  for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    bytes.set(`/${relative(dir, path).split(sep).join('/')}`, readFileSync(path));
  }
  const files = new Map<string, ClientFile>();
  for (const [name, content] of bytes) {
    const type = types[extname(name)];
    if (!type || name.startsWith('/.')) continue;
    const gzipped = bytes.get(`${name}.gz`);
    const file: ClientFile = {
      bytes: content,
      type,
      lasting: name.startsWith('/assets/'),
      ...(gzipped ? { gzipped } : {}),
    };
    files.set(name, file);
    // Browsers ask for this name by themselves wherever no page has named the icon: beside an error, in a bookmark.
    if (iconName.test(name)) files.set('/favicon.ico', { ...file, lasting: false });
  }
  return files;
}

function send(request: Request, response: Response, file: ClientFile, build: string): void {
  response.set({
    'Content-Type': file.type,
    Vary: 'Accept-Encoding',
    // Names of assets hold a hash of their content; the page names the newest of them and is asked for every time.
    'Cache-Control': file.lasting ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  const gzipped = file.gzipped && request.acceptsEncodings('gzip') ? file.gzipped : undefined;
  response.set('ETag', `"${build}${gzipped ? '-gz' : ''}"`);
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  if (gzipped) response.set('Content-Encoding', 'gzip');
  const body = gzipped ?? file.bytes;
  response.set('Content-Length', String(body.length));
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The built client. */
export function clientFiles(dir: string, build: string): RequestHandler {
  const files = readFiles(dir);
  return (request, response, next) => {
    const isRead = request.method === 'GET' || request.method === 'HEAD';
    const file = files.get(isScreen(request.path) ? '/index.html' : request.path);
    if (!file) {
      const page = isRead && wantsPage(request) ? files.get('/index.html') : undefined;
      // The app says on its own screen that there is no such page, with the way back.
      if (page) send(request, response.status(404), page, build);
      else next();
      return;
    }
    if (isRead) send(request, response, file, build);
    else sendProblem(response, 405, { detail: 'pages are only read', headers: { Allow: 'GET, HEAD' } });
  };
}

export function serveClient(
  app: Express,
  client: { dir: string } | { middleware: RequestHandler },
  build: string,
): void {
  app.use('dir' in client ? clientFiles(client.dir, build) : client.middleware);
}
