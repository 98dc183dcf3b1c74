import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/** A line to `port` that carries at most so many bytes a second towards its client; the other way is free. */
export async function openSlowLine(port: number, bytesPerSecond: number): Promise<{ port: number; close(): void }> {
  const sockets = new Set<Socket>();
  const everyMs = 50;
  const share = Math.max(1, Math.round((bytesPerSecond * everyMs) / 1_000));
  const server = createServer((near) => {
    const far = connect(port, '127.0.0.1');
    // Small buffers: what does not fit must wait in the server, not here.
    far.pause();
    sockets.add(near).add(far);
    near.pipe(far);
    const carrying = setInterval(() => {
      const chunk: Buffer | null = far.read(Math.min(share, far.readableLength || share)) ?? far.read();
      if (chunk) near.write(chunk);
    }, everyMs);
    const end = () => {
      clearInterval(carrying);
      near.destroy();
      far.destroy();
    };
    for (const one of [near, far]) {
      one.on('close', end);
      one.on('error', end);
    }
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    close() {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
