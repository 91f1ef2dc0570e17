import type { Task } from './task.ts';
import type { Workspace } from './workspace.ts';

/** The task with this number, by binary search: the tasks stand in the order of their numbers. */
export declare function taskOf(workspace: Workspace, number: number): Task | undefined;
