"""Calls a twin the way the segmind Python SDK (1.1.0 and later) does on the wire, and checks what it gets back.

Written from the facts in segmind-api.md section 13; the numbers in the check names are those of its items. Needs
httpx. Usage: segmind_wire.py BASE_URL, where BASE_URL ends with /v1. Prints one line a check; exits 1 if any failed.
"""

import sys
import time

import httpx

SLUG = "pixverse-text2video"
KEY = "SG_00112233445566aa"
VALID = {"prompt": "a lighthouse at dusk", "aspect_ratio": "16:9", "duration": 5, "motion_mode": "normal", "quality": "540p"}


class SegmindError(Exception):
    def __init__(self, status, detail):
        super().__init__(f"{status}: {detail}")
        self.status, self.detail = status, detail


class InferenceFailed(Exception):
    def __init__(self, body):
        super().__init__(body.get("error"))
        self.detail, self.status_body = body.get("error"), body


class InferenceTimeout(Exception):
    def __init__(self, request_id):
        super().__init__(request_id)
        self.request_id = request_id


class Sdk:
    """The part of the SDK that is visible on the wire."""

    def __init__(self, base_url, key=KEY, timeout=30.0):
        headers = {"User-Agent": "segmind-python-sdk/1.1.0", "X-Initiator": "SDK-PY"}
        if key is not None:
            headers["x-api-key"] = key
        self.base = base_url.rstrip("/")
        head, _, tail = self.base.rpartition("/")
        self.v2 = (head if tail.startswith("v") else self.base) + "/v2"
        self.http = httpx.Client(headers=headers, timeout=httpx.Timeout(timeout, connect=5.0), follow_redirects=False)
        self.sent = 0

    def call(self, method, url, **kwargs):
        self.sent += 1
        return self.http.request(method, url, **kwargs)

    def submit(self, **params):
        answer = self.call("POST", f"{self.v2}/{SLUG}", json=params)
        if not 200 <= answer.status_code < 400:
            raise SegmindError(answer.status_code, self.detail(answer))
        body = answer.json()
        if not isinstance(body, dict) or not all(body.get(k) for k in ("request_id", "status_url", "response_url")):
            raise SegmindError(answer.status_code, f"keys: {sorted(body)}")
        return body

    def poll(self, job):
        answer = self.call("GET", job["status_url"])
        try:
            body = answer.json()
        except ValueError:
            body = None
        if isinstance(body, dict) and body.get("status") in ("COMPLETED", "FAILED"):
            return body
        if 200 <= answer.status_code < 300:
            return body if isinstance(body, dict) else {}
        raise SegmindError(answer.status_code, self.detail(answer))

    def wait(self, job, timeout=600.0, interval=0.02):
        deadline = time.monotonic() + timeout
        while True:
            body = self.poll(job)
            if body.get("status") == "COMPLETED":
                return self.result(job)
            if body.get("status") == "FAILED":
                raise InferenceFailed(body)
            if time.monotonic() >= deadline:
                raise InferenceTimeout(job["request_id"])
            time.sleep(interval)

    def result(self, job):
        answer = self.call("GET", job["response_url"])
        body = answer.json()
        if body.get("status") not in ("COMPLETED", "FAILED") and not 200 <= answer.status_code < 300:
            raise SegmindError(answer.status_code, self.detail(answer))
        return body

    def run_sync(self, **params):
        return self.call("POST", f"{self.base}/{SLUG}", json=params)

    @staticmethod
    def detail(answer):
        try:
            return answer.json().get("error")
        except ValueError:
            return None


def raises(kind, act):
    try:
        act()
    except kind as error:
        return error
    raise AssertionError(f"{kind.__name__} was not raised")


def with_prompt(prompt):
    return {**VALID, "prompt": prompt}


CHECKS = []


def check(function):
    CHECKS.append(function)
    return function


@check
def item_01_no_answer_is_a_redirect(sdk):
    for path in ("/", f"/v1/{SLUG}", f"/v2/{SLUG}/", "/v2/requests/x/status"):
        status = sdk.http.get(sdk.v2[:-3] + path).status_code
        assert not 300 <= status < 400, (path, status)


@check
def item_02_polls_without_content_type_are_read(sdk):
    job = sdk.submit(**VALID)
    request = sdk.http.build_request("GET", job["status_url"])
    assert "content-type" not in request.headers
    assert sdk.http.send(request).status_code == 200


@check
def item_03_and_05_urls_lie_under_the_base_and_a_job_costs_one_submit_its_polls_and_one_fetch(sdk):
    job = sdk.submit(**VALID)
    root = sdk.v2[:-3]
    assert job["status_url"] == f"{root}/v2/requests/{job['request_id']}/status", job
    assert job["response_url"] == f"{root}/v2/requests/{job['request_id']}", job
    before = sdk.sent
    result = sdk.wait(job)
    polls = sdk.sent - before - 1
    journal = sdk.http.get(f"{root}/__admin/requests?limit=10000").json()["requests"]
    mine = [entry["operation"] for entry in journal if entry["job"] == job["request_id"]]
    assert mine.count("submit") == 1 and mine.count("result") == 1 and mine.count("status") == polls, mine
    assert result["status"] == "COMPLETED"


@check
def item_04_refused_submits_carry_the_status_and_the_error_text(sdk):
    nobody = Sdk(sdk.base, key=None)
    error = raises(SegmindError, lambda: nobody.submit(**VALID))
    assert (error.status, error.detail) == (401, "Missing Authorization or x-api-key in header"), error
    assert raises(SegmindError, lambda: sdk.submit(prompt="only a prompt")).status == 400
    assert raises(SegmindError, lambda: sdk.submit(**with_prompt("x [[insufficient_credits]]"))).status == 406
    limited = raises(SegmindError, lambda: sdk.submit(**with_prompt("x [[rate_limited]]")))
    assert (limited.status, limited.detail) == (429, "rate_limit_exceeded"), limited


@check
def item_05_failed_jobs_are_not_fetched(sdk):
    job = sdk.submit(**with_prompt("x [[generation_failed]]"))
    raises(InferenceFailed, lambda: sdk.wait(job))
    journal = sdk.http.get(f"{sdk.v2[:-3]}/__admin/requests?limit=10000").json()["requests"]
    assert "result" not in [entry["operation"] for entry in journal if entry["job"] == job["request_id"]]


@check
def item_06_failed_at_422_is_a_state_and_one_502_ends_the_wait(sdk):
    job = sdk.submit(**with_prompt("x [[content_blocked]]"))
    while (answer := sdk.http.get(job["status_url"])).status_code == 200:
        time.sleep(0.02)
    assert answer.status_code == 422 and answer.json()["status"] == "FAILED", answer.text
    flaky = sdk.submit(**with_prompt("x [[bad_gateway@status*1]]"))
    assert raises(SegmindError, lambda: sdk.wait(flaky)).status == 502
    assert sdk.wait(flaky)["status"] == "COMPLETED"


@check
def item_06_an_unknown_state_keeps_the_wait_going(sdk):
    job = sdk.submit(**with_prompt("x [[unknown_state@status*2]]"))
    assert sdk.http.get(job["status_url"]).json()["status"] not in ("QUEUED", "PROCESSING", "COMPLETED", "FAILED")
    assert sdk.wait(job)["status"] == "COMPLETED"


@check
def item_07_the_detail_of_a_failure_is_its_error_text(sdk):
    job = sdk.submit(**with_prompt("x [[content_blocked]]"))
    error = raises(InferenceFailed, lambda: sdk.wait(job))
    assert "content_policy_violation" in error.detail and "cost" not in error.status_body["metrics"], error.status_body


@check
def item_08_after_a_deadline_the_job_goes_on_and_can_be_polled_again(sdk):
    job = sdk.submit(**VALID)
    error = raises(InferenceTimeout, lambda: sdk.wait(job, timeout=0))
    assert error.request_id == job["request_id"]
    assert sdk.wait(job)["output"].endswith(".mp4")


@check
def item_09_run_sync_answers_the_bytes(sdk):
    answer = sdk.run_sync(**VALID)
    assert answer.status_code == 200 and answer.headers["content-type"] == "video/mp4", answer.headers
    assert answer.content[4:8] == b"ftyp"
    for name in ("x-cost", "x-remaining-credits", "x-request-id", "x-generation-time"):
        assert answer.headers.get(name), name


@check
def item_09_a_short_read_timeout_ends_run_sync_and_the_server_bills_all_the_same(sdk):
    hasty = Sdk(sdk.base, key="SG_feedfeedfeedfeed", timeout=0.25)
    raises(httpx.ReadTimeout, lambda: hasty.run_sync(**VALID))
    patient = Sdk(sdk.base, key="SG_feedfeedfeedfeed")
    for _ in range(500):
        credits = patient.http.get(f"{patient.base}/get-user-credits").json()["credits"]
        if credits < 1_000_000:
            break
        time.sleep(0.02)
    assert credits == 999_999.625, credits


@check
def item_10_result_gives_the_failed_body_too(sdk):
    job = sdk.submit(**with_prompt("x [[generation_failed]]"))
    raises(InferenceFailed, lambda: sdk.wait(job))
    assert sdk.result(job)["status"] == "FAILED"


@check
def item_11_a_result_has_status_metrics_and_output(sdk):
    result = sdk.wait(sdk.submit(**VALID))
    assert result["status"] == "COMPLETED" and result["metrics"]["inference_time"] > 0, result
    video = sdk.http.get(result["output"])
    assert video.status_code == 200 and video.content[4:8] == b"ftyp"


@check
def section_06_an_expired_job_is_404_on_every_read(sdk):
    job = sdk.submit(**VALID)
    sdk.wait(job)
    sdk.http.put(f"{sdk.v2[:-3]}/__admin/clock", json={"action": "advance", "by": "1h"}).raise_for_status()
    error = raises(SegmindError, lambda: sdk.wait(job))
    assert (error.status, error.detail) == (404, f"Request {job['request_id']} not found"), error
    assert sdk.http.get(job["response_url"]).status_code == 404
    assert sdk.http.get(job["poll_url"]).status_code == 404


def main():
    sdk = Sdk(sys.argv[1])
    failed = 0
    for one in CHECKS:
        try:
            one(sdk)
            print(f"ok      {one.__name__}")
        except Exception as error:  # a check must never hide the others
            failed += 1
            print(f"FAILED  {one.__name__}: {type(error).__name__}: {error}")
    print(f"{len(CHECKS) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
