import type { Instant } from '../calendar/date.ts';
import { noFeedLinks } from './feed-links.ts';
import { DEFAULT_SETTINGS } from './settings.ts';
import { WORKSPACE_FORMAT, type Workspace, type WorkspaceId } from './workspace.ts';

/** An empty workspace, as a group has it before its first word. */
export const newWorkspace = (id: WorkspaceId, at: Instant): Workspace => ({
  format: WORKSPACE_FORMAT,
  id,
  createdAt: at,
  plans: [],
  tasks: [],
  nextNumber: 1,
  members: [],
  administrators: [],
  owner: null,
  leaves: [],
  settings: structuredClone(DEFAULT_SETTINGS),
  feeds: noFeedLinks(),
  history: [],
  imports: [],
  questions: [],
  ledger: {
    seen: [],
    outbox: [],
    digests: [],
    reminders: { days: [], told: [] },
    missesToTell: [],
    pushing: { advised: false, goneSince: null },
  },
});
