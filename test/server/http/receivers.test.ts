import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { createGuard } from '../../../server/deliver/guard.ts';
import type { DeliveriesAnswer, ReceiverAnswer, ReceiversAnswer } from '../../../shared/receivers.ts';
import { makeAlert } from '../../support/makeAlert.ts';
import { type OpenDoors, openDoors } from '../../support/openDoors.ts';
import { type ReceiverSimulator, startReceiver } from '../../support/receiverSimulator.ts';
import { type SmtpSimulator, startSmtp } from '../../support/smtpSimulator.ts';

describe('receivers', () => {
  let doors: OpenDoors;
  let hook: ReceiverSimulator;
  let smtp: SmtpSimulator;
  beforeAll(async () => {
    [hook, smtp] = [await startReceiver(), await startSmtp()];
    const guard = createGuard([
      { host: '127.0.0.1', port: hook.port },
      { host: '127.0.0.1', port: smtp.port },
    ]);
    doors = await openDoors({ deliver: { guard } });
  });
  afterAll(async () => {
    await doors.close();
    await hook.close();
    await smtp.close();
  });
  beforeEach(async () => {
    const { receivers } = (await doors.ask('/api/receivers')).json() as ReceiversAnswer;
    for (const { id } of receivers) await doors.ask(`/api/receivers/${id}`, { method: 'DELETE' });
  });

  const secret = 'nobody may read this again';
  const draft = () => ({ kind: 'webhook', name: 'Team', url: hook.url, secret });
  const post = (body: object) => doors.ask('/api/receivers', { method: 'POST', body });
  const put = (id: string, body: object) => doors.ask(`/api/receivers/${id}`, { method: 'PUT', body });
  const faultsOf = (answer: { json(): unknown }) =>
    (answer.json() as { errors: { path: string; code: string }[] }).errors.map(({ path, code }) => `${path}: ${code}`);
  async function made(body: object): Promise<ReceiverAnswer> {
    const answer = await post(body);
    expect(answer.status, answer.text).toBe(201);
    return answer.json();
  }

  it('are kept, listed, changed and removed', async () => {
    const { id, ...answer } = await made(draft());
    expect(answer).toMatchObject({
      kind: 'webhook',
      name: 'Team',
      language: 'en',
      butFrom: null,
      isOff: false,
      waiting: 0,
    });
    const changed = { kind: 'webhook', name: 'Crew', language: 'fr', butFrom: 9, isOff: true };
    expect((await put(id, changed)).json()).toMatchObject({ id, ...changed });
    expect((await doors.ask('/api/receivers')).json()).toMatchObject({
      receivers: [{ id, ...changed, host: `127.0.0.1:${hook.port}` }],
      serverSmtp: null,
    });
    expect((await doors.ask(`/api/receivers/${id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await put(id, changed)).status).toBe(404);
  });

  it('never show a secret again, in no answer, no refusal, no log and no export', async () => {
    const password = 'hush-hush-password';
    const server = { host: '127.0.0.1', port: smtp.port, security: 'none', user: 'me', password };
    const webhook = await made(draft());
    const mail = await made({
      kind: 'email',
      name: 'Mail',
      to: ['team@acme.example'],
      from: 'a@acme.example',
      smtp: server,
    });
    hook.behave((response) => response.writeHead(400).end(`no such path /hook/of-some-team ${hook.url}`));
    smtp.behave({ AUTH: '535 wrong password' });
    const said = [
      JSON.stringify([webhook, mail]),
      (await doors.ask(`/api/receivers/${webhook.id}/test`, { method: 'POST' })).text,
      (await doors.ask(`/api/receivers/${mail.id}/test`, { method: 'POST' })).text,
      (await put(webhook.id, { kind: 'webhook', name: '' })).text,
      (await put(mail.id, { kind: 'email', name: 'x', to: ['team@acme.example'], smtp: server })).text,
      (await doors.ask('/api/receivers')).text,
      (await doors.ask('/api/deliveries')).text,
      (await doors.ask('/api/workspace')).text,
      JSON.stringify(doors.logged),
    ].join('\n');
    hook.behave(200);
    smtp.behave({});
    expect(said).toContain('535');
    for (const hidden of [secret, password, 'of-some-team']) expect(said).not.toContain(hidden);
    expect(mail).toMatchObject({ smtp: { user: 'me', hasPassword: true } });
  });

  it('say of what is no kind of receiver that it is none, and nothing of moments', async () => {
    for (const kind of [undefined, 'pigeon'])
      expect((await post({ ...draft(), kind })).json()).toMatchObject({
        errors: [{ path: 'kind', code: 'unknown-kind', message: 'is none of the kinds that are known here' }],
      });
  });

  it('keep their secrets through a change that does not name them', async () => {
    const { id } = await made(draft());
    await put(id, { kind: 'webhook', name: 'Crew' });
    const before = hook.heard.length;
    expect((await doors.ask(`/api/receivers/${id}/test`, { method: 'POST' })).json()).toEqual({
      state: 'delivered',
      status: 200,
    });
    expect(hook.heard.slice(before)).toMatchObject([{ path: '/hook/of-some-team' }]);
    expect(hook.heard[before]?.headers['launchroom-signature']).toMatch(/^t=\d+,v1=[0-9a-f]{64}$/);
  });

  it('give a password to the mail server alone that it was given for', async () => {
    const server = { host: '127.0.0.1', port: smtp.port, security: 'none', user: 'me' };
    const mail = { kind: 'email', name: 'Mail', to: ['team@acme.example'], from: 'a@acme.example' };
    const { id } = await made({ ...mail, smtp: { ...server, password: 'hush' } });
    expect((await put(id, { ...mail, smtp: server })).status).toBe(200);
    expect(faultsOf(await put(id, { ...mail, smtp: { ...server, host: 'mail.attacker.example' } }))).toEqual([
      'smtp.password: required',
    ]);
    expect((await doors.ask(`/api/receivers/${id}/test`, { method: 'POST' })).json()).toEqual({ state: 'delivered' });
    expect(smtp.mails.at(-1)).toMatchObject({ to: ['team@acme.example'], login: '\0me\0hush' });
    expect(smtp.mails.at(-1)?.data).toContain('Subject: Test: this is no alert');
  });

  it.each([
    'http://169.254.169.254/latest/meta-data',
    'http://2852039166/',
    'https://localhost/x',
    'https://10.1.2.3/x',
    'https://[::ffff:127.0.0.1]/x',
    'https://0x7f.1/x',
  ])('are refused at once when their address is inside: %s', async (url) => {
    expect(faultsOf(await post({ ...draft(), url }))).toEqual(['url: not-public']);
    const smtpInside = { host: new URL(url).hostname, port: 25, security: 'none' };
    const mail = { kind: 'email', name: 'Mail', to: ['team@acme.example'], from: 'a@acme.example', smtp: smtpInside };
    expect(faultsOf(await post(mail))).toEqual(['smtp.host: not-public']);
    // What has no shape and what leads nowhere is told at once.
    const both = await post({ kind: 'webhook', name: '', url, secret: 'short', moon: 1 });
    expect(faultsOf(both).sort()).toEqual([
      'moon: unknown-member',
      'name: too-small',
      'secret: too-small',
      'url: not-public',
    ]);
    expect(faultsOf(await post({ ...mail, name: '', to: ['nobody'], smtp: { ...mail.smtp, port: 0 } })).sort()).toEqual(
      ['name: too-small', 'smtp.host: not-public', 'smtp.port: too-small', 'to[0]: no-mailbox'].sort(),
    );
    expect(faultsOf(await post({ kind: 'slack', url: 'no address' })).sort()).toEqual([
      'name: invalid-type',
      'url: no-address',
    ]);
    expect(faultsOf(await post({ kind: 'email', name: 'Mail', to: [] })).sort()).toEqual([
      'smtp: required',
      'to: too-small',
    ]);
    expect(faultsOf(await post([]))).toHaveLength(1);
  });

  it.each([
    [{ url: 'ftp://example.com' }, ['url: bad-protocol']],
    [{ url: 'https://me:hush@example.com' }, ['url: address-with-password']],
    [{ url: 'nonsense' }, ['url: no-address']],
    [{ url: undefined }, ['url: required']],
    [{ secret: undefined }, ['secret: required']],
    [{ secret: 'short' }, ['secret: too-small']],
    [{ kind: 'slack', secret: undefined, url: 'http://hooks.example.com/x' }, ['url: not-encrypted']],
    [{ kind: 'email', url: undefined, secret: undefined, to: ['team@acme.example'] }, ['smtp: required']],
    [
      { kind: 'email', url: undefined, secret: undefined, to: ['a@b.example>, <c@d.example'] },
      ['to[0]: no-mailbox', 'smtp: required'],
    ],
    [{ more: 1 }, ['more: unknown-member']],
  ])('are refused with every fault named: %j', async (change, faults) => {
    const answer = await post({ ...draft(), ...change });
    expect(answer.status).toBe(400);
    expect(faultsOf(answer)).toEqual(faults);
  });

  it('stand in the log with what came of each message', async () => {
    const { id } = await made(draft());
    const { outbox } = doors.own;
    hook.behave(410);
    await outbox?.announce(makeAlert({ id: 'a' }), { event: 'raised', at: 1 }, {}, null);
    await outbox?.settled();
    hook.behave(200);
    const log = (await doors.ask(`/api/deliveries?receiver=${id}`)).json() as DeliveriesAnswer;
    expect(log.items).toEqual([
      {
        ...{
          id: expect.stringMatching(/^[0-9a-f]{32}$/),
          receiver: id,
          event: 'raised',
          state: 'refused',
          alerts: ['a'],
        },
        ...{ attempts: 1, status: 410, reason: { code: 'status', detail: '410' } },
        ...{ createdAt: expect.any(Number), triedAt: expect.any(Number), endedAt: expect.any(Number) },
      },
    ]);
    expect((await doors.ask(`/api/deliveries?receiver=${id}&state=delivered&limit=5`)).json()).toEqual({ items: [] });
    expect((await doors.ask('/api/deliveries?state=lost&limit=0')).status).toBe(400);
    const { receivers } = (await doors.ask('/api/receivers')).json() as ReceiversAnswer;
    expect(receivers[0]?.last).toMatchObject({
      state: 'refused',
      event: 'raised',
      reason: { code: 'status', detail: '410' },
    });
  });

  it('are those of the user’s own data while the demo is shown, and the demo has none', async () => {
    await made(draft());
    await doors.deps.datasets.openDemo();
    expect(((await doors.ask('/api/receivers')).json() as ReceiversAnswer).receivers).toHaveLength(1);
    expect(doors.demo.outbox).toBeNull();
    await doors.deps.datasets.leaveDemo();
  });

  it('are at most fifty', async () => {
    for (let index = 0; index < 50; index += 1) await made({ ...draft(), name: `Team ${index}` });
    expect((await post(draft())).status).toBe(409);
  });
});
