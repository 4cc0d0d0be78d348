using PixverseHarness.Contract.Clauses;
using PixverseHarness.Contract.Errors;

namespace PixverseHarness.Cli.Repro;

/// <summary>What a client should do about an error, and where that advice comes from.</summary>
/// <param name="May">Whether the same request may be sent again, in a word or two.</param>
/// <param name="Advice">What to do, in a sentence or two.</param>
/// <param name="Source">Where the advice comes from.</param>
internal sealed record Reaction(string May, string Advice, Evidence Source)
{
    /// <summary>The reaction to a cause.</summary>
    public static Reaction To(RetryAdvice advice) => advice switch
    {
        RetryAdvice.FixRequest => new(
            "no", "Change the request: the same one can never succeed. Show the text of the error to whoever wrote it.",
            Evidence.Documented("API page, error table: the causes lie in the request", "8")),
        RetryAdvice.FixAccount => new(
            "after a change", "Change the account first: its key, its credits or its permissions. Then the same request can succeed.",
            Evidence.Documented("API page, error table: the causes lie in the account", "2, 8")),
        RetryAdvice.WaitForReset => new(
            "after the reset", "Wait until the instant in x-rate-limit-reset-at-utc, spread the waiting clients out a little, and send the same request again.",
            Evidence.Documented("rate-limit page: 429 names the instant, and there is no Retry-After", "8, 9")),
        RetryAdvice.RetryReadsBackOff => new(
            "reads yes, submits with care",
            "Repeat reads with back-off: they are safe, and the job runs on meanwhile. A submit may have created a job that is billed: repeat it only if a second job is acceptable.",
            Evidence.SecondHand("API conventions: reads are safe to retry, no idempotency key; a third party treats a 5xx on submit as possibly billed", "3, 5, 6")),
        RetryAdvice.SubmitAgain => new(
            "as a new job", "Submit a new job if you still want the video: this one is over and was not billed. Limit how often.",
            Evidence.Observed("transient failures that succeed on resubmit; only status 200 is billed by the API reference", "8, 11")),
        RetryAdvice.TooLate => new(
            "no", "Nothing brings the record back. Fetch the result as soon as the job has ended, well within its hour, and store the file.",
            Evidence.Documented("API page: results are retained for one hour", "6")),
        _ => throw new ArgumentOutOfRangeException(nameof(advice), advice, "Advice without words."),
    };

    /// <summary>The reaction to a fault of the twin's own.</summary>
    public static Reaction ToFault(string name) => name switch
    {
        "reset_after" or "lost_answer" or "late_answer" => new(
            "not blindly", "The job may exist and be billed although no answer came. Do not submit again by yourself: note the submit as possibly billed, and let a person or a budget decide.",
            Evidence.SecondHand("API conventions: no idempotency key, every POST makes a billable job", "3, 5")),
        "reset_peer" or "close_peer" or "timeout" => new(
            "reads yes, submits with care", "Repeat reads with back-off. On a submit the client cannot tell this from a lost answer: treat it as possibly billed.",
            Evidence.SecondHand("API conventions: reads are safe to retry, no idempotency key", "3, 6")),
        "latency" or "slow_first_byte" or "slow_body" => new(
            "reads yes", "Set a deadline for the whole answer, body included, longer than the usual delay. A read that misses it may be repeated.",
            Evidence.Inferred("all reads are safe to retry", "6")),
        "limit_data" or "malformed_json" or "wrong_response_type" or "html_error" => new(
            "reads yes", "Go by the status first and by the body second. A body that cannot be read is a failed poll, not a failed job: poll again.",
            Evidence.Inferred("bodies of 502 and 504 are unknown and may be HTML; all reads are safe to retry", "6, 8")),
        "slow_generation" or "stuck_processing" => new(
            "keep polling", "Poll with back-off up to a deadline of your own; then give up, say so, and keep the id: the job may still end, and can be read within its hour.",
            Evidence.SecondHand("polling guide: back off to 5 to 10 s, an overall deadline; the SDK's timeout leaves the job running", "6, 13")),
        "early_expiry" => new(
            "no", "Stop polling: a 404 is final, whether the job completed or not. It may have been billed.",
            Evidence.Documented("API page: results expire, polling then answers 404", "6")),
        "state_regress" or "unknown_state" => new(
            "keep polling", "Poll on until COMPLETED or FAILED, whatever else is shown in between; do not build on the order of other states.",
            Evidence.Documented("SDK 1.1.0: unknown states keep polling", "13")),
        "duplicate_terminal" => new(
            "no", "Do not report success without an output. Trust the result call, and check the balance before you submit again.",
            Evidence.Documented("SDK 1.1.0 returns a FAILED result body as if it had completed", "13")),
        "missing_url" => new(
            "once or twice", "A completed job without a URL cannot be downloaded: read the result again a few times, then report it as broken, not as pending.",
            Evidence.Inferred("output is always present by the async guide", "6")),
        "foreign_url" => new(
            "no", "Send the key to the API's own origin only. Build the poll URLs from the id, and download files without the key.",
            Evidence.Documented("SDK 1.1.0 follows the absolute URLs that it is given, key included", "5")),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "A fault without advice."),
    };
}
