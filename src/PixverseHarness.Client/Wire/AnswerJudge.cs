using System.Collections.Immutable;
using System.Text.Json;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Prices;
using PixverseHarness.Contract.Wire;

namespace PixverseHarness.Client;

/// <summary>Decides what an answer means. A terminal state counts at any HTTP status (facts sheet section 13, item 6).</summary>
internal sealed class AnswerJudge
{
    private readonly Transport transport;

    public AnswerJudge(Transport transport) => this.transport = transport;

    public StepOutcome<PixverseJob> Submitted(ApiCall call)
    {
        var problem = JobAnswerReader.Read(call.Body, AnswerMembers.Links, out var answer);
        if (problem is null && answer.State == JobState.Failed)
        {
            return new(FailedJob(answer, answer.RequestId), call.Exchange);
        }

        if (!IsSuccess(call))
        {
            return new(Refusal(call, ApiOperation.Submit, answer.ErrorText), call.Exchange);
        }

        if (problem is not null)
        {
            return new(Unreadable(call, problem.Value), call.Exchange);
        }

        if (!ApiAddress.IsUsableId(answer.RequestId))
        {
            return new(Unreadable(call, AnswerProblem.MissingMember, "request_id"), call.Exchange);
        }

        return new(NewJob(answer.RequestId!, answer), call.Exchange);
    }

    public StepOutcome<JobStatus> Status(ApiCall call, PixverseJob job)
    {
        var problem = JobAnswerReader.Read(call.Body, AnswerMembers.None, out var answer);
        return Unusable(call, ApiOperation.GetStatus, job, problem, answer) is { } failure
            ? new(failure, call.Exchange)
            : new(new JobStatus(answer.State!.Value, answer.Metrics), call.Exchange);
    }

    public StepOutcome<GeneratedVideo> Result(ApiCall call, PixverseJob job)
    {
        var problem = JobAnswerReader.Read(call.Body, AnswerMembers.Output, out var answer);
        if (Unusable(call, ApiOperation.GetResult, job, problem, answer) is { } failure)
        {
            return new(failure, call.Exchange);
        }

        if (answer.State!.Value is not JobState.Completed)
        {
            return new(new NotReady(answer.State.Value), call.Exchange);
        }

        if ((PublicUrl(answer.Output) ?? PublicUrl(answer.VideoUrl)) is not { } url)
        {
            return new(Unreadable(call, AnswerProblem.MissingOutput, answer.Output ?? answer.VideoUrl), call.Exchange);
        }

        var response = ModelOf(call.Body, out var warnings);
        return new(new GeneratedVideo(job.RequestId, url, answer.Metrics, response, warnings), call.Exchange);
    }

    public StepOutcome<SyncVideo> Video(ApiCall call)
    {
        if (!IsSuccess(call))
        {
            JobAnswerReader.Read(call.Body, AnswerMembers.None, out var answer);
            StepFailure refusal = answer.State == JobState.Failed
                ? FailedJob(answer, null)
                : Refusal(call, ApiOperation.GenerateSync, answer.ErrorText);
            return new(refusal, call.Exchange);
        }

        if (VideoBytes.ProblemOf(call.Body) is { } problem)
        {
            return new(Unreadable(call, problem), call.Exchange);
        }

        var video = new SyncVideo
        {
            Content = call.Body.ToArray(),
            ContentType = call.ContentType,
            RequestId = Header(call, "x-request-id"),
            GenerationTime = StatedNumber.Parse(Header(call, "x-generation-time")) is { } seconds ? StatedNumber.ToSeconds(seconds) : null,
            Cost = Money(Header(call, "x-cost")),
            RemainingCredits = Money(Header(call, "x-remaining-credits")),
            Seed = Header(call, "x-seed-value"),
            RateLimitResetAt = ResetInstant.Parse(Header(call, Operations.RateLimitResetHeader)),
        };
        return new(video, call.Exchange);
    }

    public StepOutcome<CreditBalance> Credits(ApiCall call)
    {
        var problem = JobAnswerReader.Read(call.Body, AnswerMembers.None, out var answer);
        if (!IsSuccess(call))
        {
            return new(Refusal(call, ApiOperation.GetCredits, answer.ErrorText), call.Exchange);
        }

        if (problem is not null)
        {
            return new(Unreadable(call, problem.Value), call.Exchange);
        }

        try
        {
            var body = JsonSerializer.Deserialize(call.Body, ContractJson.Default.CreditsResponse);
            if (body?.Credits is { } credits && StatedNumber.ToMoney(credits) is { } balance)
            {
                return new(new CreditBalance(balance, body.FreeCredits is { } free ? StatedNumber.ToMoney(free) : null), call.Exchange);
            }
        }
        catch (JsonException)
        {
            // A balance that is no number is as good as none.
        }

        return new(Unreadable(call, AnswerProblem.MissingMember, "credits"), call.Exchange);
    }

    private static bool IsSuccess(ApiCall call) => call.StatusCode is >= 200 and < 300;

    private static string? Header(ApiCall call, string name) =>
        call.Response!.Headers.TryGetValues(name, out var values) ? values.FirstOrDefault() : null;

    private static MicroDollars? Money(string? text) => StatedNumber.Parse(text) is { } dollars ? StatedNumber.ToMoney(dollars) : null;

    private static Uri? PublicUrl(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var url) && url.Scheme is "http" or "https" ? url : null;

    private static JobResponse? ModelOf(ReadOnlySpan<byte> body, out ImmutableArray<Warning> warnings)
    {
        try
        {
            warnings = [];
            return JsonSerializer.Deserialize(body, ContractJson.Default.JobResponse);
        }
        catch (JsonException exception)
        {
            warnings = [new Warning(WarningKind.ModelMismatch, $"The result does not fit the model at {exception.Path ?? "an unknown place"}.")];
            return null;
        }
    }

    /// <summary>Why an answer about a job yields no state that the caller can go on with; null if it does.</summary>
    private StepFailure? Unusable(ApiCall call, ApiOperation operation, PixverseJob job, AnswerProblem? problem, in JobAnswer answer)
    {
        if (problem is null && answer.State == JobState.Failed)
        {
            return FailedJob(answer, job.RequestId);
        }

        if (problem is null && answer.State == JobState.Completed)
        {
            return null;
        }

        if (call.StatusCode == 404)
        {
            return new NotFound(job.RequestId, transport.KeyGuard.Clean(answer.ErrorText));
        }

        if (!IsSuccess(call))
        {
            return Refusal(call, operation, answer.ErrorText);
        }

        return problem is not null ? Unreadable(call, problem.Value)
            : answer.UnknownState is { } state ? Unreadable(call, AnswerProblem.UnknownState, state)
            : answer.State is null ? Unreadable(call, AnswerProblem.MissingMember, "status")
            : null;
    }

    private JobFailed FailedJob(in JobAnswer answer, string? requestId)
    {
        var detail = transport.KeyGuard.Clean(answer.ErrorText);
        return new JobFailed(detail, answer.Metrics, CauseGuess.ForJob(detail), requestId);
    }

    private Rejected Refusal(ApiCall call, ApiOperation operation, string? errorText)
    {
        var text = transport.KeyGuard.Clean(errorText);
        return new Rejected(
            call.StatusCode,
            text,
            CauseGuess.ForRequest(operation, call.StatusCode, text),
            ResetInstant.Parse(Header(call, Operations.RateLimitResetHeader)));
    }

    private UnreadableAnswer Unreadable(ApiCall call, AnswerProblem problem, string? detail = null)
    {
        var contentType = call.ContentType;
        if (problem is AnswerProblem.MalformedJson or AnswerProblem.NotAnObject)
        {
            if (VideoBytes.IsMarkup(call.Body))
            {
                problem = AnswerProblem.Html;
            }
            else if (contentType is not null && !contentType.EndsWith("json", StringComparison.OrdinalIgnoreCase))
            {
                problem = AnswerProblem.WrongContentType;
            }
        }

        return new UnreadableAnswer(problem, transport.KeyGuard.Clean(detail), contentType);
    }

    private PixverseJob NewJob(string id, in JobAnswer answer)
    {
        List<Warning>? warnings = null;
        var status = Link("status_url", answer.StatusUrl, transport.Address.UrlOf(ApiOperation.GetStatus, id), ref warnings);
        var result = Link("response_url", answer.ResponseUrl, transport.Address.UrlOf(ApiOperation.GetResult, id), ref warnings);
        return new PixverseJob(id, transport.Address, status, result, warnings is null ? [] : [.. warnings]);
    }

    /// <summary>The URL to follow if it is trusted and not the one that the client builds anyway; null otherwise.</summary>
    private Uri? Link(string member, string? stated, string own, ref List<Warning>? warnings)
    {
        if (string.Equals(stated, own, StringComparison.Ordinal))
        {
            return null;
        }

        if (string.IsNullOrEmpty(stated))
        {
            (warnings ??= []).Add(new Warning(WarningKind.MissingUrl, $"The answer has no {member}; '{own}' is used."));
            return null;
        }

        if (Uri.TryCreate(stated, UriKind.Absolute, out var url) && transport.Address.Holds(url))
        {
            return url;
        }

        var shown = Text.OneLine(transport.KeyGuard.Clean(stated)!);
        (warnings ??= []).Add(new Warning(
            WarningKind.ForeignUrl,
            $"The {member} '{shown}' is outside '{transport.Address}' and was not followed; '{own}' is used."));
        return null;
    }
}
