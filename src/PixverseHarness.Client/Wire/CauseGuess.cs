using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;

namespace PixverseHarness.Client;

/// <summary>
/// Guesses which causes of the contract an error answer may have. Statuses are overloaded and wordings are not stable, so
/// words only narrow a list down and never empty it.
/// </summary>
internal static class CauseGuess
{
    private static readonly ImmutableArray<(ErrorCause Cause, string[] Words)> Signs =
    [
        (ErrorCauses.MissingKey, ["missing authorization", "missing x-api-key"]),
        (ErrorCauses.InvalidKey, ["api key is invalid", "invalid api key"]),
        (ErrorCauses.WrongContentType, ["content type", "content-type"]),
        (ErrorCauses.SpendLimit, ["spend limit", "spending limit"]),
        (ErrorCauses.InsufficientCredits, ["credit", "balance"]),
        (ErrorCauses.ParameterValueRejected, ["parameter", "value"]),
        (ErrorCauses.MalformedBody, ["json", "malformed"]),
        (ErrorCauses.MissingParameter, ["missing"]),
        (ErrorCauses.InvalidParameter, ["invalid parameter", "parameter"]),
        (ErrorCauses.SyncTimeout, ["internal polling error"]),
        (ErrorCauses.ContentBlocked, ["content_policy", "moderation", "policy"]),
        (ErrorCauses.UpstreamBusy, ["concurrent", "concurrency"]),
        (ErrorCauses.LateValidation, ["required", "mandatory", "must be", "invalid", "validation"]),
    ];

    private static readonly ImmutableArray<ErrorCause> JobCauses = [.. ErrorCauses.All.Where(c => c.Stage == ErrorStage.Job)];

    public static ImmutableArray<ErrorCause> ForJob(string? text) => Narrow(JobCauses, text);

    public static ImmutableArray<ErrorCause> ForRequest(ApiOperation operation, int status, string? text)
    {
        // 402 is what v2 was once seen to answer instead of 406 (section 15, contradiction 1).
        var listed = status == 402 ? ErrorCauses.InsufficientCredits.Status : status;
        var possible = ErrorCauses.All.Where(c => c.Stage == ErrorStage.Request && c.AppliesTo(operation) && c.Status == listed);
        if (status == 402)
        {
            possible = possible.Where(c => c == ErrorCauses.InsufficientCredits);
        }
        else if (status == 500 && operation == ApiOperation.GenerateSync)
        {
            // On v1 a job that fails surfaces as 500 (section 8).
            possible = possible.Concat(JobCauses);
        }

        return Narrow([.. possible], text);
    }

    private static ImmutableArray<ErrorCause> Narrow(ImmutableArray<ErrorCause> possible, string? text)
    {
        if (text is null || possible.Length < 2)
        {
            return possible;
        }

        foreach (var (cause, words) in Signs)
        {
            if (possible.Contains(cause) && words.Any(w => text.Contains(w, StringComparison.OrdinalIgnoreCase)))
            {
                return [cause];
            }
        }

        return possible;
    }
}
