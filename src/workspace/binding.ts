import { makeEdit } from './editing.ts';
import type { OpenChange } from './history.ts';
import { type Outcome, refuse } from './outcome.ts';
import { bindName, holderOf, memberOf } from './people.ts';
import { mayBind } from './rights.ts';
import type { MemberId } from './task.ts';

/** 绑定 王主席 @王五: {@link bindName} for somebody, by themselves or an administrator. */
export const bindFor = (
  open: OpenChange,
  id: MemberId,
  name: string,
  options: { evenIfCalled?: boolean } = {},
): ReturnType<typeof bindName> => {
  const may = mayBind(open.workspace, id, open.acting);
  return may.ok ? bindName(open, id, name, options) : may;
};

/** 解绑 王主席: the name is nobody's again, or theirs whom the platform calls so. */
export const unbindName = (open: OpenChange, name: string): Outcome<{ name: string; member: MemberId }> => {
  const { workspace } = open;
  const holder = holderOf(workspace, name);
  const place = (holder === undefined ? undefined : memberOf(workspace, holder))?.bound.indexOf(name) ?? -1;
  if (holder === undefined || place < 0) return refuse({ reason: 'not-bound', name, called: holder ?? null });
  const may = mayBind(workspace, holder, open.acting);
  if (!may.ok) return may;
  makeEdit(open, { on: { kind: 'member', id: holder }, field: `bound[${place}]`, before: name, after: null });
  return { ok: true, name, member: holder };
};
