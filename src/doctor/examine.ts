import type { Check, Finding } from './finding.ts';

/** How long a check may take, in ms; the others do not wait for it. */
export const CHECK_LIMIT_MS = 10_000;

/** A check and what it found. */
export interface Examined {
  check: Check;
  findings: Finding[];
}

const LATE: Finding = {
  level: 'fault',
  says: { zh: '10 秒内没有结果', en: 'no result within 10 s' },
  todo: {
    zh: '请看网络、磁盘或数据库是不是卡住了，再试一次',
    en: 'see whether network, disk or database hang, then try again',
  },
};

const notDone = (error: unknown): Finding => {
  const why = (error as NodeJS.ErrnoException | null)?.code ?? (error instanceof Error ? error.name : 'unknown');
  return {
    level: 'fault',
    says: { zh: `这一项没有查成（${why}）`, en: `this could not be checked (${why})` },
    todo: { zh: '请把这一行告诉维护的人', en: 'tell this line to whoever maintains the bot' },
  };
};

const within = async (check: Check, limitMs: number): Promise<Finding[]> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<Finding[]>((resolve) => {
    timer = setTimeout(() => resolve([LATE]), limitMs);
  });
  try {
    return await Promise.race([check.look(), late]);
  } catch (error) {
    return [notDone(error)];
  } finally {
    clearTimeout(timer);
  }
};

/** Makes all checks side by side; none stops another, however it ends. In the order given. */
export const examine = (checks: readonly Check[], limitMs = CHECK_LIMIT_MS): Promise<Examined[]> =>
  Promise.all(checks.map(async (check) => ({ check, findings: await within(check, limitMs) })));
