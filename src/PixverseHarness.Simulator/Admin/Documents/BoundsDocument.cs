namespace PixverseHarness.Simulator.Admin.Documents;

/// <summary>Every bound of the twin.</summary>
/// <param name="Journal">Requests that this session keeps; the oldest are dropped.</param>
/// <param name="Sessions">Sessions besides the default one; further ones are refused.</param>
/// <param name="HeldCalls">Blocking v1 calls that wait for their job, over all sessions; further ones are refused.</param>
/// <param name="Connections">Open connections; further ones are closed at once.</param>
/// <param name="IdleConnections">Open connections without a request; each is closed after <paramref name="IdleSeconds"/>.</param>
/// <param name="IdleSeconds">How long a connection may be idle, on the real clock; null when this host sets no limit.</param>
/// <param name="BodyBytes">Bytes of a request body that are read.</param>
internal sealed record BoundsDocument(
    BoundDocument Journal,
    BoundDocument Sessions,
    BoundDocument HeldCalls,
    BoundDocument Connections,
    BoundDocument IdleConnections,
    double? IdleSeconds,
    BoundDocument BodyBytes);
