import { createRequire } from 'node:module';
import type Binding from 'better-sqlite3';

/**
 * Built on Node 24, the version that Node 20 needs ends the process when a statement is collected; the next one does not run on
 * 20 (docs/decisions/044-a-binding-for-each-node.md).
 */
const name = Number.parseInt(process.versions.node, 10) < 24 ? 'better-sqlite3' : 'better-sqlite3-13';

export const Sqlite = createRequire(import.meta.url)(name) as typeof Binding;
