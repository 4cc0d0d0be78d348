namespace PixverseHarness.Cli.Repro;

/// <summary>Takes the paths of job reads apart.</summary>
internal static class RequestPath
{
    private const string Prefix = "/v2/requests/";
    private const string Status = "/status";

    /// <summary>Whether it is the status call.</summary>
    public static bool IsStatus(string path) => path.StartsWith(Prefix, StringComparison.Ordinal) && path.EndsWith(Status, StringComparison.Ordinal);

    /// <summary>The id in a status or result call, or null.</summary>
    public static string? IdIn(string path) =>
        !path.StartsWith(Prefix, StringComparison.Ordinal) ? null : IsStatus(path) ? path[Prefix.Length..^Status.Length] : path[Prefix.Length..];
}
