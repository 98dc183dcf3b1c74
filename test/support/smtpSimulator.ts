import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer, type Socket } from 'node:net';
import { join } from 'node:path';
import { createServer as createTlsServer, TLSSocket } from 'node:tls';

export type HeardMail = { from: string; to: string[]; data: string; login?: string };

export type SmtpSimulator = {
  port: number;
  mails: HeardMail[];
  /** Every line that a client said, logins and texts too. */
  lines: string[];
  /** Answers these commands (`RCPT`, `DATA`, `AUTH`, `.`) with something else than yes; null: with nothing at all. */
  behave(answers: Record<string, string | null>): void;
  close(): Promise<void>;
};

const pem = (name: string) => readFileSync(join('test', 'fixtures', 'tls', `${name}.pem`));

/**
 * A real little mail server over TCP: it speaks SMTP (RFC 5321), takes AUTH PLAIN, and keeps what it gets. With `tls` from the
 * first byte, with `starttls` when it is asked to, both with a certificate for localhost that it has signed itself.
 */
export async function startSmtp(security: 'none' | 'starttls' | 'tls' = 'none'): Promise<SmtpSimulator> {
  const certificate = { cert: pem('cert'), key: pem('key') };
  let answers: Record<string, string | null> = {};
  const mails: HeardMail[] = [];
  const lines: string[] = [];
  const sockets = new Set<Socket>();

  function converse(socket: Socket, isGreeted = false): void {
    let rest = '';
    let mail: HeardMail = { from: '', to: [], data: '' };
    let isData = false;
    const say = (command: string, text: string) => {
      const answer = command in answers ? answers[command] : text;
      if (answer !== null) socket.write(`${answer}\r\n`);
      return answer === text;
    };
    const hear = (line: string) => {
      lines.push(line);
      if (isData) {
        if (line !== '.') mail.data += `${line.replace(/^\./, '')}\n`;
        else {
          isData = false;
          if (say('.', '250 kept')) mails.push(mail);
          mail = { from: '', to: [], data: '', ...(mail.login === undefined ? {} : { login: mail.login }) };
        }
        return;
      }
      const [verb = ''] = line.toUpperCase().split(' ');
      const path = /<([^>]*)>/.exec(line)?.[1] ?? '';
      if (verb === 'EHLO')
        say(
          'EHLO',
          `250-here\r\n${security === 'starttls' && !isGreeted ? '250-STARTTLS\r\n' : ''}250-AUTH PLAIN\r\n250 8BITMIME`,
        );
      else if (verb === 'STARTTLS' && security === 'starttls') {
        say('STARTTLS', '220 go on');
        socket.removeAllListeners('data');
        converse(new TLSSocket(socket, { isServer: true, ...certificate }), true);
      } else if (verb === 'AUTH') {
        if (say('AUTH', '235 welcome')) mail.login = Buffer.from(line.split(' ')[2] ?? '', 'base64').toString('utf8');
      } else if (verb === 'MAIL') {
        if (say('MAIL', '250 ok')) mail.from = path;
      } else if (verb === 'RCPT') {
        if (say('RCPT', '250 ok')) mail.to.push(path);
      } else if (verb === 'DATA') isData = say('DATA', '354 go on');
      else if (verb === 'QUIT') {
        say('QUIT', '221 bye');
        socket.end();
      } else say(verb, verb === 'RSET' ? '250 ok' : '502 not known here');
    };
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
    socket.on('error', () => socket.destroy());
    socket.on('data', (chunk) => {
      rest += chunk.toString('utf8');
      const heard = rest.split('\r\n');
      rest = heard.pop() ?? '';
      for (const line of heard) hear(line);
    });
    if (!isGreeted) say('greeting', '220 here');
  }

  const server =
    security === 'tls'
      ? createTlsServer(certificate, (socket) => converse(socket))
      : createServer((socket) => converse(socket));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: (server.address() as AddressInfo).port,
    mails,
    lines,
    behave(next) {
      answers = next;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
