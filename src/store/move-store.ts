import { isDeepStrictEqual } from 'node:util';
import type { Workspace, WorkspaceId } from '../workspace/workspace.ts';
import type { WorkspaceStore } from './workspace-store.ts';

type Side = Pick<WorkspaceStore, 'ids' | 'read'>;

/** How a move went: how many workspaces were written, and how many were there already, each the same to the last field. */
export type Moved =
  | { ok: true; written: number; there: number }
  /** Nothing was written: the destination holds other states of these workspaces, or ones the source does not have. */
  | { ok: false; differing: WorkspaceId[]; foreign: WorkspaceId[] };

const idsOf = async (side: Side): Promise<WorkspaceId[]> => {
  const ids: WorkspaceId[] = [];
  for await (const id of side.ids()) ids.push(id);
  return ids;
};

/** Everything of `workspace` in the place of everything that was there. */
const replaceWith =
  (workspace: Workspace) =>
  (draft: Workspace): void => {
    for (const key of Object.keys(draft)) Reflect.deleteProperty(draft, key);
    Object.assign(draft, workspace);
  };

/** The workspaces of `ids` that the two do not hold alike. */
export const differing = async (one: Side, other: Side, ids: Iterable<WorkspaceId>): Promise<WorkspaceId[]> => {
  const found: WorkspaceId[] = [];
  for (const id of ids) if (!isDeepStrictEqual(await one.read(id), await other.read(id))) found.push(id);
  return found;
};

/** The workspaces that are not alike in two stores, or are in one only; to be asked of stores opened after a move. */
export const differences = async (one: Side, other: Side): Promise<WorkspaceId[]> =>
  differing(one, other, new Set([...(await idsOf(one)), ...(await idsOf(other))]));

/**
 * Copies every workspace of one store into another, which holds none of them or some from an earlier attempt. The source
 * stays as it is, and nothing is written before the whole destination was looked at. A move cut off half way is gone on
 * with by moving again. Whether it all arrived is {@link differences}' to say, of stores opened anew: these here answer
 * from memory.
 * @param progress hears after each workspace how many are done, of how many
 * @throws whatever the stores throw
 */
export const moveStore = async (
  from: Side,
  to: Side & Pick<WorkspaceStore, 'update'>,
  progress: (done: number, all: number) => void = () => undefined,
): Promise<Moved> => {
  const sources = await idsOf(from);
  const there = new Set(await idsOf(to));
  const known = new Set(sources);
  const foreign = [...there].filter((id) => !known.has(id));
  const others = await differing(
    from,
    to,
    [...there].filter((id) => known.has(id)),
  );
  if (foreign.length > 0 || others.length > 0) return { ok: false, differing: others, foreign };
  for (const [at, id] of sources.entries()) {
    const workspace = there.has(id) ? undefined : await from.read(id);
    if (workspace) await to.update(id, replaceWith(workspace));
    progress(at + 1, sources.length);
  }
  return { ok: true, written: sources.length - there.size, there: there.size };
};
