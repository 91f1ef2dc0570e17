const NUMBER = '#?(?:\\d{1,4}|[一二三四五六七八九]?十[一二三四五六七八九]?)(?:号|项)?';
/** What is counted is no task: 已完成3场, 完成85%. */
const NO_COUNT = '(?! ?[\\d.]*[家人名位场次个项件份期月日天周年%万元.\\d])';

/** 13还没, 13除外, 13推迟 */
const SAYS_OF_ANOTHER = new RegExp(
  `(?:^|[ ,;。、和但而另是])${NUMBER} ?(?:还|也|都|已|未|没|不|暂|先|再|除外|另|延|推迟|完成|办结|重开|退回|取消|进展)`,
);
/** 除13, 不含十三 */
const EXCEPTS = new RegExp(`(?:除了?|不含|不包括|不是|而是|包括|还有|以及|另外) ?${NUMBER}${NO_COUNT}`);
/** 并延期13, 完成13 */
const DOES_ANOTHER = new RegExp(`(?:完成|办结|延期|推迟|重开|退回|上报|撤销|进展|更正)了? ?${NUMBER}${NO_COUNT}`);

/** 并上报7 30人: the figure is another task's. */
const REPORTS_ANOTHER = new RegExp(`(?:上报|更正) ?${NUMBER} +\\d`);

/**
 * True when words behind a command say something of another task: `12完成,13还没`, `完成12-15除13`, `完成12并延期13`. A
 * message of several deeds is not acted on by halves.
 */
export const saysOfAnother = (text: string): boolean =>
  [SAYS_OF_ANOTHER, EXCEPTS, DOES_ANOTHER, REPORTS_ANOTHER].some((pattern) => pattern.test(text));
