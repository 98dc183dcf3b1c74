#!/usr/bin/env node
import { buildIfStale } from './build.mjs';

/** Builds what is missing or stale, then runs the command in this process, so that signals reach it. */
try {
  await buildIfStale();
} catch (error) {
  process.stderr.write(`Launchroom could not be built: ${error.message}\n`);
  process.exit(1);
}
await import('../../dist/server/main.js');
