#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { isStale } from './build.mjs';

/**
 * Builds what is missing or stale, in a process of its own: a server that runs for weeks would keep what building took of
 * memory. Then it runs the command in this one, so that signals reach it.
 */
function build() {
  return new Promise((resolve, reject) => {
    // On stderr: stdout belongs to the command that runs after the build.
    const builder = spawn(process.execPath, [fileURLToPath(new URL('build.mjs', import.meta.url))], {
      stdio: ['ignore', process.stderr, process.stderr],
    });
    const stop = (signal) => {
      builder.kill(signal);
      process.exit(1);
    };
    for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, stop);
    builder.once('error', reject);
    builder.once('exit', (code) => {
      for (const signal of ['SIGTERM', 'SIGINT']) process.off(signal, stop);
      if (code === 0) resolve();
      else reject(new Error('see above'));
    });
  });
}

try {
  if (isStale('server') || isStale('client')) await build();
} catch (error) {
  process.stderr.write(`Launchroom could not be built: ${error.message}\n`);
  process.exit(1);
}
await import('../../dist/server/main.js');
