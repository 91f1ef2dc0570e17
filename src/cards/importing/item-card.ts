import { blocksOf, bulleted, button, buttons, facts, plain, quiet } from '../blocks.ts';
import type { Card } from '../card.ts';
import { sayDifference, WHY_KEPT } from '../say-field.ts';
import { ownershipFacts } from '../say-owners.ts';
import { sayTarget } from '../say-quantity.ts';
import { saySchedule } from '../say-schedule.ts';
import { oneLine, shorten } from '../shorten.ts';
import { DOUBT_NAMES, type ImportItem, type ImportPreview } from './import-preview.ts';
import { sayDeed } from './say-deed.ts';
import { sayFate, sourceOf } from './say-revision.ts';

const doubtOf = ({ at }: ImportItem, { doubts }: ImportPreview): string => {
  const doubt = doubts.find(({ number }) => number === at);
  return doubt ? `${DOUBT_NAMES[doubt.reason]}${doubt.words === '' ? '' : `:“${doubt.words}”`}` : '';
};

/** 查看导入 3: one line of a waiting import as it would be entered, and what it does to the task that is there. */
export const importItemCard = (item: ImportItem, preview: ImportPreview): Card => {
  const { draft, differences, restores, deeds, at } = item;
  const { id, items, today, kind } = preview;
  const { stated } = draft.schedule;
  return {
    title: `第${at}项 ${shorten(draft.title)}`,
    subtitle: sayFate(item),
    tone: 'neutral',
    view: `查看导入 ${id} 第${at}项`,
    blocks: blocksOf(
      oneLine(draft.text) === oneLine(draft.title) ? null : plain(draft.text),
      facts([
        ['请留意', doubtOf(item, preview)],
        ['时限', `${saySchedule(draft.schedule, today)}${stated === '' ? '' : `(原文“${shorten(stated, 30)}”)`}`],
        ...ownershipFacts(draft),
        ['指标', draft.targets.map(sayTarget).join('、')],
        ['部分', draft.section.map((each) => shorten(each)).join(' › ')],
      ]),
      bulleted([
        ...(restores ? ['恢复(上次修订时取消的)'] : []),
        ...differences.map((each) => sayDifference(each, today, sourceOf(kind))),
        ...deeds.map(({ deed, kept }) => `${sayDeed(deed, today)}${kept === null ? '' : `(${WHY_KEPT[kept]},不写)`}`),
      ]),
      quiet(`共${items.length}项,确认之前什么都没有写入`),
      buttons([
        ...(at > 1 ? [button('上一项', `查看导入 ${id} 第${at - 1}项`)] : []),
        ...(at < items.length ? [button('下一项', `查看导入 ${id} 第${at + 1}项`)] : []),
        button('确认导入', `确认导入 ${id}`, 'primary'),
        button('放弃', `放弃 ${id}`),
      ]),
    ),
  };
};
