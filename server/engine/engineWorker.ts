import { parentPort, workerData } from 'node:worker_threads';
import { type LanguageModel, loadLanguageModel } from '../pipeline/languageModel.ts';
import { openStore } from '../store/sqlite.ts';
import { tellFailures } from '../workers.ts';
import { createAuthorHash } from './authorKey.ts';
import { type CoreNotice, createCore } from './core.ts';
import { createAnalyst } from './createAnalyst.ts';
import { type Answer, type Call, type EngineWorkerData, type FromEngine, toFault } from './messages.ts';
import { warmUp } from './warmUp.ts';

/** The thread that owns the pipeline and the store's only write connection. An error that escapes ends it, and the program. */
const port = parentPort!;
tellFailures(port);
const { path, authorKey, keeping, maxPages, warm } = workerData as EngineWorkerData;
const say = (message: FromEngine) => port.postMessage(message);

function notify(notice: CoreNotice): void {
  if (notice.type === 'commit') port.postMessage(notice satisfies FromEngine, [notice.commit.rows.numbers.buffer]);
  else say(notice);
}

/** Who opens a store again first wants to see it: the same two cores draw its figures. */
const restartRestMs = 1_500;

/** Its tables take 85 MB and a third of a second: a data set that nobody posts to does without. */
let model: LanguageModel | undefined;
let loading: Promise<LanguageModel> | undefined;
async function loadModel(): Promise<void> {
  loading ??= loadLanguageModel();
  model = await loading;
}

const newAnalyst = () =>
  createAnalyst({
    hashAuthor: createAuthorHash(authorKey),
    languageModel(text) {
      if (!model) throw new Error('a text was analysed before the language model was loaded');
      return model(text);
    },
  });

let isWarming = false;
async function makeReady(): Promise<void> {
  if (isWarming) return;
  isWarming = true;
  await loadModel();
  await warmUp({ store: openStore(':memory:'), analyst: newAnalyst(), keeping, now: Date.now });
}

const core = await createCore({
  store: openStore(path, maxPages ? { maxPages } : {}),
  analyst: newAnalyst(),
  now: Date.now,
  keeping,
  notify,
  warn: (fields, message) => say({ type: 'log', level: 'warn', fields, message }),
});

function dispatch(message: Call): Promise<Answer> {
  switch (message.call) {
    case 'ingest':
      return model ? core.ingest(...message.args) : loadModel().then(() => core.ingest(...message.args));
    case 'cursor':
      return core.cursor(...message.args);
    case 'ruleSet':
      return core.ruleSet(...message.args);
    case 'saveWorkspace':
      return core.saveWorkspace(...message.args).then(async (answer) => {
        if (warm !== 'never' && answer.workspace.brands.length > 0) setImmediate(makeReady);
        return answer;
      });
    case 'setting':
      return core.setting(...message.args);
    case 'setSetting':
      return core.setSetting(...message.args).then(() => undefined);
    case 'close':
      return core.close().then(() => undefined);
  }
}

port.on('message', (message: Call) => {
  dispatch(message).then(
    (answer) => {
      say({ type: 'answer', id: message.id, answer });
      if (message.call === 'close') port.close();
    },
    (error: unknown) => say({ type: 'fault', id: message.id, fault: toFault(error) }),
  );
});
say({ type: 'ready' });
const { version, workspace } = await core.ruleSet();
if (version === 0 && warm === 'at-once') await makeReady();
else if (warm !== 'never' && workspace.brands.length > 0) setTimeout(makeReady, restartRestMs);
