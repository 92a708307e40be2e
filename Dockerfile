# The page is built; the server needs no build, as Node runs its TypeScript.
FROM node:24-slim AS manifests
WORKDIR /app
COPY package.json package-lock.json .npmrc ./
COPY packages/shared/package.json packages/shared/
COPY apps/api/package.json apps/api/
COPY apps/web/package.json apps/web/
COPY tests/package.json tests/

FROM manifests AS page
ENV TURBO_TELEMETRY_DISABLED=1 DO_NOT_TRACK=1
RUN npm ci --no-audit --no-fund --ignore-scripts
COPY turbo.json tsconfig.json ./
COPY packages packages
COPY apps apps
RUN npx turbo run build --filter=@live-copilot/web

# Only what the server runs with: no tools, and no second Node.
FROM manifests AS modules
RUN npm ci --no-audit --no-fund --ignore-scripts --omit=dev --omit=optional --workspace=@live-copilot/api

FROM node:24-slim
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000 DATA_DIR=/data
WORKDIR /app
COPY --from=modules /app .
COPY packages packages
COPY apps/api apps/api
COPY samples samples
COPY --from=page /app/apps/web/dist apps/web/dist
RUN mkdir /data && chown node:node /data
USER node
VOLUME /data
EXPOSE 3000
HEALTHCHECK --interval=5s --timeout=3s --start-period=30s \
  CMD ["node", "-e", "fetch('http://127.0.0.1:3000/healthz').then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "apps/api/src/main.ts"]
