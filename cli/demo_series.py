"""What the demo replays: NAB (Lavin & Ahmad 2015, MIT licence) where it lies here, else samples of our own."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Recording:
    """A file with a column `value`, and what it measures. Row `soon` comes `lead` steps after the first start."""

    file: str
    metric: str
    labels: dict[str, str]
    unit: str
    soon: int
    lead: int


def _aws(name: str) -> str:
    return f"data/realAWSCloudwatch/{name}.csv"


def _known(name: str) -> str:
    return f"data/realKnownCause/{name}.csv"


NAB = (
    Recording(_known("ec2_request_latency_system_failure"), "request.latency", {"service": "checkout"}, "ms", 3395, 5),
    Recording(_known("ambient_temperature_system_failure"), "room.temperature", {"room": "office"}, "°F", 5883, 9),
    Recording(_known("cpu_utilization_asg_misconfiguration"), "cpu.utilization", {"host": "batch-1"}, "%", 17002, 14),
    Recording(_aws("ec2_cpu_utilization_24ae8d"), "cpu.utilization", {"host": "web-1"}, "%", 3547, 12),
    Recording(_aws("ec2_cpu_utilization_5f5533"), "cpu.utilization", {"host": "web-2"}, "%", 2970, 20),
    Recording(_aws("ec2_cpu_utilization_fe7f93"), "cpu.utilization", {"host": "web-3"}, "%", 2602, 30),
    Recording(_aws("ec2_disk_write_bytes_1ef3de"), "disk.write", {"host": "db-1"}, "B", 2635, 24),
    Recording(_aws("elb_request_count_8c0756"), "http.requests", {"balancer": "front"}, "1", 3682, 40),
    Recording(_aws("iio_us-east-1_i-a2eb1cd9_NetworkIn"), "network.in", {"host": "db-1"}, "B", 339, 60),
    Recording("data/realTweets/Twitter_volume_UPS.csv", "mentions", {"brand": "UPS"}, "1", 8865, 50),
)

SAMPLES = (
    Recording("latency.csv", "request.latency", {"service": "checkout"}, "ms", 1100, 2),
    Recording("cpu.csv", "cpu.utilization", {"host": "web-1"}, "%", 1150, 9),
    Recording("requests.csv", "http.requests", {"balancer": "front"}, "1", 1050, 20),
    Recording("temperature.csv", "room.temperature", {"room": "office"}, "°C", 1200, 40),
)
