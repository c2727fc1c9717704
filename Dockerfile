# The bot as a container: docker build -t attache . && docker compose up -d
# What differs from one place to the next comes from outside: the documents in /knowledge, the settings in the
# environment. All that is written goes to /data; everything else may be read-only.

FROM node:24-slim AS packages
WORKDIR /app
COPY package.json package-lock.json ./
# No package that the bot needs has to run anything to be installed.
RUN npm ci --omit=dev --ignore-scripts

FROM node:24-slim
WORKDIR /app
ENV NODE_ENV=production \
    KNOWLEDGE=/knowledge \
    STORE=/data/attache.sqlite \
    HEALTH_PORT=9090
COPY --from=packages /app/node_modules node_modules
COPY package.json LICENSE .env.example ./
COPY commands commands
COPY src src
RUN mkdir /data /knowledge && chown node:node /data
USER node
VOLUME /data
HEALTHCHECK --interval=30s --timeout=5s --start-period=120s \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.HEALTH_PORT}/readyz`).then(({ ok }) => process.exit(ok ? 0 : 1), () => process.exit(1))"]
STOPSIGNAL SIGTERM
ENTRYPOINT ["node", "src/main.js"]
