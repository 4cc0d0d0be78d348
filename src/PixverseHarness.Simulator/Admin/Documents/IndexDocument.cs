namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>Everything that the admin API can do.</summary>
internal sealed record IndexDocument(IReadOnlyList<RouteDocument> Routes);
