import { describe, expect, it } from 'vitest';
import { readQuantities } from '../../../src/plan/read-quantities.ts';

const read = (text: string): string[] => readQuantities(text).map(({ op, value, unit }) => `${op}${value}${unit}`);

/** Every form of the section "Quantities"; one row for each way to say how much. */
const TARGETS: ReadonlyArray<readonly [text: string, ...targets: string[]]> = [
  ['新增基层工会800家', '=800家'],
  ['发展会员40000名', '=40000名'],
  ['培训4场,覆盖职工500人', '=4场', '=500人'],
  ['签订率达95%以上', '>=95%'],
  ['3家', '=3家'],
  ['拨付帮扶资金50万元', '=500000元'],
  ['服务职工1.2万人', '=12000人'],
  ['服务职工1,200人次', '=1200人次'],
  ['至少走访20户', '>=20户'],
  ['宣讲不少于20场', '>=20场'],
  ['办结率不低于98%', '>=98%'],
  ['合格率≥95%', '>=95%'],
  ['参赛职工达2000人', '>=2000人'],
  ['会员总数达到1.2万人', '>=12000人'],
  ['参加职工300多人', '>=300人'],
  ['走访300余户', '>=300户'],
  ['预计覆盖500人', 'approx500人'],
  ['培育示范企业约5家', 'approx5家'],
  ['举办活动6-8期', '>=6期'],
  ['组建2--3个职工之家', '>=2个'],
  ['推进3个社区工联会建设', '=3个'],
  ['召开两次座谈会', '=2次'],
  ['举办一期招聘会', '=1期'],
  ['全年开展一次检查', '=1次'],
  ['至少认领一名学生', '>=1名'],
  ['每季度至少召开一次例会', '>=1次'],
  ['签订率由80%提高到95%', '=95%'],
  ['机插率提高8个百分点', '=8个百分点'],
  ['合格率达百分之九十五', '>=95%'],
  ['药占比控制在30%以内', '=30%'],
  ['新增菌棒1200万棒', '=12000000棒'],
  ['征集建議二百條以上', '>=200條'],
];

/** Numbers that are nothing to reach. */
const NOT_TARGETS: readonly string[] = [
  '4月20日召开会议',
  '第3期简报',
  '召开六届八次全会',
  '在京基100大厦建会',
  '对照ISO9000管理',
  '推广“2+X”模式',
  '推进六进企业活动',
  '实施“1233”工程',
  '抓好四项工作',
  '突出3个方面',
  '上半年共接待了1536件',
  '现有会员500人',
  '目前已有43家企业签订',
  '由4-7人组成的小组',
  '每批不超过40人',
  '500人以上大型企业建会',
  '5人以上集体争议',
  '入围世界500强',
  '庆祝建党100周年',
  '每季度对场馆进行一次检查',
  '每月一次的信息互通',
  '造就一支队伍',
  '困难职工出现一户、掌握一户',
  '发放一次性补助',
  '3个工作日内答复',
  '学习《十件实事100项清单》',
  '确保二期9月底前投产',
  '表彰前3名',
];

describe('quantities to reach', () => {
  it.each(TARGETS)('%s', (text, ...targets) => expect(read(text)).toEqual(targets));
});

describe('numbers that are no quantities to reach', () => {
  it.each(NOT_TARGETS)('%s', (text) => expect(read(text)).toEqual([]));
});

describe('what is counted', () => {
  it.each([
    ['发展会员40000名', '会员'],
    ['举办一期招聘会', '招聘会'],
    ['签订率达95%以上', '签订率'],
    ['推进人民桥等3个社区工联会建设', '社区工联会建设'],
  ])('%s', (text, name) => expect(readQuantities(text)[0]?.name).toBe(name));

  it.each([
    ['新增会员500人', 'increase'],
    ['举办讲座4场', 'increase'],
    ['会员总数达到500人', 'level'],
    ['覆盖率90%', 'level'],
    ['慰问劳模60名', null],
  ])('%s', (text, kind) => expect(readQuantities(text)[0]?.kind).toBe(kind));
});
