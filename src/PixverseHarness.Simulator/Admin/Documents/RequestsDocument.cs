namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>Requests, newest first.</summary>
/// <param name="Total">Requests that the session has answered, or that meet the conditions.</param>
/// <param name="Dropped">Requests that the journal has dropped: with more than 0, what is found may not be all.</param>
/// <param name="Requests">A page of them.</param>
internal sealed record RequestsDocument(long Total, long Dropped, IReadOnlyList<RequestDocument> Requests);
