import { FIGURE, ONE, pattern, type Rephrasing, rephrase } from './rephrasing.ts';

/** Of what was done: a figure with none of these may be a goal, or a reminder. */
const TOLD = '(?=.*(?:了|过|又|再|这个月|本月|这周|本周|今天|昨天|上周|上月))';
const TIME = '(?:这个月|本月|这周|本周|今天|昨天|上周|上月)?';

/** What is counted, and that there is more of it. */
const GREW =
  '(?!\\d)(.{2,10}?)(?:这个月|本月|这周|本周|今天|昨天|上周|上月|最近)?(?:又|再|新|刚|已|已经){0,3}(?:净增|净增加|新办|新建|发展|建成|建|增加|增|加|签订|签|培训|走访|慰问|举办|开展|开|吸收|发放|组建|完成)(?:好|成)?(?:了|过)?';

/** Figures said without 上报 or 更正. */
export const FIGURES: readonly Rephrasing[] = [
  rephrase(
    'first',
    pattern(
      '(?!刚|我|上次|上一|前面)(.{1,12}?)(?:数|数字|数据)?(?:报|填|记|上报)(?:多|少|错|高|低)(?:了)?,?(?:应该是|应该|应为|应是|改为|改成|是|实际是|更正为)',
      FIGURE,
    ),
    ([, whose, value, unit = '']) => `更正 ${whose} ${value}${unit}`,
  ),
  rephrase(
    'asked',
    pattern('(?:把|将)(.{1,12}?)的?(?:数|数字|数据|累计|指标)(?:改成|改为|改到|更正为)', FIGURE),
    ([, whose, value, unit = '']) => `更正 ${whose} ${value}${unit}`,
  ),
  rephrase('sure', pattern(ONE, ' ?\\+ ?', FIGURE), ([, one, value, unit = '']) => `上报 ${one} 新增${value}${unit}`),
  rephrase(
    'sure',
    pattern(ONE, ' ?([\\p{Script=Han}]{2,8}) ?\\+ ?', FIGURE),
    ([, one, name, value, unit = '']) => `上报 ${one} ${name} 新增${value}${unit}`,
  ),
  rephrase(
    'sure',
    pattern(ONE, ' ?(?:报|填报|填|报了) ?', FIGURE),
    ([, one, value, unit = '']) => `上报 ${one} ${value}${unit}`,
  ),
  rephrase(
    'asked',
    pattern(ONE, ' ?(?!累计|新增|总数|增加|又|再|报|完成)(\\p{Script=Han}{2,8}?)[ :]?', '(\\d{1,6})'),
    ([, one, name, value]) => `上报 ${one} ${name} ${value}`,
  ),
  rephrase(
    'asked',
    pattern(
      TIME,
      '(?:又|新|再|刚){0,2}(?:成立|建立|组建|发展|建成|建|签订|吸收)(?:了)?',
      FIGURE,
      '((?!企业|单位|公司)\\p{Script=Han}{2,10})',
    ),
    ([, value, unit = '', name]) => `上报 ${name} 新增${value}${unit}`,
  ),
  // 入会, 建会: what a union says of a new member, and of founding one in an enterprise.
  rephrase(
    'asked',
    pattern(TIME, '(?:又|新|已|有){0,2}入会', FIGURE),
    ([, value, unit = '']) => `上报 会员 新增${value}${unit}`,
  ),
  rephrase(
    'first-asked',
    pattern('(?!\\d)(.{2,8}?)(?:数量|人数|数)(?:改成|改为|更新为|更正为|应为|应该是)', FIGURE),
    ([, whose, value, unit = '']) => `更正 ${whose} ${value}${unit}`,
  ),
  rephrase(
    'asked',
    pattern(TIME, '(?:又|新|已){0,2}(?:有)?建会(?:数|数量)?', FIGURE),
    ([, value, unit = '']) => `上报 工会 新增${value}${unit}`,
  ),
  rephrase(
    'asked',
    pattern(TIME, '(?:又|新|已){0,2}(?:有)?', FIGURE, '(?:企业|单位|公司)?(?:新)?(?:建会|成立工会|建立工会|组建工会)'),
    ([, value, unit = '']) => `上报 工会 新增${value}${unit}`,
  ),
  rephrase(
    'first-asked',
    pattern(ONE, '(?:的)?(?:数|数字|数据)?(?:应该|应)(?:是|为)', FIGURE),
    ([, one, value, unit = '']) => `更正 ${one} ${value}${unit}`,
  ),
  rephrase(
    'sure',
    pattern(ONE, ' ?(?:累计|总数|共计|合计)', FIGURE),
    ([, one, value, unit = '']) => `上报 ${one} 累计${value}${unit}`,
  ),
  rephrase(
    'sure',
    pattern(
      ONE,
      ' ?(?:这个月|本月|这周|本周|今天|昨天|上周|上月)?(?:又|再){0,2}(?:新增|增加|新办|新建|多了)(?:了)?',
      FIGURE,
    ),
    ([, one, value, unit = '']) => `上报 ${one} 新增${value}${unit}`,
  ),
  rephrase(
    'sure',
    pattern(
      '(?!\\d)(.{2,10}?)(?:现在|目前|当前)?(?:已经|已)?(?:是|为|达到|达|升到|升至|上升到|提高到|提升到|涨到|降到|到)(?:了)?',
      FIGURE,
    ),
    ([, whose, value, unit = '']) => `上报 ${whose} 累计${value}${unit}`,
  ),
  rephrase(
    'sure',
    pattern(
      '(?!\\d)(.{2,10}?)(?:到现在|到目前|目前|至今|截至目前|截止目前|现在|总共|一共|累计|共){1,3}(?:已|已经)?(?:建|发展|完成|有|签|办|开|走访|培训|慰问)?(?:了|成|好|过)?',
      FIGURE,
    ),
    ([, whose, value, unit = '']) => `上报 ${whose} 累计${value}${unit}`,
  ),
  rephrase('sure', pattern(TOLD, GREW, FIGURE), ([, whose, value, unit = '']) => `上报 ${whose} 新增${value}${unit}`),
  rephrase('asked', pattern(GREW, FIGURE), ([, whose, value, unit = '']) => `上报 ${whose} 新增${value}${unit}`),
];
