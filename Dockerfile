# syntax=docker/dockerfile:1
# Sora without the embedded PostgreSQL and the sample model: it needs DATABASE_URL, AUTH_SECRET, DIARY_KEYS and a model.
# How to run it: docs/operations.md.

FROM node:24.21.0-bookworm-slim AS build
WORKDIR /app
ENV NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json ./
COPY scripts/only-npm.mjs scripts/prisma-generate.mjs scripts/
COPY prisma/schema.prisma prisma/
RUN npm ci --omit=dev --no-audit --no-fund
COPY . .
RUN node scripts/prisma-generate.mjs && node scripts/build.ts && node scripts/shrink-image.mjs

FROM node:24.21.0-bookworm-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
# Node strips the types of next.config.ts. Next would use its compiler of 100 MB, which is not in the image.
ENV __NEXT_NODE_NATIVE_TS_LOADER_ENABLED=true
WORKDIR /app
# Owned by root: the server's user cannot change it, and the file system may be read-only.
COPY --from=build /app /app
USER node
EXPOSE 3000
# Running replies are finished first. Allow 130 seconds (docker stop --time 130, stop_grace_period, terminationGracePeriodSeconds).
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 CMD ["node", "scripts/healthcheck.mjs"]
CMD ["node", "scripts/serve.ts", "start"]
