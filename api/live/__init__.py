"""Live push: alerts to subscribers over WebSocket and SSE, each exactly once a connection, in order."""
