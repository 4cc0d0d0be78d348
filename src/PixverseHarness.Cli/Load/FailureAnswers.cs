using System.Globalization;
using PixverseHarness.Client;
using PixverseHarness.Load.Workloads;

namespace PixverseHarness.Cli.Load;

/// <summary>
/// What the client's failures mean to the engine. The one question that matters for money, whether a submit may have
/// created a job, is answered by the client; nothing here guesses.
/// </summary>
internal static class FailureAnswers
{
    private static readonly int[] ContentStatuses = [400, 413, 415, 422];

    /// <summary>A submit failed.</summary>
    public static StepAnswer OfSubmit(StepFailure failure, Exchange exchange) => failure switch
    {
        Rejected { StatusCode: 429 } throttled => StepAnswer.Throttled(throttled.ResetAt),
        { MayHaveCreatedJob: true } => StepAnswer.NoAnswer(failure.Name, exchange.StatusCode),
        Rejected refused when ContentStatuses.Contains(refused.StatusCode) => StepAnswer.Invalid(NameOf(refused), refused.StatusCode),
        Rejected refused => StepAnswer.Rejected(NameOf(refused), refused.StatusCode),
        NotFound or Redirected => StepAnswer.Rejected(failure.Name, exchange.StatusCode),
        _ => StepAnswer.Unreachable(failure.Name),
    };

    /// <summary>A blocking call failed: like a submit, except that the job itself can have failed.</summary>
    public static StepAnswer OfBlocking(StepFailure failure, Exchange exchange) => failure switch
    {
        JobFailed failed => OfFailed(failed, exchange),
        UnreadableAnswer unreadable when exchange.StatusCode is 200 => StepAnswer.Corrupt(unreadable.Name, exchange.StatusCode),
        _ => OfSubmit(failure, exchange),
    };

    /// <summary>A poll failed.</summary>
    public static StepAnswer OfRead(StepFailure failure, Exchange exchange) => failure switch
    {
        JobFailed failed => OfFailed(failed, exchange),
        NotFound => StepAnswer.NotFound(exchange.StatusCode),
        Rejected { StatusCode: 429 } throttled => StepAnswer.Throttled(throttled.ResetAt),
        Rejected refused => StepAnswer.Rejected(NameOf(refused), refused.StatusCode),
        TransportFault { RequestMayHaveArrived: false } or Cancelled { RequestMayHaveArrived: false } => StepAnswer.Unreachable(failure.Name),
        _ => StepAnswer.NoAnswer(failure.Name, exchange.StatusCode),
    };

    /// <summary>A fetch failed. A result without a usable video is final; an answer that broke on its way is worth asking again.</summary>
    public static StepAnswer OfFetch(StepFailure failure, Exchange exchange) => failure switch
    {
        NotReady => StepAnswer.AtWork(exchange.StatusCode),
        UnreadableAnswer { Problem: AnswerProblem.MissingOutput or AnswerProblem.MissingMember or AnswerProblem.NotAVideo or AnswerProblem.UnknownState } =>
            StepAnswer.Corrupt(failure.Name, exchange.StatusCode),
        _ => OfRead(failure, exchange),
    };

    private static StepAnswer OfFailed(JobFailed failed, Exchange exchange) => StepAnswer.Failed(failed.Name, exchange.StatusCode) with
    {
        StatedQueueWait = failed.Metrics.QueueTime,
        StatedRun = failed.Metrics.InferenceTime,
    };

    // Where a status has several causes, the likeliest says more than the number.
    private static string NameOf(Rejected refused) => refused.Causes.IsEmpty
        ? string.Create(CultureInfo.InvariantCulture, $"http_{refused.StatusCode}")
        : refused.Causes[0].Name;
}
