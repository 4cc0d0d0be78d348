using System.Collections.Immutable;
using System.Globalization;
using PixverseHarness.Contract.Errors;

namespace PixverseHarness.Client;

/// <summary>The service refused the request with an error status.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="ErrorText">The service's words; null if the body held none.</param>
/// <param name="Causes">
/// The contract's causes that fit status, operation and wording, likeliest first: 406 alone has four. A guess; empty for
/// a status that the contract does not know.
/// </param>
/// <param name="ResetAt">When the rate limit opens again, from <c>x-rate-limit-reset-at-utc</c>; null if absent or unreadable.</param>
public sealed record Rejected(int StatusCode, string? ErrorText, ImmutableArray<ErrorCause> Causes, DateTimeOffset? ResetAt) : StepFailure
{
    /// <inheritdoc/>
    public override OutcomeKind Kind => OutcomeKind.Rejected;

    /// <inheritdoc/>
    public override string Name =>
        Causes.Length == 1 ? Causes[0].Name : string.Create(CultureInfo.InvariantCulture, $"http_{StatusCode}");

    /// <summary>A 5xx answer leaves it open whether a job came to be (facts sheet section 5); all others refuse before.</summary>
    public override bool MayHaveCreatedJob => StatusCode >= 500;

    /// <summary>Whether the same read may succeed later: 408, 429 and 5xx other than 501.</summary>
    public bool IsTransient => StatusCode is 408 or 429 or (>= 500 and not 501);

    private protected override string Describe()
    {
        var causes = Causes.IsEmpty ? "" : $" ({string.Join(" or ", Causes.Select(c => c.Name))})";
        var reset = ResetAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"; the limit resets at {at.UtcDateTime:yyyy-MM-ddTHH:mm:ss.FFFZ}") : "";
        return string.Create(CultureInfo.InvariantCulture, $"The service answered {StatusCode}{causes}: {ErrorText ?? "no reason given"}{reset}");
    }
}
