namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>Something that cannot grow without end.</summary>
/// <param name="Limit">The most there can be; null when this host sets no limit.</param>
/// <param name="Used">How much there is now; null when this host does not count it.</param>
/// <param name="Dropped">How often something was dropped or refused because of the limit; null when that is not counted.</param>
internal sealed record BoundDocument(long? Limit, long? Used, long? Dropped);
