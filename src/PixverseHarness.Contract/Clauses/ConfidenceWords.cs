namespace PixverseHarness.Contract.Clauses;

/// <summary>How degrees of confidence are written for people.</summary>
public static class ConfidenceWords
{
    /// <summary>The word, such as <c>second-hand</c>.</summary>
    public static string ToWord(this Confidence confidence) =>
        confidence == Confidence.SecondHand ? "second-hand" : confidence.ToString().ToLowerInvariant();
}
