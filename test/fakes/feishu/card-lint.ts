/** What is wrong with a card, as Feishu says it: `230099` with this sub-code in its message. */
export interface CardFault {
  code: number;
  message: string;
}

type Json = Record<string, unknown>;

const ROOT = ['schema', 'config', 'card_link', 'header', 'body'];
const CONFIG = [
  'update_multi',
  'width_mode',
  'enable_forward',
  'enable_forward_interaction',
  'summary',
  'streaming_mode',
  'style',
];
const HEADER = ['title', 'subtitle', 'text_tag_list', 'template', 'icon', 'padding'];
const BODY = [
  'direction',
  'padding',
  'horizontal_spacing',
  'vertical_spacing',
  'horizontal_align',
  'vertical_align',
  'elements',
];
const TEMPLATES = 'blue wathet turquoise green yellow orange red carmine violet purple indigo grey default'.split(' ');
const BUTTON_TYPES = 'default primary danger text primary_text danger_text primary_filled danger_filled laser'.split(
  ' ',
);
const CHARTS =
  'line area bar pie scatter radar funnel wordCloud linearProgress circularProgress common rangeColumn sankey'.split(
    ' ',
  );

/** Properties each element may have beside tag, element_id and margin; any other is refused. */
const ELEMENTS: Record<string, string[]> = {
  div: ['text', 'icon', 'width'],
  markdown: ['content', 'text_align', 'text_size', 'icon'],
  hr: [],
  column_set: ['columns', 'flex_mode', 'horizontal_spacing', 'horizontal_align', 'background_style', 'action'],
  column:
    'elements width weight vertical_align horizontal_align vertical_spacing horizontal_spacing direction padding background_style action'.split(
      ' ',
    ),
  button:
    'text type size width disabled disabled_tips hover_tips confirm behaviors icon name form_action_type required'.split(
      ' ',
    ),
  chart: ['chart_spec', 'aspect_ratio', 'color_theme', 'preview', 'height'],
  table: ['columns', 'rows', 'page_size', 'row_height', 'row_max_height', 'header_style', 'freeze_first_column'],
  form: ['name', 'elements', 'direction', 'vertical_spacing', 'horizontal_spacing', 'padding', 'confirm'],
  collapsible_panel: 'elements expanded header border padding vertical_spacing direction background_color'.split(' '),
  input: 'name placeholder default_value max_length input_type rows label label_position width required'.split(' '),
  select_static: 'name options initial_option placeholder width required'.split(' '),
  select_person: 'name options placeholder width required'.split(' '),
  date_picker: 'name initial_date placeholder width required'.split(' '),
  checker: 'name text checked behaviors overall_checkable button_area'.split(' '),
  img: ['img_key', 'alt', 'title', 'mode', 'preview', 'scale_type', 'size'],
};
const TEXTS: Record<string, string[]> = {
  plain_text: ['content', 'text_size', 'text_color', 'text_align', 'lines', 'i18n_content'],
  lark_md: ['content', 'text_size', 'text_align', 'lines'],
};
const INTERACTIVE = ['input', 'select_static', 'select_person', 'date_picker', 'button', 'checker'];

export const MAX_TAGS = 200;
export const MAX_BYTES = 30 * 1024;

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const list = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

/** Everything with a `tag`, wherever it stands; a chart's data and a button's value are not the card's own. */
export function countTags(node: unknown): number {
  if (Array.isArray(node)) return node.reduce<number>((sum, item) => sum + countTags(item), 0);
  if (!isObject(node)) return 0;
  const own = 'tag' in node ? 1 : 0;
  const inner = Object.entries(node).filter(([key]) => key !== 'chart_spec' && key !== 'value');
  return own + inner.reduce((sum, [, child]) => sum + countTags(child), 0);
}

class Lint {
  readonly faults: CardFault[] = [];
  readonly #ids = new Set<string>();
  readonly #names = new Set<string>();
  #tables = 0;
  #charts = 0;

  fail(code: number, message: string): void {
    this.faults.push({ code, message });
  }

  keys(node: Json, allowed: string[], where: string): void {
    for (const key of Object.keys(node)) {
      if (!allowed.includes(key)) this.fail(200621, `unknown property ${key} in ${where}`);
    }
  }

  text(node: unknown, where: string): void {
    if (!isObject(node) || !(String(node.tag) in TEXTS)) {
      this.fail(200621, `${where} is not a text`);
      return;
    }
    this.keys(node, ['tag', 'element_id', ...(TEXTS[String(node.tag)] ?? [])], where);
    if (typeof node.content !== 'string' || node.content === '') this.fail(200621, `${where} has no content`);
  }

  elements(nodes: unknown, place: { root: boolean; inForm: boolean; depth: number }): void {
    if (!Array.isArray(nodes)) {
      this.fail(200621, 'elements is not a list');
      return;
    }
    for (const node of nodes) this.element(node, place);
  }

  element(node: unknown, place: { root: boolean; inForm: boolean; depth: number }): void {
    if (!isObject(node)) {
      this.fail(200621, 'an element is not an object');
      return;
    }
    const tag = String(node.tag);
    const allowed = ELEMENTS[tag];
    if (!allowed || tag === 'column') {
      this.fail(200861, `unsupported tag ${tag}`);
      return;
    }
    this.keys(node, ['tag', 'element_id', 'margin', ...allowed], tag);
    this.identity(node);
    if (place.depth > 5) this.fail(200621, 'nested deeper than five');
    if (tag === 'form' && !place.root) this.fail(200621, 'form is not at the root');
    if (tag === 'table' && !place.root) this.fail(200621, 'table is not at the root');
    if (place.inForm && INTERACTIVE.includes(tag)) this.name(node);
    if (tag === 'div') this.text(node.text, 'div');
    if (tag === 'markdown') this.markdown(node);
    if (tag === 'column_set') this.columns(node, place);
    if (tag === 'button') this.button(node);
    if (tag === 'chart') this.chart(node);
    if (tag === 'table') this.table(node);
    if (tag === 'form') this.form(node, place);
    if (tag === 'collapsible_panel') this.elements(node.elements, { ...place, root: false, depth: place.depth + 1 });
  }

  identity(node: Json): void {
    if (node.element_id === undefined) return;
    const id = String(node.element_id);
    if (!/^[A-Za-z]\w{0,19}$/.test(id)) this.fail(200621, `bad element_id ${id}`);
    if (this.#ids.has(id)) this.fail(300301, `element_id ${id} twice`);
    this.#ids.add(id);
  }

  name(node: Json): void {
    const name = typeof node.name === 'string' ? node.name : '';
    if (name === '') this.fail(200530, 'a form child has no name');
    if (this.#names.has(name)) this.fail(200530, `name ${name} twice`);
    this.#names.add(name);
  }

  markdown(node: Json): void {
    if (typeof node.content !== 'string' || node.content === '') {
      this.fail(200621, 'markdown has no content');
      return;
    }
    for (const [, id = ''] of node.content.matchAll(/<at ids?=["']?([^"'>\s]*)/g)) {
      for (const one of id.split(',')) {
        if (one !== 'all' && !/^ou_\w+$/.test(one)) this.fail(100290, `at: user id ${one} is invalid`);
      }
    }
  }

  columns(node: Json, place: { root: boolean; inForm: boolean; depth: number }): void {
    const modes = ['none', 'stretch', 'flow', 'bisect', 'trisect'];
    if (node.flex_mode !== undefined && !modes.includes(String(node.flex_mode))) this.fail(200621, 'bad flex_mode');
    if (!Array.isArray(node.columns) || node.columns.length === 0) this.fail(200621, 'column_set without columns');
    for (const column of list(node.columns)) {
      if (!isObject(column) || column.tag !== 'column') {
        this.fail(200621, 'a column is not a column');
        continue;
      }
      this.keys(column, ['tag', 'element_id', 'margin', ...(ELEMENTS.column ?? [])], 'column');
      this.identity(column);
      const weight = column.weight ?? 1;
      if (!Number.isInteger(weight) || Number(weight) < 1 || Number(weight) > 5) this.fail(200621, 'bad weight');
      this.elements(column.elements ?? [], { ...place, root: false, depth: place.depth + 1 });
    }
  }

  button(node: Json): void {
    this.text(node.text, 'button');
    if (isObject(node.text) && [...String(node.text.content)].length > 100) this.fail(200621, 'button text over 100');
    if (node.type !== undefined && !BUTTON_TYPES.includes(String(node.type))) this.fail(200621, 'bad button type');
    for (const behavior of list(node.behaviors)) {
      const { type, value, default_url: url } = isObject(behavior) ? behavior : ({} as Json);
      if (type === 'callback' && !isObject(value)) this.fail(200672, 'a callback value is not an object');
      else if (type === 'open_url' && typeof url !== 'string') this.fail(200621, 'open_url without a url');
      else if (type !== 'callback' && type !== 'open_url') this.fail(200621, 'bad behavior');
    }
  }

  chart(node: Json): void {
    const spec = node.chart_spec;
    this.#charts += 1;
    if (this.#charts > 5) this.fail(11310, 'more than five charts');
    if (!isObject(spec) || !CHARTS.includes(String(spec.type)) || !isObject(spec.data)) {
      this.fail(200550, 'chart spec is invalid');
    }
    const ratios = ['1:1', '2:1', '4:3', '16:9'];
    if (node.aspect_ratio !== undefined && !ratios.includes(String(node.aspect_ratio))) this.fail(200621, 'bad ratio');
  }

  table(node: Json): void {
    this.#tables += 1;
    const columns = list(node.columns).filter(isObject);
    if (this.#tables > 5) this.fail(11310, 'more than five tables');
    if (columns.length === 0 || columns.length > 50) this.fail(200914, 'bad table columns');
    const size = node.page_size ?? 5;
    if (!Number.isInteger(size) || Number(size) < 1 || Number(size) > 10) this.fail(200621, 'bad page_size');
    const names = columns.map((column) => column.name);
    for (const row of list(node.rows)) {
      const strange = Object.keys(isObject(row) ? row : {}).find((key) => !names.includes(key));
      if (strange !== undefined) this.fail(200915, `row key ${strange} is not declared`);
    }
  }

  form(node: Json, place: { root: boolean; inForm: boolean; depth: number }): void {
    this.name(node);
    this.elements(node.elements, { root: false, inForm: true, depth: place.depth + 1 });
    if (!JSON.stringify(node.elements).includes('"form_action_type":"submit"'))
      this.fail(200621, 'form without submit');
  }

  header(node: unknown): void {
    if (!isObject(node)) {
      this.fail(200621, 'header is not an object');
      return;
    }
    this.keys(node, HEADER, 'header');
    this.text(node.title, 'title');
    if (node.subtitle !== undefined) this.text(node.subtitle, 'subtitle');
    if (node.template !== undefined && !TEMPLATES.includes(String(node.template))) this.fail(200621, 'bad template');
    if (list(node.text_tag_list).length > 3) this.fail(200621, 'more than three header tags');
  }
}

/** Checks a card against the documented rules of Card JSON 2.0. Every fault found, the gravest limits first. */
export function lintCard(card: unknown): CardFault[] {
  const lint = new Lint();
  if (!isObject(card)) return [{ code: 200621, message: 'the card is not an object' }];
  if (countTags(card) > MAX_TAGS) lint.fail(11310, `element exceeds the limit: ${countTags(card)}`);
  const bytes = Buffer.byteLength(JSON.stringify(card));
  if (bytes > MAX_BYTES) lint.fail(200860, `card of ${bytes} bytes`);
  if (card.schema !== '2.0') lint.fail(200830, 'schema is not 2.0');
  lint.keys(card, ROOT, 'card');
  if (isObject(card.config)) {
    lint.keys(card.config, CONFIG, 'config');
    if (card.config.update_multi === false) lint.fail(200621, 'update_multi can only be true');
  }
  if (card.header !== undefined) lint.header(card.header);
  if (!isObject(card.body)) lint.fail(200621, 'no body');
  else {
    lint.keys(card.body, BODY, 'body');
    lint.elements(card.body.elements, { root: true, inForm: false, depth: 1 });
  }
  return lint.faults;
}
