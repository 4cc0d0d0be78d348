using System.Collections.Immutable;
using PixverseHarness.Contract.Clauses;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Contract.Errors;

/// <summary>
/// One reason for an error answer. Causes, not statuses, are the unit: 406 alone has four (section 8). A profile
/// maps a cause to the status on the wire.
/// </summary>
public sealed record ErrorCause
{
    /// <summary>Name in snake case, for example <c>insufficient_credits</c>.</summary>
    public required string Name { get; init; }

    /// <summary>Status under the documented profile. For a cause of <see cref="ErrorStage.Job"/> it is that of the v2 calls.</summary>
    public required int Status { get; init; }

    /// <summary>Where it arises.</summary>
    public ErrorStage Stage { get; init; } = ErrorStage.Request;

    /// <summary>When it happens, in one sentence.</summary>
    public required string When { get; init; }

    /// <summary>
    /// Text of the <c>error</c> member. <c>{id}</c>, <c>{balance}</c> and <c>{required}</c> stand for the request id and
    /// for amounts in dollars. <see cref="WordingIsKnown"/> tells whether the words are the API's or ours.
    /// </summary>
    public required string Message { get; init; }

    /// <summary>Whether a source shows the words of <see cref="Message"/>; otherwise they are ours and must not be relied on.</summary>
    public bool WordingIsKnown { get; init; }

    /// <summary>Whether the body is HTML instead of a JSON object with <c>error</c>.</summary>
    public bool IsHtml { get; init; }

    /// <summary>The operations that can meet it.</summary>
    public required ImmutableArray<ApiOperation> Operations { get; init; }

    /// <summary>What a client should do.</summary>
    public required RetryAdvice Retry { get; init; }

    /// <summary>Where it is known from.</summary>
    public required Evidence Evidence { get; init; }

    /// <summary>Whether an operation can meet this cause.</summary>
    public bool AppliesTo(ApiOperation operation) => Operations.Contains(operation);

    /// <summary>
    /// The status on the wire. Differs from <see cref="Status"/> for credits on v2, and for job failures on v1, which
    /// surface as 500 (section 8).
    /// </summary>
    public int StatusFor(ApiProfile profile, ApiOperation operation)
    {
        if (Stage == ErrorStage.Job)
        {
            return operation == ApiOperation.GenerateSync ? 500 : Status;
        }

        if (this == ErrorCauses.InsufficientCredits)
        {
            return operation == ApiOperation.Submit ? profile.CreditsStatus : Status;
        }

        return Status;
    }
}
