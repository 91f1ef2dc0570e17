import { BanjieError } from '../../banjie-error.ts';
import { upgraded } from '../../workspace/upgrade.ts';
import { WORKSPACE_FORMAT, type Workspace, type WorkspaceId } from '../../workspace/workspace.ts';
import type { Codec } from './durable-file.ts';
import { JsonBytes } from './json-bytes.ts';
import { checkAll } from './schema-check.ts';
import { type StoredWorkspace, workspaceSchema } from './workspace-schema.ts';

/** The content of a file is no workspace. `message` says why, without quoting it: it is people's text. */
export class BrokenContent extends Error {}

const parsed = (content: Buffer): unknown => {
  if (content.length === 0) throw new BrokenContent('empty');
  try {
    // `fatal` finds flipped bits inside strings that JSON.parse would pass; the decoder drops an editor's BOM.
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(content));
  } catch {
    throw new BrokenContent(`${content.length} bytes that are no JSON`);
  }
};

const formatOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;

/**
 * Reads and writes the file of one workspace.
 * `decode` throws {@link BrokenContent}, and BanjieError `workspace-broken` for a file of a newer format, which is sound and stays where it is.
 */
export const workspaceCodec = (id: WorkspaceId, fileName: string): Codec<Workspace> => {
  const bytes = new JsonBytes();
  return {
    decode(content) {
      const stored = parsed(content);
      const format = formatOf(stored);
      if (typeof format === 'number' && format > WORKSPACE_FORMAT) {
        throw new BanjieError(
          'workspace-broken',
          `${fileName} has format ${format}, written by a newer Banjie; this one reads up to ${WORKSPACE_FORMAT}: update the program`,
        );
      }
      const value = upgraded(stored);
      const complaint = checkAll(workspaceSchema, value);
      if (complaint !== undefined) throw new BrokenContent(complaint);
      const workspace = value as Workspace;
      if (workspace.id !== id) throw new BrokenContent('the file of another workspace');
      return workspace;
    },
    encode: (workspace: StoredWorkspace) => bytes.of(workspace),
  };
};
