import { describe, expect, it } from 'vitest';
import type { DigestRow } from '../../src/digests/digest.ts';
import { sayDone, sayPlanned, wide } from '../../src/exports/paper-words.ts';

const aDone = (overrides: Partial<DigestRow> = {}): DigestRow => ({
  number: 1,
  title: '召开职工代表大会',
  light: '✅',
  section: '',
  leaders: [],
  units: ['办公室'],
  owners: [],
  date: '4月3日',
  note: '',
  ...overrides,
});

describe('sayDone', () => {
  it.each<[Partial<DigestRow>, string]>([
    [{}, '召开职工代表大会（办公室）：4月3日办结。'],
    [
      { note: '已开展,参加85人(含女职工30人)' },
      '召开职工代表大会（办公室）：4月3日办结，已开展，参加85人（含女职工30人）。',
    ],
    [{ note: '逾期办结 · 已补签到表。' }, '召开职工代表大会（办公室）：4月3日逾期办结，已补签到表。'],
    [
      { date: '4月3日、10日', note: '每周 2期 · 逾期办结' },
      '召开职工代表大会（办公室）：每周（2期），4月3日、10日逾期办结。',
    ],
    [{ note: '每年 · 已开完' }, '召开职工代表大会（办公室）：每年，4月3日办结，已开完。'],
    [{ units: [], owners: ['李梅'], note: '' }, '召开职工代表大会（李梅）：4月3日办结。'],
    [{ units: [] }, '召开职工代表大会：4月3日办结。'],
    [
      { light: '🔴', date: '', note: '每月 4月 · 应于4月30日办结 · 4月10日进展:对方已回函(60%)' },
      '召开职工代表大会（办公室）：每月（4月），应于4月30日办结，4月10日进展：对方已回函（60%）。',
    ],
    [
      { light: '🟡', date: '', note: '5月30日 周六到期 · 无进展记录' },
      '召开职工代表大会（办公室）：5月30日到期，无进展记录。',
    ],
    [{ light: '🟢', note: '场地已定(60%)' }, '召开职工代表大会（办公室）：4月3日进展：场地已定（60%）。'],
    [{ title: '报送报表(电子版),一式两份。', note: '' }, '报送报表(电子版),一式两份（办公室）：4月3日办结。'],
    [{ light: '🔴', date: '', note: '', units: [] }, '召开职工代表大会。'],
  ])('%j', (row, said) => {
    expect(sayDone(aDone(row))).toBe(said);
  });
});

describe('sayPlanned', () => {
  it.each<[Partial<DigestRow>, string]>([
    [{ note: '5月4日—5月8日', leaders: ['陈静'] }, '召开职工代表大会，5月4日—5月8日。责任领导：陈静；责任单位：办公室'],
    [{ note: '每月 · 5月31日 周日前' }, '召开职工代表大会，每月，5月31日前。责任单位：办公室'],
    [{ note: '每周 13期', units: [] }, '召开职工代表大会，每周。'],
    [{ title: '每月召开一次例会', note: '每月 3期 · 5月31日 周日前' }, '每月召开一次例会，5月31日前。责任单位：办公室'],
    [{ title: '每周更新专栏', note: '每周 13期', units: [] }, '每周更新专栏。'],
    [{ note: '5月12日 周二', units: ['工会(本级);机关'] }, '召开职工代表大会，5月12日。责任单位：工会(本级);机关'],
  ])('%j', (row, said) => {
    expect(sayPlanned(aDone({ date: '', ...row }))).toBe(said);
  });
});

describe('wide', () => {
  it.each([
    ['到4月30日,全年20项:已办结0,逾期1', '到4月30日，全年20项：已办结0，逾期1'],
    ['上周办结(4月20日—4月26日)', '上周办结（4月20日—4月26日）'],
    ['09:00开会', '09:00开会'],
    ['比例1:2,共1,200人', '比例1:2，共1,200人'],
    ['=SUM(A1,B2)', '=SUM(A1,B2)'],
    ['', ''],
  ])('%j is %j', (text, said) => {
    expect(wide(text)).toBe(said);
  });

  it('takes no longer per character for a long run of brackets', () => {
    expect(wide('(('.repeat(50_000) + ','.repeat(50_000)).length).toBe(150_000);
  });
});
