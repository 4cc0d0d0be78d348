namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>How many requests meet the conditions.</summary>
/// <param name="Count">How many of those that the journal keeps.</param>
/// <param name="Dropped">Requests that the journal has dropped: with more than 0 there may have been more.</param>
/// <param name="RequestJournalDisabled">Whether the journal keeps nothing at all.</param>
internal sealed record CountDocument(long Count, long Dropped, bool RequestJournalDisabled);
