import { describe, expect, it } from 'vitest';
import { dealtCells } from '../../../src/plan/table/dealt-cells.ts';

describe('the cells of a row, dealt to 工作内容 and 备注', () => {
  it.each([
    ['a list stays in one', ['1.走访职工;', '2.编制决算。'], ['1.走访职工;\n2.编制决算。', '']],
    [
      'and is not torn for a third item',
      ['1.考核;', '2.汇演;', '3.编制预算。'],
      ['1.考核;\n2.汇演;\n3.编制预算。', ''],
    ],
    [
      'words behind its end are a remark',
      ['1.疗休养;', '2.开办托管班。', '值班制'],
      ['1.疗休养;\n2.开办托管班。', '值班制'],
    ],
  ])('%s', (_, cells, dealt) => {
    expect(dealtCells(cells, ['task', 'note'])).toEqual(dealt);
  });
});
