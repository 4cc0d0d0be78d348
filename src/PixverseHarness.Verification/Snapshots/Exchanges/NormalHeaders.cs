using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PixverseHarness.Verification.Snapshots.Exchanges;

/// <summary>
/// The headers that a snapshot keeps: those that say something about the API. What the transport and the machines between
/// add (<c>date</c>, <c>server</c>, <c>via</c>, lengths, connections) differs from host to host and is left out.
/// </summary>
internal static class NormalHeaders
{
    private static readonly FrozenSet<string> Kept =
        new[] { "accept", "allow", "authorization", "content-type", "location", "prefer", "retry-after", "www-authenticate" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> OfTransport = new[]
    {
        "accept-encoding", "connection", "content-length", "date", "expect", "host", "keep-alive", "te", "traceparent", "tracestate", "transfer-encoding", "upgrade",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly Regex Version = new(@"/\d[^\s;,)]*", RegexOptions.NonBacktracking);

    private static readonly string[] OfMachines = ["x-amz", "x-amzn", "x-azure", "x-cache", "x-cloud", "x-envoy", "x-forwarded", "x-powered-by", "x-served-by"];

    /// <summary>Names in small letters, in order, with normal values.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Of(IEnumerable<KeyValuePair<string, string>> headers, Placeholders names) =>
        Normal(headers, IsKept, names);

    /// <summary>
    /// The same for what a program sends: everything but the transport's own. Versions in <c>user-agent</c> are left open,
    /// so that a new runtime is no change of the program.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, string>> OfProgram(IEnumerable<KeyValuePair<string, string>> headers, Placeholders names) =>
        Normal(headers, name => !OfTransport.Contains(name), names);

    private static IEnumerable<KeyValuePair<string, string>> Normal(
        IEnumerable<KeyValuePair<string, string>> headers, Func<string, bool> isKept, Placeholders names) => headers
        .Select(h => new KeyValuePair<string, string>(h.Key.ToLowerInvariant(), h.Value))
        .Where(h => isKept(h.Key))
        .OrderBy(h => h.Key, StringComparer.Ordinal)
        .Select(h => new KeyValuePair<string, string>(h.Key, Value(h.Key, h.Value, names)));

    private static bool IsKept(string name) =>
        Kept.Contains(name) || (name.StartsWith("x-", StringComparison.Ordinal) && !Array.Exists(OfMachines, m => name.StartsWith(m, StringComparison.Ordinal)));

    private static string Value(string name, string value, Placeholders names) => name switch
    {
        "x-api-key" or "authorization" or "proxy-authorization" or "cookie" => Secret(names.In(value)),
        "user-agent" => names.In(Version.Replace(value, "/*")),
        "x-generation-time" when IsNumber(value, out _) => "seconds",
        "x-remaining-credits" when IsNumber(value, out var amount) => names.Amount(amount),
        _ => names.In(value),
    };

    // Only what has a name is known to be nobody's secret.
    private static string Secret(string value) =>
        value.Split(' ')[^1] is var last && (last.StartsWith("key_", StringComparison.Ordinal) || last.Length == 0) ? value : "(another value)";

    private static bool IsNumber(string value, out decimal number) =>
        decimal.TryParse(value, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
}
