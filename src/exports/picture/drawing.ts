import PQueue from 'p-queue';
import { BanjieError } from '../../banjie-error.ts';
import type { Picture } from '../../cards/picture.ts';
import { type ChildOptions, DrawingChild } from './drawing-child.ts';
import type { Draw, Drawn } from './drawn.ts';

/** How long the process may take to come up, and over one picture, in ms; a delivery as a whole has 10 s. */
const START_LIMIT_MS = 6_000;
const DRAW_LIMIT_MS = 3_000;
/** How long the process is kept after its last picture, in ms: it holds some 150 MB. */
const IDLE_MS = 60_000;
const MOST_WAITING = 20;

const SENTENCES = {
  font: '图画不出来:程序自带的中文字体缺失或打不开,请联系部署的人重新运行 npm ci。文字版可发“统计”',
  failed: '这张图没有画出来,其他功能不受影响。请过一会儿再发一次,或发“统计”看文字版',
  busy: '正在画的图太多,请过一会儿再发一次',
  stopping: '机器人正在重启,图没有画完。请过一会儿再发一次',
} as const;

/** The part of a logger that is needed here. */
export interface DrawingLog {
  error(details: object, message: string): void;
}

export interface DrawingOptions extends ChildOptions {
  log: DrawingLog;
  startLimitMs?: number;
  drawLimitMs?: number;
  idleMs?: number;
}

/** Pictures are drawn one after the other by a process of their own, begun with the first and ended when idle. */
export interface Drawing {
  draw: Draw;
  /** True while the process lives. */
  running(): boolean;
  /** Ends the process; what it was drawing fails. */
  stop(): void;
}

class Studio implements Drawing {
  readonly #options: DrawingOptions;
  readonly #queue = new PQueue({ concurrency: 1 });
  #child: DrawingChild | undefined;
  #idle: NodeJS.Timeout | undefined;
  #stopped = false;
  #count = 0;

  constructor(options: DrawingOptions) {
    this.#options = options;
  }

  readonly draw: Draw = async (picture) => {
    if (this.#queue.size >= MOST_WAITING) throw new BanjieError('paper-failed', SENTENCES.busy);
    return this.#queue.add(() => this.#drawNow(picture));
  };

  running(): boolean {
    return this.#child?.alive ?? false;
  }

  stop(): void {
    this.#stopped = true;
    this.#end();
  }

  #end(): void {
    clearTimeout(this.#idle);
    this.#child?.end();
    this.#child = undefined;
  }

  async #drawNow(picture: Picture): Promise<Drawn> {
    if (this.#stopped) throw new BanjieError('paper-failed', SENTENCES.stopping);
    clearTimeout(this.#idle);
    try {
      const child = await this.#ready();
      this.#count += 1;
      const id = this.#count;
      child.ask({ id, picture });
      const answer = await child.next(this.#options.drawLimitMs ?? DRAW_LIMIT_MS);
      if (answer.kind === 'drawn' && answer.id === id) return answer.drawn;
      throw new Error('fault' in answer ? answer.fault : `unexpected ${answer.kind}`);
    } catch (error) {
      throw this.#failed(error);
    } finally {
      this.#rest();
    }
  }

  /** The process, up and with a font. */
  async #ready(): Promise<DrawingChild> {
    if (this.#child?.alive) return this.#child;
    const child = new DrawingChild(this.#options);
    this.#child = child;
    const answer = await child.next(this.#options.startLimitMs ?? START_LIMIT_MS);
    if (answer.kind === 'up') return child;
    if (answer.kind !== 'no-font') throw new Error(`unexpected ${answer.kind}`);
    this.#options.log.error({ fault: answer.fault }, 'no pictures: the Chinese font is missing or does not load');
    throw new BanjieError('paper-failed', SENTENCES.font);
  }

  /** Whatever went wrong, the next picture begins with a process of its own. */
  #failed(error: unknown): BanjieError {
    this.#end();
    if (this.#stopped) return new BanjieError('paper-failed', SENTENCES.stopping);
    if (error instanceof BanjieError) return error;
    const fault = error instanceof Error ? error.message : 'unknown';
    this.#options.log.error({ fault }, 'a picture could not be drawn');
    return new BanjieError('paper-failed', SENTENCES.failed, { cause: error });
  }

  #rest(): void {
    if (!this.#child || this.#queue.size > 0) return;
    this.#idle = setTimeout(() => this.#end(), this.#options.idleMs ?? IDLE_MS);
    this.#idle.unref();
  }
}

/** Draws pictures as PNG, off this process's event loop. A crash or hang is an error of that one picture. */
export const createDrawing = (options: DrawingOptions): Drawing => new Studio(options);
