import type { FakeFeishu, FakeFeishuOptions } from './types.ts';

export type * from './types.ts';

/** Starts a fake Feishu on loopback. It keeps the documented limits and error codes, and lints every card. */
export async function startFakeFeishu(options: FakeFeishuOptions = {}): Promise<FakeFeishu> {
  throw new Error(`not yet: ${Object.keys(options).length}`);
}
