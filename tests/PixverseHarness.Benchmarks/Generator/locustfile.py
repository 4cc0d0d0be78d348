"""The same work in Locust: polls of jobs that exist, or whole jobs. Locust's fast client, one process."""
import itertools
import os

import gevent
from locust import constant_throughput, task
from locust.contrib.fasthttp import FastHttpUser

HEADERS = {"x-api-key": os.environ["SEGMIND_API_KEY"], "content-type": "application/json"}
BODY = os.environ["BODY"]
EVERY = float(os.environ.get("EVERY", "0"))
IDS = itertools.cycle(open(os.environ["IDS"], encoding="ascii").read().split()) if "IDS" in os.environ else None


class Poller(FastHttpUser):
    abstract = IDS is None

    def on_start(self):
        self.path = f"/v2/requests/{next(IDS)}/status"

    @task
    def poll(self):
        self.client.get(self.path, headers=HEADERS, name="status")


class Worker(FastHttpUser):
    abstract = IDS is not None
    # One job a second and user: as many users as jobs a second keep the rate, however long a job takes, if there are enough.
    wait_time = constant_throughput(float(os.environ.get("JOBS_PER_USER", "1")))

    @task
    def job(self):
        submitted = self.client.post("/v2/pixverse-text2video", data=BODY, headers=HEADERS, name="submit").json()
        path = f"/v2/requests/{submitted['request_id']}"
        state = "QUEUED"
        while state not in ("COMPLETED", "FAILED"):
            gevent.sleep(EVERY)
            state = self.client.get(path + "/status", headers=HEADERS, name="status").json()["status"]
        self.client.get(path, headers=HEADERS, name="result")
