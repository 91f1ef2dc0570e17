import { paperName } from '../src/cards/paper.ts';
import { statisticsPicture } from '../src/cards/statistics-picture.ts';
import { defineCommand } from '../src/chat/command.ts';
import { type PictureWanted, readPictureWanted } from '../src/chat/reading/picture.ts';
import { sharedFilterWords } from '../src/chat/reading/shared-words.ts';
import { yearOfListing } from '../src/chat/reading/year-of-listing.ts';
import { fileReply, sentence } from '../src/chat/replies.ts';
import { NO_PLAN } from '../src/chat/sentences.ts';
import { organisationOf } from '../src/digests/paper-title.ts';
import { statisticsOf } from '../src/workspace/statistics.ts';

/** 统计 图 · 指标图 · 进度图 办公室: the numbers of 统计 as a picture. */
export const pictureCommand = defineCommand<PictureWanted>({
  name: '统计图',
  topic: '查看',
  kind: 'look',
  words: ['统计图', '进度图', '指标图', '图表'],
  examples: [
    { say: '统计 图', gets: '办结率、指标和序时画成一张图' },
    { say: '统计 办公室 图', gets: '一个单位的,换成人名、“第三部分”也行' },
    { say: '指标图', gets: '只画指标;“进度图”只画办结率' },
  ],
  match: readPictureWanted,
  run: ({ shows, listing }, context) => {
    const { workspace, acting, today } = context;
    if (workspace.tasks.length === 0) return sentence(NO_PLAN);
    const year = yearOfListing(listing);
    const filters = [...(listing?.filters ?? []), ...(year === undefined ? [] : [{ kind: 'year' as const, year }])];
    const filter = listing === null ? '' : sharedFilterWords(listing, context).join(' · ');
    const statistics = statisticsOf(workspace, filters, { today, me: acting.by });
    const picture = statisticsPicture(statistics, { shows, filter, today });
    if (picture.panels.length === 0) {
      return sentence(
        shows === 'targets' && statistics.tasks > 0
          ? '这些任务没有量化指标,没有图可画'
          : '没有符合条件的任务,没有图可画',
      );
    }
    const organisation = organisationOf(workspace.plans.find((plan) => plan.year === statistics.year)?.title ?? '');
    const name = paperName(`${organisation}${picture.title}`, 'png');
    return { reply: fileReply({ kind: 'chart', name, picture }) };
  },
});
