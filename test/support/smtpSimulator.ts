import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer, type Socket } from 'node:net';

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

/** A real little mail server over TCP: it speaks SMTP (RFC 5321) in the clear, takes AUTH PLAIN, and keeps what it gets. */
export async function startSmtp(): Promise<SmtpSimulator> {
  let answers: Record<string, string | null> = {};
  const mails: HeardMail[] = [];
  const lines: string[] = [];
  const sockets = new Set<Socket>();

  function converse(socket: Socket): void {
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
      if (verb === 'EHLO') say('EHLO', '250-here\r\n250-AUTH PLAIN\r\n250 8BITMIME');
      else if (verb === 'AUTH') {
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
    say('greeting', '220 here');
  }

  const server = createServer(converse);
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
