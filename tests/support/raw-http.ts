import { connect } from 'node:net';

/** Says exactly these bytes to a server and gives everything that it answered until it closed, or until the patience ended. */
export function speakRaw(origin: string, said: string, patience = 3000): Promise<string> {
  const { hostname, port } = new URL(origin);
  return new Promise((resolve) => {
    const heard: Buffer[] = [];
    const socket = connect(Number(port), hostname, () => {
      socket.write(Buffer.from(said, 'latin1'));
    });
    const end = () => {
      socket.destroy();
      resolve(Buffer.concat(heard).toString('latin1'));
    };
    socket.setTimeout(patience, end);
    socket.on('data', (part: Buffer) => heard.push(part));
    socket.on('error', end);
    socket.on('close', end);
  });
}

/** The status of the first answer in raw text; 0 when the line was simply cut. */
export function statusIn(heard: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(heard)?.[1] ?? 0);
}
