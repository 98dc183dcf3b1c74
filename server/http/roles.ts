/** Who somebody is: a token's right, or nobody yet. */
export const roles = ['none', 'view', 'ingest', 'all'] as const;
export type Role = (typeof roles)[number];

/** What a door asks for. `open`: nothing. `signed-in`: any token. */
export type Right = 'open' | 'signed-in' | 'look' | 'post' | 'change';

const holders: Record<Right, readonly Role[]> = {
  open: ['none', 'view', 'ingest', 'all'],
  'signed-in': ['view', 'ingest', 'all'],
  look: ['view', 'all'],
  post: ['ingest', 'all'],
  change: ['all'],
};

export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
export type RoleRow = { method: Method; path: string; right: Right };

/** Every door with what it asks for. A route without a row is refused, and fails a test. HEAD goes with GET. */
export const roleRows: readonly RoleRow[] = [
  { method: 'POST', path: '/api/ingest', right: 'post' },
  { method: 'POST', path: '/api/signals', right: 'post' },
  { method: 'GET', path: '/api/signals', right: 'look' },
  { method: 'DELETE', path: '/api/signals/:name', right: 'change' },
  { method: 'GET', path: '/api/health', right: 'signed-in' },
  { method: 'GET', path: '/metrics', right: 'look' },
  { method: 'GET', path: '/api/session', right: 'open' },
  { method: 'POST', path: '/api/session', right: 'open' },
  { method: 'DELETE', path: '/api/session', right: 'open' },
  { method: 'GET', path: '/api/workspace', right: 'look' },
  { method: 'PUT', path: '/api/workspace', right: 'change' },
  { method: 'POST', path: '/api/workspace/preview', right: 'change' },
  { method: 'GET', path: '/api/workspace/versions', right: 'look' },
  { method: 'GET', path: '/api/significance', right: 'look' },
  { method: 'POST', path: '/api/workspace/retrain', right: 'change' },
  { method: 'GET', path: '/api/corrections', right: 'look' },
  { method: 'POST', path: '/api/corrections', right: 'change' },
  { method: 'DELETE', path: '/api/corrections/:id', right: 'change' },
  { method: 'POST', path: '/api/query/check', right: 'look' },
  { method: 'GET', path: '/api/funnel', right: 'look' },
  { method: 'GET', path: '/api/series', right: 'look' },
  { method: 'GET', path: '/api/mentions', right: 'look' },
  { method: 'GET', path: '/api/mentions/:id', right: 'look' },
  { method: 'PATCH', path: '/api/mentions/:id', right: 'change' },
  { method: 'POST', path: '/api/recompute', right: 'change' },
  { method: 'DELETE', path: '/api/recompute', right: 'change' },
  { method: 'GET', path: '/api/copies', right: 'look' },
  { method: 'GET', path: '/api/terms', right: 'look' },
  { method: 'GET', path: '/api/questions', right: 'look' },
  { method: 'GET', path: '/api/scoreboard', right: 'look' },
  { method: 'GET', path: '/api/scoreboard/today', right: 'change' },
  { method: 'PUT', path: '/api/scoreboard/labels/:id', right: 'change' },
  { method: 'GET', path: '/api/launches', right: 'look' },
  { method: 'POST', path: '/api/launches', right: 'change' },
  { method: 'GET', path: '/api/launches/:id/compare', right: 'look' },
  { method: 'GET', path: '/api/launches/:id/retrospective', right: 'look' },
  { method: 'PATCH', path: '/api/launches/:id/retrospective', right: 'change' },
  { method: 'GET', path: '/api/launches/:id/export', right: 'look' },
  { method: 'GET', path: '/api/launches/:id/outlook', right: 'look' },
  { method: 'GET', path: '/api/launches/:id', right: 'look' },
  { method: 'PUT', path: '/api/launches/:id', right: 'change' },
  { method: 'DELETE', path: '/api/launches/:id', right: 'change' },
  { method: 'GET', path: '/api/alerts', right: 'look' },
  { method: 'GET', path: '/api/alert-rules/precision', right: 'look' },
  { method: 'POST', path: '/api/alert-rules/backtest', right: 'look' },
  { method: 'GET', path: '/api/alerts/:id', right: 'look' },
  { method: 'PATCH', path: '/api/alerts/:id', right: 'change' },
  { method: 'GET', path: '/api/launches/:id/decisions', right: 'look' },
  { method: 'POST', path: '/api/launches/:id/decisions', right: 'change' },
  { method: 'GET', path: '/api/launches/:id/signals', right: 'look' },
  { method: 'GET', path: '/api/launches/:id/speak', right: 'look' },
  { method: 'GET', path: '/api/replays', right: 'look' },
  { method: 'POST', path: '/api/replays', right: 'change' },
  { method: 'GET', path: '/api/replays/:id', right: 'look' },
  { method: 'PATCH', path: '/api/replays/:id', right: 'change' },
  { method: 'DELETE', path: '/api/replays/:id', right: 'change' },
  { method: 'POST', path: '/api/own-replays', right: 'look' },
  { method: 'PATCH', path: '/api/own-replays/:key', right: 'look' },
  { method: 'DELETE', path: '/api/own-replays/:key', right: 'look' },
  { method: 'GET', path: '/api/forecast', right: 'look' },
  { method: 'GET', path: '/api/open-points', right: 'look' },
  { method: 'GET', path: '/api/imports', right: 'change' },
  { method: 'POST', path: '/api/imports', right: 'change' },
  { method: 'GET', path: '/api/imports/:id', right: 'change' },
  { method: 'DELETE', path: '/api/imports/:id', right: 'change' },
  { method: 'PUT', path: '/api/imports/:id/map', right: 'change' },
  { method: 'POST', path: '/api/imports/:id/start', right: 'change' },
  { method: 'POST', path: '/api/imports/:id/stop', right: 'change' },
  { method: 'GET', path: '/api/imports/:id/errors', right: 'change' },
  { method: 'POST', path: '/api/demo', right: 'change' },
  { method: 'POST', path: '/api/demo/rehearsal', right: 'change' },
  { method: 'GET', path: '/api/demo/rehearsal', right: 'look' },
  { method: 'GET', path: '/api/wall', right: 'look' },
  { method: 'GET', path: '/api/wall/walls', right: 'look' },
  { method: 'PUT', path: '/api/wall', right: 'change' },
  { method: 'GET', path: '/api/sources', right: 'look' },
  { method: 'POST', path: '/api/sources/bluesky', right: 'change' },
  { method: 'GET', path: '/api/receivers', right: 'change' },
  { method: 'POST', path: '/api/receivers', right: 'change' },
  { method: 'PUT', path: '/api/receivers/:id', right: 'change' },
  { method: 'DELETE', path: '/api/receivers/:id', right: 'change' },
  { method: 'POST', path: '/api/receivers/:id/test', right: 'change' },
  { method: 'GET', path: '/api/deliveries', right: 'look' },
];

/** What a socket needs to be let in: it only ever looks. */
export const socketRight: Right = 'look';

export function may(role: Role, right: Right): boolean {
  return holders[right].includes(role);
}

/** One path segment a colon name, as Express reads it. */
function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replaceAll('.', '\\.').replace(/:[a-z]+/g, '[^/]+')}/?$`, 'i');
}

const compiled = roleRows.map((row) => ({ ...row, pattern: patternOf(row.path) }));

/** The methods a path knows and the right of one of them; no methods: not a door. */
export function doorOf(method: string, path: string): { methods: Method[]; right: Right | undefined } {
  const asked = method === 'HEAD' ? 'GET' : method;
  const rows = compiled.filter((row) => row.pattern.test(path));
  return { methods: rows.map((row) => row.method), right: rows.find((row) => row.method === asked)?.right };
}
