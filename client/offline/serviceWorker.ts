/**
 * Keeps the program itself, so that an installed Launchroom opens where no server answers. It never keeps what the server
 * says of people: doors and sockets pass by it, and what a screen showed last is kept by `live/lastShown.ts`.
 */
type Waiting = { waitUntil(work: Promise<unknown>): void };
type Fetching = { request: Request; respondWith(answer: Promise<Response>): void };
/** The part of a service worker's world that is used here: the library of types for it excludes that of pages. */
type Scope = {
  skipWaiting(): Promise<void>;
  clients: { claim(): Promise<void> };
  location: { origin: string };
  addEventListener(name: 'install' | 'activate', heard: (event: Waiting) => void): void;
  addEventListener(name: 'fetch', heard: (event: Fetching) => void): void;
};
/** Written by the build: every file of the program, and a name that changes with any of them. */
declare const shell: { version: string; files: string[] };

const scope = self as unknown as Scope;
const family = 'launchroom-shell-';
const ours = `${family}${shell.version}`;
/** A server that is stopped but not gone takes requests and never answers. */
const patienceMs = 3_000;
/** What a proxy says in place of a server that is away. */
const isAway = (status: number) => status >= 502 && status <= 504;

async function forgetOlder(): Promise<void> {
  const names = await caches.keys();
  await Promise.all(
    names.filter((name) => name.startsWith(family) && name !== ours).map((name) => caches.delete(name)),
  );
}

/** The page is asked for first, so that a new version is never kept waiting by an old one. */
async function page(request: Request): Promise<Response> {
  const kept = () => caches.match('/', { cacheName: ours });
  const asked = fetch(request);
  const late = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), patienceMs));
  try {
    const answer = await Promise.race([asked, late]);
    if (answer && !isAway(answer.status)) return answer;
    return (await kept()) ?? (await asked);
  } catch (error) {
    const found = await kept();
    if (found) return found;
    throw error;
  }
}

/** Names of these hold a hash of their content: what is kept is never old. */
async function file(request: Request): Promise<Response> {
  const kept = await caches.match(request, { cacheName: ours });
  return kept ?? fetch(request);
}

scope.addEventListener('install', (event) => {
  const fill = caches.open(ours).then((cache) => cache.addAll(['/', ...shell.files]));
  event.waitUntil(fill.then(() => scope.skipWaiting()));
});
scope.addEventListener('activate', (event) => {
  event.waitUntil(forgetOlder().then(() => scope.clients.claim()));
});
scope.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== scope.location.origin) return;
  // A wall hangs for weeks and loads itself anew: nothing may stand between it and the newest version.
  const isWall = /^\/wall(?!\/remote\/?$)(\/|$)/.test(pathname);
  if (request.mode === 'navigate' && !isWall && !/^\/(api|metrics)(\/|$)/.test(pathname))
    event.respondWith(page(request));
  else if (shell.files.includes(pathname)) event.respondWith(file(request));
});
