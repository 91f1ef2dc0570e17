/** The words around quantities; every pattern reads the shadow and is linear. */

export const AT_LEAST_BEFORE =
  /(?:至少|不少于|不低于|不得少于|不得低于|不小于|不下于|最少|达到?|(?<!不|不得|不能)(?:超过|高于|大于|多于)|突破|≥|>=?|保持在|稳定在) ?(?:完成|开展|组织|举办|召开|新增|发展|认领|培训|有)?(?:到|至)? ?$/u;
/** 至少召开一次, 至少结对一名: the word stands a verb away. */
export const AT_LEAST_NEAR = /(?:至少|不少于|不低于|不得少于|最少)[^,。;:、()\d]{0,8}$/u;
/** 每月1期 says how often; 每月至少1期 and 每月2期 say how many as well. */
export const EVERY_TURN =
  /(?:每(?:个|一|半|双|[两三]个?)?(?:周|月|季度?|年|学期|学年|天|日|旬|班)|[单双隔]月)[^,。;]{0,16}$/u;
export const AT_LEAST_AFTER = /^(?:及|或)?以上|^(?:多|余)/u;
export const ABOUT_BEFORE =
  /(?:(?:预计|大约|大概)[^,。;、]{0,8}|(?<![要邀预公条节制合签履续])约|(?<![最亲附])近)[^,。;、]{0,3}$/u;
export const ABOUT_AFTER = /^ ?(?:左右|上下)/u;
/** A ceiling is not something to reach; with rates it is the level to keep. */
export const AT_MOST_BEFORE = /(?:不超过|不得超过|不高于|(?<!不|得)低于|(?<!不|得)少于|控制在|限|≤|<=?) ?$/u;
export const AT_MOST_AFTER = /^(?:以内|以下|之内|及以下)/u;
/** A limit something is brought down to or kept at is reached like any other figure: 压缩至0.5个工作日, 库存降至260万元以下. */
export const BROUGHT_TO =
  /(?:(?:压缩|缩短|缩减|压减|压降|压低|降低?|减少|减|精简|优化|控制|稳定|保持)(?:到|至|在|为)|≤|<=) ?(?:不超过|不高于)? ?$/u;
/** 费用控制在15万元以内: what it may cost. */
export const KEPT_WITHIN = /(?:控制|稳定|保持)在 ?(?:不超过|不高于)? ?$/u;
/** 平均住院日不超过8天: an average is an index, not a rule. */
export const AVERAGE_BEFORE = /平均[^,。;]{0,12}$/u;
/** Each of many, or how an event is held: 每批控制在40人以内, 发言控制在5分钟. */
export const LIMIT_OF_EACH =
  /(?:每|单[个项笔次家]|单价|人均|户均|一次性|人数|人员|规模|标准|篇幅|字数|发言|会议|会期|讲话|汇报|活动|比赛|视频|时长)[^,。;]{0,14}$/u;
export const NOT_ABOVE = /(?:不超过|不得超过|不高于) ?$/u;
/** How long one learns or serves at least: 培训不少于40小时. */
export const LEARNS = /(?:培训|学习|轮训|志愿服务|服务时长|教育|实践|锻炼|研修)[^,。;]{0,10}$/u;
/** A rate for each: 每人200元, 200元/人, 1260元最低工资标准. */
export const FOR_EACH_BEFORE =
  /(?:每(?:人|户|名|位|生|台|亩|次|家|月|份|课时)[\p{Script=Han}]{0,6}|人均|户均|生均|单价|票价|售价|定价|月薪|年薪|注册资本|标准(?:为|是)?)$/u;
export const FOR_EACH_AFTER = /^ ?(?:\/|每(?:人|户|名|位|生|台|亩|次|家|月|份)|的?(?:最低)?\p{Script=Han}{0,4}标准)/u;
/** 分2批: how it is divided. */
export const DIVIDED_BEFORE = /(?<![得百比评积计划部])分(?:为|成|作)? ?$/u;
/** Verbs that make problems a thing to reach: 解决5个问题. */
export const SOLVES = /(?:解决|整改|化解|破解|消除|办结|梳理|排查)[^,。;]{0,8}$/u;

/** What is this year's increase (PRODUCT.md, finer points). */
export const INCREASE =
  /(?:新增|新建|新发展|发展|新招|新创|举办|开展|组建|增加|增设|增长|提高|建成|新培育)[^,。;]{0,24}$/u;
/** What is a total or a rate. */
export const LEVEL = /(?:累计|达到|总数|总量|总计|保持|稳定|率)[^,。;]{0,12}$/u;

/** Verbs that make a number written out a thing to reach: 新建两个, 培育三个. */
export const MAKES =
  /(?:新建|新增|征集|收集|建成|打造|培育|创建|命名|选树|组建|推荐|申报|评选|培养|引进|设立|开设|建设|建立|争取|争创|完成|创办|打造出)[^,。;、]{0,4}$/u;
/** Verbs that hold an event. */
export const HOLDS =
  /(?:举办|召开|开展|组织|进行|举行|安排|集中|参加|完成|至少|不少于|开设|召集|承办|组织开展|做)[^,。;]{0,12}$/u;

/** 现有企业参保率不低于95%: those there are, and the rate they are to reach. */
export const RATE_OF_STANDING =
  /(?:现有|已有|原有|已建)[^,。;]{2,20}(?:不低于|不少于|不得低于|≥|(?<!已|已经)达到?|(?:提高|提升|增加)[到至]) ?$/u;

/** 一次全面摸底, 一次自查: done once over, and nothing one could hold two of. */
export const GOES_OVER =
  /^(?:全面|集中|彻底|拉网式|系统|专项|深入)?(?:的)?[^,。;]{0,8}?(?:摸底|摸排|自查|自审|清查|盘点|梳理|筛查)(?!活动|行动|培训|会)/u;

/** Told, not planned: what there is, what was. Looked for in the same clause before the number. */
export const STANDING =
  /(?:现有|共有|已有|拥有|目前|截至|截止到?|原有|下辖|下设|(?<![较比同与])(?:去年|上年|往年)|历年|近[三五几两]年|已建(?!会|工会|档|成(?:项目|企业))|曾|先后)[^,。;]{0,30}$/u;
export const DONE_BEFORE =
  /(?:(?<!为)了|已经?(?!(?:建会|建工会|建档|建成|入会|入园|签约|立项|参保|投产|开工|脱贫|通过)的?(?:企业|单位|职工|会员|项目|工会|户|人员|家庭|人口)))[^,。;达]{0,16}$|(?:依托|利用|借助|发挥|运用|整合)(?:现有|全(?:公司|[院校县区镇]))?$|(?:征集|收集|收到|排查|查找|梳理|反映|评选|摸排)(?:到|出)的$|(?<!全年|计划|预计|力争|拟)共(?:收到|接待|受理|协助)[^,。;达]{0,12}$/u;
/** 将原有的9个网格优化调整为12个: what there is gives way to what there is to be. */
export const TURNED_INTO = /(?:调整|优化|增加|扩大|扩展|提高|提升|发展|壮大|压减|精简|增|升|减)(?:为|到|至) ?$/u;
/** 由80%提高到95%: the first is where one stands. */
export const RISES_FROM = /(?:由|从)[^,。;]{0,12}$/u;
export const RISES_TO = /^[^,。;]{0,6}(?:提高|提升|上升|增加|增长|扩大|降低|下降|降|升|增|减少|压缩)(?:到|至)/u;

/** 4场,于3月、6月、9月、12月各举办1场: the total is said, and this is how it comes about. */
export const SPREAD = /\d ?(?:场次?|次|期|轮|堂)[^。;]{0,40}[月日度周旬]各(?:举办|开展|组织|召开|举行|安排|进行)?$/u;

/** A size that describes: 500人以上大型企业, 5人以上集体争议, 满25人的单位. */
export const DESCRIBED_BY_SIZE = /^(?:及|或)?以[上下内](?:的|[^\W\d_]|\p{Script=Han})/u;
export const NOT_DESCRIBED = /^(?:及|或)?以上(?:参加|参与|受益|,|的?目标|的?任务)/u;
/** 4-7人组成的小组, 每组5人一组, 三人篮球. */
export const MADE_UP_OF = /^ ?(?:组成|一组|小组|成组|的?队伍组成|制(?![度定作造品])|篮球|足球|排球|龙舟)/u;
/** Counted things that are the plan's own structure: 3个方面, 5项工作. */
export const STRUCTURE =
  /^ ?(?:方面|重点(?!项目|工程|企业|品种)|环节|层面|层次|阶段|步骤|关键|要求|原则|任务|工作(?!室|站|坊|者|点|日)|措施|举措|维度|转变|确保|坚持|到位|结合|问题|目标|专题(?!培训|讲座|会|活动|研讨|片|党课)|字|内容|专项(?!行动|活动|检查)|大|一|【|”|」)/u;
/** A place in a ranking, an ordinal, a formula: 前10名, 第3期, 2+X, 1:2. */
export const ORDINAL_BEFORE =
  /(?:第|前|头|后|届|排名|位列|名列|[上下中]午|晚上|[+:xX×*]|(?<!\p{Script=Han})\/|[A-Za-z]|[〔\d][-.]?)$/u;
export const FORMULA_AFTER = /^ ?(?:[+×]|:\d)/u;
