import { parseArgs } from 'node:util';
import { minuteMs } from '../../shared/rollup.ts';
import { CommandFailed, type CommandIo, UsageFault } from '../cli/commandLine.ts';
import { reasonIn } from '../cli/door.ts';
import { writePosts } from './writePosts.ts';

const help = `launchroom simulate: posts of an invented launch to a running server, at a steady rate

  --rate N       posts a second (default 100)
  --seconds N    how long (default 60)
  --url URL      the server (default http://127.0.0.1:4000)
  --token T      for a server that asks for one (or LAUNCHROOM_INGEST_TOKEN)
  --seed N       other posts (default 1)
`;

function positive(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isFinite(value) || value <= 0) throw new UsageFault(`--${name} must be a number above 0, not "${text}"`);
  return value;
}

/**
 * A load generator: posts go through the same door as everybody's, ten batches a second, and the ledger is printed.
 * Returns the exit code: 1 when the server refused or lost any; why is said once on stderr.
 */
export async function run(argv: string[], io: Pick<CommandIo, 'out' | 'err' | 'env'>): Promise<number> {
  const { values } = parseArgs({
    args: argv,
    options: {
      rate: { type: 'string', default: '100' },
      seconds: { type: 'string', default: '60' },
      url: { type: 'string', default: 'http://127.0.0.1:4000' },
      token: { type: 'string' },
      seed: { type: 'string', default: '1' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    io.out(help);
    return 0;
  }
  const rate = positive('rate', values.rate);
  const seconds = positive('seconds', values.seconds);
  const seed = Math.floor(positive('seed', values.seed));
  const token = values.token ?? io.env.LAUNCHROOM_INGEST_TOKEN;
  const target = new URL('/api/ingest', values.url);
  const ledger = { sent: 0, accepted: 0, duplicates: 0, rejected: 0, refused: 0 };
  const runName = `simulate:${Date.now().toString(36)}`;

  let story: { text: string; lang?: string; channel: string }[] = [];
  let minute = 0;
  const nextText = () => {
    if (story.length === 0) story = writePosts(seed, 0, (minute++ % 600) * minuteMs);
    return story.pop()!;
  };

  const startedAt = Date.now();
  let waiting: Promise<void>[] = [];
  let toldWhy = false;
  /** Whatever comes next would fare the same. */
  let hopeless: CommandFailed | undefined;
  const send = async (lines: string) => {
    const answer = await fetch(target, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-ndjson',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      },
      body: lines,
    });
    if (!answer.ok) {
      ledger.refused += lines.split('\n').length;
      const why = `${target.origin} refused: ${answer.status} ${reasonIn(await answer.text())}`;
      if (answer.status === 401 || answer.status === 403) throw new CommandFailed(why);
      if (!toldWhy) io.err(`${why}\n`);
      toldWhy = true;
      return;
    }
    const counted = (await answer.json()) as { accepted: number; duplicates: number; rejected: unknown[] };
    ledger.accepted += counted.accepted;
    ledger.duplicates += counted.duplicates;
    ledger.rejected += counted.rejected.length;
  };
  const deliver = async (lines: string) => {
    try {
      await send(lines);
    } catch (error) {
      const cause = (error as Error).cause as Error | undefined;
      hopeless ??=
        error instanceof CommandFailed
          ? error
          : new CommandFailed(`${target.origin} does not answer (${cause?.message ?? error})`);
    }
  };
  while (!hopeless && Date.now() - startedAt < seconds * 1_000) {
    const due = Math.min(rate * seconds, Math.floor((rate * (Date.now() - startedAt)) / 1_000)) - ledger.sent;
    if (due > 0) {
      const lines: string[] = [];
      for (let index = 0; index < due; index += 1) {
        const { text, lang, channel } = nextText();
        lines.push(
          JSON.stringify({ id: `${ledger.sent + index}`, source: runName, channel, lang, at: Date.now(), text }),
        );
      }
      ledger.sent += due;
      waiting.push(deliver(lines.join('\n')));
      if (waiting.length > 20) {
        await Promise.all(waiting);
        waiting = [];
      }
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  await Promise.all(waiting);
  if (hopeless) throw hopeless;
  const tookS = (Date.now() - startedAt) / 1_000;
  io.out(`${JSON.stringify({ ...ledger, perSecond: Math.round(ledger.accepted / tookS) })}\n`);
  return ledger.refused + ledger.rejected > 0 ? 1 : 0;
}
