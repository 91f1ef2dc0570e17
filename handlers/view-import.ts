import { importPreview } from '../src/cards/importing/import-preview.ts';
import { importItemCard } from '../src/cards/importing/item-card.ts';
import { importItemsCard } from '../src/cards/importing/item-list-card.ts';
import { type CommandAnswer, type Context, defineCommand } from '../src/chat/command.ts';
import { readViewing, type ViewSaid } from '../src/chat/reading/viewing-import.ts';
import { cardReply, sentence } from '../src/chat/replies.ts';
import { sayRefusal } from '../src/chat/sentences.ts';
import { waitingDraft, waitingImport } from '../src/workspace/importing/drafts.ts';

const show = (said: ViewSaid, context: Context): CommandAnswer => {
  const { workspace, acting, today } = context;
  const id = said.id ?? waitingImport(workspace, acting.by)?.id;
  const found = id === undefined ? ({ ok: false, reason: 'no-import' } as const) : waitingDraft(workspace, id);
  if (!found.ok) return sentence(sayRefusal(found, context));
  const preview = importPreview(workspace, found.draft, found.content, today);
  if ('list' in said) {
    const card = importItemsCard(preview, said.list, said.page);
    return { reply: cardReply(card, card.title) };
  }
  const item = preview.items[said.item - 1];
  if (!item) return sentence(`这份导入共${preview.items.length}项,没有第${said.item}项。发“查看导入”看全部`);
  return { reply: cardReply(importItemCard(item, preview), `第${said.item}项`) };
};

/** 查看导入 3: what waits for 确认导入, line by line. */
export const viewImportCommand = defineCommand<ViewSaid>({
  name: '查看导入',
  topic: '计划',
  kind: 'look',
  words: ['查看导入', '导入预览'],
  examples: [
    { say: '查看导入', gets: '等待确认的导入,逐项看' },
    { say: '查看导入 3', gets: '第3项会怎样写入,对已有任务改什么' },
    { say: '查看导入 没有导入的', gets: '略去的内容和原因,也可说 存疑、新增、修改、取消' },
  ],
  match: readViewing,
  run: show,
});
