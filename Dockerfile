# syntax=docker/dockerfile:1
FROM node:20.20.2-bookworm-slim AS packages
WORKDIR /banjie
COPY package.json package-lock.json ./
RUN npm ci --omit=dev
COPY tsconfig.json ./
COPY data/sample-plan.md ./data/sample-plan.md
COPY handlers ./handlers
COPY src ./src
RUN npm run build

FROM node:20.20.2-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /banjie
COPY --from=packages /banjie/node_modules ./node_modules
COPY --from=packages /banjie/dist ./dist
COPY package.json ./
# The image's own user without rights, who owns nothing here but the data.
RUN install --directory --owner=node --group=node --mode=0700 /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=10s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "--eval", "fetch(`http://127.0.0.1:${process.env.PORT}/healthz`).then((answer) => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
# Not through npm, which would keep the signal to stop to itself.
CMD ["node", "dist/src/main.js"]
