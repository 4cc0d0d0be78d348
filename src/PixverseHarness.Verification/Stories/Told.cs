namespace PixverseHarness.Verification.Stories;

/// <summary>What came of a story, or why it could not be told.</summary>
internal sealed record Told<TOutcome>(TOutcome? Outcome, string? Refusal)
    where TOutcome : class
{
    /// <summary>It was told.</summary>
    public static Told<TOutcome> Of(TOutcome outcome) => new(outcome, null);

    /// <summary>It could not be told.</summary>
    public static Told<TOutcome> Not(string reason) => new(null, reason);
}
