import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createGuard, type Guard } from '../../../server/deliver/guard.ts';
import { sendMail } from '../../../server/deliver/sendMail.ts';
import type { Smtp } from '../../../shared/receivers.ts';
import { type SmtpSimulator, startSmtp } from '../../support/smtpSimulator.ts';

describe('a mail', () => {
  let server: SmtpSimulator;
  beforeEach(async () => {
    server = await startSmtp();
  });
  afterEach(() => server.close());

  const mail = {
    ...{ from: 'alerts@acme.example', to: ['team@acme.example', 'lead@acme.example'], subject: 'Été: 9 times' },
    ...{ text: 'plain', html: '<p>rich</p>', messageId: '<k@acme.example>', references: '<t@acme.example>' },
  };
  function send(change: Partial<Smtp> = {}, guard: Guard | null = null, signal = new AbortController().signal) {
    const smtp: Smtp = { host: '127.0.0.1', port: server.port, security: 'none', ...change };
    return sendMail(mail, { smtp, guard, signal });
  }

  it('is handed over to everybody, with what programs thread it by', async () => {
    expect(await send()).toEqual({ as: 'delivered' });
    expect(server.mails).toMatchObject([{ from: 'alerts@acme.example', to: mail.to }]);
    const { data } = server.mails[0]!;
    expect(data).toContain('Message-ID: <k@acme.example>');
    expect(data).toContain('References: <t@acme.example>');
    expect(data).toContain('In-Reply-To: <t@acme.example>');
    expect(data).toContain('Subject: =?UTF-8?');
    expect(data).toContain('plain');
    expect(data).toContain('<p>rich</p>');
  });

  it('is signed in for when there is a user', async () => {
    expect(await send({ user: 'me', password: 'pass word' })).toEqual({ as: 'delivered' });
    expect(server.mails[0]?.login).toBe('\0me\0pass word');
  });

  it('never goes in the clear where it shall not, nor its password', async () => {
    expect(await send({ security: 'starttls', user: 'me', password: 'hush' })).toMatchObject({ as: 'refused' });
    expect(server.mails).toEqual([]);
    expect(server.lines.filter((line) => line.startsWith('AUTH'))).toEqual([]);
  });

  it.each(['tls', 'starttls'] as const)(
    'goes by %s to nobody whose certificate is none, nor does its password',
    async (security) => {
      await server.close();
      server = await startSmtp(security);
      const outcome = await send({ host: 'localhost', security, user: 'me', password: 'hush' });
      expect(outcome).toMatchObject({ as: 'later', reason: { detail: expect.stringMatching(/certificate/i) } });
      expect(server.lines.filter((line) => /AUTH|MAIL|hush/.test(line))).toEqual([]);
    },
  );

  it.each([
    ['RCPT', '550 5.1.1 no such user', 'refused', 550],
    ['AUTH', '535 5.7.8 wrong password', 'refused', 535],
    ['RCPT', '451 4.7.1 greylisted', 'later', 451],
    ['.', '452 4.3.1 the disk is full', 'later', 452],
    ['greeting', '421 busy', 'later', 421],
  ] as const)('ends as the server says: %s %s', async (command, answer, as, status) => {
    server.behave({ [command]: answer });
    expect(await send({ user: 'me', password: 'hush' })).toMatchObject({ as, status });
    expect(server.mails).toEqual([]);
  });

  it('keeps addresses of people out of the reason that the log shows', async () => {
    server.behave({ RCPT: '550 5.1.1 <team@acme.example> is unknown here' });
    const outcome = await send();
    expect(JSON.stringify(outcome)).toContain('is unknown here');
    expect(JSON.stringify(outcome)).not.toContain('team@acme.example');
  });

  it('is tried later when nobody listens', async () => {
    await server.close();
    expect(await send()).toMatchObject({ as: 'later', reason: { code: 'unreachable', detail: 'ECONNREFUSED' } });
    server = await startSmtp();
  });

  it('is broken off when the server stops, whatever the other side waits for', async () => {
    server.behave({ greeting: null });
    const stopping = new AbortController();
    const sending = send({}, null, stopping.signal);
    await expect.poll(() => server.lines.length).toBe(0);
    setImmediate(() => stopping.abort());
    expect(await sending).toEqual({ as: 'later', reason: { code: 'stopped' } });
  });

  it('goes to no mail server inside that is not allowed', async () => {
    for (const host of ['127.0.0.1', '0x7f.1', 'localhost', '169.254.169.254'])
      expect(await send({ host }, createGuard([]))).toMatchObject({ as: 'refused' });
    const rebinding = ((_: string, __: object, callback: (error: null, found: object[]) => void) =>
      callback(null, [{ address: '127.0.0.1', family: 4 }])) as unknown as Parameters<typeof createGuard>[1];
    expect(await send({ host: 'mail.example' }, createGuard([], rebinding))).toMatchObject({
      as: 'refused',
      reason: { code: 'not-public', detail: 'mail.example (127.0.0.1)' },
    });
    expect(server.lines).toEqual([]);
    expect(await send({}, createGuard([{ host: '127.0.0.1', port: server.port }]))).toEqual({ as: 'delivered' });
  });
});
