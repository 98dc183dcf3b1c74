import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { backup, storeFile } from '../store/backup.ts';
import { type CommandIo, UsageFault } from './commandLine.ts';

const help = `launchroom backup FILE: copies the store into a new file, also while a server uses it

  --data DIR   the data folder (default ./data, or DATA_DIR)

The key that author names are hashed with (author.key in the data folder) is not in it: keep it apart.
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
  if (file === undefined || positionals.length > 1) throw new UsageFault('backup takes one file to write');
  const path = join(resolve(values.data ?? io.env.DATA_DIR ?? './data'), storeFile);
  if (!existsSync(path)) throw new UsageFault(`there is no store at ${path}`);
  if (existsSync(file)) throw new UsageFault(`${file} exists already; a backup never overwrites`);
  const { bytes } = await backup(path, resolve(file));
  io.out(`${JSON.stringify({ file: resolve(file), bytes })}\n`);
  return 0;
}
