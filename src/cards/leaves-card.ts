import type { IsoDate } from '../calendar/date.ts';
import type { Leave } from '../workspace/workspace.ts';
import { blocksOf, bulleted, heading, plain, quiet } from './blocks.ts';
import type { Card } from './card.ts';
import { sayLeave } from './say-leave.ts';

/**
 * 请假: who is away, and who will be.
 * @param leaves those that are not over, by their first day
 * @param of whose, empty for everybody's
 */
export const leavesCard = (leaves: readonly Leave[], of: string, today: IsoDate): Card => {
  const [now, coming] = [true, false].map((is) => leaves.filter(({ from }) => from <= today === is));
  const lines = (of: readonly Leave[] = []) => bulleted(of.map((leave) => `${leave.absent} ${sayLeave(leave, today)}`));
  return {
    title: of === '' ? '请假' : `请假 · ${of}`,
    subtitle: '',
    tone: 'neutral',
    view: '请假',
    blocks: blocksOf(
      now?.length ? heading('正在请假') : plain(`现在${of === '' ? '没有人' : `${of}没有`}请假`),
      lines(now),
      coming?.length ? heading('将要请假') : null,
      lines(coming),
      quiet('记请假发“李四 请假到6月1日 由王五代”,回来了发“李四销假”'),
    ),
  };
};
