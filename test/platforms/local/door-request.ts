import type { Door, DoorRequest, DoorResponse, Platform } from '../../../src/platforms/platform.ts';

/** A request of the page's own browser, but for what is overridden. */
export function doorRequest(overrides: Partial<DoorRequest> = {}): DoorRequest {
  return {
    method: 'GET',
    path: '/',
    query: new URLSearchParams(),
    headers: { host: '127.0.0.1:3000' },
    body: Buffer.alloc(0),
    remoteAddress: '127.0.0.1',
    signal: new AbortController().signal,
    ...overrides,
  };
}

export function doorOf(platform: Platform, path: string): Door {
  const door = platform.doors.find((one) => one.path === path);
  if (door === undefined) throw new Error(`no door ${path}`);
  return door;
}

/** Posts a body as the page's script does. */
export function post(platform: Platform, path: string, body: unknown): Promise<DoorResponse> {
  return doorOf(platform, path).handle(
    doorRequest({
      method: 'POST',
      path,
      headers: { host: '127.0.0.1:3000', origin: 'http://127.0.0.1:3000', 'content-type': 'application/json' },
      body: Buffer.from(JSON.stringify(body)),
    }),
  );
}

export const bodyOf = (response: DoorResponse): unknown => JSON.parse(String(response.body));
