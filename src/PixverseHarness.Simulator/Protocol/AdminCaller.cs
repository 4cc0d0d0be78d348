namespace PixverseHarness.Simulator.Protocol;

/// <summary>Who calls the admin API over a socket: what it is guarded by.</summary>
/// <param name="IsLocal">Whether both ends of the connection are loopback addresses.</param>
/// <param name="Origin">Value of <c>Origin</c>, which browsers send for the page that makes the call; null when there is none.</param>
/// <param name="Authorization">Value of <c>Authorization</c>, or null.</param>
public sealed record AdminCaller(bool IsLocal, string? Origin, string? Authorization)
{
    /// <summary>Whether a path can lead to the admin API: hosts look no further at any other request.</summary>
    public static bool Concerns(string path) => path.Contains(Route.AdminPrefix, StringComparison.Ordinal);
}
