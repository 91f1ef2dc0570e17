import { statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { WorkspaceId } from '../../workspace/workspace.ts';
import type { AgendaEntry, WorkspaceAgenda } from './agenda.ts';
import { writeDurably } from './durable-file.ts';
import { fileNameOf, workspaceIdOf } from './file-name.ts';

const AGENDA = 'agenda';
/** A crash costs reading the workspaces that changed since: at most a minute's. */
const SAVE_EVERY_MS = 60_000;

/** Tells one content of a file from every later one: each write makes a new file and renames it, or makes it longer. */
const stampSchema = z.tuple([z.number(), z.number(), z.number()]);
type Stamp = z.infer<typeof stampSchema>;

const lineSchema = z.object({
  stamp: stampSchema,
  nextLook: z.number(),
  lookedAt: z.number(),
  outbox: z.number().int().nonnegative().nullable(),
});
const contentSchema = z.record(z.string(), lineSchema);
type Lines = Map<string, z.infer<typeof lineSchema>>;

const stampOf = ({ ino, mtimeMs, size }: { ino: number; mtimeMs: number; size: number }): Stamp => [ino, mtimeMs, size];

/**
 * The agenda written down beside the workspaces, so that a start reads no workspace. It is a note, not a truth: a line
 * counts only while the file it speaks of is the very one it was written about, and without it all is read once more.
 */
export class AgendaFile {
  readonly #folder: string;
  readonly #agenda: WorkspaceAgenda;
  #lines: Lines = new Map();
  #timer: NodeJS.Timeout | undefined;
  #saving: Promise<void> = Promise.resolve();

  constructor(folder: string, agenda: WorkspaceAgenda) {
    this.#folder = folder;
    this.#agenda = agenda;
  }

  /** Makes every workspace among `names` known to the agenda, with its line where that still counts; then notes changes down once a minute. */
  async open(names: readonly string[]): Promise<void> {
    const lines = await this.#read();
    for (const name of names) {
      const id = workspaceIdOf(name);
      if (id === undefined) continue;
      const line = lines.get(name);
      const isTrue = line !== undefined && this.#stampNow(name) === String(line.stamp);
      if (isTrue) this.#lines.set(name, line);
      this.#agenda.found(id, isTrue ? entryOf(line) : undefined);
    }
    this.#timer = setInterval(() => {
      this.#saving = this.#save();
    }, SAVE_EVERY_MS);
    this.#timer.unref();
  }

  /** Notes down what is left to be noted. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    await this.#saving;
    await this.#save();
  }

  async #read(): Promise<Lines> {
    const content = await readFile(path.join(this.#folder, AGENDA), 'utf8').catch(() => '{}');
    try {
      return new Map(Object.entries(contentSchema.parse(JSON.parse(content))));
    } catch {
      return new Map();
    }
  }

  /** Synchronous: at start nobody else is served, and ten thousand calls cost a tenth of the asynchronous ones. */
  #stampNow(name: string): string | undefined {
    const stats = statSync(path.join(this.#folder, name), { throwIfNoEntry: false });
    return stats && String(stampOf(stats));
  }

  async #save(): Promise<void> {
    if (!this.#agenda.isChanged) return;
    for (const id of this.#agenda.takeChanged()) await this.#note(id);
    const content = Buffer.from(JSON.stringify(Object.fromEntries(this.#lines)));
    // Not worth a word: without the note the next start reads more.
    await writeDurably(path.join(this.#folder, AGENDA), content).catch(() => undefined);
  }

  /**
   * A file that is written while it is looked at gets no line: that would speak of another content. So does one whose
   * write began and has not ended: its entry knows of no outbox, and everything unknown is read at the next start.
   */
  async #note(id: WorkspaceId): Promise<void> {
    const name = fileNameOf(id);
    const before = this.#agenda.version(id);
    const stats = await stat(path.join(this.#folder, name)).catch(() => undefined);
    const entry = this.#agenda.entry(id);
    if (stats && entry && this.#agenda.version(id) === before)
      this.#lines.set(name, { stamp: stampOf(stats), ...entry });
    else this.#lines.delete(name);
  }
}

const entryOf = ({ nextLook, lookedAt, outbox }: AgendaEntry): AgendaEntry => ({ nextLook, lookedAt, outbox });
