import { isOwnerLine } from '../owners/owners-in.ts';
import type { Span } from './span.ts';

/** 活动时间:…, 地点:…, 参加人员:… — a line that tells more of the item above it. */
const DETAIL =
  /^(?:\(|【)?(?:活动|具体|实施|开展|工作|完成|主要|预期)?(?:时间(?:安排)?|日期|地点|对象|时限|期限|形式|方式|内容|主题|措施|步骤|参加人员|参加人|参与人员|参加对象|参与对象|人员|范围|要求|经费|预算|载体|目的|目标|效果|标准|考核|成果|主办|承办)[】)]? ?: ?\S/u;
export const isDetail = (span: Span): boolean =>
  span.mark === null && (DETAIL.test(span.shadow) || isOwnerLine(span.text, span.shadow));
