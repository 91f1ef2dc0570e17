/** Imports run one way: calendar → (plan → documents, workspace) → cards → (chat, digests, ledger-sheet) → (exports, handlers) · jobs · platforms · store → http → app → main. */
const below = (name, from, allowed) => ({
  name,
  severity: 'error',
  from: { path: from },
  to: { path: '^(src|handlers|test)/', pathNot: [from, '^src/(banjie-error|program-file)\\.ts$', ...allowed] },
});
const calendar = '^src/calendar/';
const plan = '^src/plan/';
const documents = '^src/documents/';
const workspace = '^src/workspace/';
const cards = '^src/cards/';
const chat = '^src/chat/';
const digests = '^src/digests/';
const ledgerSheet = '^src/ledger-sheet/';
const storePort = '^src/store/workspace-store\\.ts$';
const storedDocument = '^src/store/document/';
const storeCommon = '^src/store/(in-use|store-health|inspection|move-store)\\.ts$';
const platformPort = '^src/platforms/platform\\.ts$';
const domain = [calendar, plan, workspace];

module.exports = {
  forbidden: [
    { name: 'no-circles', severity: 'error', from: {}, to: { circular: true } },
    { name: 'no-orphans', severity: 'error', from: { orphan: true, path: '^(src|handlers)/', pathNot: '\\.(json|html|css)$|/page/' }, to: {} },
    below('calendar-knows-nothing', calendar, []),
    below('plan-knows-the-calendar', plan, [calendar]),
    below('documents-know-plan-and-calendar', documents, [calendar, plan]),
    below('workspace-knows-plan-and-calendar', workspace, [calendar, plan]),
    below('cards-know-the-domain', cards, domain),
    below('chat-knows-cards-and-domain', chat, [...domain, documents, cards, storePort]),
    below('digests-know-cards-and-domain', digests, [...domain, cards]),
    below('ledger-sheet-knows-cards-and-domain', ledgerSheet, [...domain, cards]),
    below('exports-know-digests-and-below', '^src/exports/', [...domain, cards, digests, ledgerSheet, '^src/feeds/calendar\\.ts$']),
    below('handlers-know-chat-and-below', '^handlers/', [...domain, cards, chat, digests, ledgerSheet]),
    below('jobs-know-ports-and-below', '^src/jobs/', [...domain, cards, chat, digests, storePort, platformPort]),
    below('feeds-know-digests-and-ports', '^src/feeds/', [...domain, cards, digests, storePort, platformPort]),
    below('store-port-knows-the-workspace', storePort, [calendar, workspace]),
    below('stored-document-knows-the-workspace', storedDocument, [workspace]),
    below('what-stores-share-knows-the-workspace', storeCommon, [calendar, workspace, storePort]),
    below('json-store-knows-the-port', '^src/store/json/', [calendar, workspace, storePort, storedDocument, storeCommon]),
    below('postgres-store-knows-the-port', '^src/store/postgres/', [calendar, workspace, storePort, storedDocument, storeCommon]),
    below('platform-port-knows-chat-and-cards', platformPort, [calendar, workspace, cards, chat]),
    ...['feishu', 'wecom', 'local'].map((name) =>
      below(`${name}-knows-no-other-platform`, `^src/platforms/${name}/`, [calendar, cards, chat, platformPort])),
    below('holidays-know-the-calendar', '^src/holidays/', [calendar]),
    below('doctor-asks-stores-platforms-and-the-font', '^src/doctor/', [
      '^src/(wecom-)?config\\.ts$', calendar, '^src/holidays/', '^src/store/', '^src/exports/picture/font\\.ts$',
      '^src/platforms/feishu/(client|errors)\\.ts$', '^src/platforms/wecom/(client|webhooks|crypto)\\.ts$',
    ]),
    below('metrics-know-jobs-and-the-store-port', '^src/metrics/', ['^src/jobs/', storePort, ...domain]),
    below('http-knows-platforms-through-the-port', '^src/http/', [platformPort]),
    { name: 'vendor-sdk-in-its-platform-only', severity: 'error', from: { path: '^(src|handlers)/', pathNot: '^src/platforms/feishu/' }, to: { path: '@larksuiteoapi' } },
    { name: 'koa-in-http-only', severity: 'error', from: { path: '^(src|handlers)/', pathNot: '^src/http/' }, to: { path: 'node_modules/(koa|@koa|koa-helmet)/' } },
    { name: 'lowdb-in-json-store-only', severity: 'error', from: { path: '^(src|handlers)/', pathNot: '^src/store/json/' }, to: { path: 'node_modules/lowdb/' } },
    { name: 'handlers-are-for-app', severity: 'error', from: { path: '^src/', pathNot: '^src/app\\.ts$' }, to: { path: '^handlers/' } },
    { name: 'no-tests-in-product', severity: 'error', from: { path: '^(src|handlers)/' }, to: { path: '^test/' } },
    { name: 'no-dev-packages-in-product', severity: 'error', from: { path: '^(src|handlers)/' }, to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'node', 'default', 'types'] },
  },
};
