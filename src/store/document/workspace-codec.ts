import { isUtf8, transcode } from 'node:buffer';
import { BanjieError } from '../../banjie-error.ts';
import { upgraded } from '../../workspace/upgrade.ts';
import { WORKSPACE_FORMAT, type Workspace, type WorkspaceId } from '../../workspace/workspace.ts';
import { recordOf, type Tail, type Taken, takeApart } from './appended.ts';
import { JsonBytes } from './json-bytes.ts';
import { checkAll } from './schema-check.ts';
import { applyDelta, deltaOf } from './state-delta.ts';
import { type StoredWorkspace, workspaceSchema } from './workspace-schema.ts';

/** What a content holds. */
export interface Held<T> {
  data: T;
  /** Behind what a change may be appended; null where the content has to be written whole first: it is of an earlier format, or its last record is cut off. */
  tail: Tail | null;
}

/** How stored bytes become data and back. */
export interface Codec<T> {
  /** Throws on content that is no such data. */
  decode(content: Buffer): Held<T>;
  /** The whole content, in pieces. */
  encode(data: T): Buffer[];
  /** What to append to the content of `before` so that it holds `after`. */
  append(before: T, after: T, tail: Tail): { bytes: Buffer; tail: Tail };
}

/** What was stored is no workspace. `message` says why, without quoting it: it is people's text. */
export class BrokenContent extends Error {}

const textOf = (content: Buffer): string => {
  if (content.length === 0) throw new BrokenContent('empty');
  // Flipped bits inside strings, which JSON.parse would pass.
  if (!isUtf8(content)) throw new BrokenContent(`${content.length} bytes that are no text`);
  // An editor's byte order mark.
  // Two steps in place of toString('utf8'), and half its time.
  const text = transcode(content, 'utf8', 'ucs2').toString('ucs2');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
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

const checked = (value: unknown, id: WorkspaceId): Workspace => {
  const complaint = checkAll(workspaceSchema, value);
  if (complaint !== undefined) throw new BrokenContent(complaint);
  const workspace = value as Workspace;
  if (workspace.id !== id) throw new BrokenContent('the document of another workspace');
  return workspace;
};

/** @throws BanjieError `workspace-broken` for a newer format */
const refuseNewer = (stored: unknown, name: string): void => {
  const format = formatOf(stored);
  if (typeof format !== 'number' || format <= WORKSPACE_FORMAT) return;
  throw new BanjieError(
    'workspace-broken',
    `${name} has format ${format}, written by a newer Banjie; this one reads up to ${WORKSPACE_FORMAT}: update the program`,
  );
};

/**
 * The workspace a JSON text holds, upgraded to the present format and checked; `name` is what a complaint calls it: its
 * file, its row.
 * @throws {@link BrokenContent}, and BanjieError `workspace-broken` for a newer format, which is sound and stays where it is
 */
export const workspaceIn = (text: string, id: WorkspaceId, name: string): Workspace => {
  const stored = parsed(text);
  refuseNewer(stored, name);
  return checked(upgraded(stored), id);
};

/** The state a content holds: its JSON, taken along what was appended since. */
const stateIn = ({ document, deltas }: Taken): unknown => {
  const stored = parsed(textOf(document));
  if (deltas.length === 0) return stored;
  if (typeof stored !== 'object' || stored === null) throw new BrokenContent('records behind no document');
  try {
    for (const delta of deltas) applyDelta(stored, delta);
  } catch {
    throw new BrokenContent('a record of another document');
  }
  return stored;
};

/** Reads and writes one workspace: JSON, with what changed since appended to it. `decode` throws as {@link workspaceIn} does. */
export const workspaceCodec = (id: WorkspaceId, name: string): Codec<Workspace> => {
  const bytes = new JsonBytes();
  return {
    decode: (content) => {
      const taken = takeApart(content);
      if (!taken) throw new BrokenContent('a record in the middle that is none');
      const stored = stateIn(taken);
      refuseNewer(stored, name);
      const isPresent = formatOf(stored) === WORKSPACE_FORMAT;
      return { data: checked(upgraded(stored), id), tail: isPresent && !taken.torn ? taken.tail : null };
    },
    encode: (workspace: StoredWorkspace) => bytes.of(workspace),
    append: (before, after: StoredWorkspace, tail) => recordOf(deltaOf(before, after), tail),
  };
};
