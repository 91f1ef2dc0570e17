import { BanjieError } from '../../banjie-error.ts';
import type { WorkspaceId } from '../../workspace/workspace.ts';

const WORKSPACE_ID = /^[a-z][a-z0-9]{0,15}:[^\p{C}\p{Z}]{1,128}$/u;

/** True for `platform:chat` without control characters and blanks, at most 128 characters behind the colon. */
export const isWorkspaceId = (id: string): id is WorkspaceId => WORKSPACE_ID.test(id);

/** @throws BanjieError `malformed` when `id` is no workspace id */
export const checkWorkspaceId = (id: string): void => {
  if (!isWorkspaceId(id)) throw new BanjieError('malformed', 'not a workspace id');
};
