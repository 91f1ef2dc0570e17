import type { Adapter } from 'lowdb';
import type { Workspace } from '../../../src/workspace/workspace.ts';

/** Counts writes, holds them back until `release`, and makes them fail while `fault` is set, or once with `faultOnce`. */
export class SlowDisk {
  writes = 0;
  fault: Error | undefined;
  faultOnce: Error | undefined;
  #gate: Promise<void> = Promise.resolve();
  #open: () => void = () => undefined;

  readonly around = (file: Adapter<Workspace>): Adapter<Workspace> => ({
    read: () => file.read(),
    write: async (workspace) => {
      this.writes++;
      await this.#gate;
      const fault = this.fault ?? this.faultOnce;
      this.faultOnce = undefined;
      if (fault !== undefined) throw fault;
      await file.write(workspace);
    },
  });

  hold(): void {
    this.#gate = new Promise((resolve) => {
      this.#open = resolve;
    });
  }

  release(): void {
    this.#open();
  }
}

/** Lets everything that is ready run, without waiting for the disk. */
export const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 20));
