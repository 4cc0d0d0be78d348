namespace PixverseHarness.Results.Documents;

/// <summary>A count by name.</summary>
/// <param name="Name">What was counted: an HTTP status or a kind of error.</param>
/// <param name="Count">The number.</param>
public sealed record CountDocument(string Name, long Count);
