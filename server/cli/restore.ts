import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { restore } from '../store/backup.ts';
import { FolderInUse } from '../store/lock.ts';
import { type CommandIo, UsageFault } from './commandLine.ts';
import { checkFile } from './givenFile.ts';

const help = `launchroom restore FILE: puts a backup in place of the store of a data folder that no server uses

  --data DIR   the data folder (default ./data, or DATA_DIR)

The backup is checked first; the store that stood there is kept beside it.
`;

export async function run(argv: string[], io: CommandIo): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: { data: { type: 'string' }, help: { type: 'boolean' } },
  });
  if (values.help) {
    io.out(help);
    return 0;
  }
  const [file] = positionals;
  if (file === undefined || positionals.length > 1) throw new UsageFault('restore takes one backup file');
  checkFile(file);
  try {
    const { replaced } = restore(resolve(file), resolve(values.data ?? io.env.DATA_DIR ?? './data'));
    io.out(`${JSON.stringify({ restored: resolve(file), replaced })}\n`);
    return 0;
  } catch (error) {
    if (error instanceof FolderInUse) throw new UsageFault(`${error.message}; stop it first`);
    io.err(`${(error as Error).message}\n`);
    return 1;
  }
}
