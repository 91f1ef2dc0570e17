import { type Rephrasing, rephrase } from './rephrasing.ts';

const KINDS = '(周报|月报|季报|半年总结|年终总结|提醒)';
const NAME = '([@\\p{Script=Han}·]{2,6}?)';

/** Settings, rights and leaves in everyday words; each asked about before it holds. */
export const SETTINGS: readonly Rephrasing[] = [
  rephrase(
    'first-asked',
    new RegExp(`^${KINDS}(?:也|就)?(?:不要|不用|别|不需要)(?:再)?(?:发|推)?$`, 'u'),
    ([, kind]) => `设置 ${kind} 关`,
  ),
  rephrase(
    'sure',
    /^(?:.{0,6}的)?(?:周报|月报|季报|半年总结|年终总结|提醒).{0,3}(?:什么时候|几点|何时|哪天|几号|星期几)(?:发|出|来|推)?$/u,
    () => '设置',
  ),
  rephrase(
    'first-asked',
    /^(?:以后|今后)?(?:所有)?办结(?:都)?(?:要|需要?|得|必须)(?:经|由|让)?.{1,6}(?:核实|确认|审核|审|把关|同意|核)$/u,
    () => '设置 办结 需核实',
  ),
  rephrase(
    'first-asked',
    /^(?:让|允许|改成|改为)?(?:所有人|谁|大家|全员)(?:都)?(?:能|可以|可)(办结|导入|设置)$/u,
    ([, right]) => `设置 ${right} 所有人`,
  ),
  rephrase('first-asked', /^解除(.{2,6})的绑定$/u, ([, name]) => `解绑 ${name}`),
  rephrase(
    'first',
    new RegExp(
      `^${NAME}(?:已经|已|要)?(?:退休|调走|调离|离职|辞职|换岗)(?:了)?,(?:她|他)?的?(?:任务|工作|活|事|事情)(?:都|全)?(?:给|交给|转给|移交给|由)${NAME}(?:接|接手|负责|管)?$`,
      'u',
    ),
    ([, from, to]) => `移交 ${from} ${to}`,
  ),
  rephrase('asked', new RegExp(`^${NAME}的假(?:已经|已)?(?:销|销掉|休完|结束)$`, 'u'), ([, who]) => `${who}销假`),
  rephrase(
    'first-asked',
    /^(?:以后)?每?((?:周|月|季|年|半年)?[^周月季年]{1,12}?)(?:发|推送|推|出)(周报|月报|季报|半年总结|年终总结)$/u,
    ([, time = '', kind]) => (/\d|[一二三四五六日天]/u.test(time) ? `设置 ${kind} ${time}` : undefined),
  ),
  rephrase('sure', /^(?:换|改)(?:个)?管理员$/u, () => '管理员'),
  rephrase('sure', /^我(?:在.{1,6})?叫什么(?:名字)?$/u, () => '我是'),
  rephrase(
    'first',
    /^(?:把)?([\p{Script=Han}·]{2,4})的(?:任务|工作|活|事|事情)(?:都|全部|全)?(?:交给|转给|移交给|给|归|由)([\p{Script=Han}·]{2,4}?)(?:负责|来做|接手|管|办)?$/u,
    ([, from, to]) => `移交 ${from} ${to}`,
  ),
  rephrase('asked', /^.{0,6}(?:提前|前)(?:一周|一个?星期|7天)(?:提醒|通知).{0,2}$/u, () => '设置 提醒 提前7天'),
  rephrase(
    'first-asked',
    new RegExp(`^(?:以后)?(?:不要|不用|不必|别|停止|停|先别|先不要)(?:再|自动)?(?:发|推送|推)?${KINDS}$`, 'u'),
    ([, kind]) => `设置 ${kind} 关`,
  ),
  rephrase(
    'asked',
    new RegExp(`^${KINDS}(?:太多|太频繁|太烦|太吵)?(?:了)?,?(?:关掉|关|关闭|停掉|停|取消|别发|不要发|不用发)$`, 'u'),
    ([, kind]) => `设置 ${kind} 关`,
  ),
  rephrase(
    'asked',
    /^(?:到期)?提前([\d一二两三四五六七八九十]{1,3})天(?:提醒|通知)(?:我们|大家|一下)?$/u,
    ([, days]) => `设置 提醒 提前${days}天`,
  ),
  rephrase(
    'asked',
    new RegExp(`^(?:把|将|让|请)${NAME}(?:加|设|定|设置|任命|提)?(?:成|为|做|当)(?:本群)?(?:的)?管理员$`, 'u'),
    ([, name = '']) => `设置 管理员 @${name.replace(/^@/u, '')}`,
  ),
  rephrase(
    'asked',
    new RegExp(`^(?:加|增加|添加|设)${NAME}(?:为|当|做|成)?管理员$`, 'u'),
    ([, name = '']) => `设置 管理员 @${name.replace(/^@/u, '')}`,
  ),
  rephrase(
    'asked',
    new RegExp(
      `^${NAME}(下周|本周|这周|明天|后天|今天|\\S{2,12})(?:要|得|有事)?请假,(?:工作)?(?:由|请|让)?${NAME}(?:代|顶|替)(?:代|班|理|管|办)?$`,
      'u',
    ),
    ([, who, when, deputy]) => `${who} 请假 ${when} 由${deputy}代`,
  ),
  rephrase(
    'asked',
    new RegExp(
      `^${NAME}(?:从|自)?(\\S{2,16}?)(?:休|请)[\\p{Script=Han}]{0,3}?假(\\S{0,5}?),?(?:期间)?(?:她|他)?的?(?:事|事情|工作|任务|活)?(?:都|先|暂时)?(?:由|让|请|给|归|是)?${NAME}(?:代|顶|替|接|负责|接手)(?:一下|代|班|理|管|办)?$`,
      'u',
    ),
    ([, who, when = '', length = '', deputy]) =>
      `${who} 请假 ${when.replace(/(月\d{1,2})(?=[到至-])/u, '$1日')}${length} 由${deputy}代`,
  ),
  rephrase(
    'first-asked',
    /^(?:以后)?(?:不要|不用|别|不必|停止)(?:再)?(?:@|艾特|提醒|催)(?:人|我们|大家)?(?:提醒|了)?$/u,
    () => '设置 提醒 关',
  ),
  rephrase(
    'sure',
    new RegExp(`^(?:把|将)?(?:以后)?${KINDS}(?:以后)?(?:改|调|调整|换)(?:到|成|为|在)?(.{2,14}?)(?:发|推送|推)?$`, 'u'),
    ([, kind, time]) => `设置 ${kind} ${time}`,
  ),
  rephrase('asked', new RegExp(`^${NAME}(?:已经|已)?(?:回来|返岗|回来上班|上班)$`, 'u'), ([, who], typed) =>
    /了/u.test(typed) ? `${who}销假` : undefined,
  ),
  // Where nobody of that name is in the group, who the administrators are, and how one is added.
  rephrase('sure', /^(?:把|将|让|加|增加|添加|设)[^?]{2,12}管理员$/u, () => '管理员'),
];
