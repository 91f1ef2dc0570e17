import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { type Chat, openChat } from './chat.ts';
import { effectOf } from './effect.ts';
import { aLedger } from './ledger.ts';

/**
 * What is said (one message, or several one after another), what it changes (see {@link effectOf}), and what the last
 * answer holds. A message is u1's unless it begins with another's id: `u2> 完成 12`.
 */
export type Sentence = [said: string | string[], effect: (string | RegExp)[], answer?: RegExp];

/** Who stands behind an `@` in the sentences; every other `@` is a name that nobody in the group has. */
const mentioned = [
  { name: '王五', id: 'u5' },
  { name: '赵六', id: 'u6' },
  { name: '小李', id: 'u2' },
  { name: '访客', id: 'u3' },
];

/** What the bot says when it does not know what was meant. */
export const NOT_UNDERSTOOD = /【没看懂】/u;

const turnOf = (said: string) => {
  const [, by = 'u1', text = said] = /^(u\d)> ([\s\S]*)$/u.exec(said) ?? [];
  const mentions = mentioned.filter(({ name }) => text.includes(`@${name}`));
  return { text, by, mentions };
};

/** Says the turns one after another; the effect of all of them and the last answer. */
export const hold = async (chat: Chat, said: string | string[]): Promise<{ effect: string[]; answer: string }> => {
  const before = await chat.workspace();
  let answer = '';
  for (const turn of [said].flat()) {
    const { text, ...overrides } = turnOf(turn);
    answer = await chat.say(text, overrides);
  }
  return { effect: effectOf(before, await chat.workspace()), answer };
};

export interface SentenceOptions {
  workspace?: Workspace;
  /** False where a sentence may be answered with suggestions, so long as it changes nothing. */
  understood?: boolean;
}

/** One test for each sentence, on a fresh {@link aLedger} (12 May 2026, a Tuesday, 10:00) unless another is given. */
export const describeSentences = (topic: string, sentences: Sentence[], options: SentenceOptions = {}): void => {
  const { workspace = aLedger(), understood = true } = options;
  describe(topic, () => {
    let chat: Chat;
    beforeAll(async () => {
      chat = await openChat({ workspace });
    });
    afterAll(() => chat.close());

    it.each(sentences)('%j', async (said, effect, answer = /./u) => {
      await chat.reset(structuredClone(workspace));
      const held = await hold(chat, said);
      expect(held.effect).toEqual(
        effect.map((each) => (typeof each === 'string' ? each : expect.stringMatching(each))),
      );
      expect(held.answer).toMatch(answer);
      if (understood) expect(held.answer).not.toMatch(NOT_UNDERSTOOD);
      expect(chat.faults).toEqual([]);
    });
  });
};
