import { makeEdit } from './editing.ts';
import type { OpenChange } from './history.ts';
import { type Outcome, refuse } from './outcome.ts';
import { administratorsOf } from './people.ts';
import { mayAdminister } from './rights.ts';
import type { MemberId } from './task.ts';

/** Who became an administrator or is one no longer; all of them before and after, the group's owner included. */
export interface Administered {
  member: MemberId;
  before: MemberId[];
  after: MemberId[];
}

const put = (open: OpenChange, index: number, before: MemberId | null, after: MemberId | null): void =>
  makeEdit(open, { on: { kind: 'workspace' }, field: `administrators[${index}]`, before, after });

/** 设置 管理员 @李四, by administrators. The group's owner may be made one too: they stay so when the group changes hands. */
export const addAdministrator = (open: OpenChange, member: MemberId): Outcome<Administered> => {
  const { workspace, acting } = open;
  const may = mayAdminister(workspace, acting);
  if (!may.ok) return may;
  if (workspace.administrators.includes(member)) return refuse({ reason: 'already-administrator', member });
  const before = administratorsOf(workspace);
  put(open, workspace.administrators.length, null, member);
  return { ok: true, member, before, after: administratorsOf(workspace) };
};

/** 取消管理员 李四, by administrators. Somebody always stays one, and the group's owner is one by that. */
export const removeAdministrator = (open: OpenChange, member: MemberId): Outcome<Administered> => {
  const { workspace, acting } = open;
  const may = mayAdminister(workspace, acting);
  if (!may.ok) return may;
  if (workspace.owner === member) return refuse({ reason: 'is-owner', member });
  const index = workspace.administrators.indexOf(member);
  if (index === -1) return refuse({ reason: 'not-administrator', member });
  const before = administratorsOf(workspace);
  if (before.length === 1) return refuse({ reason: 'last-administrator', member });
  put(open, index, member, null);
  return { ok: true, member, before, after: administratorsOf(workspace) };
};
