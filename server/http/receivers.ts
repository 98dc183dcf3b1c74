import { randomUUID } from 'node:crypto';
import type { Express, Request } from 'express';
import {
  type DeliveriesAnswer,
  deliveryStates,
  type Receiver,
  type ReceiverAnswer,
  type ReceiversAnswer,
  type ReceiverTestAnswer,
} from '../../shared/receivers.ts';
import type { Outbox } from '../deliver/createOutbox.ts';
import type { Delivery } from '../deliver/delivery.ts';
import { hostOf } from '../deliver/postGuarded.ts';
import { mostReceivers } from '../deliver/receivers.ts';
import type { AppDeps } from './deps.ts';
import { readJson } from './json.ts';
import { readParameters } from './parameters.ts';
import { Refused } from './problem.ts';
import { readReceiver } from './readReceiver.ts';

/** Everything but what nobody may read again. */
function shown(receiver: Receiver, deliveries: readonly Delivery[]): ReceiverAnswer {
  const { id, name, kind, language, butFrom, isOff, createdAt } = receiver;
  const its = deliveries.filter((one) => one.receiver === id);
  const tried = its.filter(({ triedAt }) => triedAt !== undefined).sort((a, b) => (b.triedAt ?? 0) - (a.triedAt ?? 0));
  const [last] = tried;
  const answer: ReceiverAnswer = {
    ...{ id, name, kind, language, butFrom, isOff, createdAt },
    waiting: its.filter(({ state }) => state === 'waiting' || state === 'held').length,
    ...(last === undefined
      ? {}
      : {
          last: {
            state: last.state,
            event: last.event,
            ...(last.reason === undefined ? {} : { reason: last.reason }),
            ...(last.triedAt === undefined ? {} : { triedAt: last.triedAt }),
          },
        }),
  };
  if (receiver.kind !== 'email')
    return { ...answer, host: hostOf(receiver.url), ...(receiver.kind === 'webhook' ? { hasSecret: true } : {}) };
  const { to, from, smtp } = receiver;
  if (!smtp) return { ...answer, to, ...(from === undefined ? {} : { from }) };
  const { password, ...open } = smtp;
  return {
    ...answer,
    to,
    ...(from === undefined ? {} : { from }),
    smtp: { ...open, hasPassword: password !== undefined },
  };
}

/** The newest deliveries that a list of receivers looks through for the last of each. */
const lookedThrough = 2_000;

/** Who is told of alerts outside these screens, and what came of it. Always of the user's own data: the demo tells nobody. */
export function serveReceivers(app: Express, deps: Pick<AppDeps, 'datasets' | 'now'>): void {
  function outboxOf(): Outbox {
    const outbox = deps.datasets.get('own')?.outbox;
    if (!outbox) throw new Refused(409, { detail: 'this server delivers nothing', code: 'delivers-nothing' });
    return outbox;
  }

  async function found(outbox: Outbox, request: Request<{ id: string }>): Promise<Receiver> {
    const receiver = (await outbox.receivers.list()).find(({ id }) => id === request.params.id);
    if (!receiver) throw new Refused(404, { detail: 'no receiver of this id is known', code: 'no-receiver' });
    return receiver;
  }

  function accepted(outbox: Outbox, draft: unknown, before: Receiver | undefined): Receiver {
    const made = readReceiver(draft, before, {
      ...outbox.ways,
      id: before?.id ?? randomUUID(),
      createdAt: before?.createdAt ?? deps.now(),
    });
    if ('faults' in made)
      throw new Refused(400, {
        detail: made.isShape ? 'the document is not as it should be' : 'the receiver cannot be used as it is',
        code: made.isShape ? 'bad-document' : 'bad-receiver',
        errors: made.faults,
      });
    return made.receiver;
  }

  app.get('/api/receivers', async (request, response) => {
    readParameters(request).done();
    const outbox = outboxOf();
    const [receivers, deliveries] = await Promise.all([outbox.receivers.list(), outbox.log({ limit: lookedThrough })]);
    const { serverSmtp } = outbox.ways;
    const answer: ReceiversAnswer = {
      receivers: receivers.map((receiver) => shown(receiver, deliveries)),
      serverSmtp: serverSmtp ? { host: serverSmtp.smtp.host, from: serverSmtp.from } : null,
    };
    response.json(answer);
  });

  app.post('/api/receivers', async (request, response) => {
    readParameters(request).done();
    const draft = await readJson(request);
    const outbox = outboxOf();
    if ((await outbox.receivers.list()).length >= mostReceivers)
      throw new Refused(409, {
        detail: `there are ${mostReceivers} receivers already, and no more are kept`,
        code: 'too-many-receivers',
        values: { most: mostReceivers },
      });
    const receiver = accepted(outbox, draft, undefined);
    await outbox.receivers.keep(receiver);
    response.status(201).json(shown(receiver, []));
  });

  app.put('/api/receivers/:id', async (request, response) => {
    readParameters(request).done();
    const draft = await readJson(request);
    const outbox = outboxOf();
    const receiver = accepted(outbox, draft, await found(outbox, request));
    await outbox.receivers.keep(receiver);
    outbox.nudge(receiver.id);
    response.json(shown(receiver, await outbox.log({ receiver: receiver.id, limit: lookedThrough })));
  });

  app.delete('/api/receivers/:id', async (request, response) => {
    readParameters(request).done();
    const outbox = outboxOf();
    const receiver = await found(outbox, request);
    await outbox.receivers.remove(receiver);
    outbox.nudge(receiver.id);
    response.status(204).end();
  });

  app.post('/api/receivers/:id/test', async (request, response) => {
    readParameters(request).done();
    const outbox = outboxOf();
    const outcome = await outbox.test(await found(outbox, request));
    const answer: ReceiverTestAnswer = {
      state: outcome.as === 'delivered' ? 'delivered' : 'failed',
      ...(outcome.status === undefined ? {} : { status: outcome.status }),
      ...(outcome.reason === undefined ? {} : { reason: outcome.reason }),
    };
    response.json(answer);
  });

  app.get('/api/deliveries', async (request, response) => {
    const parameters = readParameters(request);
    const receiver = parameters.one('receiver');
    const state = parameters.choice('state', deliveryStates);
    const limit = parameters.whole('limit', 1, 500) ?? 50;
    parameters.done();
    const items = await outboxOf().log({
      ...(receiver === undefined ? {} : { receiver }),
      ...(state === undefined ? {} : { state }),
      limit,
    });
    const answer: DeliveriesAnswer = {
      items: items.map(({ said: _, firstTriedAt: __, isOwnFault: ___, ...told }) => told),
    };
    response.json(answer);
  });
}
