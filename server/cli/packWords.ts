import { writeFileSync } from 'node:fs';
import { buildWordTables } from '../pipeline/words/buildWordTables.ts';
import { packWordTables } from '../pipeline/words/packedWordTables.ts';

/** A step of the build: `packWords.js FILE` writes every listed word as the threads read it. */
writeFileSync(process.argv[2]!, packWordTables(buildWordTables()));
