/**
 * Units that count something a plan can reach. Each is a word and what may not follow it, because it then belongs to
 * another word (家 of 家庭, 人 of 人员). Order does not matter: the longest is tried first.
 */
const UNITS: ReadonlyArray<readonly [unit: string, notBefore?: string]> = [
  // People.
  ['人次'],
  ['人份'],
  ['人', '员民大才事口力均社体文性格心'],
  ['名', '([牌单称录额誉胜]|优(?!秀|胜|良)|义(?!工|诊|务)|师(?!傅|生|范)|医(?!生|务|师|护)|校(?!长|医|内|外))'],
  ['位', '于置次数'],
  ['户次'],
  ['户', '外口籍型主'],
  // Bodies and places.
  ['家次'],
  ['家', '庭长属访园具风政'],
  ['所', '有属在需以谓'],
  ['个', '(?:体|性|别|月|年|星期|小时|工作日|学期|环节|方面|百分|层|重点|阶段|人(?!数))'],
  ['支', '持部撑援付出委书行'],
  ['处', '理置于罚分级室'],
  ['间'],
  ['座', '谈位'],
  ['组', '织建成长合'],
  // Events.
  ['场次'],
  ['场', '所馆地景合面次'],
  ['次', '年日序要数月'],
  ['班次'],
  ['期', '间限末初望刊货中内待许'],
  ['批次'],
  ['梯次'],
  ['批', '准评复示次发量判'],
  ['轮', '岗换流训值班'],
  ['课时'],
  ['学时'],
  ['节课'],
  ['节', '日点目约能俭假气奏省庆令'],
  ['堂课'],
  ['堂'],
  ['讲', '座话师坛堂课解述习'],
  ['趟'],
  // Papers and works.
  ['篇', '幅章'],
  ['件次'],
  ['件', '数'],
  ['份', '额'],
  ['条', '件例款块线'],
  ['幅', '度'],
  ['副', '主书职科会理局院处组长部经总校班省县市区镇乡刊本食教队所站馆手中高业标题'],
  ['集', '中体团合结成约会散资'],
  ['册次'],
  ['册', '子'],
  // Pairs; elsewhere 对 is a preposition.
  ['对', '((?![,。;、) ]|$|师徒|师生|新人|夫妻|伙伴|搭档|对子))'],
  ['本', '年次地单校院级科人部市县区着身'],
  ['部', '门分署长队级委位'],
  ['项', '目'],
  ['例', '会如行外'],
  ['起', '来步草到点因诉'],
  ['门', '诊口类户槛禁卫店市窗票头派铃锁'],
  ['首', '批个次届先府席期要都位'],
  ['款', '项额物式'],
  ['种', '(?:[植子养类粮苗地业群田]|方式|模式|形式|渠道|途径|能力|机制|情形|情况|方法|思维)'],
  ['笔', '记试者'],
  ['宗', '旨教'],
  // Things.
  ['台次'],
  ['台套'],
  ['台(套)'],
  ['台/套'],
  ['台', '账风湾阶'],
  ['套', '路'],
  ['辆'],
  ['张', '贴'],
  ['块', '状钱面'],
  ['面', '对向积临板貌世试谈授包粉料条的部'],
  ['队', '伍员列形长友部'],
  ['盏'],
  ['床', '单头'],
  ['栋'],
  ['幢'],
  ['根', '据本'],
  ['艘'],
  ['架次'],
  ['车次'],
  ['航次'],
  ['箱'],
  ['袋'],
  ['桶'],
  ['瓶', '颈'],
  ['盒'],
  ['枚'],
  ['口', '号径味岸才腔碑述头'],
  ['眼', '镜睛前'],
  ['株'],
  ['棵'],
  ['头', '脑号'],
  ['只', '有要是能'],
  ['吨', '位'],
  ['公斤'],
  ['公里'],
  ['千米'],
  ['平方公里'],
  ['平方米'],
  ['立方米'],
  ['㎡'],
  ['米'],
  ['亩', '产均'],
  ['千克'],
  ['千瓦时'],
  ['千瓦'],
  ['兆瓦'],
  ['标箱'],
  ['标段'],
  ['公顷'],
  ['毫升'],
  ['微克/立方米'],
  ['微克'],
  ['毫克'],
  // Money and shares.
  ['元', '旦宵素月'],
  ['美元'],
  ['%'],
  ['‰'],
  ['个百分点'],
  ['百分点'],
  ['倍', '增数率'],
  // Lengths of time; they count only where one is shortened to them or is the least of a training (not-targets).
  ['个工作日'],
  ['工作日'],
  ['小时'],
  ['分钟'],
  ['天', '然气津花猫堂平'],
  ['分', '之钟析别类工配管解级组层批布享期开'],
];

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

/** Single characters, or words in a group where a character alone would say too much. */
const without = (notBefore: string | undefined): string =>
  notBefore === undefined ? '' : notBefore.startsWith('(') ? `(?!${notBefore})` : `(?![${notBefore}])`;

/** One pattern for all units, the longest first. */
export const UNIT = [...UNITS]
  .sort((a, b) => b[0].length - a[0].length)
  .map(([unit, notBefore]) => escaped(unit) + without(notBefore))
  .join('|')
  // A thing of any kind in its ten thousands: 1200万棒.
  .concat('|(?<=[万亿])\\p{Script=Han}(?=[,。;、)]|$)');

/** Counted with numbers written out from two on: two meetings, three training courses. */
export const SAID_IN_WORDS: ReadonlySet<string> = new Set([
  '次',
  '场',
  '期',
  '场次',
  '批次',
  '轮',
  '名',
  '人',
  '家',
  '所',
  '户',
  '篇',
  '份',
  '课时',
  '学时',
  '元',
  '人次',
  '堂',
  '亩',
  '公里',
  '吨',
  '宗',
]);
/** Counted with 一 when something is held: 举办一期, 召开一次. */
export const HELD_ONCE: ReadonlySet<string> = new Set(['次', '场', '期', '场次', '轮', '堂']);
/** Units of rates: a level to stand at. */
export const RATES: ReadonlySet<string> = new Set(['%', '‰', '个百分点', '百分点', '分', '倍']);
/** Lengths of time. */
export const LENGTHS: ReadonlySet<string> = new Set(['个工作日', '工作日', '小时', '分钟', '天']);
/** Counts that add up over a year (PRODUCT.md, finer points: 场 次 期). */
export const ADDING_UP: ReadonlySet<string> = new Set(['场', '次', '期', '场次', '人次', '批次', '轮', '班次']);
