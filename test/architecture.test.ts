import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));

function* filesUnder(dir: string): Generator<string> {
  for (const name of readdirSync(dir)) {
    const path = join(dir, name);
    if (statSync(path).isDirectory()) yield* filesUnder(path);
    else if (/\.(ts|tsx|mjs)$/.test(name)) yield path;
  }
}

/** Every import of a file, as paths from the root, packages by their name. */
const importsOf = (file: string): string[] => importsIn(readFileSync(file, 'utf8'), file);

function importsIn(text: string, file: string): string[] {
  const found = text.matchAll(/(?:^(?:import|export)\b[^'";]*?\bfrom\s*|^import\s*|\bimport\()(['"])([^'"\n]+)\1/gm);
  return [...found].map(([, , name = '']) =>
    name.startsWith('.') ? relative(root, resolve(dirname(file), name)) : name,
  );
}

const files = ['client', 'server', 'shared'].flatMap((dir) => [...filesUnder(join(root, dir))]);
const imports = files.flatMap((file) => importsOf(file).map((to) => ({ from: relative(root, file), to })));

/** Who breaks a rule, as readable lines. */
function breaking(rule: (one: { from: string; to: string }) => boolean): string[] {
  return imports.filter(rule).map(({ from, to }) => `${from} imports ${to}`);
}
/** Types are gone when it runs: what brings code are the others. */
const typeImports = /^(?:import|export)\s+type\b.*$/gm;
const isOurs = (path: string) => /^(client|server|shared|test|bench)\//.test(path);
const isPackage = (path: string, name: string) => path === name || path.startsWith(`${name}/`);

describe('imports', () => {
  it('are found at all', () => {
    expect(imports.length).toBeGreaterThan(100);
    expect(imports).toContainEqual({ from: 'server/dataset.ts', to: 'server/engine/engine.ts' });
  });

  it('go from client and server to shared, and nowhere else', () => {
    expect(breaking(({ from, to }) => from.startsWith('client/') && to.startsWith('server/'))).toEqual([]);
    expect(breaking(({ from, to }) => from.startsWith('server/') && to.startsWith('client/'))).toEqual([]);
    expect(breaking(({ from, to }) => !/^(test|bench)\//.test(from) && /^(test|bench)\//.test(to))).toEqual([]);
  });

  it('leave shared/ knowing nothing but itself and zod', () => {
    expect(breaking(({ from, to }) => from.startsWith('shared/') && !to.startsWith('shared/') && to !== 'zod')).toEqual(
      [],
    );
  });

  it('leave the pipeline knowing nothing but itself, shared/ and what it reads words with', () => {
    const reading = ['eld', 'sentiment', 'node:module', 'node:fs'];
    expect(
      breaking(
        ({ from, to }) =>
          from.startsWith('server/pipeline/') &&
          (isOurs(to)
            ? !to.startsWith('server/pipeline/') && !to.startsWith('shared/')
            : !reading.some((name) => isPackage(to, name))),
      ),
    ).toEqual([]);
  });

  it('keep socket.io-client in one file', () => {
    expect(
      breaking(({ from, to }) => isPackage(to, 'socket.io-client') && from !== 'client/live/connection.ts'),
    ).toEqual([]);
  });

  it('load no schemas into the browser: only types of what checks them', () => {
    const reached = new Map<string, string>();
    const open = [...filesUnder(join(root, 'client'))].map((file) => ({ file, by: '' }));
    for (let next = open.pop(); next; next = open.pop()) {
      const name = relative(root, next.file);
      if (reached.has(name)) continue;
      reached.set(name, next.by);
      const text = readFileSync(next.file, 'utf8').replace(typeImports, '');
      for (const to of importsIn(text, next.file)) {
        if (to === 'zod') reached.set('zod', name);
        else if (/^(client|shared)\/.*\.tsx?$/.test(to)) open.push({ file: join(root, to), by: name });
      }
    }
    expect(reached.size).toBeGreaterThan(300);
    expect(reached.get('zod')).toBeUndefined();
  });

  it('keep the database inside the store', () => {
    expect(breaking(({ from, to }) => to === 'better-sqlite3' && !from.startsWith('server/store/'))).toEqual([]);
  });

  it('load the database through the file that knows which binding this Node can run', () => {
    const all = [...files, ...['test', 'bench', 'gallery'].flatMap((dir) => [...filesUnder(join(root, dir))])];
    const loads = (file: string) =>
      importsIn(readFileSync(file, 'utf8').replace(typeImports, ''), file).some((to) =>
        to.startsWith('better-sqlite3'),
      );
    expect(all.filter(loads).map((file) => relative(root, file))).toEqual([]);
    expect(imports).toContainEqual({ from: 'server/store/connection.ts', to: 'server/store/sqliteBinding.ts' });
  });

  it('keep the views apart from each other', () => {
    const viewOf = (path: string) => /^client\/views\/([^/]+)\//.exec(path)?.[1];
    expect(
      breaking(({ from, to }) => {
        const a = viewOf(from);
        const b = viewOf(to);
        return a !== undefined && b !== undefined && a !== b;
      }),
    ).toEqual([]);
  });

  it('keep charts and selections free of what fetches or connects', () => {
    const reaches = /^client\/(live\/connection|history|views)/;
    expect(breaking(({ from, to }) => /^client\/(charts|select)\//.test(from) && reaches.test(to))).toEqual([]);
  });

  it('lead nobody but the composition root to the real store, its workers and the demo', () => {
    const real = ['server/store/sqlite.ts', 'server/store/sqliteHistory.ts'];
    const allowed = /^server\/(store\/|alerts\/backtestWorker\.ts$|engine\/(engine|replay|preview)Worker\.ts$)/;
    expect(breaking(({ from, to }) => real.includes(to) && !allowed.test(from))).toEqual([]);
  });

  it('name existing files with their endings', () => {
    expect(breaking(({ to }) => isOurs(to) && !/\.(ts|tsx|mjs|css|json|svg)(\?\w+)?$/.test(to))).toEqual([]);
  });
});

describe('files', () => {
  it('are named after what they give', () => {
    const vague = /(^|\/)(utils?|helpers?|common|managers?|misc)(\/|\.)/i;
    expect(files.map((file) => relative(root, file)).filter((file) => vague.test(file))).toEqual([]);
  });

  it('are no barrels', () => {
    const barrels = files.filter((file) => {
      if (/\/index\.tsx?$/.test(file)) return true;
      return /^export\s+\*\s+from/m.test(readFileSync(file, 'utf8'));
    });
    expect(barrels.map((file) => relative(root, file))).toEqual([]);
  });
});

describe('test files that share a process', () => {
  it('stand in for nothing that a whole process has once, and start no program', () => {
    const folders = ['shared', 'client/select', 'server'].map((folder) => join(root, 'test', folder));
    const sharing = folders
      .flatMap((folder) => [...filesUnder(folder)])
      .filter((file) => /\.test\.tsx?$/.test(file) && !file.startsWith(join(root, 'test/server/cli/')));
    expect(sharing.length).toBeGreaterThan(100);
    const owns = /vi\.(mock|stubGlobal|stubEnv|setConfig)\(|@vitest-environment|support\/startServer/;
    expect(sharing.filter((file) => owns.test(readFileSync(file, 'utf8')))).toEqual([]);
  });
});
