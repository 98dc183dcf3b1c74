import { appendFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Bench } from './bench.ts';

const here = fileURLToPath(new URL('.', import.meta.url));
const notBenches = new Set(['run.ts', 'bench.ts']);
/** An hour long: not among those that run together. */
const onlyByName = new Set(['memory']);

/** `npm run bench [-- NAME ...]`: each bench prints its table and leaves one line in results.ndjson. */
async function runBenches(argv: readonly string[]): Promise<number> {
  const known = readdirSync(here)
    .filter((file) => file.endsWith('.ts') && !notBenches.has(file))
    .map((file) => file.slice(0, -3));
  // What follows a name's flags is the bench's own: `accuracy --data DIR`.
  const names = argv.filter((word, index) => !word.startsWith('-') && !argv[index - 1]?.startsWith('--'));
  const unknown = names.filter((name) => !known.includes(name));
  if (unknown.length > 0) {
    console.info(`no bench ${unknown.join(', ')}; there are ${known.join(', ')}`);
    return 2;
  }
  const missed: string[] = [];
  for (const name of names.length > 0 ? names : known.filter((one) => !onlyByName.has(one))) {
    const startedAt = performance.now();
    const { bench } = (await import(pathToFileURL(join(here, `${name}.ts`)).href)) as { bench: () => Promise<Bench> };
    const result = await bench();
    const tookS = Math.round((performance.now() - startedAt) / 100) / 10;
    appendFileSync(
      join(here, 'results.ndjson'),
      `${JSON.stringify({ at: Date.now(), node: process.version, ...result })}\n`,
    );
    for (const [what, gate] of Object.entries(result.gates)) {
      const figure = result.ratios[what] ?? result.figures[what];
      const isMet = figure !== undefined && (gate.least === undefined ? figure <= gate.most : figure >= gate.least);
      const bound = gate.least === undefined ? `at most ${gate.most}` : `at least ${gate.least}`;
      console.info(`${isMet ? 'ok    ' : 'MISSED'} ${name}: ${what} = ${figure ?? 'not measured'} (${bound})`);
      if (!isMet) missed.push(`${name}: ${what}`);
    }
    console.info(`${name} took ${tookS} s\n`);
  }
  if (missed.length > 0) console.info(`under the gate: ${missed.join('; ')}`);
  return missed.length > 0 ? 1 : 0;
}

process.exitCode = await runBenches(process.argv.slice(2));
