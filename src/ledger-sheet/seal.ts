import { createHash } from 'node:crypto';
import type { Workspace } from '../workspace/workspace.ts';

/** Tells a group's own ledgers again without naming the group: nobody learns a chat's id from a file that is passed on. */
export const sealOf = ({ id, createdAt }: Pick<Workspace, 'id' | 'createdAt'>): string =>
  createHash('sha256')
    .update(JSON.stringify(['ledger', id, createdAt]))
    .digest('hex')
    .slice(0, 32);
