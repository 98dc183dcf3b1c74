import WebSocket from 'ws';

/**
 * Many screens in a process of their own, so that the server's processor time is the server's alone. Arguments: how many,
 * address of Launchroom's socket, address of the plain one, topic. They acknowledge frames as real screens do.
 */
const [count, ours, plain, topic] = process.argv.slice(2) as [string, string, string, string];

function open(address: string, hear: (socket: WebSocket, text: string) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address, { perMessageDeflate: false });
    socket.once('error', reject);
    socket.on('message', (data) => hear(socket, data.toString()));
    socket.once('open', () => resolve());
  });
}

const versionIn = /"version":(\d+)/;

for (let i = 0; i < Number(count); i += 50) {
  await Promise.all(
    Array.from({ length: Math.min(50, Number(count) - i) }, async () => {
      await open(`${ours}/socket.io/?EIO=4&transport=websocket`, (socket, text) => {
        if (text.startsWith('0')) socket.send('40');
        else if (text === '2') socket.send('3');
        else if (text.startsWith('40')) socket.send(`42${JSON.stringify(['watch', topic])}`);
        else if (text.startsWith('42["frame"')) {
          const head = text.slice(0, 200);
          socket.send(`42["seen",${JSON.stringify(topic)},${versionIn.exec(head)?.[1] ?? versionIn.exec(text)?.[1]}]`);
        }
      });
      // The plain server says how it wants to be answered: "a" at the start of a message asks for an acknowledgement.
      await open(plain, (socket, text) => {
        if (text.startsWith('a')) socket.send(`42["seen",${JSON.stringify(topic)},12345]`);
      });
    }),
  );
}
process.send?.('open');
