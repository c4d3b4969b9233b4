# One image for every process; what it runs is the command: tidewatch api | pipeline | worker | beat | demo | migrate
FROM python:3.11-slim AS build
WORKDIR /app
# Packages first: they change less often than the code.
COPY requirements.lock pyproject.toml README.md ./
COPY cli/bootstrap.py cli/bootstrap.py
RUN python3 cli/bootstrap.py packages
COPY . .
RUN python3 cli/bootstrap.py run && rm -rf dashboard/node_modules
# The image is read by another account: what Python would keep beside the sources is made now.
RUN .venv/bin/python -m compileall -q -j 0 .venv/lib api cli db ml workers || true

FROM python:3.11-slim
RUN useradd --system --create-home --home-dir /var/lib/tidewatch tidewatch
COPY --from=build /app /app
WORKDIR /app
ENV PATH=/app/.venv/bin:$PATH \
    PYTHONUNBUFFERED=1 \
    TIDEWATCH_HOST=0.0.0.0 \
    TIDEWATCH_DATA=/var/lib/tidewatch \
    NUMBA_CACHE_DIR=/var/lib/tidewatch/numba
USER tidewatch
VOLUME /var/lib/tidewatch
EXPOSE 8000
CMD ["tidewatch", "api"]
