import { type ChildProcess, fork } from 'node:child_process';
import { tmpdir } from 'node:os';
import { fileURLToPath } from 'node:url';
import { programFile } from '../../program-file.ts';
import type { DrawingAnswer, DrawingJob } from './drawn.ts';

/** Heap of the child, in MB; a picture of ninety bars needs a fifth of it. */
const MEMORY_MB = 256;

const ENTRY = programFile('picture-process', import.meta.url);
const PROJECT = fileURLToPath(new URL('../../../', import.meta.url));

/** What is run, for tests: another program, or another font. */
export interface ChildOptions {
  entry?: string;
  font?: string;
}

/** The process that draws. It sees none of the bot's variables, and does not keep the bot alive. */
export class DrawingChild {
  readonly #child: ChildProcess;
  readonly #end = () => this.end();

  constructor({ entry = ENTRY.file, font }: ChildOptions) {
    this.#child = fork(entry, font === undefined ? [] : [font], {
      execArgv: [...ENTRY.execArgv, `--max-old-space-size=${MEMORY_MB}`],
      cwd: PROJECT,
      env: { TMPDIR: tmpdir() },
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.#child.unref();
    this.#child.channel?.unref();
    process.on('exit', this.#end);
    this.#child.once('exit', () => process.off('exit', this.#end));
    // It may end while a picture is on its way to it; that is told where its answer is waited for.
    this.#child.on('error', () => undefined);
  }

  get alive(): boolean {
    return this.#child.connected && this.#child.exitCode === null && this.#child.signalCode === null;
  }

  ask(job: DrawingJob): void {
    this.#child.send(job);
  }

  end(): void {
    this.#child.kill('SIGKILL');
  }

  /** Its next word. @throws Error when it says none within `limit` ms, or ended */
  next(limit: number): Promise<DrawingAnswer> {
    const child = this.#child;
    return new Promise((resolve, reject) => {
      const settle = (done: () => void): void => {
        clearTimeout(timer);
        child.off('message', onMessage).off('exit', onExit).off('error', onError);
        done();
      };
      const onMessage = (answer: unknown): void => settle(() => resolve(answer as DrawingAnswer));
      const onExit = (code: number | null, signal: string | null): void =>
        settle(() => reject(new Error(`ended with ${code ?? signal}`)));
      const onError = (error: Error): void => settle(() => reject(error));
      const timer = setTimeout(() => settle(() => reject(new Error(`no answer within ${limit} ms`))), limit);
      child.on('message', onMessage).on('exit', onExit).on('error', onError);
    });
  }
}
