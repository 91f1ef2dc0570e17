/** Which list of {@link Ownership} a label fills. `responsible` is 责任人: a leader where no leader is named. */
export type OwnerRole = 'leaders' | 'units' | 'supportingUnits' | 'responsible';

const PLACES = '(?:单位|部门|部室|科室|处室|股室|办公室|室站|站所|机构|院系|党支部|支部|车间|班组|处|科|股|主体|方)';

/** The labels plans put before names, by role; the first that fits counts. */
export const OWNER_LABELS: ReadonlyArray<readonly [role: OwnerRole, label: string]> = [
  ['supportingUnits', `(?:配合|协办|协助|协同|协作|参与|参加|支持|联合)${PLACES}|配合|协办|协助`],
  [
    'units',
    `(?:第一)?(?:责任|牵头|主办|主责|承办|实施|落实|负责|主管|归口|执行|组织|主体责任|责任牵头|牵头责任)${PLACES}|责任归口|牵头|主责|主办|承办|组织实施`,
  ],
  [
    'leaders',
    '(?:责任|分管|牵头|主管|负责|包保|包抓|挂点|挂钩|联系|督办|督导|带队|主要)(?:校|院|局|市|县|镇)?领导(?:责任人)?|责任领导人?|第一责任人|(?:牵头|项目|总|主要|活动|工作)?负责人|领衔人|牵头人|(?:分管|主管|主抓|包联|包保|联系|牵头|责任|负责|带队)(?:副)?(?:院长|校长|县长|市长|区长|镇长|乡长|局长|主席|书记|主任|总经理|经理|副总|领导)|主抓(?:校|院|局|市|县|镇)?领导|(?:总|具体)?负责|责任者',
  ],
  ['responsible', '(?:具体|直接|主要|工作|落实)?责任人(?:员)?|具体负责人|(?:经办|承办|落实|执行|实施)人(?:员)?'],
];

/** Verbs that say who does it behind the name: `(办公室牵头,人事科配合)`. */
export const OWNER_VERBS: ReadonlyArray<readonly [role: 'units' | 'supportingUnits', verb: string]> = [
  ['supportingUnits', '(?:协助)?配合|协办|协助|参与'],
  ['units', '牵头负责|牵头落实|牵头组织|牵头|负责落实|负责|承办|主办|落实'],
];

/** Behind a name in a list of offices: what its part is. 县教育局(牵头)、县财政局(配合). */
export const PART_OF_NAME: ReadonlyArray<readonly [role: 'units' | 'supportingUnits', ending: RegExp]> = [
  ['supportingUnits', /(?:\((?:协助)?(?:配合|协办|协助|参与)(?:单位|部门|科室)?\)|(?:协助|参与)?配合|协办|协助)$/u],
  ['units', /(?:\((?:总?牵头|主办|主责|负责|承办)(?:单位|部门|科室)?\)|牵头(?:负责|落实)?|负责落实|负责)$/u],
];
/** A remark behind a name, about the list and not of the name: (首位为牵头单位,下同). */
export const REMARK_ON_LIST =
  /[((](?:[^()()]{0,30}(?:下同|首位|排名?第一|列第一|排在?前|按职责|分工)[^()()]{0,30})[))]/gu;
/** A post that answers for something without a person's name: (组织委员负责). */
export const POST =
  /^(?:各|全体)?[\p{Script=Han}]{0,8}(?:委员|书记|主任|护士长|院长|校长|园长|主席|经理|部长|科长|处长|组长|班主任|辅导员|厂长|站长|所长)$/u;
/** Words that begin like a surname and are no person: 由单位负责, 由林长负责. */
export const NO_PERSON = /[长委员位办方级体人]$/u;
/** A post in front of the name of who holds it: 副院长王明. */
export const TITLE_BEFORE_NAME =
  /^[\p{Script=Han}]{0,8}(?:书记|主席|主任|院长|校长|园长|馆长|站长|所长|厂长|台长|社长|局长|部长|科长|处长|组长|总经理|经理|领导|委员|护士长|同志)/u;
/** The same apart from it by a space: 组织委员 陈芳, 出纳 何洁. */
export const POST_BEFORE_NAME =
  /(^|[、,，;；/|\s:：])[\p{Script=Han}]{0,8}(?:委员|书记|主席|主任|组长|干事|会长|出纳|会计|部长|科长|处长|股长|院长|校长|园长|局长|经理|厂长|站长|所长|秘书长|护士长|班长|专干|联络员|调研员|巡视员|科员|理事|队长|召集人|总监|馆长) {1,4}(\p{Script=Han}{2,4}|\p{Script=Han} {1,3}\p{Script=Han})(?=$|[、,，;；/|\s。)）])/gu;
/** In a bracket beside names: (工会,5月). */
export const TIME_BESIDE_NAMES =
  /\d|[一二三四五六七八九十]月|年[底末内终]|季度|半年|全年|每[周月季年]|长期|常年|及时|定期/u;
/** How names of offices end. */
export const OFFICE_ENDING =
  /(?:部|科|室|办|处|局|股|组|中心|委|委员会|工会|总工会|联合会|协会|学会|团委|妇联|工商联|科协|文联|残联|社联|侨联|院|所|站|队|校|公司|集团|分公司|支部|总支|党委|党组|纪委|党政办|乡|镇|街道|办事处|社区|村|厂|车间|班|系|馆|银行|法院|检察院|单位|部门|科室|街道工委|机关|宫|园|台|社|各镇|各乡镇|各县区|各支部)(?:\([^()]{1,20}\))?等?$/u;
/** The surnames nine in ten people bear. Characters that open ordinary words oftener than names (高 方 安 成 全) ask for a name of two or three. */
const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾肖萧田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范石廖贾夏韦付傅邹孟熊秦邱江尹薛闫阎段雷侯龙史陶黎贺顾毛郝龚邵钱覃戴莫孔汤温康施牛樊葛邢路岳齐俞伍庞颜倪庄聂章鲁殷申欧耿关兰焦柳左甘祝包阮纪符梅童凌毕单裴霍涂冉詹苗曲盛靳翟柯卞柴蒲骆芦宁闻辛管柏';
const DOUBTFUL_SURNAMES = '高方白金万严武向文安常乔易洪季时应全成平华解连古';
const TITLES =
  '(?:同志|主席|副主席|书记|副书记|主任|副主任|局长|副局长|院长|副院长|校长|副校长|部长|科长|处长|经理|老师)?(?:\\([^()]{1,20}\\))?';
/** A person's name, perhaps with a post. */
export const PERSON = new RegExp(
  `^(?:[${SURNAMES}][\\p{Script=Han}]{1,2}|[${DOUBTFUL_SURNAMES}][\\p{Script=Han}]{1,2}|(?:欧阳|司马|上官|诸葛|皇甫|尉迟|东方|夏侯)[\\p{Script=Han}]{1,2}|[\\p{Script=Han}]{1,6}·[\\p{Script=Han}]{1,6})${TITLES}$`,
  'u',
);
/** Written where there is no one. */
export const NOBODY: ReadonlySet<string> = new Set(['', '-', '--', '/', '\\', '无', '同上', '待定']);
