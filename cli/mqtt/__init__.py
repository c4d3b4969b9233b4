"""MQTT in: what devices publish becomes points. Acknowledged to the broker only when Tidewatch has it."""
