namespace PixverseHarness.Contract.Clauses;

/// <summary>Where a fact of the API comes from.</summary>
/// <param name="Confidence">How well the fact is known.</param>
/// <param name="Source">The source in a few words, for example <c>API page</c> or <c>SDK 1.1.0 tests</c>.</param>
/// <param name="Section">The section of the facts sheet (<c>segmind-api.md</c>) that records it, for example <c>5</c> or <c>15.2</c>.</param>
public sealed record Evidence(Confidence Confidence, string Source, string Section)
{
    /// <summary>A fact that the vendor publishes.</summary>
    public static Evidence Documented(string source, string section) => new(Confidence.Documented, source, section);

    /// <summary>A fact that a third party restates from the vendor's documentation.</summary>
    public static Evidence SecondHand(string source, string section) => new(Confidence.SecondHand, source, section);

    /// <summary>A fact that somebody saw on the wire.</summary>
    public static Evidence Observed(string source, string section) => new(Confidence.Observed, source, section);

    /// <summary>A fact deduced from others.</summary>
    public static Evidence Inferred(string source, string section) => new(Confidence.Inferred, source, section);

    /// <summary>An open question; <paramref name="source"/> says what the harness does meanwhile.</summary>
    public static Evidence Unknown(string source, string section) => new(Confidence.Unknown, source, section);

    /// <inheritdoc/>
    public override string ToString() => $"{Confidence.ToWord()}, {Source} (section {Section})";
}
