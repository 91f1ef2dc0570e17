import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clearWinner, matchTitles } from '../../src/workspace/title-match.ts';
import { aSchedule, aTask } from '../builders/task.ts';

const TITLES = [
  '开展“三八”国际妇女节系列活动',
  '组织“六一”儿童节亲子活动',
  '召开劳动模范座谈会',
  '召开职工代表大会',
  '举办基层工会主席培训班',
  '举办财务人员业务培训班',
  '开展春节送温暖慰问活动',
  '开展夏季送清凉慰问活动',
  '第1期心理健康讲座',
  '第12期心理健康讲座',
  '签订女职工权益保护专项集体合同',
  '建设职工书屋3家',
  '推进厂务公开规范化建设',
  '建设重庆路社区职工之家',
  '组织全区职工运动会',
];
const tasks = TITLES.map((title, index) => aTask({ number: index + 1, title, text: `${title},并做好宣传报道` }));
const find = (words: string) => matchTitles(tasks, words);

describe('words that leave no doubt', () => {
  it.each([
    ['the title itself', '召开劳动模范座谈会', 3],
    ['without its quotation marks', '开展三八国际妇女节系列活动', 1],
    ['with other ones', '「三八」活动', 1],
    ['full width and spaces', '第１２期 心理健康讲座', 10],
    ['a part of it', '送温暖', 7],
    ['its ends', '三八节活动', 1],
    ['in another order', '培训财务', 6],
    ['a slip of sound', '劳动模范坐谈会', 3],
    ['another slip of sound', '送清亮', 8],
    ['with 的 in between', '三八节的活动', 1],
    ['full pinyin', 'zhigongshuwu', 12],
    ['pinyin with capitals and spaces', 'Zhi Gong Shu Wu', 12],
    ['pinyin by the sense of the word', 'chongqinglu', 14],
    ['pinyin of some syllables', 'sanbahuodong', 1],
    ['initials', 'zgsw', 12],
    ['characters and letters', '职工yundonghui', 15],
    ['shortened', '女工合同', 11],
  ])('%s: %s', (_, words, number) => {
    expect(clearWinner(find(words))?.number).toBe(number);
  });
});

describe('a festival the plan gives as the time', () => {
  const lecture = (number: number, stated: string, title: string) =>
    aTask({ number, title, text: `${stated}:${title}`, schedule: aSchedule({ stated }) });
  const year = [
    lecture(1, '三八节', '举办女职工维权讲座'),
    lecture(2, '重阳节', '组织退休干部座谈'),
    lecture(3, '4月下旬', '召开表彰大会'),
  ];

  it.each([
    ['三八节', 1],
    ['三八节活动', 1],
    ['重阳节座谈', 2],
    ['三八节讲座', 1],
    ['4月下旬', undefined],
    ['端午节活动', undefined],
  ])('完成 %s → %s', (words, number) => {
    expect(clearWinner(matchTitles(year, words))?.number).toBe(number);
  });
});

describe('words that leave doubt', () => {
  it.each([
    ['two titles fit', '培训', [5, 6]],
    ['two titles fit in pinyin', 'peixun', [5, 6]],
    ['a number is another', '第2期心理健康讲座', [9, 10]],
    ['a character is in no title', '中秋慰问活动', [7, 8]],
    ['two initials', 'px', [5, 6]],
    ['words of the text only', '做好宣传', [1, 2]],
  ])('%s: candidates, none of them clear', (_, words, first) => {
    const found = find(words);
    expect(clearWinner(found)).toBeUndefined();
    expect(found.matches.slice(0, 2).map(({ task }) => task.number)).toEqual(first);
  });

  it('two titles that are the same', () => {
    const twins = [aTask(), aTask({ number: 2 })];
    const found = matchTitles(twins, '召开一次职工代表大会');
    expect(found).toMatchObject({ matches: [{ score: 1 }, { score: 1 }], margin: 0 });
    expect(clearWinner(found)).toBeUndefined();
  });

  it.each(['张三', '火箭发射', '', '  ', '“”', '会', 'x', '啊'.repeat(500)])('%j: no candidate to act on', (words) => {
    expect(clearWinner(find(words))).toBeUndefined();
  });

  it('a title said in full wins over one that holds it', () => {
    const both = [aTask({ title: '职工运动会' }), aTask({ number: 2, title: '职工运动会总结' })];
    expect(clearWinner(matchTitles(both, '职工运动会'))?.number).toBe(1);
  });
});

describe('always', () => {
  const words = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: fc.constantFrom(...'职工三八节活动培训zgpx12“”的 😀𠮷'), maxLength: 20 }),
  );

  it('scores lie in 0–1, sorted, and nothing throws', () => {
    fc.assert(
      fc.property(words, fc.array(words, { maxLength: 8 }), (said, titles) => {
        const given = titles.map((title, index) => aTask({ number: index + 1, title, text: title }));
        const { matches, margin } = matchTitles(given, said);
        const scores = matches.map(({ score }) => score);
        expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true);
        expect(scores).toEqual(scores.toSorted((a, b) => b - a));
        expect(margin >= 0 && margin <= 1).toBe(true);
      }),
    );
  });

  it('a title finds itself first', () => {
    fc.assert(
      fc.property(fc.constantFrom(...tasks), (task) => {
        expect(find(task.title).matches[0]).toMatchObject({ task: { number: task.number }, score: 1 });
      }),
    );
  });
});
