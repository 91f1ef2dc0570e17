import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PLAN } from '../e2e/feishu-office.ts';

/** What the bot's door said to a push, and what people read in the chat for it; `answer` empty where nothing came. */
export interface PushOutcome {
  status: number;
  answer: string;
}

/** The bot on one platform, over a stand-in that keeps the platform's documented rules and refuses what it would refuse. */
export interface PlatformOffice {
  /** Somebody @s the bot in the group; `id` makes it the same message again. */
  say(text: string, id?: string): Promise<PushOutcome>;
  /** The same push several times at once. */
  sayAtOnce(text: string, times: number): Promise<PushOutcome[]>;
  /** Presses the button of the newest card that says `say`; where the platform shows no button, says it. */
  press(say: string): Promise<PushOutcome>;
  /** A push signed with another secret. */
  forge(text: string): Promise<number>;
  /** A rightly signed push of a kind nobody knows. */
  pushUnknown(): Promise<PushOutcome>;
  /** Bytes to the bot's door as they are. */
  post(body: string): Promise<number>;
  /** What of the newest message would do something in a client: an @, a colour. */
  acts(): string[];
  /** Messages in the group so far, pushed and returned, as people read them. */
  read(): string[];
  restart(): Promise<void>;
  /** Every log line so far. */
  logged(): string;
  /** What must never be in one. */
  secrets(): string[];
  close(): Promise<void>;
}

const HOSTILE = '@all <@zhangsan> <at id=all></at> <font color="warning">红</font> **粗** [链](https://evil.example)';
const LONG = Array.from(
  { length: 120 },
  (_, index) => `${index + 1}. ${(index % 12) + 1}月:组织第${index + 1}项😀活动。责任单位:办公室。`,
);

/** What the bot does the same on every platform. `open` gives a new office each time. */
export const platformContract = (name: string, open: () => Promise<PlatformOffice>): void => {
  describe(`${name} keeps the contract of a platform`, () => {
    let office: PlatformOffice;
    beforeEach(async () => {
      office = await open();
    });
    afterEach(() => office.close());

    const ask = async (text: string): Promise<string> => (await office.say(text)).answer;
    const importPlan = async (text = PLAN): Promise<void> => {
      expect(await ask(text)).toContain('导入预览');
      expect(await ask('确认导入')).toContain('已导入');
    };

    it('a command is answered once, and its change is there', async () => {
      await importPlan();
      const before = office.read().length;
      expect(await office.say('完成 4')).toMatchObject({ status: 200, answer: expect.stringContaining('办结 #4') });
      expect(office.read()).toHaveLength(before + 1);
      expect(await ask('已完成')).toContain('#4');
    });

    it('a push that comes again has no second effect', async () => {
      await importPlan();
      await office.say('进展 4 场地已定', 'again-1');
      expect((await office.say('进展 4 场地已定', 'again-1')).status).toBe(200);
      await office.restart();
      expect((await office.say('进展 4 场地已定', 'again-1')).status).toBe(200);
      expect((await ask('记录 4')).match(/场地已定/gu)).toHaveLength(1);
    });

    it('four at once of one push have one effect', async () => {
      await importPlan();
      const outcomes = await office.sayAtOnce('进展 4 人员已定', 4);
      expect(outcomes.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
      expect((await ask('记录 4')).match(/人员已定/gu)).toHaveLength(1);
    });

    it('a forged push is refused, and changes nothing', async () => {
      await importPlan();
      expect(await office.forge('完成 4')).toBe(401);
      expect(await ask('已完成')).not.toContain('#4');
    });

    it('a rightly signed push of an unknown kind is taken and has no effect', async () => {
      await importPlan();
      const before = office.read();
      expect((await office.pushUnknown()).status).toBe(200);
      expect(office.read()).toEqual(before);
    });

    it.each([
      ['no JSON', 'hello'],
      ['JSON that is no object', '[1,2]'],
      ['sealed with nothing', '{"encrypt":7}'],
      ['too large', `{"encrypt":"${'a'.repeat(3_000_000)}"}`],
    ])('a body that is %s is turned away, not answered with a fault', async (_, body) => {
      const status = await office.post(body);
      expect(status).toBeGreaterThanOrEqual(400);
      expect(status).toBeLessThan(500);
    });

    it('people’s text does nothing but stand there', async () => {
      await importPlan(`导入 2026\n1. 5月:${HOSTILE}。责任单位:办公室。\n2. 6月召开例会。`);
      for (const text of ['5月', '1', '找 zhangsan', '月报']) {
        expect(await ask(text), text).toContain('@all');
        expect(office.acts()).toEqual([]);
      }
    });

    it('a long plan and its list are within what the platform takes', async () => {
      await importPlan(`导入 2026\n${LONG.join('\n')}`);
      expect(await ask('全年')).toContain('120项');
      expect(await ask('未完成')).toContain('#1');
    });

    it('a button does what it says, once', async () => {
      await importPlan();
      await office.say('完成 4 有困难');
      await office.press('完成 4');
      expect(await ask('已完成')).toContain('#4');
    });

    it('no secret is in the log, whatever happens', async () => {
      await importPlan();
      await office.forge('完成 4');
      await office.pushUnknown();
      for (const secret of office.secrets()) {
        expect(secret.length).toBeGreaterThan(5);
        expect(office.logged()).not.toContain(secret);
      }
    });
  });
};
