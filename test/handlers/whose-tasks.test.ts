import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { type Chat, openChat } from '../builders/chat.ts';
import { aCrowd, mentionsIn } from '../builders/people.ts';
import { aMember } from '../builders/workspace.ts';

let chat: Chat;
beforeAll(async () => {
  chat = await openChat({ workspace: aCrowd() });
});
afterAll(() => chat.close());

/** Numbers on the answer to the last line, ascending. A line may begin with who says it: `u4: 我的`; `u9(王明): 我的` with the platform's name. */
const numbers = async (workspace: Workspace, ...lines: string[]): Promise<number[]> => {
  await chat.reset(workspace);
  let answer = '';
  for (const line of lines) {
    const [, id = 'u1', name = null, text = ''] = /^(?:(u\d)(?:\((.+?)\))?: )?(.*)$/.exec(line) ?? [];
    answer = await chat.say(text, { sender: { id, name }, mentions: mentionsIn(text) });
  }
  return [...answer.matchAll(/#(\d+) /g)].map((found) => Number(found[1])).sort((a, b) => a - b);
};

describe('我的 and a name, for who is', () => {
  it.each<[string, string[], number[]]>([
    ['bound by 我是: 我的', ['u4: 我是 王明', 'u4: 我的'], [1, 11]],
    ['bound by 我是: the plan’s name', ['u4: 我是 王明', '王明'], [1, 11]],
    ['bound by 我是: the platform’s name', ['u4: 我是 王明', '钱进'], [1, 11]],
    ['bound by 我是: an @', ['u4: 我是 王明', '@钱进'], [1, 11]],
    ['bound by 绑定: 我的', ['绑定 王明 @钱进', 'u4: 我的'], [1, 11]],
    ['bound by 绑定: a name', ['绑定 王明 @钱进', '王明的任务'], [1, 11]],
    ['bound by 绑定: an @', ['绑定 王明 @钱进', '@钱进 未完成'], [1, 11]],
    ['bound to two names: 我的', ['绑定 王明 @小李', 'u2: 我的'], [1, 3, 11, 13]],
    ['bound to two names: the one', ['绑定 王明 @小李', '王明'], [1, 3, 11, 13]],
    ['bound to two names: the other', ['绑定 王明 @小李', '李芳'], [1, 3, 11, 13]],
    ['bound to two names: with a time', ['绑定 王明 @小李', '4月 王明'], [1, 3]],
    ['no longer bound: 我的', ['解绑 李芳', 'u2: 我的'], []],
    ['no longer bound: the name', ['解绑 李芳', '李芳'], [3, 13]],
    ['called as in the plan: 我的', ['u5: 我的'], [12]],
    ['called as in the plan: the name', ['李婷'], [12]],
    ['called as in the plan: an @', ['@李婷'], [12]],
    ['called as in the plan, and new to the group: 我的', ['u9(王明): 我的'], [1, 11]],
    ['called as in the plan, and new to the group: an @', ['@王明'], [1, 11]],
    ['called as in the plan, and new to the group: an @ with a time', ['@王明 4月'], [1]],
    ['nobody in the group: the name', ['王明'], [1, 11]],
    ['nobody in the plan: 我的', ['u3: 我的'], []],
    ['nobody in the plan: an @', ['@访客'], []],
  ])('%s', async (_, lines, expected) => {
    expect(await numbers(aCrowd(), ...lines)).toEqual(expected);
  });
});

describe('two members of the plan’s name', () => {
  const twins = aCrowd();
  const workspace = { ...twins, members: [...twins.members, aMember({ id: 'u8', name: '李婷' })] };

  it.each<[string, string[], number[]]>([
    ['are nobody by 我的', ['u5: 我的'], []],
    ['are nobody by 我的, the other neither', ['u8: 我的'], []],
    ['are nobody by an @', ['@李婷'], []],
    ['leave the name to the plan', ['李婷'], [12]],
    ['are told apart by 绑定', ['绑定 李婷 @李婷', 'u5: 我的'], [12]],
    ['are told apart by 我是', ['u8: 我是 李婷', 'u8: 我的'], [12]],
    ['of whom one is bound leave the other nobody', ['绑定 李婷 @李婷', 'u8: 我的'], []],
  ])('%s', async (_, lines, expected) => {
    expect(await numbers(workspace, ...lines)).toEqual(expected);
  });

  it('are told how to be known', async () => {
    await chat.reset(workspace);
    expect(await chat.say('我的', { by: 'u5' })).toContain('我是 张三');
    expect(await chat.say('@李婷', { mentions: mentionsIn('@李婷') })).toContain('绑定 计划里的名字 @李婷');
  });
});

describe('who acts for somebody away', () => {
  const away = '李芳请假到6月1日由周敏代';

  it.each<[string, string[], number[]]>([
    ['sees their tasks under 我的', [away, 'u1: 我的'], [3, 4, 13]],
    ['and not by name', [away, '周敏'], [4]],
    ['but by what anybody can say', [away, 'u3: 周敏名下'], [3, 4, 13]],
    ['with a time', [away, '5月 我的 未完成'], [3, 4, 13]],
    ['and not before or after', [away, '李芳销假', 'u1: 我的'], [4]],
    ['who still sees them too', [away, 'u2: 我的'], [3, 13]],
    ['by any of their names', ['绑定 王明 @小李', '小李请假到6月1日由周敏代', 'u1: 我的'], [1, 3, 4, 11, 13]],
  ])('%s', async (_, lines, expected) => {
    expect(await numbers(aCrowd(), ...lines)).toEqual(expected);
  });

  it('is told so above the list, and its pages are the same for everybody', async () => {
    const answer = await chat.reset(aCrowd()).then(async () => {
      await chat.say(away);
      return chat.receive(chat.message('我的', { by: 'u1' }));
    });
    const card = answer.reply?.kind === 'card' ? answer.reply.card : undefined;
    expect([card?.title, card?.view]).toEqual(['我的(周敏,代李芳)', '周敏名下']);
  });
});
