import type { Logger } from 'pino';

/** Waits between two questions, in ms: soon after a start, at most every 15 s later on. */
const waitAfter = (tries: number) => Math.min(15_000, 500 * 2 ** tries);

/** The first failure is logged and then each twentieth: about every five minutes. */
const LOG_EVERY = 20;

export interface BotId {
  /**
   * The bot's own open_id; null while Feishu has not told it. Just after the start it waits up to `ms` for the first answer;
   * later, when that was a fault, it does not: every message of a day without that API would be held up.
   */
  known(ms: number): Promise<string | null>;
  stop(): void;
}

/** Asks Feishu who this bot is, in the background, until it answers: only then can a mention of it be told from another's. */
export function learnBotId(ask: () => Promise<string>, log: Logger): BotId {
  let id: string | null = null;
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;
  const attempt = async (tries: number) => {
    try {
      id = await ask();
    } catch (error) {
      if (tries % LOG_EVERY === 0) log.warn({ err: error, tries: tries + 1 }, 'feishu has not told the bot its id yet');
      if (!stopped) timer = setTimeout(() => attempt(tries + 1), waitAfter(tries));
    }
  };
  const firstAttempt = attempt(0);
  return {
    async known(ms) {
      if (id !== null) return id;
      let limit: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        limit = setTimeout(resolve, ms);
      });
      await Promise.race([firstAttempt, late]);
      clearTimeout(limit);
      return id;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
    },
  };
}
