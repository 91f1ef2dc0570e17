import type { IncomingMessage } from '../../src/chat/message.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { aLedger } from './ledger.ts';
import { aMember } from './workspace.ts';

/** {@link aLedger} with more people: u4 is called 钱进, u5 李婷 as the plan's, u6 and u7 are both called 陈晨; u9 is not there yet. */
export const aCrowd = (overrides: Partial<Workspace> = {}): Workspace => {
  const ledger = aLedger();
  return {
    ...ledger,
    members: [
      ...ledger.members,
      aMember({ id: 'u4', name: '钱进' }),
      aMember({ id: 'u5', name: '李婷' }),
      aMember({ id: 'u6', name: '陈晨' }),
      aMember({ id: 'u7', name: '陈晨' }),
    ],
    ...overrides,
  };
};

const CALLED = { 周敏: 'u1', 小李: 'u2', 访客: 'u3', 钱进: 'u4', 李婷: 'u5', 陈晨: 'u6', 王明: 'u9' };

/** Everybody @-ed in a text, as the platform would tell them. */
export const mentionsIn = (text: string): IncomingMessage['mentions'] =>
  Object.entries(CALLED)
    .filter(([name]) => text.includes(`@${name}`))
    .map(([name, id]) => ({ id, name }));
