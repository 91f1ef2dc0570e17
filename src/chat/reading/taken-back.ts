/*
 * Words behind a deed that take it back, or speak of the doing instead of telling it: 完成12有难度, 12完成了是吧, 延期12到6月底要谁批.
 * They are read at the front of what follows, where a remark or a reason begins.
 */

/** 但目前还, 恐怕, 这个: nothing is said yet. */
const LEAD = '(?:但是?|不过|可是|可|只是|就是|目前|现在|暂时|恐怕|怕是?|估计|可能|也许|说实话|其实|这个|那个|[ ,。!])*';

const HARD = [
  '(?:存在|有|遇到|碰到)(?:一?[点些定])?的?(?:难|阻力|压力|障碍|问题|困难(?!职工|群众|家庭|户|学生|企业|人员))',
  '(?:很|太|比较|较|非常|真|挺|实在|确实|有点)难(?!忘|得|能)',
  '(?:难度|压力|困难|阻力|任务)(?:很|太|较|比较|非常|相当|挺|不小|重重|大)',
  '不(?:容易|现实|合适|可能|太|理想|妥|对(?!外)|行|了(?!解)|到位|成(?!立)|起来)',
  '来不及|赶不上|赶不及|遥遥|够呛|没戏|无望|难说|难以|悬(?:了|$)|才怪',
].join('|');

const STILL = [
  '还(?:差|缺|需|要|得|没|未|不|早(?:着|呢|$)|有(?:一?[些点]|\\d|几|两|很多|不少|部分)(?!.*已))',
  '需(?!求|知)|(?:必?须|应当?|应该)(?!急|邀|届)|要(?!求|点|闻|素|件)|得(?=等|经|先|找|让|请|靠|要|报|看|由)',
  '等(?:.{0,8}(?:签|批|同意|审|回来|通知|确认|再|才|后))',
].join('|');

const NOT_A_REPORT = [
  '(?:以后|之后|之前|以前)(?!年)|就(?:好|行|可以)|再说|为(?:好|宜|妙)',
  '是(?:吧|吗|么|否|谁|哪|什么|怎么|假|错|不|误)',
  '\\?',
].join('|');

const NOT_DONE = new RegExp(`^${LEAD}(?:${HARD}|${STILL}|${NOT_A_REPORT})`);

const ASKS =
  /^(?:是|的|任务|工作|事项|[ ,])?(?:需要|要|需|得|应该|该|应|由|归|让|请|到底|究竟)?(?:等|找|经|报|花|用)?(?:谁|什么|多少|哪(?!怕)|怎|几[个天号时点人]|多久|多长|为什么|为何|何时)/;
const ASKS_WHO = /(?:谁|哪个|哪位)(?:说|批|定|让|同意|负责)的?[ ?。!]*$/;

const DISPUTED = [
  '的(?!话)|还没(?:批|同意|定|报)|[没未](?:批|同意|通过|定)',
  '不(?:现实|合适|可能|行|妥|同意|批|够)|太(?:晚|久|长|迟|赶)|来不及|够呛|悬',
  '是(?:吧|吗|么|否|谁|哪|什么|怎么|假|错|不)|为(?:好|宜|妙)|\\?',
].join('|');
const IS_DISPUTED = new RegExp(`^${LEAD}(?:${DISPUTED})`);
const REFUSED = /(?:不|没|未)(?:同意|批准)|驳回|被否|被拒/;

/** True for words that ask about a deed: 要谁批, 需要什么材料, 谁说的. */
export const asksAbout = (words: string): boolean => ASKS.test(words) || ASKS_WHO.test(words);

/** True for words behind 完成 or 销号 that say it is not done, or ask: 有难度, 还差一步, 得等领导签字, 是吧. */
export const isTakenBack = (words: string): boolean => NOT_DONE.test(words) || asksAbout(words);

/**
 * True for words behind a change that dispute it or ask about it: 不现实, 领导不同意, 是谁批的. A cause told as one
 * (因场地方不同意) is not for this test.
 */
export const isDisputed = (words: string): boolean =>
  IS_DISPUTED.test(words) || REFUSED.test(words) || asksAbout(words);
