namespace PixverseHarness.Client;

/// <summary>The service answered with a redirect. The API has none, and following one could carry the key elsewhere: none is followed.</summary>
/// <param name="StatusCode">The HTTP status.</param>
/// <param name="Location">Where it points; null if it names nothing.</param>
/// <param name="FollowedByHandler">
/// Whether the message handler followed it before the client could see it: construct the handler with redirects off.
/// </param>
public sealed record Redirected(int StatusCode, string? Location, bool FollowedByHandler = false) : StepFailure
{
    /// <inheritdoc/>
    public override OutcomeKind Kind => OutcomeKind.Redirected;

    /// <inheritdoc/>
    public override string Name => "redirected";

    /// <inheritdoc/>
    public override bool MayHaveCreatedJob => FollowedByHandler;

    private protected override string Describe() => FollowedByHandler
        ? $"The message handler followed a redirect to '{Location}'; set AllowAutoRedirect = false"
        : $"The service answered {Text.Number(StatusCode)}, a redirect to '{Location}'; it was not followed";
}
