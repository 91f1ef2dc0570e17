import { LRUCache } from 'lru-cache';

export interface RememberingOptions {
  /** How long an answer is remembered, in ms. */
  ttl: number;
  /** How much memory the answers may take, in characters of their JSON. */
  size: number;
}

/**
 * Handles each id once: what is pushed again, or at the same moment, gets the answer of the first. In memory only; what
 * survives a restart is the workspace's own ledger. A failure is not remembered.
 */
export const answerOnce = <Answer extends object>({
  ttl,
  size,
}: RememberingOptions): ((id: string, handle: () => Promise<Answer>) => Promise<Answer>) => {
  const answers = new LRUCache<string, Answer>({
    ttl,
    maxSize: size,
    sizeCalculation: (answer, id) => id.length + JSON.stringify(answer).length + 100,
  });
  const running = new Map<string, Promise<Answer>>();
  return (id, handle) => {
    const before = answers.get(id) ?? running.get(id);
    if (before) return Promise.resolve(before);
    const work = handle()
      .then((answer) => {
        answers.set(id, answer);
        return answer;
      })
      .finally(() => running.delete(id));
    running.set(id, work);
    return work;
  };
};
