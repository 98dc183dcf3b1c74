import { describe, expect, it } from 'vitest';
import { makeSecret, portFor, receiverBodyOf, receiverDraftOf } from '../../../client/select/receiverDraft.ts';
import { type ReceiverAnswer, receiverSchema } from '../../../shared/receivers.ts';

const otherwise = { language: 'en', hasServer: false } as const;
const kept = { id: 'x', name: 'Team', language: 'fr', butFrom: 9, isOff: true, createdAt: 1, waiting: 0 } as const;
const hook: ReceiverAnswer = { ...kept, kind: 'webhook', host: 'hooks.example', hasSecret: true };
const mail: ReceiverAnswer = {
  ...{ ...kept, kind: 'email', to: ['a@b.example', 'c@d.example'], from: 'e@f.example' },
  smtp: { host: 'mail.example', port: 2525, security: 'none', user: 'me', hasPassword: true },
};

describe('the form of a receiver', () => {
  it.each<ReceiverAnswer>([hook, { ...kept, kind: 'slack', host: 'x' }, mail])(
    'gives back what is kept when nobody wrote in it, without its secrets: $kind',
    (receiver) => {
      const body = receiverBodyOf(receiverDraftOf(receiver, otherwise));
      const { id: _, createdAt: __, waiting: ___, host: ____, hasSecret: _____, smtp, ...same } = receiver;
      const { hasPassword: ______, ...server } = smtp ?? { hasPassword: false };
      expect(body).toEqual({ ...same, ...(smtp ? { smtp: server } : {}) });
      expect(receiverSchema.safeParse(body).success).toBe(true);
    },
  );

  it('reads addresses however they are parted, and leaves the server’s own mail server alone', () => {
    const draft = receiverDraftOf({ ...mail, smtp: undefined } as unknown as ReceiverAnswer, otherwise);
    const body = receiverBodyOf({ ...draft, to: ' a@b.example;c@d.example\n,e@f.example ' });
    expect(body).toMatchObject({ to: ['a@b.example', 'c@d.example', 'e@f.example'] });
    expect(body).not.toHaveProperty('smtp');
  });

  it('proposes the usual port of an encryption, and keeps one that somebody chose', () => {
    expect([portFor('tls', '587'), portFor('none', ''), portFor('tls', '2525')]).toEqual(['465', '25', '2525']);
  });

  it('makes secrets of 64 hexadecimal digits', () => {
    expect(makeSecret((bytes) => bytes.fill(10))).toBe('0a'.repeat(32));
    expect(makeSecret((bytes) => crypto.getRandomValues(bytes as Uint8Array<ArrayBuffer>))).toMatch(/^[0-9a-f]{64}$/);
  });
});
