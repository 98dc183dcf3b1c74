/** What a command may use of the process; tests hand in their own. */
export type CommandIo = {
  stdin: NodeJS.ReadableStream;
  out: (text: string) => void;
  /** For people: progress, faults. Never mixed into the output. */
  err: (text: string) => void;
  env: Record<string, string | undefined>;
};

export type Command = {
  /** One line for the list of commands. */
  summary: string;
  /** Resolves with the exit code. */
  run: (argv: string[], io: CommandIo) => Promise<number>;
};

/** A mistake in how a command was called: said in one sentence, exit code 2. */
export class UsageFault extends Error {
  override name = 'UsageFault';
}

/** Trouble that a person can do something about: said in one sentence, exit code 1. */
export class CommandFailed extends Error {
  override name = 'CommandFailed';
}

/** An unknown flag, or one without its value, as `parseArgs` says it. */
function isParseFault(error: unknown): error is Error {
  return error instanceof Error && String((error as NodeJS.ErrnoException).code).startsWith('ERR_PARSE_ARGS');
}

/** What the system says of a file or folder that cannot be used: its owner can mend it. */
const systemFaults = new Set(['EACCES', 'EEXIST', 'EISDIR', 'ENOENT', 'ENOSPC', 'ENOTDIR', 'EPERM', 'EROFS']);

function isSystemFault(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && 'syscall' in error && systemFaults.has((error as NodeJS.ErrnoException).code ?? '');
}

/** Runs the command that the first word names. Unexpected errors are said with their stack: they are bugs. */
export async function runCommand(
  commands: Record<string, Command>,
  argv: readonly string[],
  io: CommandIo,
): Promise<number> {
  const [name = 'serve', ...rest] = argv;
  const width = Math.max(...Object.keys(commands).map((one) => one.length));
  const list = Object.entries(commands)
    .map(([command, { summary }]) => `  ${command.padEnd(width)}  ${summary}`)
    .join('\n');
  if (name === 'help' || name === '--help' || name === '-h') {
    io.out(`launchroom COMMAND ... (launchroom COMMAND --help tells more)\n\n${list}\n`);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) {
    io.err(`there is no command "${name}"; there are:\n\n${list}\n`);
    return 2;
  }
  try {
    return await command.run(rest, io);
  } catch (error) {
    if (error instanceof UsageFault || isParseFault(error)) {
      io.err(`${error.message}\nlaunchroom ${name} --help tells more\n`);
      return 2;
    }
    if (error instanceof CommandFailed || isSystemFault(error)) {
      io.err(`${error.message}\n`);
      return 1;
    }
    io.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
    return 1;
  }
}
