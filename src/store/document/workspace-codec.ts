import { BanjieError } from '../../banjie-error.ts';
import { upgraded } from '../../workspace/upgrade.ts';
import { WORKSPACE_FORMAT, type Workspace, type WorkspaceId } from '../../workspace/workspace.ts';
import { JsonBytes } from './json-bytes.ts';
import { checkAll } from './schema-check.ts';
import { type StoredWorkspace, workspaceSchema } from './workspace-schema.ts';

/** How stored bytes become data and back. `decode` throws on content that is no such data; `encode` gives the content in pieces. */
export interface Codec<T> {
  decode(content: Buffer): T;
  encode(data: T): Buffer[];
}

/** What was stored is no workspace. `message` says why, without quoting it: it is people's text. */
export class BrokenContent extends Error {}

const textOf = (content: Buffer): string => {
  if (content.length === 0) throw new BrokenContent('empty');
  try {
    // `fatal` finds flipped bits inside strings that JSON.parse would pass; the decoder drops an editor's BOM.
    return new TextDecoder('utf-8', { fatal: true }).decode(content);
  } catch {
    throw new BrokenContent(`${content.length} bytes that are no text`);
  }
};

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    throw new BrokenContent(`${text.length} characters that are no JSON`);
  }
};

const formatOf = (value: unknown): unknown =>
  typeof value === 'object' && value !== null && 'format' in value ? value.format : undefined;

/**
 * The workspace a JSON text holds, upgraded to the present format and checked; `name` is what a complaint calls it: its
 * file, its row.
 * @throws {@link BrokenContent}, and BanjieError `workspace-broken` for a newer format, which is sound and stays where it is
 */
export const workspaceIn = (text: string, id: WorkspaceId, name: string): Workspace => {
  const stored = parsed(text);
  const format = formatOf(stored);
  if (typeof format === 'number' && format > WORKSPACE_FORMAT) {
    throw new BanjieError(
      'workspace-broken',
      `${name} has format ${format}, written by a newer Banjie; this one reads up to ${WORKSPACE_FORMAT}: update the program`,
    );
  }
  const value = upgraded(stored);
  const complaint = checkAll(workspaceSchema, value);
  if (complaint !== undefined) throw new BrokenContent(complaint);
  const workspace = value as Workspace;
  if (workspace.id !== id) throw new BrokenContent('the document of another workspace');
  return workspace;
};

/** Reads and writes the JSON of one workspace. `decode` throws as {@link workspaceIn} does. */
export const workspaceCodec = (id: WorkspaceId, name: string): Codec<Workspace> => {
  const bytes = new JsonBytes();
  return {
    decode: (content) => workspaceIn(textOf(content), id, name),
    encode: (workspace: StoredWorkspace) => bytes.of(workspace),
  };
};
