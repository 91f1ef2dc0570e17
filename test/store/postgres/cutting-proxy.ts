import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/** Where a connection is cut: before the server gets the COMMIT, or after it got it and before its answer comes back. */
export type Cut = 'before-commit' | 'after-commit';

export interface CuttingProxy {
  /** The same address through the proxy. */
  through(url: string): string;
  /** Cuts the next connection that commits. */
  cutNext(cut: Cut): void;
  close(): Promise<void>;
}

const COMMIT = Buffer.from('commit\0');

/** Stands between a client and a PostgreSQL server and can cut a connection at the worst moment. */
export const startCuttingProxy = async (serverPort: number): Promise<CuttingProxy> => {
  let armed: Cut | undefined;
  const sockets = new Set<Socket>();
  const proxy = createServer((client) => {
    const server = connect(serverPort, '127.0.0.1');
    for (const socket of [client, server]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => sockets.delete(socket));
    }
    let cutting = false;
    const cut = () => {
      client.destroy();
      server.destroy();
    };
    client.on('data', (bytes) => {
      if (armed !== undefined && bytes.includes(COMMIT)) {
        const isBefore = armed === 'before-commit';
        armed = undefined;
        if (isBefore) return cut();
        cutting = true;
      }
      server.write(bytes);
    });
    server.on('data', (bytes) => (cutting ? cut() : client.write(bytes)));
    client.on('close', () => server.end());
    server.on('close', () => client.end());
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const { port } = proxy.address() as AddressInfo;
  return {
    through: (url) => url.replace(`:${serverPort}/`, `:${port}/`),
    cutNext(cut) {
      armed = cut;
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => proxy.close(resolve));
    },
  };
};
